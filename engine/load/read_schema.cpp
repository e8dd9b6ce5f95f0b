#include <algorithm>
#include <charconv>
#include <functional>

#include "load/read_schema_internal.h"

namespace confer::engine::load {

namespace {

const RelationshipFlag* flag_named(std::string_view name) {
    const auto* found = std::ranges::find(relationship_flags, name, &RelationshipFlag::name);
    return found == std::end(relationship_flags) ? nullptr : found;
}

class SchemaReader {
public:
    SchemaReader(std::uint32_t file, ProblemLog& problems) : file_(file), problems_(problems) {}

    Schema read(const JsonTree& tree);

private:
    // A member of an object: its value, and where it stands.
    struct Member {
        const std::string& key;
        const JsonTree& value;
        const std::string& pointer;
    };
    using Visit = std::function<void(const Member&)>;

    void each_member(const JsonTree& object, const std::string& pointer, const std::string& what, const Visit& visit);
    LabelSchema label(const Member& member);
    RelationshipSchema relationship(const Member& member);
    std::vector<PropertySchema> properties(const Member& member);
    PropertySchema property(const Member& member);
    void property_kind_of(const Member& member, PropertySchema& property);
    void check_values(const Member& member, const PropertySchema& property);
    bool flag(const Member& member);
    std::uint32_t positive(const Member& member);
    std::string text(const Member& member);
    std::vector<std::string> texts(const Member& member);
    void check_end_labels(const JsonTree& relationships, const Schema& schema);
    void check_joins_alike(const Member& member, const RelationshipSchema& type);

    void wrong(const JsonTree& at, const std::string& pointer, std::string message,
               std::vector<std::string> hints = {}) {
        problems_.add(file_, at.line, pointer, [&] { return Problem{std::move(message), std::move(hints)}; });
    }
    void wrong_kind(const Member& member, std::string_view wanted) {
        wrong(member.value, member.pointer,
              "`" + member.key + "` must be " + std::string(wanted) + ", not " + with_article(member.value.kind));
    }
    void unknown(const Member& member, const std::string& of, const std::vector<std::string>& known) {
        wrong(member.value, member.pointer, of + " has no key `" + member.key + "`", suggestion(member.key, known));
    }

    std::uint32_t file_;
    ProblemLog& problems_;
};

void SchemaReader::each_member(const JsonTree& object, const std::string& pointer, const std::string& what,
                               const Visit& visit) {
    if (object.kind != JsonTree::Kind::object) {
        return wrong(object, pointer, what + " must be an object, not " + with_article(object.kind));
    }
    for (std::size_t i = 0; i < object.items.size(); ++i) {
        const std::string at = child_pointer(pointer, object.keys[i]);
        visit({object.keys[i], object.items[i], at});
    }
}

Schema SchemaReader::read(const JsonTree& tree) {
    Schema schema;
    const JsonTree* relationships = nullptr;
    each_member(tree, "/schema", "`schema`", [&](const Member& part) {
        if (part.key == "labels") {
            each_member(part.value, part.pointer, "`labels`",
                        [&](const Member& one) { schema.labels.push_back(label(one)); });
        } else if (part.key == "relationships") {
            relationships = &part.value;
            each_member(part.value, part.pointer, "`relationships`",
                        [&](const Member& one) { schema.relationships.push_back(relationship(one)); });
        } else {
            unknown(part, "`schema`", {"labels", "relationships"});
        }
    });
    if (relationships != nullptr) check_end_labels(*relationships, schema);
    return schema;
}

LabelSchema SchemaReader::label(const Member& member) {
    LabelSchema label{.name = member.key, .singular = {}, .plural = {}, .also = {}, .properties = {}};
    each_member(member.value, member.pointer, "the label `" + member.key + "`", [&](const Member& part) {
        if (part.key == "singular") {
            label.singular = text(part);
        } else if (part.key == "plural") {
            label.plural = text(part);
        } else if (part.key == "also") {
            label.also = texts(part);
        } else if (part.key == "properties") {
            label.properties = properties(part);
        } else {
            unknown(part, "a label", {"singular", "plural", "also", "properties"});
        }
    });
    return label;
}

RelationshipSchema SchemaReader::relationship(const Member& member) {
    RelationshipSchema type;
    type.name = member.key;
    each_member(member.value, member.pointer, "the relationship `" + member.key + "`", [&](const Member& part) {
        if (part.key == "from") {
            type.from = texts(part);
        } else if (part.key == "to") {
            type.to = texts(part);
        } else if (part.key == "verb") {
            type.verb = texts(part);
        } else if (part.key == "inverse") {
            type.inverse = texts(part);
        } else if (part.key == "properties") {
            type.properties = properties(part);
        } else if (const RelationshipFlag* known = flag_named(part.key)) {
            type.*known->member = flag(part);
        } else if (part.key == "max") {
            type.max = positive(part);
        } else {
            std::vector<std::string> keys{"from", "to", "verb", "inverse", "max", "properties"};
            for (const RelationshipFlag& each : relationship_flags) keys.emplace_back(each.name);
            unknown(part, "a relationship", keys);
        }
    });
    check_joins_alike(member, type);
    return type;
}

// What holds both ways, or through a third node, must be able to.
void SchemaReader::check_joins_alike(const Member& member, const RelationshipSchema& type) {
    const auto shared = [&](const std::string& label) { return std::ranges::find(type.to, label) != type.to.end(); };
    if (type.from.empty() || type.to.empty()) return;
    if (type.symmetric && !std::ranges::is_permutation(type.from, type.to)) {
        wrong(member.value, child_pointer(member.pointer, "symmetric"),
              "a symmetric relationship must join the same labels, but `" + type.name +
                  "` has others in `from` than in `to`");
    }
    if (type.transitive && std::ranges::none_of(type.from, shared)) {
        wrong(member.value, child_pointer(member.pointer, "transitive"),
              "a transitive relationship must have a label in both `from` and `to`, but `" + type.name + "` has none");
    }
}

std::vector<PropertySchema> SchemaReader::properties(const Member& member) {
    std::vector<PropertySchema> properties;
    each_member(member.value, member.pointer, "`properties`",
                [&](const Member& part) { properties.push_back(property(part)); });
    return properties;
}

// "string!", or {"type": "string!", "values": […]}.
PropertySchema SchemaReader::property(const Member& member) {
    PropertySchema property;
    property.name = member.key;
    if (member.value.kind != JsonTree::Kind::object) {
        property_kind_of(member, property);
        return property;
    }
    bool typed = false;
    each_member(member.value, member.pointer, "the property `" + member.key + "`", [&](const Member& part) {
        if (part.key == "type") {
            typed = true;
            property_kind_of(part, property);
        } else if (part.key == "values") {
            property.values = texts(part);
        } else {
            unknown(part, "a property", {"type", "values"});
        }
    });
    if (!typed) wrong(member.value, member.pointer, "the property `" + member.key + "` must say its `type`");
    if (typed) check_values(member, property);
    return property;
}

void SchemaReader::property_kind_of(const Member& member, PropertySchema& property) {
    static const std::vector<std::string> kinds{"boolean",   "integer", "float",    "string", "boolean[]",
                                                "integer[]", "float[]", "string[]", "any"};
    std::string kind = text(member);
    if (kind.ends_with('!')) {
        property.required = true;
        kind.pop_back();
    }
    if (const auto known = property_kind(kind)) {
        property.kind = *known;
    } else if (member.value.kind == JsonTree::Kind::string) {
        auto hints = suggestion(kind, kinds);
        hints.emplace_back("a kind is boolean, integer, float, string or any, with [] for a list and ! for required");
        wrong(member.value, member.pointer, "`" + member.value.text + "` is no kind of property", std::move(hints));
    }
}

void SchemaReader::check_values(const Member& member, const PropertySchema& property) {
    if (property.values.empty() || property.kind == PropertyKind::string ||
        property.kind == PropertyKind::string_list) {
        return;
    }
    wrong(member.value, child_pointer(member.pointer, "values"),
          "only strings and lists of strings can have `values`, and `" + property.name + "` is `" +
              std::string(to_string(property.kind)) + "`");
}

bool SchemaReader::flag(const Member& member) {
    if (member.value.kind != JsonTree::Kind::boolean) wrong_kind(member, "true or false");
    return member.value.boolean;
}

std::uint32_t SchemaReader::positive(const Member& member) {
    const std::string& text = member.value.text;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (member.value.kind != JsonTree::Kind::number || !whole || number == 0) {
        wrong(member.value, member.pointer, "`" + member.key + "` must be a whole number from 1");
    }
    return number;
}

std::string SchemaReader::text(const Member& member) {
    if (member.value.kind != JsonTree::Kind::string) wrong_kind(member, "a string");
    return member.value.kind == JsonTree::Kind::string ? member.value.text : std::string();
}

std::vector<std::string> SchemaReader::texts(const Member& member) {
    std::vector<std::string> texts;
    if (member.value.kind != JsonTree::Kind::list) {
        wrong_kind(member, "a list of strings");
        return texts;
    }
    for (std::size_t i = 0; i < member.value.items.size(); ++i) {
        const JsonTree& item = member.value.items[i];
        if (item.kind == JsonTree::Kind::string) {
            texts.push_back(item.text);
        } else {
            wrong(item, child_pointer(member.pointer, i),
                  "`" + member.key + "` must hold strings, not " + with_article(item.kind));
        }
    }
    return texts;
}

// The labels in `from` and `to` must be among those declared, when any are.
void SchemaReader::check_end_labels(const JsonTree& relationships, const Schema& schema) {
    if (schema.labels.empty()) return;
    std::vector<std::string> known;
    for (const LabelSchema& label : schema.labels) known.push_back(label.name);
    for (std::size_t type = 0; type < relationships.items.size(); ++type) {
        const JsonTree& parts = relationships.items[type];
        for (std::size_t part = 0; part < parts.keys.size(); ++part) {
            const std::string& key = parts.keys[part];
            const JsonTree& labels = parts.items[part];
            if ((key != "from" && key != "to") || labels.kind != JsonTree::Kind::list) continue;
            for (std::size_t i = 0; i < labels.items.size(); ++i) {
                const JsonTree& item = labels.items[i];
                if (item.kind != JsonTree::Kind::string || schema.label(item.text) != nullptr) continue;
                const std::string of_type = child_pointer("/schema/relationships", relationships.keys[type]);
                wrong(item, child_pointer(child_pointer(of_type, key), i),
                      "the schema declares no label `" + item.text + "`", suggestion(item.text, known));
            }
        }
    }
}

}  // namespace

Schema read_schema(const JsonTree& tree, std::uint32_t file, ProblemLog& problems) {
    return SchemaReader(file, problems).read(tree);
}

}  // namespace confer::engine::load
