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

// The names of each kind that may stand there, then keywords.
std::vector<std::string> pattern_names(const syntax::Completion& at, const Database& database,
                                       const PropertyGraph& graph) {
    std::vector<std::string> names = at.variables;
    const auto add = [&](syntax::Completable kind, const std::vector<std::string>& more) {
        if (at.kinds.contains(kind)) names.insert(names.end(), more.begin(), more.end());
    };
    add(syntax::Completable::label, graph.labels().names());
    add(syntax::Completable::relationship_type, graph.types().names());
    add(syntax::Completable::property, graph.keys().names());
    add(syntax::Completable::function, database.functions().names());
    const std::shared_ptr<const ProcedureRegistry> procedures = database.procedures();
    add(syntax::Completable::procedure, procedures->names());
    if (const ProcedurePtr called = procedures->find(at.procedure)) {
        for (const ProcedureOutput& output : called->outputs) names.push_back(output.name);
    }
    return names;
}

void complete_pattern(const Database& database, const PropertyGraph& graph, std::string_view text,
                      std::vector<Completion>& out) {
    const syntax::Completion at = syntax::complete_pattern(text, text.size());
    const std::string_view typed = text.substr(at.word.begin, at.word.end - at.word.begin);
    std::vector<std::string> names = pattern_names(at, database, graph);
    // Before anything is typed, every function of the language would only hide the rest.
    if (typed.empty() && at.kinds.contains(syntax::Completable::function)) names = at.variables;
    for (std::string& name : names) {
        if (begins_with(name, typed)) out.push_back({std::move(name), typed.size()});
    }
    for (const std::string& keyword : at.keywords) out.push_back({keyword, typed.size()});
}

}  // namespace

std::vector<Completion> complete(const Database& database, std::string_view before_cursor) {
    const GraphPtr graph = database.graph();
    const question::Vocabulary vocabulary(*graph);
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();  // or what they have in common would not be so
    std::vector<Completion> out;
    for (question::Completion& found : question::complete(before_cursor, vocabulary, all)) {
        out.push_back({std::move(found.text), before_cursor.size() - found.begin});
    }
    complete_pattern(database, *graph, before_cursor, out);
    return out;
}

std::vector<std::string> example_questions(const Database& database) {
    const GraphPtr graph = database.graph();
    return question::Vocabulary(*graph).examples();
}

}  // namespace confer::engine
