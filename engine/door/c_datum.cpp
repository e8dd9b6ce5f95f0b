// The values of confer.h. Test: tests/suites/door/c_door_test.cpp.
#include <algorithm>

#include "c_internal.h"

namespace confer::c {
namespace {

struct Kind {
    int32_t operator()(std::monostate) const { return CONFER_NULL; }
    int32_t operator()(bool) const { return CONFER_BOOLEAN; }
    int32_t operator()(std::int64_t) const { return CONFER_INTEGER; }
    int32_t operator()(double) const { return CONFER_FLOAT; }
    int32_t operator()(const std::string&) const { return CONFER_STRING; }
    int32_t operator()(const std::shared_ptr<const List>&) const { return CONFER_LIST; }
    int32_t operator()(const std::shared_ptr<const Map>&) const { return CONFER_MAP; }
    int32_t operator()(const std::shared_ptr<const Node>&) const { return CONFER_NODE; }
    int32_t operator()(const std::shared_ptr<const Relationship>&) const { return CONFER_RELATIONSHIP; }
    int32_t operator()(const std::shared_ptr<const Path>&) const { return CONFER_PATH; }
};

// What keys of the value lead to, if it has keys.
const Map* entries(const Value& value) {
    if (const Map* map = value.as_map()) return map;
    if (const Node* node = value.as_node()) return &node->properties;
    if (const Relationship* edge = value.as_relationship()) return &edge->properties;
    return nullptr;
}

// Makes `count` parts, each from part_of(index).
template <class PartOf>
void fill_parts(confer_datum& datum, std::size_t count, PartOf part_of) {
    datum.parts = std::make_unique<confer_datum[]>(count);
    datum.size = count;
    for (std::size_t i = 0; i < count; ++i) fill(datum.parts[i], part_of(i));
}

Value part_of_path(const Path& path, std::size_t index) {
    if (index % 2 == 0) return path.nodes[index / 2];
    return path.relationships[index / 2];
}

}  // namespace

const confer_datum& null_datum() noexcept {
    static const confer_datum datum;
    return datum;
}

void fill(confer_datum& datum, Value value) {
    datum.value = std::move(value);
    if (const List* list = datum.value.as_list()) {
        fill_parts(datum, list->size(), [&](std::size_t i) { return (*list)[i]; });
    } else if (const Map* map = entries(datum.value)) {
        fill_parts(datum, map->size(), [&](std::size_t i) { return (*map)[i].second; });
    } else if (const Path* path = datum.value.as_path()) {
        fill_parts(datum, path->nodes.size() + path->relationships.size(),
                   [&](std::size_t i) { return part_of_path(*path, i); });
    }
}

}  // namespace confer::c

using confer::c::entries;
using confer::c::guarded;
using confer::c::Kind;
using confer::c::lend;
using confer::c::lend_nothing;
using confer::c::null_datum;

namespace {

// What the datum holds, or nothing.
template <class T>
const T* read(const confer_datum* datum) {
    return datum == nullptr ? nullptr : datum->value.as<T>();
}

const confer::Node* node_of(const confer_datum* datum) {
    return datum == nullptr ? nullptr : datum->value.as_node();
}

const confer::Relationship* relationship_of(const confer_datum* datum) {
    return datum == nullptr ? nullptr : datum->value.as_relationship();
}

}  // namespace

int32_t confer_datum_kind(const confer_datum* datum) {
    return datum == nullptr ? static_cast<int32_t>(CONFER_NULL) : std::visit(Kind(), datum->value.storage());
}

int32_t confer_datum_boolean(const confer_datum* datum) {
    const bool* boolean = read<bool>(datum);
    return boolean != nullptr && *boolean ? 1 : 0;
}

int64_t confer_datum_integer(const confer_datum* datum) {
    const std::int64_t* integer = read<std::int64_t>(datum);
    return integer == nullptr ? 0 : *integer;
}

double confer_datum_float(const confer_datum* datum) {
    if (const double* number = read<double>(datum)) return *number;
    return static_cast<double>(confer_datum_integer(datum));
}

const char* confer_datum_string(const confer_datum* datum, size_t* size) {
    const std::string* text = read<std::string>(datum);
    return text == nullptr ? lend_nothing(size) : lend(*text, size);
}

const char* confer_datum_text(const confer_datum* datum, size_t* size) {
    if (datum == nullptr) return lend_nothing(size);
    if (const std::string* text = read<std::string>(datum)) return lend(*text, size);
    const std::string* text = datum->text.load(std::memory_order_acquire);
    if (text == nullptr) {
        const confer_status made = guarded(nullptr, [&] {
            auto mine = std::make_unique<const std::string>(datum->value.to_string());
            if (datum->text.compare_exchange_strong(text, mine.get())) text = mine.release();
            return CONFER_OK;
        });
        if (made != CONFER_OK) return lend_nothing(size);
    }
    return lend(*text, size);
}

size_t confer_datum_size(const confer_datum* datum) {
    return datum == nullptr ? 0 : datum->size;
}

const confer_datum* confer_datum_item(const confer_datum* datum, size_t index) {
    return index < confer_datum_size(datum) ? &datum->parts[index] : &null_datum();
}

const char* confer_datum_key(const confer_datum* datum, size_t index, size_t* size) {
    const confer::Map* map = datum == nullptr ? nullptr : entries(datum->value);
    if (map == nullptr || index >= map->size()) return lend_nothing(size);
    return lend((*map)[index].first, size);
}

const confer_datum* confer_datum_property(const confer_datum* datum, const char* key) {
    const confer::Map* map = datum == nullptr || key == nullptr ? nullptr : entries(datum->value);
    if (map == nullptr) return &null_datum();
    const auto found =
        std::lower_bound(map->begin(), map->end(), std::string_view(key),
                         [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    if (found == map->end() || found->first != key) return &null_datum();
    return &datum->parts[static_cast<std::size_t>(found - map->begin())];
}

int64_t confer_datum_id(const confer_datum* datum) {
    if (const confer::Node* node = node_of(datum)) return node->id;
    const confer::Relationship* edge = relationship_of(datum);
    return edge == nullptr ? -1 : std::int64_t{edge->id};
}

size_t confer_datum_label_count(const confer_datum* datum) {
    const confer::Node* node = node_of(datum);
    return node == nullptr ? 0 : node->labels.size();
}

const char* confer_datum_label(const confer_datum* datum, size_t index, size_t* size) {
    if (index >= confer_datum_label_count(datum)) return lend_nothing(size);
    return lend(node_of(datum)->labels[index], size);
}

const char* confer_datum_type(const confer_datum* datum, size_t* size) {
    const confer::Relationship* edge = relationship_of(datum);
    return edge == nullptr ? lend_nothing(size) : lend(edge->type, size);
}

int64_t confer_datum_start(const confer_datum* datum) {
    const confer::Relationship* edge = relationship_of(datum);
    return edge == nullptr ? -1 : std::int64_t{edge->start};
}

int64_t confer_datum_end(const confer_datum* datum) {
    const confer::Relationship* edge = relationship_of(datum);
    return edge == nullptr ? -1 : std::int64_t{edge->end};
}
