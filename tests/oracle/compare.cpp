#include "compare.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "value/format.h"

namespace confer::oracle {

using engine::Kind;

namespace {

// A text that two values share when they look the same; nodes and relationships by number.
std::string look_of(const Value& value, Look look) {
    switch (value.kind()) {
        case Kind::floating: {
            const double number = value.as_floating();
            if (look == Look::numbers_by_size && std::floor(number) == number && std::fabs(number) < 1e15)
                return std::to_string(static_cast<long long>(number));
            char digits[40];
            std::snprintf(digits, sizeof digits, "%.9gf", number);
            return digits;
        }
        case Kind::list: {
            std::vector<std::string> items;
            for (const Value& item : value.as_list()) items.push_back(look_of(item, look));
            if (look != Look::exactly) std::sort(items.begin(), items.end());
            std::string text = "[";
            for (const std::string& item : items) text += item + ",";
            return text + "]";
        }
        case Kind::map: {
            std::string text = "{";
            for (const auto& [key, item] : value.as_map()) text += key + ":" + look_of(item, look) + ",";
            return text + "}";
        }
        case Kind::path: {
            std::string text = "path";
            for (const auto node : value.as_path().nodes) text += " " + std::to_string(node);
            for (const auto edge : value.as_path().edges) text += " -" + std::to_string(edge);
            return text;
        }
        default:
            return engine::to_literal(value);
    }
}

std::vector<std::string> rows_as_text(const std::vector<std::vector<Value>>& rows,
                                      const std::vector<std::size_t>& columns, Look look) {
    std::vector<std::string> texts;
    for (const auto& row : rows) {
        std::string text;
        for (const std::size_t column : columns) text += look_of(row[column], look) + " | ";
        texts.push_back(std::move(text));
    }
    return texts;
}

// The places of the columns in alphabetical order.
std::vector<std::size_t> by_name(const std::vector<std::string>& columns) {
    std::vector<std::size_t> places(columns.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return columns[a] < columns[b]; });
    return places;
}

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

bool agree(const Expected& expected, const AnswerRows& answer, Look look) {
    if (sorted(expected.columns) != sorted(answer.columns)) return false;
    if (answer.rows.size() != expected.answer().size()) return false;
    const std::vector<std::string> right = rows_as_text(expected.rows, by_name(expected.columns), look);
    const std::vector<std::string> given = rows_as_text(answer.rows, by_name(answer.columns), look);
    std::size_t row = 0;
    while (row < given.size()) {
        // The rows of one tie, and as many of them as the answer has.
        const std::size_t first = expected.skip + row;
        const std::size_t tie = expected.tie[first];
        const auto begin = std::find(expected.tie.begin(), expected.tie.end(), tie) - expected.tie.begin();
        std::vector<std::string> tied, got;
        for (auto i = static_cast<std::size_t>(begin); i < right.size() && expected.tie[i] == tie; ++i)
            tied.push_back(right[i]);
        const auto last = static_cast<std::size_t>(begin) + tied.size();
        for (; row < given.size() && expected.skip + row < last; ++row) got.push_back(given[row]);
        std::sort(tied.begin(), tied.end());
        std::sort(got.begin(), got.end());
        if (!std::includes(tied.begin(), tied.end(), got.begin(), got.end())) return false;
    }
    return true;
}

std::string to_text(const Value& value, const World& world, Look look) {
    if (value.is(Kind::node)) return "(" + world.graph->title(value.as_node()) + ")";
    if (value.is(Kind::relationship)) {
        const World::Edge& edge = world.edges[value.as_relationship()];
        return "(" + world.graph->title(edge.from) + ")-[:" + edge.type + "]->(" + world.graph->title(edge.to) + ")";
    }
    if (!value.is(Kind::list)) return value.is(Kind::path) ? look_of(value, look) : engine::to_literal(value);
    std::string items;
    for (const Value& item : value.as_list()) items += (items.empty() ? "" : ", ") + to_text(item, world, look);
    return "[" + items + "]";
}

}  // namespace confer::oracle
