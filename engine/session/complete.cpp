#include "session/complete.h"

#include <algorithm>
#include <limits>

#include "base/text_position.h"
#include "question/complete.h"
#include "question/vocabulary.h"
#include "syntax/complete.h"

namespace confer::engine {
namespace {

bool begins_with(std::string_view name, std::string_view typed) {
    if (name.size() < typed.size()) return false;
    return std::equal(typed.begin(), typed.end(), name.begin(), [](char a, char b) {
        return to_lower(static_cast<unsigned char>(a)) == to_lower(static_cast<unsigned char>(b));
    });
}

// The names of each kind that may stand there.
std::vector<Completion> pattern_names(const syntax::Completion& at, const Database& database,
                                      const PropertyGraph& graph) {
    std::vector<Completion> names;
    const auto add = [&](std::string_view kind, const std::vector<std::string>& more) {
        for (const std::string& name : more) names.push_back({.text = name, .kind = kind});
    };
    const auto may_be = [&](syntax::Completable kind) { return at.kinds.contains(kind); };
    // Before anything is typed, every function of the language would only hide the rest.
    add("variable", at.variables);
    if (at.word.begin == at.word.end && may_be(syntax::Completable::function)) return names;
    if (may_be(syntax::Completable::label)) add("label", graph.labels().names());
    if (may_be(syntax::Completable::relationship_type)) add("relationship type", graph.types().names());
    if (may_be(syntax::Completable::property)) add("property", graph.keys().names());
    if (may_be(syntax::Completable::function)) add("function", database.functions().names());
    const std::shared_ptr<const ProcedureRegistry> procedures = database.procedures();
    if (may_be(syntax::Completable::procedure)) add("procedure", procedures->names());
    if (const ProcedurePtr called = procedures->find(at.procedure)) {
        for (const ProcedureOutput& output : called->outputs)
            names.push_back({.text = output.name, .kind = "variable"});
    }
    return names;
}

void complete_pattern(const Database& database, const PropertyGraph& graph, std::string_view text,
                      std::vector<Completion>& out) {
    const syntax::Completion at = syntax::complete_pattern(text, text.size());
    const std::string_view typed = text.substr(at.word.begin, at.word.end - at.word.begin);
    for (Completion& name : pattern_names(at, database, graph)) {
        name.replaced = typed.size();
        if (begins_with(name.text, typed)) out.push_back(std::move(name));
    }
    for (const std::string& keyword : at.keywords) out.push_back({keyword, typed.size(), "keyword"});
}

std::string_view name_of(question::Completion::Kind kind) {
    switch (kind) {
        case question::Completion::Kind::noun:
            return "noun";
        case question::Completion::Kind::verb:
            return "verb";
        case question::Completion::Kind::name:
            return "name";
        case question::Completion::Kind::keyword:
            return "keyword";
    }
    return "keyword";
}

}  // namespace

std::vector<Completion> complete(const Database& database, std::string_view before_cursor) {
    const GraphPtr graph = database.graph();
    const question::Vocabulary vocabulary(*graph);
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();  // or what they have in common would not be so
    std::vector<Completion> out;
    for (question::Completion& found : question::complete(before_cursor, vocabulary, all)) {
        out.push_back({std::move(found.text), before_cursor.size() - found.begin, name_of(found.kind)});
    }
    complete_pattern(database, *graph, before_cursor, out);
    return out;
}

std::vector<std::string> example_questions(const Database& database) {
    const GraphPtr graph = database.graph();
    return question::Vocabulary(*graph).examples();
}

}  // namespace confer::engine
