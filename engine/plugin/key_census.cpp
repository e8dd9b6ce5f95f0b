// Which properties a graph has, by key and type. Columns of one type tell without a look at their values.
#include <algorithm>
#include <set>
#include <utility>

#include "plugin/transfer_internal.h"

namespace confer::engine::plugin {

namespace {

using Found = std::set<std::pair<std::string, std::string>>;  // key, type

const char* scalar_type(Kind kind) {
    switch (kind) {
        case Kind::boolean:
            return "BOOLEAN";
        case Kind::integer:
            return "INTEGER";
        case Kind::floating:
            return "FLOAT";
        default:
            return "STRING";
    }
}

std::string type_of(const Value& value) {
    if (!value.is(Kind::list)) return scalar_type(value.kind());
    const std::span<const Value> elements = value.as_list();
    if (elements.empty()) return "LIST";
    const bool alike = std::ranges::all_of(elements, [&](const Value& one) { return one.is(elements.front().kind()); });
    return std::string("LIST OF ") + (alike ? scalar_type(elements.front().kind()) : "ANY");
}

void look_into(const PropertyColumn& column, const std::string& key, Found& found) {
    using Storage = PropertyColumn::Storage;
    const auto each_row = [&](auto type_of_row) {
        std::string last;  // rows mostly are of one type
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (!column.has(row)) continue;
            if (std::string type = type_of_row(row); type != last) {
                last = std::move(type);
                found.emplace(key, last);
            }
        }
    };
    if (column.present_count() == 0) return;
    switch (column.storage()) {
        case Storage::boolean:
            found.emplace(key, "BOOLEAN");
            return;
        case Storage::integer:
            found.emplace(key, "INTEGER");
            return;
        case Storage::floating:
            found.emplace(key, "FLOAT");
            return;
        case Storage::string:
            found.emplace(key, "STRING");
            return;
        case Storage::string_list:
            return each_row([&](std::size_t row) {
                return std::string(column.string_list(row).empty() ? "LIST" : "LIST OF STRING");
            });
        case Storage::value:
            return each_row([&](std::size_t row) { return type_of(column.get(row)); });
    }
}

Value listed(const Found& found) {
    ValueList list;
    for (const auto& [key, type] : found) {
        ValueMap entry;
        entry.emplace_back("key", Value(std::string_view(key)));
        entry.emplace_back("type", Value(std::string_view(type)));
        list.push_back(Value(std::move(entry)));
    }
    return Value(std::move(list));
}

}  // namespace

Value node_keys(const PropertyGraph& graph) {
    Found found;
    for (std::size_t key = 0; key < graph.keys().size(); ++key) {
        const PropertyColumn* const column = graph.node_column(static_cast<KeyId>(key));
        if (column != nullptr) look_into(*column, graph.keys().name(static_cast<KeyId>(key)), found);
    }
    return listed(found);
}

Value relationship_keys(const PropertyGraph& graph) {
    Found found;
    for (std::size_t type = 0; type < graph.types().size(); ++type) {
        for (std::size_t key = 0; key < graph.keys().size(); ++key) {
            const PropertyColumn* const column = graph.edge_column(static_cast<TypeId>(type), static_cast<KeyId>(key));
            if (column != nullptr) look_into(*column, graph.keys().name(static_cast<KeyId>(key)), found);
        }
    }
    return listed(found);
}

}  // namespace confer::engine::plugin
