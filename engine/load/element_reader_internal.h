#pragma once
// ElementReader: the members of one node or edge as they come -> GraphBuilder.
//
// Members may come in any order, so they are kept until end(), which checks them against each other and
// against the schema. Edges wait a little longer, in a small batch: finding their ends is what loading a
// large graph waits for, and meanwhile memory can fetch them. Texts go into the graph's pool at once;
// nothing is allocated for an element without lists after the first few.
//
// Errors     into the log, with line and pointer.
// Source     the format: docs/data.md.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/load_state_internal.h"

namespace confer::engine::load {

class ElementReader {
public:
    enum class Element : std::uint8_t { node, edge };

    // What a member is: one of the format's own, or a property.
    enum class Role : std::uint8_t { id, label, labels, from, type, to, property, ignored };
    // How members are told apart: as graph JSON does, where `id` is the id; or by role(), where every key is a
    // property.
    enum class Members : std::uint8_t { by_key, by_role };

    ElementReader(LoadState& state, std::uint32_t file, Members members = Members::by_key)
        : state_(state), file_(file), members_by_(members) {}

    // Where what comes now stands in the file, from 1; 0: not known.
    void at_line(std::uint32_t line) { line_here_ = line; }
    void begin(Element element, std::uint32_t index);
    void key(std::string_view name);
    // Instead of a key. Each of `labels` is given for itself.
    void role(Role role, std::string_view text);
    // A member's value, or an element of its list.
    void text(std::string_view text);
    void number(std::string_view text);
    void boolean(bool boolean);
    void null();
    void value(Value value);  // any other property value; what is none is a problem
    void begin_list();
    void end_list();
    void nested(std::string_view what);  // an object, or a list in a list: neither is a property value
    void end();
    // Adds the edges that still wait. To be called after the last of the file.
    void flush();

private:
    struct Member {
        KeyId key;
        std::uint32_t line;
        Value value;
        StringId text;  // when the value is a string
    };
    struct KnownKey {
        std::string name;
        Role role = Role::ignored;
        KeyId key = 0;
    };

    // An edge that waits for its ends.
    struct Edge {
        std::string from, to;  // ids; empty: not given, or not well
        TypeId type = 0;
        std::uint32_t index = 0, line = 0;
        EdgeEnds ends = {};
        std::vector<Member> members;
    };

    const KnownKey& known_key(std::string_view name);
    void resolve(std::string_view name, KnownKey& known);
    void keep(Value value, StringId text = StringPool::no_string);
    void role_text(std::string_view text);
    void wrong_role_kind(std::string_view got);

    void end_node();
    void declare(NodeId node);
    void end_edge();
    void add_edge(Edge& edge);
    void check_ends(const SchemaRules::Type& rule, EdgeEnds ends);
    void check_cardinality(const SchemaRules::Type& rule, EdgeEnds ends);
    // Against declared_: unknown properties, wrong kinds, missing ones. Fits values to their kinds.
    void check_members();
    void check_member(Member& member);
    void check_value(const Member& member, const std::vector<std::string>& allowed);
    std::string owner() const;

    std::string pointer() const;       // of the element
    std::string pointer_here() const;  // of the value being read
    bool has(Role role) const { return (roles_ & bit(role)) != 0; }
    static std::uint8_t bit(Role role) { return static_cast<std::uint8_t>(1U << static_cast<unsigned>(role)); }
    const char* element_name() const { return element_ == Element::node ? "node" : "edge"; }
    template <class Compose>
    void problem(std::uint32_t line, const std::string& pointer, Compose compose) {
        state_.problems.add(file_, line, pointer, compose);
    }
    template <class Compose>
    void problem_here(Compose compose) {
        state_.problems.add(file_, line_here_, pointer_here(), compose);
    }

    LoadState& state_;
    std::uint32_t file_;
    Members members_by_;
    std::uint32_t line_here_ = 0;

    // ---- the element
    Element element_ = Element::node;
    std::uint32_t index_ = 0, line_ = 0;
    std::uint8_t roles_ = 0;  // those that were named
    NodeId node_ = no_id;     // `id`
    std::optional<TypeId> type_;
    std::vector<LabelId> labels_;
    std::vector<Member> members_;
    std::vector<const SchemaRules::Properties*> declared_;  // what the schema says; empty: nothing
    std::vector<std::uint32_t> element_with_key_;           // by key: the last element that has it
    std::uint32_t element_number_ = 0;

    // ---- the member being read
    Role role_ = Role::ignored;
    KeyId key_ = 0;
    std::uint32_t key_line_ = 0;
    bool in_list_ = false;
    std::size_t list_index_ = 0;
    ValueList list_;

    // ---- what the last elements were like: the next one mostly has the same keys, type and ends
    std::vector<KnownKey> node_keys_, edge_keys_;  // by position
    std::size_t key_position_ = 0;
    std::string last_type_;
    std::optional<TypeId> last_type_id_;

    static constexpr std::size_t batch_size = 16;
    std::array<Edge, batch_size> batch_;
    std::size_t waiting_ = 0;  // how many; the edge that is read stands behind them
    std::string last_from_;
    NodeId last_from_node_ = no_id;
};

}  // namespace confer::engine::load
