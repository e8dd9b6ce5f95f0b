#include "interchange/column.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <iterator>

#include "interchange/json_scalar.h"
#include "interchange/json_value.h"
#include "interchange/number_text.h"

namespace confer::interchange {

namespace {

constexpr std::string_view empty_list = "\\[]";

struct TypeName {
    std::string_view name;
    std::int32_t kind;
};

// The first of a kind is the one that is written.
constexpr TypeName type_names[] = {
    {"boolean", CONFER_BOOLEAN}, {"long", CONFER_INTEGER}, {"double", CONFER_FLOAT},  {"string", CONFER_STRING},
    {"any", CONFER_LIST},        {"int", CONFER_INTEGER},  {"short", CONFER_INTEGER}, {"byte", CONFER_INTEGER},
    {"integer", CONFER_INTEGER}, {"float", CONFER_FLOAT},  {"bool", CONFER_BOOLEAN},  {"char", CONFER_STRING},
};

void append_escaped(std::string& out, std::string_view element) {
    for (const char c : element) {
        if (c == ';' || c == '\\') out += '\\';
        out += c;
    }
}

std::string scalar_text(std::int32_t kind, const Cell& cell) {
    switch (kind) {
        case CONFER_BOOLEAN:
            return cell.boolean() ? "true" : "false";
        case CONFER_INTEGER:
            return std::to_string(cell.integer());
        case CONFER_FLOAT:
            return float_text(cell.number(), java_names);
        case CONFER_STRING:
            return std::string(cell.text());
        default:
            return json_scalar(cell);
    }
}

void put_scalar(Importing& into, std::int32_t kind, std::string_view text) {
    if (kind == CONFER_STRING) return into.put(text);
    if (kind == CONFER_BOOLEAN) {
        if (const auto boolean = parse_boolean(text)) return into.put(*boolean);
    } else if (kind == CONFER_INTEGER) {
        if (const auto integer = parse_integer(text)) return into.put(*integer);
    } else if (kind == CONFER_FLOAT) {
        if (const auto number = parse_float(text)) return into.put(*number);
    } else if (put_json_scalar(into, text)) {
        return;
    }
    constexpr const char* wanted[] = {"", "true or false", "an integer of 64 bits", "a number", "", "a JSON value"};
    into.problem("`" + std::string(text) + "` is not " + wanted[kind]);
    into.put(std::string_view());
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> elements(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escapes = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == ';' || text[i + 1] == '\\');
        if (text[i] == ';') {
            elements.emplace_back();
        } else {
            elements.back() += escapes ? text[++i] : text[i];
        }
    }
    return elements;
}

}  // namespace

std::string heading(const Column& column) {
    const auto type = std::find_if(std::begin(type_names), std::end(type_names),
                                   [&](const TypeName& one) { return one.kind == column.kind; });
    return column.key + ":" + std::string(type->name) + (column.is_list ? "[]" : "");
}

std::string_view without_options(std::string_view heading) {
    const std::size_t colon = heading.rfind(':', heading.rfind('{'));
    const std::size_t brace = colon == std::string_view::npos ? colon : heading.find('{', colon);
    const bool has_options = brace != std::string_view::npos && heading.back() == '}';
    return has_options ? heading.substr(0, brace) : heading;
}

Column column_headed(std::string_view heading) {
    heading = without_options(heading);
    Column column{std::string(heading)};
    const std::size_t colon = heading.rfind(':');
    if (colon == std::string_view::npos) return column;
    std::string_view type = heading.substr(colon + 1);
    column.is_list = type.size() > 2 && type.substr(type.size() - 2) == "[]";
    if (column.is_list) type.remove_suffix(2);
    const auto known = std::find_if(std::begin(type_names), std::end(type_names),
                                    [&](const TypeName& one) { return one.name == type; });
    column.key = heading.substr(0, colon);
    if (known != std::end(type_names) && (column.is_list || known->kind != CONFER_LIST)) column.kind = known->kind;
    return column;
}

std::vector<Column> columns_for(const std::vector<Key>& keys) {
    std::vector<Column> columns;
    for (const Key& key : keys) {
        if (key.is_list && key.kind == CONFER_NULL) continue;
        columns.push_back({key.name, key.is_list, key.kind});
    }
    for (const Key& key : keys) {
        if (!key.is_list || key.kind != CONFER_NULL) continue;
        const auto list = std::find_if(columns.begin(), columns.end(),
                                       [&](const Column& column) { return column.key == key.name && column.is_list; });
        if (list == columns.end()) columns.push_back({key.name, true, CONFER_STRING});
    }
    std::stable_sort(columns.begin(), columns.end(), [](const Column& a, const Column& b) { return a.key < b.key; });
    return columns;
}

bool fits(const Column& column, const Cell& cell) {
    if (!cell.is_list()) return !column.is_list && column.kind == cell.kind();
    const std::int32_t kind = cell.kind_of_elements();
    return column.is_list && (kind == CONFER_NULL || kind == column.kind);
}

void append_text(std::string& out, const Column& column, const Cell& cell) {
    if (!column.is_list) {
        out += scalar_text(column.kind, cell);
        return;
    }
    const std::size_t count = cell.size();
    if (count == 0) out += empty_list;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) out += ';';
        append_escaped(out, scalar_text(column.kind, cell[i]));
    }
}

void put_text(Importing& into, const Column& column, std::string_view text) {
    if (!column.is_list) return put_scalar(into, column.kind, text);
    into.begin_list();
    if (text != empty_list) {
        for (const std::string& element : split_list(text)) put_scalar(into, column.kind, element);
    }
    into.end_list();
}

std::string json_list(const Cell& cell) {
    std::string out = "[";
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (i > 0) out += ", ";
        out += json_scalar(cell[i]);
    }
    return out + "]";
}

void put_json_list(Importing& into, const Column& column, std::string_view text) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseFullPrecisionFlag>(text.data(), text.size());
    into.begin_list();
    if (json.HasParseError() || !json.IsArray()) {
        into.problem("`" + std::string(text) + "` is no list in JSON");
    } else {
        for (const rapidjson::Value& element : json.GetArray()) {
            if (column.kind == CONFER_FLOAT && element.IsString()) {
                put_scalar(into, CONFER_FLOAT, view_of(element));
            } else {
                put_json(into, element);
            }
        }
    }
    into.end_list();
}

std::string free_key(std::string_view name, bool is_node) {
    const bool is_taken = is_node ? name == "id" || name == "label" || name == "labels"
                                  : name == "from" || name == "type" || name == "to";
    return std::string(name) + (is_taken ? "_" : "");
}

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) {
        if (!out.empty()) out += ';';
        append_escaped(out, name);
    }
    return out;
}

std::vector<std::string> split(std::string_view text) {
    if (text.empty()) return {};
    return split_list(text);
}

}  // namespace confer::interchange
