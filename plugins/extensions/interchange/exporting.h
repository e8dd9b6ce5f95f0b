#pragma once
// Exporting: a graph that is being written, as C++ sees it through the door: elements in, text out.
//
// Ownership  views and cells are good until the next element is asked for.
// Threads    one thread, that of the call.
// Errors     remembered by the host; reading then gives nothing more, so that every loop ends.
#include <confer/plugin.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace confer::interchange {

inline confer_str to_door(std::string_view text) {
    return {text.data(), text.size()};
}

inline std::string_view from_door(confer_str text) {
    return {text.data, text.size};
}

// A property's value, or an element of its list.
class Cell {
public:
    Cell(const confer_host_v1* host, confer_call* call, const confer_value* value)
        : host_(host), call_(call), value_(value) {}

    std::int32_t kind() const { return host_->kind(call_, value_); }  // CONFER_BOOLEAN, …
    bool is_list() const { return kind() == CONFER_LIST; }
    bool boolean() const { return host_->as_boolean(call_, value_) != 0; }
    std::int64_t integer() const { return host_->as_integer(call_, value_); }
    double number() const { return host_->as_float(call_, value_); }
    std::string_view text() const { return from_door(host_->as_string(call_, value_)); }
    std::size_t size() const { return host_->size(call_, value_); }
    Cell operator[](std::size_t index) const { return {host_, call_, host_->item(call_, value_, index)}; }

    // CONFER_STRING for a list of strings; CONFER_LIST where they differ, CONFER_NULL where there are none.
    std::int32_t kind_of_elements() const;

private:
    const confer_host_v1* host_;
    confer_call* call_;
    const confer_value* value_;
};

// A key of properties, and one type that occurs under it.
struct Key {
    std::string name;
    bool is_list = false;
    std::int32_t kind = CONFER_NULL;  // of a list: that of its elements, as Cell::kind_of_elements() says it

    bool fits(const Cell& cell) const {
        return cell.is_list() ? is_list && kind == cell.kind_of_elements() : !is_list && kind == cell.kind();
    }
};

class Exporting {
public:
    struct Property {
        std::string_view key;
        Cell value;
    };
    struct Node {
        std::string id;
        std::vector<std::string> labels;   // in alphabetical order
        std::vector<Property> properties;  // in alphabetical order of their keys, without `id`
    };
    struct Relationship {
        std::string from, type, to;
        std::vector<Property> properties;  // in alphabetical order of their keys
    };

    Exporting(const confer_host_v1* host, confer_call* call) : host_(host), call_(call) {}

    std::string_view head() { return from_door(host_->head(call_)); }
    std::vector<Key> node_keys() { return keys(host_->node_keys(call_)); }
    std::vector<Key> relationship_keys() { return keys(host_->relationship_keys(call_)); }
    // The next of all; false past the last one, and then it begins again.
    bool next(Node& node);
    bool next(Relationship& relationship);
    // The alphabetically first label of the last relationship's ends; empty where one has none.
    std::string from_label() { return first_label(host_->start_node(call_, last_)); }
    std::string to_label() { return first_label(host_->end_node(call_, last_)); }

    void open_part(std::string_view part);
    // What is appended here is written by the bye; at the end, with finish().
    std::string out;
    void note(const std::string& sentence) { host_->note(call_, to_door(sentence)); }
    void fail(const std::string& sentence) { host_->fail(call_, to_door(sentence)); }
    bool failed() const { return host_->failed(call_) != 0; }
    // What the exporter returns.
    std::int32_t finish();

private:
    std::vector<Key> keys(const confer_value* list);
    void read_properties(const confer_value* element, std::vector<Property>& properties, bool is_node);
    void write(std::size_t at_least);
    std::vector<std::string> labels_of(const confer_value* node);
    std::string first_label(const confer_value* node);

    const confer_value* last_ = nullptr;  // relationship
    const confer_host_v1* host_;
    confer_call* call_;
};

}  // namespace confer::interchange
