#include "interchange/exporting.h"

#include <algorithm>

namespace confer::interchange {

namespace {

constexpr std::size_t worth_a_write = std::size_t{1} << 16U;

std::int32_t kind_called(std::string_view type) {
    if (type == "BOOLEAN") return CONFER_BOOLEAN;
    if (type == "INTEGER") return CONFER_INTEGER;
    if (type == "FLOAT") return CONFER_FLOAT;
    if (type == "STRING") return CONFER_STRING;
    return CONFER_LIST;  // ANY
}

Key key_of(std::string_view name, std::string_view type) {
    constexpr std::string_view list_of = "LIST OF ";
    Key key{std::string(name), type.substr(0, 4) == "LIST", CONFER_NULL};
    if (!key.is_list) key.kind = kind_called(type);
    if (type.substr(0, list_of.size()) == list_of) key.kind = kind_called(type.substr(list_of.size()));
    return key;
}

}  // namespace

std::int32_t Cell::kind_of_elements() const {
    const std::size_t count = size();
    if (count == 0) return CONFER_NULL;
    const std::int32_t first = (*this)[0].kind();
    for (std::size_t i = 1; i < count; ++i) {
        if ((*this)[i].kind() != first) return CONFER_LIST;
    }
    return first;
}

std::vector<Key> Exporting::keys(const confer_value* list) {
    std::vector<Key> keys;
    const std::size_t count = host_->size(call_, list);
    for (std::size_t i = 0; i < count; ++i) {
        const confer_value* const entry = host_->item(call_, list, i);
        const auto text = [&](const char* key) {
            return from_door(host_->as_string(call_, host_->property(call_, entry, confer_text(key))));
        };
        keys.push_back(key_of(text("key"), text("type")));
    }
    return keys;
}

void Exporting::read_properties(const confer_value* element, std::vector<Property>& properties, bool is_node) {
    properties.clear();
    const confer_value* const map = host_->properties(call_, element);
    const std::size_t count = host_->size(call_, map);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view key = from_door(host_->key(call_, map, i));
        if (is_node && key == "id") continue;
        properties.push_back({key, {host_, call_, host_->item(call_, map, i)}});
    }
}

std::vector<std::string> Exporting::labels_of(const confer_value* node) {
    const confer_value* const names = host_->labels(call_, node);
    std::vector<std::string> labels(host_->size(call_, names));
    for (std::size_t i = 0; i < labels.size(); ++i)
        labels[i] = from_door(host_->as_string(call_, host_->item(call_, names, i)));
    std::sort(labels.begin(), labels.end());
    return labels;
}

std::string Exporting::first_label(const confer_value* node) {
    const std::vector<std::string> labels = labels_of(node);
    return labels.empty() ? std::string() : labels.front();
}

bool Exporting::next(Node& node) {
    write(worth_a_write);
    const confer_value* const element = host_->next_node(call_);
    if (element == nullptr) return false;
    node.id = from_door(host_->file_id(call_, element));
    node.labels = labels_of(element);
    read_properties(element, node.properties, true);
    return true;
}

bool Exporting::next(Relationship& relationship) {
    write(worth_a_write);
    const confer_value* const element = last_ = host_->next_relationship(call_);
    if (element == nullptr) return false;
    relationship.from = from_door(host_->file_id(call_, host_->start_node(call_, element)));
    relationship.to = from_door(host_->file_id(call_, host_->end_node(call_, element)));
    relationship.type = from_door(host_->type(call_, element));
    read_properties(element, relationship.properties, false);
    return true;
}

void Exporting::open_part(std::string_view part) {
    write(0);
    host_->open_part(call_, to_door(part));
}

void Exporting::write(std::size_t at_least) {
    if (out.size() < at_least) return;
    if (!out.empty()) host_->write(call_, to_door(out));
    out.clear();
}

std::int32_t Exporting::finish() {
    write(0);
    return host_->failed(call_);
}

}  // namespace confer::interchange
