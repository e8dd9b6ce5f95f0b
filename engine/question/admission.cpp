// Admission: names of sources, authors and publishers become conditions.
// Test: tests/suites/restrictions.
#include "question/admission.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/suggest.h"
#include "graph/node_text.h"
#include "question/build_path.h"
#include "question/forms_internal.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

bool is_word_letter(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

std::string in_lower_case(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return out;
}

// Whether the text holds the words, in any case and not as a part of longer words: what words_in() matches.
bool holds(std::string_view text, std::string_view words) {
    const std::string in = in_lower_case(text), sought = in_lower_case(words);
    for (std::size_t at = in.find(sought); at != std::string::npos; at = in.find(sought, at + 1)) {
        const std::size_t end = at + sought.size();
        const bool begins = !is_word_letter(sought.front()) || at == 0 || !is_word_letter(in[at - 1]);
        const bool ends = !is_word_letter(sought.back()) || end == in.size() || !is_word_letter(in[end]);
        if (begins && ends) return true;
    }
    return false;
}

// The same as a regular expression for a whole text.
std::string words_in(std::string_view words) {
    std::string out = "(?is).*";
    if (is_word_letter(words.front())) out += "\\b";
    for (const char letter : words) {
        const bool sign = std::ispunct(static_cast<unsigned char>(letter)) != 0 && letter != '_';
        if (sign) out += '\\';
        out += letter;
    }
    if (is_word_letter(words.back())) out += "\\b";
    return out + ".*";
}

// What a text spells out of an abbreviation: "World Health Organization" of WHO; small words don't count.
std::optional<std::string> spelt_out(std::string_view text, std::string_view abbreviation) {
    struct Word {
        std::size_t begin, end;
    };
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t begin = at;
        while (at < text.size() && is_word_letter(text[at])) ++at;
        const bool counts = at > begin && std::isupper(static_cast<unsigned char>(text[begin])) != 0;
        if (counts) words.push_back({begin, at});
    }
    for (std::size_t first = 0; first + abbreviation.size() <= words.size(); ++first) {
        const auto initial = [&](std::size_t i) { return text[words[first + i].begin]; };
        std::size_t same = 0;
        while (same < abbreviation.size() && initial(same) == abbreviation[same]) ++same;
        if (same < abbreviation.size()) continue;
        const std::size_t begin = words[first].begin;
        return std::string(text.substr(begin, words[first + same - 1].end - begin));
    }
    return std::nullopt;
}

bool is_abbreviation(std::string_view name) {
    constexpr std::size_t shortest = 3;
    return name.size() >= shortest &&
           std::all_of(name.begin(), name.end(), [](unsigned char letter) { return std::isupper(letter) != 0; });
}

std::vector<NodeId> all_sources(const Setting& setting) {
    std::vector<NodeId> out;
    for (const LabelSchema* label : source_labels(setting.schema())) {
        const auto id = setting.graph().labels().find(label->name);
        if (!id) continue;
        const auto nodes = setting.graph().nodes_with(*id);
        out.insert(out.end(), nodes.begin(), nodes.end());
    }
    return out;
}

Error unknown_source(const ast::Phrase& name, const std::vector<NodeId>& sources, const Setting& setting) {
    Error error{.code = ErrorCode::unknown_name,
                .message = "no source, author or publisher is called " + ticked(name.text),
                .span = name.span};
    std::vector<std::string> known;
    for (const NodeId source : sources) {
        for (const char* key : {"publisher", "authors", "title"}) {
            std::string text = text_of(setting.graph(), source, key);
            if (!text.empty()) known.push_back(std::move(text));
        }
    }
    const std::vector<std::string> near = nearest_names(name.text, known);
    error.hints.push_back(near.empty()
                              ? "see what there is with `list " + plural_of(source_labels(setting.schema())) + "`"
                              : did_you_mean(near));
    return error;
}

}  // namespace

Labels source_labels(const Schema& schema) {
    Labels out = labels_named({}, schema);
    const Labels parties = labels_that_take_part(schema);
    std::erase_if(out, [&](const LabelSchema* label) {
        return std::find(parties.begin(), parties.end(), label) != parties.end();
    });
    return out;
}

Result<Admission> Admission::make(const ast::Restriction& restriction, const Setting& setting) {
    Admission out(setting);
    out.without_weak_ = restriction.without_weak;
    for (const LabelSchema* label : source_labels(setting.schema())) {
        out.knows_quality_ = out.knows_quality_ || declare({label}, "quality");
    }
    for (const RelationshipSchema& type : setting.schema().relationships) {
        out.knows_confidence_ =
            out.knows_confidence_ || std::any_of(type.properties.begin(), type.properties.end(),
                                                 [](const PropertySchema& key) { return key.name == "confidence"; });
    }
    for (const ast::Phrase& name : restriction.according_to) CONFER_CHECK(out.add(name, setting));
    return out;
}

Result<void> Admission::add(const ast::Phrase& name, const Setting& setting) {
    const std::vector<NodeId> sources = all_sources(setting);
    Authority authority{name.text, {}, {}};
    for (const NodeId node : graph_->names().find_with_aliases(normalise_name(name.text))) {
        if (std::find(sources.begin(), sources.end(), node) == sources.end()) continue;
        authority.ids.push_back(text_of(*graph_, node, "id"));
        named_.insert(node);
    }
    std::set<std::string> long_forms;
    for (const NodeId source : sources) {
        if (!is_abbreviation(name.text)) break;
        if (std::optional<std::string> whole = spelt_out(text_of(*graph_, source, "publisher"), name.text)) {
            long_forms.insert(std::move(*whole));
            named_.insert(source);
        }
    }
    // Words of titles are meant only where they are nobody's name.
    const std::vector<std::vector<const char*>> ways{{"publisher", "authors"}, {"title"}};
    for (const std::vector<const char*>& keys : ways) {
        const bool is_known = !authority.ids.empty() || !authority.properties.empty();
        if (is_known || (!long_forms.empty() && std::string_view(keys.front()) == "title")) break;
        for (const char* key : keys) {
            bool found = false;
            for (const NodeId source : sources) {
                if (!holds(text_of(*graph_, source, key), name.text)) continue;
                found = true;
                named_.insert(source);
            }
            if (found) authority.properties.emplace_back(key);
        }
    }
    const bool is_known = !authority.ids.empty() || !authority.properties.empty();
    if (!is_known && long_forms.empty()) return unknown_source(name, sources, setting);
    if (is_known) authorities_.push_back(std::move(authority));
    for (const std::string& whole : long_forms) authorities_.push_back({whole, {}, {"publisher"}});
    return {};
}

bool Admission::names_authorities() const {
    return std::none_of(authorities_.begin(), authorities_.end(), [](const Authority& authority) {
        return std::find(authority.properties.begin(), authority.properties.end(), "title") !=
               authority.properties.end();
    });
}

// Of the source `s`; null: any will do.
ast::ExprPtr Admission::source_condition() const {
    std::vector<ast::ExprPtr> any;
    for (const Authority& authority : authorities_) {
        for (const std::string& id : authority.ids) {
            any.push_back(compare(property("s", "id"), ast::CompareOp::equal, text(id)));
        }
        for (const std::string& key : authority.properties) {
            any.push_back(binary(property("s", key), ast::BinaryOp::matches, text(words_in(authority.words))));
        }
    }
    ast::ExprPtr strong;
    if (without_weak_ && knows_quality_) {
        strong = compare(call("coalesce", make_list(property("s", "quality"), text(""))), ast::CompareOp::not_equal,
                         text(std::string(weak_quality)));
    }
    return all_of(make_list(any_of(std::move(any)), std::move(strong)));
}

ast::ExprPtr Admission::condition(const std::string& claim, bool is_node) const {
    ast::ExprPtr source = source_condition(), sure;
    if (source != nullptr) source = any_in("s", call("confer.sources", variable(claim)), std::move(source));
    if (without_weak_ && knows_confidence_ && !is_node) {
        sure = compare(call("coalesce", make_list(property(claim, "confidence"), text(""))), ast::CompareOp::not_equal,
                       text("weak"));
    }
    return all_of(make_list(std::move(source), std::move(sure)));
}

bool Admission::admits(EdgeId relationship) const {
    const auto key = [&](std::string_view name) { return graph_->keys().find(name); };
    const auto value = [&](std::string_view name) {
        return key(name) ? graph_->edge_property(relationship, *key(name)) : Value();
    };
    const Value confidence = value("confidence");
    if (without_weak_ && confidence.is(Kind::string) && confidence.as_string() == "weak") return false;
    if (authorities_.empty() && !(without_weak_ && knows_quality_)) return true;
    const Value sources = value("sources");
    if (!sources.is(Kind::list)) return false;
    return std::any_of(sources.as_list().begin(), sources.as_list().end(), [&](const Value& id) {
        const auto node = id.is(Kind::string) ? graph_->find(id.as_string()) : std::nullopt;
        if (!node || (!authorities_.empty() && !named_.contains(*node))) return false;
        return !without_weak_ || !is_weak_source(*graph_, *node);
    });
}

std::string Admission::paraphrase() const {
    std::vector<std::string> names;
    for (const Authority& authority : authorities_) names.push_back(authority.words);
    std::string out = ", counting only claims";
    if (!names.empty()) out += " according to " + enumerated(names);
    if (without_weak_) out += names.empty() ? " with a source that isn't weak" : ", in sources that aren't weak";
    return out;
}

}  // namespace confer::engine::question
