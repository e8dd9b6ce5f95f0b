// Tested by suites/loading/document_test.cpp.
#include <algorithm>

#include "load/graph_handler_internal.h"
#include "load/read_graph.h"
#include "load/read_schema_internal.h"

namespace confer::engine::load {

namespace {

constexpr int format_version = 1;

const std::vector<std::string>& known_keys(bool is_root) {
    static const std::vector<std::string> of_root{"confer",  "name",   "version", "license", "description",
                                                  "include", "schema", "nodes",   "edges"};
    static const std::vector<std::string> of_included{"schema", "nodes", "edges"};
    return is_root ? of_root : of_included;
}

JsonTree scalar(JsonTree::Kind kind, std::uint32_t line, std::string text = {}, bool boolean = false) {
    JsonTree value;
    value.kind = kind;
    value.line = line;
    value.text = std::move(text);
    value.boolean = boolean;
    return value;
}

}  // namespace

bool GraphHandler::Null() {
    if (where_ == Where::element || where_ == Where::list) {
        elements_.null();
    } else {
        scalar_elsewhere(scalar(JsonTree::Kind::null, stream_.line()));
    }
    return true;
}

bool GraphHandler::Bool(bool boolean) {
    if (where_ == Where::element || where_ == Where::list) {
        elements_.boolean(boolean);
    } else {
        scalar_elsewhere(scalar(JsonTree::Kind::boolean, stream_.line(), {}, boolean));
    }
    return true;
}

bool GraphHandler::RawNumber(const char*, unsigned size, bool) {
    const std::string_view text = stream_.number_text(size);
    if (where_ == Where::element || where_ == Where::list) {
        elements_.number(text);
    } else {
        scalar_elsewhere(scalar(JsonTree::Kind::number, stream_.line(), std::string(text)));
    }
    return true;
}

bool GraphHandler::String(const char*, unsigned, bool) {
    const std::string_view text = stream_.string_text();
    if (where_ == Where::element || where_ == Where::list) {
        elements_.text(text);
    } else {
        scalar_elsewhere(scalar(JsonTree::Kind::string, stream_.line(), std::string(text)));
    }
    return true;
}

bool GraphHandler::Key(const char*, unsigned, bool) {
    const std::string_view key = stream_.string_text();
    if (where_ == Where::element) {
        elements_.key(key);
    } else if (where_ == Where::root) {
        root_key(key);
    } else if (where_ == Where::tree) {
        JsonTree& object = *open_.back();
        tree_key_is_second_ = std::ranges::find(object.keys, key) != object.keys.end();
        if (tree_key_is_second_) {
            problem(stream_.line(), child_pointer(tree_pointer(), key), [&] {
                return Problem{"the key `" + std::string(key) + "` appears twice in one object", {}};
            });
        }
        object.keys.emplace_back(key);
    }
    return true;
}

bool GraphHandler::StartObject() {
    if (!deeper()) return false;
    switch (where_) {
        case Where::before:
            where_ = Where::root;
            break;
        case Where::root:
            if (key_is_wrong_) {
                skip_from(Where::root);
            } else {
                open_tree(JsonTree::Kind::object);
            }
            break;
        case Where::elements:
            elements_.begin(element_, next_index_++);
            where_ = Where::element;
            break;
        case Where::element:
        case Where::list:
            elements_.nested("an object");
            skip_from(where_);
            break;
        case Where::tree:
            open_tree(JsonTree::Kind::object);
            break;
        case Where::skipped:
            ++skip_depth_;
            break;
    }
    return true;
}

bool GraphHandler::EndObject(unsigned) {
    --depth_;
    switch (where_) {
        case Where::element:
            elements_.end();
            where_ = Where::elements;
            break;
        case Where::tree:
            close_tree();
            break;
        case Where::skipped:
            if (--skip_depth_ == 0) where_ = after_skip_;
            break;
        default:
            break;
    }
    return true;
}

bool GraphHandler::StartArray() {
    if (!deeper()) return false;
    switch (where_) {
        case Where::before:
            scalar_elsewhere(scalar(JsonTree::Kind::list, stream_.line()));
            skip_from(Where::before);
            break;
        case Where::root:
            if (key_is_wrong_) {
                skip_from(Where::root);
            } else if (key_ == "nodes" || key_ == "edges") {
                element_ = key_ == "nodes" ? ElementRelay::Element::node : ElementRelay::Element::edge;
                next_index_ = 0;
                where_ = Where::elements;
            } else {
                open_tree(JsonTree::Kind::list);
            }
            break;
        case Where::elements:
            next_element("a list");
            skip_from(Where::elements);
            break;
        case Where::element:
            elements_.begin_list();
            where_ = Where::list;
            break;
        case Where::list:
            elements_.nested("a list");
            skip_from(Where::list);
            break;
        case Where::tree:
            open_tree(JsonTree::Kind::list);
            break;
        case Where::skipped:
            ++skip_depth_;
            break;
    }
    return true;
}

bool GraphHandler::EndArray(unsigned) {
    --depth_;
    switch (where_) {
        case Where::elements:
            where_ = Where::root;
            break;
        case Where::list:
            elements_.end_list();
            where_ = Where::element;
            break;
        case Where::tree:
            close_tree();
            break;
        case Where::skipped:
            if (--skip_depth_ == 0) where_ = after_skip_;
            break;
        default:
            break;
    }
    return true;
}

bool GraphHandler::deeper() {
    if (++depth_ <= max_json_nesting) return true;
    problem(stream_.line(), place(), [] {
        return Problem{"objects and lists are nested more than " + std::to_string(max_json_nesting) + " deep", {}};
    });
    return false;
}

std::string GraphHandler::place() const {
    switch (where_ == Where::skipped ? after_skip_ : where_) {
        case Where::elements:  // the next one
            return child_pointer("/" + key_, next_index_);
        case Where::element:
        case Where::list:
            return child_pointer("/" + key_, next_index_ - 1);
        case Where::tree:
            return tree_pointer();
        default:
            return {};
    }
}

void GraphHandler::skip_from(Where back) {
    after_skip_ = back;
    skip_depth_ = 1;
    where_ = Where::skipped;
}

void GraphHandler::scalar_elsewhere(JsonTree value) {
    switch (where_) {
        case Where::before:
            problem(value.line, {}, [&] {
                return Problem{std::string("a graph file must hold an object, not ") + with_article(value.kind),
                               {R"(the smallest graph is {"nodes": [], "edges": []})"}};
            });
            break;
        case Where::root:
            if (!key_is_wrong_) root_value(std::move(value));
            break;
        case Where::elements:
            next_element(with_article(value.kind));
            break;
        case Where::tree:
            add_to_tree(std::move(value));
            break;
        default:
            break;
    }
}

void GraphHandler::next_element(std::string_view got) {
    const std::uint32_t index = next_index_++;
    problem(stream_.line(), child_pointer("/" + key_, index), [&] {
        return Problem{
            std::string(key_ == "nodes" ? "a node" : "an edge") + " must be an object, not " + std::string(got), {}};
    });
}

// ---- trees

void GraphHandler::open_tree(JsonTree::Kind kind) {
    JsonTree part = scalar(kind, stream_.line());
    if (where_ == Where::root) {
        tree_ = std::move(part);
        open_ = {&tree_};
        where_ = Where::tree;
    } else if (tree_key_is_second_) {
        open_.back()->keys.pop_back();
        tree_key_is_second_ = false;
        skip_from(Where::tree);
    } else {
        open_.back()->items.push_back(std::move(part));
        open_.push_back(&open_.back()->items.back());
    }
}

void GraphHandler::add_to_tree(JsonTree value) {
    if (tree_key_is_second_) {
        open_.back()->keys.pop_back();
        tree_key_is_second_ = false;
    } else {
        open_.back()->items.push_back(std::move(value));
    }
}

void GraphHandler::close_tree() {
    open_.pop_back();
    if (!open_.empty()) return;
    where_ = Where::root;
    root_value(std::move(tree_));
}

std::string GraphHandler::tree_pointer() const {
    std::string pointer = child_pointer("", key_);
    for (std::size_t i = 0; i + 1 < open_.size(); ++i) {
        const JsonTree& part = *open_[i];
        pointer = part.kind == JsonTree::Kind::object ? child_pointer(pointer, part.keys.back())
                                                      : child_pointer(pointer, part.items.size() - 1);
    }
    return pointer;
}

// ---- the root's members

void GraphHandler::root_key(std::string_view key) {
    key_ = key;
    const auto& known = known_keys(is_root_);
    const bool is_known = std::ranges::find(known, key) != known.end();
    const bool is_second = std::ranges::find(seen_, key) != seen_.end();
    key_is_wrong_ = !is_known || is_second;
    if (is_second) {
        problem(stream_.line(), child_pointer("", key), [&] {
            return Problem{"the key `" + key_ + "` appears twice", {}};
        });
    } else if (!is_known) {
        problem(stream_.line(), child_pointer("", key), [&] {
            const auto& of_root = known_keys(true);
            if (std::ranges::find(of_root, key) != of_root.end()) {
                return Problem{"`" + key_ +
                                   "` belongs into the graph's main file; an included file holds `schema`, "
                                   "`nodes` and `edges`",
                               {}};
            }
            return Problem{"a graph file has no key `" + key_ + "`", suggestion(key, known)};
        });
    }
    if (!is_second) seen_.push_back(key_);
}

void GraphHandler::root_value(JsonTree value) {
    if (key_ == "confer") return read_version(value);
    if (key_ == "name") return set_text(head_.description.name, value);
    if (key_ == "version") return set_text(head_.description.version, value);
    if (key_ == "license") return set_text(head_.description.license, value);
    if (key_ == "description") return set_text(head_.description.description, value);
    if (key_ == "schema") return take_schema(value);
    const JsonTree::Kind got = value.kind;
    if (key_ == "include" && got == JsonTree::Kind::list) {
        head_.include = std::move(value);
        return;
    }
    problem(value.line, child_pointer("", key_), [&] {
        return Problem{"`" + key_ + "` must be a list, not " + with_article(got), {}};
    });
}

void GraphHandler::set_text(std::string& field, const JsonTree& value) {
    field = value.text;
    if (value.kind == JsonTree::Kind::string) return;
    problem(value.line, child_pointer("", key_), [&] {
        return Problem{"`" + key_ + "` must be a string, not " + with_article(value.kind), {}};
    });
}

void GraphHandler::read_version(const JsonTree& value) {
    if (value.kind == JsonTree::Kind::number && value.text == std::to_string(format_version)) return;
    problem(value.line, "/confer", [&] {
        const bool is_scalar = value.kind == JsonTree::Kind::number;
        return Problem{"this is format " + (is_scalar ? "`" + value.text + "`" : with_article(value.kind)) +
                           " of graph files, and only `" + std::to_string(format_version) + "` is known",
                       {"write `\"confer\": " + std::to_string(format_version) + "`"}};
    });
}

void GraphHandler::take_schema(const JsonTree& value) {
    elements_.catch_up();
    if (state_.schema.has_value()) {
        return problem(value.line, "/schema", [&] {
            return Problem{"a graph has one schema, and it stands already in `" +
                               state_.problems.file_name(state_.schema_at.file) + "`, line " +
                               std::to_string(state_.schema_at.line),
                           {}};
        });
    }
    state_.schema = read_schema(value, file_, state_.problems);
    state_.schema_at = {file_, value.line};
    if (state_.schema_given) return;
    if (state_.has_data) {
        state_.schema_came_late = true;
    } else {
        state_.set_schema(*state_.schema);
    }
}

}  // namespace confer::engine::load
