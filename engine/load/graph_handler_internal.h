#pragma once
// GraphHandler: RapidJSON's events of one file -> nodes and edges as they come, everything else as trees.
//
// Errors     into the log; an event returns false, which ends the reading, only when the file nests too deep.
// Cost       O(1) an event.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "load/element_relay_internal.h"
#include "load/json_stream_internal.h"
#include "load/json_tree_internal.h"
#include "load/load_state_internal.h"

namespace confer::engine::load {

class GraphHandler {
public:
    using Ch = char;

    GraphHandler(LoadState& state, std::uint32_t file, bool is_root, JsonStream& stream)
        : state_(state), file_(file), is_root_(is_root), stream_(stream), elements_(state, file, stream) {}

    // What the root file says besides its schema, nodes and edges; complete when the file is done.
    struct Head {
        PropertyGraph::Description description;
        JsonTree include;  // a list
    };
    Head take_head() && { return std::move(head_); }

    // Ends the file, also one that broke off.
    void finish() { elements_.flush(); }

    // A JSON pointer to what the reading is in: a node, an edge, or a part of what else the root holds.
    std::string place() const;

    // ---- RapidJSON's handler
    bool Null();
    bool Bool(bool boolean);
    bool RawNumber(const char*, unsigned size, bool);  // texts are the stream's
    bool String(const char*, unsigned, bool);
    bool Key(const char*, unsigned, bool);
    bool StartObject();
    bool EndObject(unsigned);
    bool StartArray();
    bool EndArray(unsigned);
    // Numbers come as RawNumber.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

private:
    enum class Where : std::uint8_t {
        before,    // the document
        root,      // in its object: a key, then a value
        elements,  // in `nodes` or `edges`
        element,   // in one of their objects
        list,      // in a property's list
        tree,      // in anything else that is kept
        skipped,   // in something that is wrong or unknown
    };

    bool deeper();
    void skip_from(Where back);
    void scalar_elsewhere(JsonTree value);
    void open_tree(JsonTree::Kind kind);
    void add_to_tree(JsonTree value);
    void close_tree();
    void root_key(std::string_view key);
    void root_value(JsonTree value);
    void set_text(std::string& field, const JsonTree& value);
    void read_version(const JsonTree& value);
    void take_schema(const JsonTree& value);
    void next_element(std::string_view got);

    template <class Compose>
    void problem(std::uint32_t line, std::string pointer, Compose compose) {
        elements_.catch_up();
        state_.problems.add(file_, line, std::move(pointer), compose);
    }
    std::string tree_pointer() const;

    LoadState& state_;
    std::uint32_t file_;
    bool is_root_;
    JsonStream& stream_;
    ElementRelay elements_;

    Where where_ = Where::before;
    unsigned depth_ = 0;
    unsigned skip_depth_ = 0;  // open objects and lists in what is skipped
    Where after_skip_ = Where::root;
    std::string key_;                // the root's key whose value comes
    std::vector<std::string> seen_;  // the root's keys so far
    bool key_is_wrong_ = false;      // its value is skipped
    ElementRelay::Element element_ = ElementRelay::Element::node;
    std::uint32_t next_index_ = 0;

    JsonTree tree_;
    std::vector<JsonTree*> open_;      // from the tree's root to the innermost open part
    bool tree_key_is_second_ = false;  // the value that comes is dropped

    Head head_;
};

}  // namespace confer::engine::load
