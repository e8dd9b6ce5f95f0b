#include "compare.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "value/format.h"

namespace confer::oracle {

using engine::Kind;

namespace {

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

std::vector<std::string> rows_as_text(const std::vector<std::vector<Value>>& rows,
                                      const std::vector<std::size_t>& columns, const Names& names, Look look) {
    std::vector<std::string> texts;
    for (const auto& row : rows) {
        std::string text;
        for (const std::size_t column : columns) text += to_text(row[column], names, look) + " | ";
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

bool agree(const Expected& expected, const Names& names, const AnswerRows& answer, Look look) {
    if (sorted(expected.columns) != sorted(answer.columns)) return false;
    if (answer.rows.size() != expected.answer().size()) return false;
    const std::vector<std::string> right = rows_as_text(expected.rows, by_name(expected.columns), names, look);
    const std::vector<std::string> given = rows_as_text(answer.rows, by_name(answer.columns), answer.names, look);
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

std::string to_text(const Value& value, const Names& names, Look look) {
    switch (value.kind()) {
        case Kind::floating: {
            const double number = value.as_floating();
            if (look == Look::numbers_by_size && std::floor(number) == number && std::fabs(number) < 1e15)
                return std::to_string(static_cast<long long>(number));
            char digits[40];
            std::snprintf(digits, sizeof digits, "%.9gf", number);
            return digits;
        }
        case Kind::node:
            return names.of(value.as_node());
        case Kind::relationship:
            return names.of_edge(value.as_relationship());
        case Kind::list: {
            std::vector<std::string> items;
            for (const Value& item : value.as_list()) items.push_back(to_text(item, names, look));
            if (look != Look::exactly) std::sort(items.begin(), items.end());
            return "[" + joined(items) + "]";
        }
        case Kind::map: {
            std::vector<std::string> entries;
            for (const auto& [key, item] : value.as_map()) entries.push_back(key + ": " + to_text(item, names, look));
            return "{" + joined(entries) + "}";
        }
        case Kind::path: {
            std::string text = "path " + names.of(value.as_path().nodes.front());
            for (std::size_t i = 0; i < value.as_path().edges.size(); ++i)
                text += ", " + names.of_edge(value.as_path().edges[i]) + ", " + names.of(value.as_path().nodes[i + 1]);
            return text;
        }
        default:
            return engine::to_literal(value);
    }
}

}  // namespace confer::oracle
