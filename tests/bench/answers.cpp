#include "bench/answers.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>

namespace confer::bench {
namespace {

// Texts after numbers; whole numbers and others alike by their value.
bool less(const Value& a, const Value& b) {
    const auto* const text = a.as<std::string>();
    const auto* const other = b.as<std::string>();
    if (text != nullptr && other != nullptr) return *text < *other;
    if (text != nullptr || other != nullptr) return other != nullptr;
    const auto number = [](const Value& value) {
        const auto* const integer = value.as<std::int64_t>();
        const auto* const floating = value.as<double>();
        return integer != nullptr ? static_cast<double>(*integer) : floating != nullptr ? *floating : -INFINITY;
    };
    return number(a) < number(b) - 1e-6;
}

bool row_less(const std::vector<Value>& a, const std::vector<Value>& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), less);
}

}  // namespace

Rows fetch(const Answer& answer) {
    const std::size_t width = answer.column_count();
    Rows rows(answer.row_count());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows[row].reserve(width);
        for (std::size_t column = 0; column < width; ++column) rows[row].push_back(answer.at(row, column));
    }
    return rows;
}

bool same_rows(Rows a, Rows b, bool ordered) {
    if (!ordered) {
        std::sort(a.begin(), a.end(), row_less);
        std::sort(b.begin(), b.end(), row_less);
    }
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return !row_less(x, y) && !row_less(y, x); });
}

std::string to_json(const Rows& rows) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    json.StartArray();
    for (const std::vector<Value>& row : rows) {
        json.StartArray();
        for (const Value& value : row) {
            if (const auto* const integer = value.as<std::int64_t>()) {
                json.Int64(*integer);
            } else if (const auto* const floating = value.as<double>()) {
                json.Double(*floating);
            } else if (const auto* const boolean = value.as<bool>()) {
                json.Bool(*boolean);
            } else if (value.is_null()) {
                json.Null();
            } else {
                json.String(value.to_string());
            }
        }
        json.EndArray();
    }
    json.EndArray();
    return buffer.GetString();
}

}  // namespace confer::bench
