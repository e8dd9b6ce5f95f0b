// Tested by suites/loading/elements_test.cpp. What the schema says is checked in element_checks.cpp.
#include <span>
#include <utility>

#include "base/same_text.h"
#include "load/element_reader_internal.h"
#include "load/number_text_internal.h"

namespace confer::engine::load {

namespace {

constexpr std::size_t remembered_keys = 64;
constexpr std::string_view role_names[] = {"id", "label", "labels", "from", "type", "to"};  // in Role's order

std::string quoted(std::string_view name) {
    return "`" + std::string(name) + "`";
}

}  // namespace

void ElementReader::begin(Element element, std::uint32_t index) {
    element_ = element;
    index_ = index;
    line_ = line_here_;
    roles_ = 0;
    node_ = no_id;
    batch_[waiting_].from.clear();
    batch_[waiting_].to.clear();
    type_.reset();
    labels_.clear();
    members_.clear();
    declared_.clear();
    ++element_number_;
    key_position_ = 0;
    state_.has_data = true;
}

const ElementReader::KnownKey& ElementReader::known_key(std::string_view name) {
    auto& known = element_ == Element::node ? node_keys_ : edge_keys_;
    const std::size_t at = key_position_;
    if (at + 1 < remembered_keys) ++key_position_;
    if (at < known.size() && same_text(known[at].name, name)) return known[at];
    if (at == known.size()) known.emplace_back();
    resolve(name, known[at]);
    return known[at];
}

void ElementReader::resolve(std::string_view name, KnownKey& known) {
    known = {std::string(name), Role::property, 0};
    if (members_by_ == Members::by_role) {
        // every key is a property
    } else if (element_ == Element::node) {
        if (name == "id") known.role = Role::id;
        if (name == "label") known.role = Role::label;
        if (name == "labels") known.role = Role::labels;
    } else {
        if (name == "from") known.role = Role::from;
        if (name == "type") known.role = Role::type;
        if (name == "to") known.role = Role::to;
    }
    if (known.role != Role::property) return;
    const auto key = state_.builder.key(name);
    if (!key) {
        problem(line_here_, child_pointer(pointer(), name), [&] {
            return Problem{"there are more than 65,535 different property keys", {}};
        });
        known.role = Role::ignored;
        return;
    }
    known.key = *key;
    if (*key >= element_with_key_.size()) element_with_key_.resize(*key + std::size_t{1}, 0);
}

void ElementReader::key(std::string_view name) {
    const KnownKey& known = known_key(name);
    role_ = known.role;
    key_ = known.key;
    bool is_second = false;
    if (role_ == Role::property) {
        key_line_ = line_here_;
        is_second = element_with_key_[key_] == element_number_;
        element_with_key_[key_] = element_number_;
    } else if (role_ != Role::ignored) {
        is_second = has(role_);
        roles_ |= bit(role_);
    }
    if (is_second) {
        problem(line_here_, child_pointer(pointer(), name), [&] {
            return Problem{"the key " + quoted(name) + " appears twice in one " + element_name(), {}};
        });
        role_ = Role::ignored;
    }
}

void ElementReader::role(Role role, std::string_view text) {
    role_ = role;
    roles_ |= bit(role);
    in_list_ = role == Role::labels;
    role_text(text);
    in_list_ = false;
}

void ElementReader::text(std::string_view text) {
    if (role_ == Role::property) {
        const StringId pooled = state_.builder.text(text);
        keep(Value::borrowed(state_.builder.view(pooled)), pooled);
    } else if (role_ != Role::ignored) {
        role_text(text);
    }
}

void ElementReader::role_text(std::string_view text) {
    GraphBuilder& builder = state_.builder;
    if (role_ == Role::labels && !in_list_) return wrong_role_kind("a string");
    if (text.empty()) {
        return problem_here([&] {
            return Problem{quoted(role_names[static_cast<std::size_t>(role_)]) + " must not be empty", {}};
        });
    }
    switch (role_) {
        case Role::id:
            node_ = builder.reference(text);
            return;
        case Role::from:
        case Role::to:
            builder.expect(text);
            (role_ == Role::from ? batch_[waiting_].from : batch_[waiting_].to) = text;
            return;
        case Role::type:
            if (!same_text(text, last_type_)) {
                last_type_ = text;
                last_type_id_ = builder.type(text);
            }
            type_ = last_type_id_;
            if (!type_) {
                problem_here([] { return Problem{"there are more than 65,535 different relationship types", {}}; });
            } else if (state_.rules.check_types() && state_.rules.type(*type_) == nullptr) {
                problem_here([&] {
                    std::vector<std::string> known;
                    for (const auto& one : builder.schema().relationships) known.push_back(one.name);
                    return Problem{"the schema has no relationship type " + quoted(text), suggestion(text, known)};
                });
            }
            return;
        case Role::label:
        case Role::labels: {
            const auto label = builder.label(text);
            if (!label) {
                return problem_here([] { return Problem{"there are more than 65,535 different labels", {}}; });
            }
            if (state_.rules.check_labels() && state_.rules.label(*label) == nullptr) {
                problem_here([&] {
                    std::vector<std::string> known;
                    for (const auto& one : builder.schema().labels) known.push_back(one.name);
                    return Problem{"the schema has no label " + quoted(text), suggestion(text, known)};
                });
            }
            labels_.push_back(*label);
            return;
        }
        case Role::property:
        case Role::ignored:
            return;
    }
}

void ElementReader::number(std::string_view text) {
    if (role_ == Role::ignored) return;
    if (role_ != Role::property) return wrong_role_kind("a number");
    auto value = parsed_number(text);
    if (!value) {
        problem_here([&] {
            const bool is_integer = is_integer_text(text);
            return Problem{quoted(text) + " does not fit into " + (is_integer ? "a 64-bit integer" : "a 64-bit float"),
                           {is_integer ? "write it with a point to make it a float, or in quotes to keep every digit"
                                       : "write it in quotes to keep it as text"}};
        });
        return;
    }
    keep(std::move(*value));
}

void ElementReader::boolean(bool boolean) {
    if (role_ == Role::ignored) return;
    if (role_ != Role::property) return wrong_role_kind("a boolean");
    keep(Value(boolean));
}

// A null member is an absent one, as in the language; in a list there is no such thing.
void ElementReader::null() {
    if (role_ == Role::ignored) return;
    if (role_ != Role::property) return wrong_role_kind("null");
    if (in_list_) {
        problem_here([] { return Problem{"a list must not hold null", {}}; });
        ++list_index_;
    }
}

void ElementReader::value(Value value) {
    if (role_ == Role::ignored) return;
    if (value.is_null()) return null();
    if (value.is(Kind::map)) return nested("an object");
    if (value.is(Kind::list)) {
        for (const Value& element : value.as_list()) {
            if (element.is_null()) return problem_here([] { return Problem{"a list must not hold null", {}}; });
            if (!element.is(Kind::list) && !element.is(Kind::map)) continue;
            return problem_here([] { return Problem{"a list must not hold a list or an object", {}}; });
        }
    }
    keep(std::move(value));
}

void ElementReader::begin_list() {
    if (role_ != Role::property && role_ != Role::labels && role_ != Role::ignored) {
        wrong_role_kind("a list");
        role_ = Role::ignored;
    }
    in_list_ = true;
    list_index_ = 0;
    list_.clear();
    list_.reserve(4);  // mostly enough
}

void ElementReader::end_list() {
    in_list_ = false;
    if (role_ == Role::property) keep(Value(std::move(list_)));
    list_ = {};
}

void ElementReader::nested(std::string_view what) {
    if (role_ == Role::ignored) return;
    if (role_ != Role::property) return wrong_role_kind(what);
    problem_here([&] {
        return in_list_ ? Problem{"a list must not hold " + std::string(what), {}}
                        : Problem{"a property must not be " + std::string(what),
                                  {"write its parts as properties of their own, or as a list of scalars"}};
    });
    if (in_list_) ++list_index_;
}

void ElementReader::keep(Value value, StringId text) {
    if (in_list_) {
        list_.push_back(std::move(value));
        ++list_index_;
    } else {
        members_.push_back({key_, key_line_, std::move(value), text});
    }
}

void ElementReader::wrong_role_kind(std::string_view got) {
    const std::string_view name = role_names[static_cast<std::size_t>(role_)];
    problem(line_here_, child_pointer(pointer(), name), [&] {
        if (in_list_) return Problem{"`labels` must hold strings, not " + std::string(got), {}};
        Problem wrong{quoted(name) + " must be " + (role_ == Role::labels ? "a list of strings" : "a string") +
                          ", not " + std::string(got),
                      {}};
        if (role_ == Role::label && got == "a list") wrong.hints.emplace_back("several labels go into `labels`");
        if (role_ == Role::labels) wrong.hints.emplace_back("a single label goes into `label`");
        return wrong;
    });
}

void ElementReader::end() {
    element_ == Element::node ? end_node() : end_edge();
}

void ElementReader::end_node() {
    const bool has_label = has(Role::label) || has(Role::labels) || members_by_ == Members::by_role;
    if (!has(Role::id)) problem(line_, pointer(), [] { return Problem{"this node has no `id`", {}}; });
    if (!has_label) {
        problem(line_, pointer(), [&] {
            const std::string name = node_ == no_id ? "this node" : "the node " + quoted(state_.builder.id_of(node_));
            return Problem{name + " has no `label`", {}};
        });
    }
    if (has(Role::label) && has(Role::labels)) {
        problem(line_, pointer(), [] { return Problem{"a node has `label` or `labels`, not both", {}}; });
    }
    if (node_ == no_id) return;
    if (state_.builder.is_declared(node_)) {
        const LoadState::FileLine first = state_.declared_at[node_];
        return problem(line_, child_pointer(pointer(), "id"), [&] {
            return Problem{"the id " + quoted(state_.builder.id_of(node_)) + " is taken by the node in " +
                               quoted(state_.problems.file_name(first.file)) + ", line " + std::to_string(first.line),
                           {}};
        });
    }
    declare(node_);
    if (has_label && state_.rules.check_labels()) {
        for (const LabelId label : labels_) {
            const auto* properties = state_.rules.label(label);
            if (properties != nullptr) declared_.push_back(properties);
        }
        if (declared_.size() == labels_.size()) check_members();
    }
    for (const Member& member : members_) {
        if (member.text != StringPool::no_string) {
            state_.builder.set_node_text(node_, member.key, member.text);
        } else {
            state_.builder.set_node_property(node_, member.key, member.value);
        }
    }
}

void ElementReader::declare(NodeId node) {
    state_.builder.declare(node, labels_);
    if (node >= state_.declared_at.size()) state_.declared_at.resize(node + std::size_t{1});
    state_.declared_at[node] = {file_, line_};
}

void ElementReader::end_edge() {
    for (const auto& [role, name] : {std::pair(Role::from, "from"), {Role::type, "type"}, {Role::to, "to"}}) {
        if (has(role)) continue;
        problem(line_, pointer(), [name = name] {
            return Problem{std::string("this edge has no `") + name + "`", {}};
        });
    }
    Edge& edge = batch_[waiting_];
    if (edge.from.empty() || edge.to.empty() || !type_) return;
    ++waiting_;
    edge.type = *type_;
    edge.index = index_;
    edge.line = line_;
    edge.members.swap(members_);
    if (waiting_ == batch_size) flush();
}

void ElementReader::flush() {
    GraphBuilder& builder = state_.builder;
    const std::span edges(batch_.data(), std::exchange(waiting_, 0));
    for (Edge& edge : edges) {
        if (!same_text(edge.from, last_from_)) {  // edges often come sorted
            last_from_node_ = builder.reference(edge.from);
            last_from_ = edge.from;
        }
        edge.ends = {last_from_node_, builder.reference(edge.to)};
        builder.expect_declared(edge.ends.source);
        builder.expect_declared(edge.ends.target);
    }
    for (Edge& edge : edges) add_edge(edge);
}

void ElementReader::add_edge(Edge& edge) {
    GraphBuilder& builder = state_.builder;
    // The element of which problems speak is now this one.
    element_ = Element::edge;
    index_ = edge.index;
    line_ = edge.line;
    type_ = edge.type;
    members_.swap(edge.members);
    declared_.clear();
    const std::uint32_t handle = builder.add_edge(edge.ends.source, edge.type, edge.ends.target);
    const bool settled = builder.is_declared(edge.ends.source) && builder.is_declared(edge.ends.target);
    if (!settled) state_.unsettled.push_back({handle, file_, line_, index_});
    if (const SchemaRules::Type* rule = state_.rules.type(edge.type)) {
        if (settled) check_ends(*rule, edge.ends);
        check_cardinality(*rule, edge.ends);
        declared_.push_back(&rule->properties);
        check_members();
    }
    for (const Member& member : members_) {
        if (member.text != StringPool::no_string) {
            builder.set_edge_text(handle, member.key, member.text);
        } else {
            builder.set_edge_property(handle, member.key, member.value);
        }
    }
    members_.clear();
}

std::string ElementReader::pointer() const {
    return child_pointer(element_ == Element::node ? "/nodes" : "/edges", index_);
}

std::string ElementReader::pointer_here() const {
    const std::string member =
        child_pointer(pointer(), role_ == Role::property ? std::string_view(state_.builder.keys().name(key_))
                                                         : role_names[static_cast<std::size_t>(role_)]);
    return in_list_ ? child_pointer(member, list_index_) : member;
}

}  // namespace confer::engine::load
