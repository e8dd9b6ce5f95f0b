// COMPARE CBT, gestalt therapy [BY techniques, theories] [ONLY DIFFERENCES | ONLY SHARED]: a matrix.
//
// One part for each relationship type, in the schema's order, put together with UNION ALL:
//
//   MATCH (a1 {id: 'cbt'}), (a2 {id: 'gestalt-therapy'})
//   UNWIND [a1, a2] AS a
//   MATCH (a)-[:USES|REJECTS]->(c:Technique)
//   WITH DISTINCT a1, a2, c
//   WITH c, [CASE WHEN EXISTS { MATCH (a1)-[:USES]->(c) } THEN 'yes' …, …] AS cells
//   WITH c, cells, size([cell IN cells WHERE cell = 'yes']) AS shared
//   RETURN 'uses' AS relation, c.name AS component, cells[0] AS CBT, cells[1] AS `Gestalt therapy`
//   ORDER BY shared DESC, component
//
// What is recorded in `coverage` tells what was looked for and not found from what nobody looked for. A denial is said
// of components alone, and what is recorded outweighs it: the cell then rests on both.
// Test: tests/suites/comparing.
#include <algorithm>
#include <iterator>
#include <optional>

#include "graph/normalise_name.h"
#include "question/build_ast.h"
#include "question/components.h"
#include "question/forms_internal.h"
#include "question/needs.h"
#include "question/predicate.h"
#include "question/subjects.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

const std::string coverage_key = "coverage";

// Of a restricted question, whatever sources that don't count say stands with what was looked for and not found.
std::vector<Mark> marks(bool restricted) {
    const std::string source = restricted ? "a source that counts here" : "a source";
    return {
        {"yes", "✓", source + " says so", Mark::Tone::affirmed},
        {"rejected", "✗", source + " says that it does without", Mark::Tone::denied},
        {"not recorded", "·",
         restricted ? "no source that counts here says so; others may" : "looked for, and no source found that says so",
         Mark::Tone::absent},
        {"unknown", "?", "nobody has looked, which is not a no", Mark::Tone::open}};
}

// One way to be joined, by which things are compared.
struct Dimension {
    const RelationshipSchema* type;
    Way way;
    Labels labels;                                // of what the things are joined with
    bool narrowed = false;                        // to these labels, which aren't all that the type allows
    std::vector<const RelationshipSchema*> deny;  // types that say that something does without
    std::optional<Named> purpose = {};            // the one thing that the rows are about
};

bool is_both_ways(const RelationshipSchema& type) {
    return type.symmetric || (!type.verb.empty() && type.verb == type.inverse);
}

// What says that things do without what the dimension leads to.
std::vector<const RelationshipSchema*> denials_of(const Dimension& dimension, const Labels& things,
                                                  const Setting& setting) {
    if (!dimension.type->component) return {};
    std::vector<const RelationshipSchema*> out = types_between(things, dimension.labels, setting);
    std::erase_if(out, [](const RelationshipSchema* type) { return !type->denies; });
    return out;
}

void add_dimensions(std::vector<Dimension>& dimensions, const Labels& things, const Labels& labels, Way way,
                    const Setting& setting) {
    for (const RelationshipSchema& type : setting.schema().relationships) {
        const Labels there = labels_at(type, reversed(way), setting.schema());
        Dimension dimension{&type, is_both_ways(type) ? Way::either : way, labels_in_both(there, labels), false, {}};
        if (type.denies || dimension.labels.empty()) continue;
        if (labels_in_both(labels_at(type, way, setting.schema()), things).empty()) continue;
        dimension.narrowed = dimension.labels.size() < there.size();
        dimension.deny = denials_of(dimension, things, setting);
        dimensions.push_back(std::move(dimension));
    }
}

// "by years": a property, of which each thing has its own.
std::optional<Error> told_by_itself(const ast::Phrase& noun, const Labels& things) {
    std::string key = normalise_name(noun.text);
    if (!declare(things, key) && key.ends_with("s")) key.pop_back();
    if (!declare(things, key)) return std::nullopt;
    return Error{.code = ErrorCode::unfitting_words,
                 .message = ticked(noun.text) + " are said of each of the " + plural_of(things) +
                            " by itself, so that there is nothing to compare them by",
                 .span = noun.span,
                 .hints = {"`list " + plural_of(things) + "` shows what each has"}};
}

Result<Labels> labels_compared(const ast::CompareQuestion& question, const Setting& setting) {
    Result<Labels> among = labels_compared_by(question.dimensions, setting);
    if (among.has_value()) return among;
    CONFER_TRY(const Labels composed, labels_compared_by({}, setting));
    for (const ast::Phrase& noun : question.dimensions) {
        if (resolve_noun(noun, setting).has_value()) continue;
        if (std::optional<Error> told = told_by_itself(noun, composed)) return *std::move(told);
    }
    return among;
}

// Components where a noun stands for some; else whatever the things are joined with, or are joined by.
Result<std::vector<Dimension>> dimensions_by(const ast::Phrase& noun, const Labels& things, const Setting& setting) {
    CONFER_TRY(const Labels labels, resolve_noun(noun, setting));
    std::vector<Dimension> out;
    add_dimensions(out, things, labels, Way::outgoing, setting);
    if (out.empty()) add_dimensions(out, things, labels, Way::incoming, setting);
    const auto is_component = [](const Dimension& dimension) { return dimension.type->component; };
    if (std::any_of(out.begin(), out.end(), is_component)) {
        std::erase_if(out, [&](const Dimension& dimension) { return !is_component(dimension); });
    }
    if (!out.empty()) return out;
    return Error{.code = ErrorCode::unfitting_words,
                 .message = plural_of(things) + " are not joined with " + plural_of(labels) +
                            ", so they can't be compared by them",
                 .span = noun.span,
                 .hints = {"`compare` without `by` compares by all components"}};
}

Result<std::vector<Dimension>> dimensions_of(const ast::CompareQuestion& question, const Labels& things,
                                             const Setting& setting) {
    std::vector<Dimension> out;
    if (question.dimensions.empty()) {
        CONFER_TRY(const Components all, resolve_components({}, things, setting.question.span, setting));
        add_dimensions(out, things, all.labels, Way::outgoing, setting);
        std::erase_if(out, [](const Dimension& dimension) { return !dimension.type->component; });
        return out;
    }
    for (const ast::Phrase& noun : question.dimensions) {
        CONFER_TRY(std::vector<Dimension> some, dimensions_by(noun, things, setting));
        for (Dimension& dimension : some) {
            const bool known = std::any_of(out.begin(), out.end(), [&](const Dimension& other) {
                return other.type == dimension.type && other.labels == dimension.labels;
            });
            if (!known) out.push_back(std::move(dimension));
        }
    }
    return out;
}

class MatrixPattern {
public:
    MatrixPattern(const Subjects& subjects, const std::vector<Dimension>& dimensions, ast::CompareOnly only,
                  const Setting& setting)
        : subjects_(subjects), dimensions_(dimensions), only_(only), setting_(setting) {
        for (const Dimension& dimension : dimensions) {
            if (!dimension.purpose) add_labels(labels_, dimension.labels, setting.schema());
        }
        for (std::size_t i = 0; i < subjects.things.size(); ++i) variables_.push_back("a" + std::to_string(i + 1));
        for (const std::string& name : subjects.names) columns_.push_back(free_name(name));
    }

    bool grouped() const { return dimensions_.size() > 1; }

    ast::Query query(bool with_evidence) const {
        std::vector<ast::SingleQuery> parts;
        for (const Dimension& dimension : dimensions_) parts.push_back(part(dimension, with_evidence));
        return question::query(std::move(parts));
    }

private:
    std::string row_column() const {
        const bool components = std::all_of(dimensions_.begin(), dimensions_.end(), [](const Dimension& dimension) {
            return dimension.type->component || dimension.purpose;
        });
        return labels_.size() == 1 && !dimensions_.front().purpose ? column_of(*labels_.front())
               : components                                        ? "component"
                                                                   : "name";
    }

    // A thing may be called like something else in the pattern.
    std::string free_name(const std::string& name) const {
        const std::vector<std::string> taken{"relation", row_column(), "c", "cells", "cell", "shared", "evidence"};
        const bool is_free = std::find(taken.begin(), taken.end(), name) == taken.end();
        return is_free ? name : name + " (" + singular_of(subjects_.labels) + ")";
    }

    ast::PathPattern joined(const Dimension& dimension, const std::string& thing,
                            const std::vector<const RelationshipSchema*>& types, std::optional<std::string> by,
                            bool first) const {
        const ast::Direction direction = dimension.way == Way::either     ? ast::Direction::either
                                         : dimension.way == Way::incoming ? ast::Direction::incoming
                                                                          : ast::Direction::outgoing;
        const bool narrow = first && (dimension.narrowed || !dimension.deny.empty());
        return path(node(thing), relationship(names_of(types), direction, std::move(by)),
                    node("c", narrow ? names_of(dimension.labels) : Names{}));
    }

    static std::vector<const RelationshipSchema*> all_types(const Dimension& dimension) {
        std::vector<const RelationshipSchema*> types{dimension.type};
        types.insert(types.end(), dimension.deny.begin(), dimension.deny.end());
        return types;
    }

    // Whether curators looked for such relationships: those of the thing, or those of what is joined to it.
    ast::ExprPtr is_covered(const Dimension& dimension, std::size_t thing) const {
        const bool incoming = dimension.way == Way::incoming;
        const Labels& curated = incoming ? dimension.labels : subjects_.things[thing].labels;
        if (!declare(curated, coverage_key)) return nullptr;
        return is_in(text(dimension.type->name), property(incoming ? "c" : variables_[thing], coverage_key));
    }

    ast::ExprPtr cell(const Dimension& dimension, std::size_t thing) const {
        std::vector<std::pair<ast::ExprPtr, ast::ExprPtr>> branches;
        if (!labels_in_both(dimension.labels, subjects_.labels)
                 .empty()) {  // of the thing itself there is nothing to say
            branches.emplace_back(compare(variable("c"), ast::CompareOp::equal, variable(variables_[thing])), null());
        }
        branches.emplace_back(exists(joined(dimension, variables_[thing], {dimension.type}, {}, false), nullptr),
                              text("yes"));
        if (!dimension.deny.empty()) {
            branches.emplace_back(exists(joined(dimension, variables_[thing], dimension.deny, {}, false), nullptr),
                                  text("rejected"));
        }
        if (ast::ExprPtr covered = is_covered(dimension, thing)) {
            branches.emplace_back(std::move(covered), text("not recorded"));
        }
        return when(std::move(branches), text("unknown"));
    }

    // For each column what its cell rests on.
    ast::ExprPtr evidence(const Dimension& dimension) const {
        std::vector<ast::ExprPtr> by_column;
        for (std::size_t i = grouped() ? 0 : 1; i < 2; ++i) by_column.push_back(list({}));
        for (const std::string& thing : variables_) {
            by_column.push_back(
                each(joined(dimension, thing, all_types(dimension), "r", false), nullptr, variable("r")));
        }
        return list(std::move(by_column));
    }

    ast::ExprPtr wanted(const Dimension& dimension) const {
        if (only_ == ast::CompareOnly::everything || dimension.purpose) return nullptr;
        const auto all = static_cast<std::int64_t>(variables_.size());
        return compare(variable("shared"),
                       only_ == ast::CompareOnly::shared ? ast::CompareOp::equal : ast::CompareOp::less, integer(all));
    }

    ast::SingleQuery part(const Dimension& dimension, bool with_evidence) const {
        std::vector<ast::PathPattern> things;
        std::vector<ast::ExprPtr> each_thing, cells;
        std::vector<Item> found, marked, counted, columns;
        for (std::size_t i = 0; i < variables_.size(); ++i) {
            things.push_back(path(node_with(subjects_.things[i].key, subjects_.things[i].value, variables_[i])));
            each_thing.push_back(variable(variables_[i]));
            cells.push_back(cell(dimension, i));
            found.push_back({variable(variables_[i]), ""});
        }
        found.push_back({variable("c"), ""});
        marked.push_back({variable("c"), ""});
        marked.push_back({list(std::move(cells)), "cells"});
        counted.push_back({variable("c"), ""});
        counted.push_back({variable("cells"), ""});
        counted.push_back({call("size", those("cell", variable("cells"),
                                              compare(variable("cell"), ast::CompareOp::equal, text("yes")))),
                           "shared"});
        if (grouped()) {
            const Direction direction = dimension.way == Way::incoming ? Direction::incoming : Direction::outgoing;
            columns.push_back({text(verb_heading(*dimension.type, direction, setting_.schema())), "relation"});
        }
        columns.push_back({property("c", title_key(dimension.labels)), row_column()});
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            columns.push_back({element(variable("cells"), static_cast<std::int64_t>(i)), columns_[i]});
        }
        if (with_evidence) {
            marked.push_back({evidence(dimension), "evidence"});
            counted.push_back({variable("evidence"), ""});
            columns.push_back({variable("evidence"), ""});
        }
        if (dimension.purpose) {
            things.push_back(path(node_with(dimension.purpose->key, dimension.purpose->value, "c")));
        }
        std::vector<ast::Clause> clauses = make_list(match(std::move(things)));
        // Whether something serves the purpose is said even where nothing does.
        if (!dimension.purpose || !dimension.type->serves) {
            clauses.push_back(unwind(list(std::move(each_thing)), "a"));
            clauses.push_back(match(joined(dimension, "a", all_types(dimension), {}, !dimension.purpose)));
        }
        clauses.push_back(with(std::move(found), nullptr, true));
        clauses.push_back(with(std::move(marked)));
        clauses.push_back(with(std::move(counted), wanted(dimension)));
        clauses.push_back(returning(std::move(columns), {{"shared", true}, {row_column()}}));
        return single(std::move(clauses));
    }

    const Subjects& subjects_;
    const std::vector<Dimension>& dimensions_;
    ast::CompareOnly only_;
    const Setting& setting_;
    Labels labels_;                                 // of all that they are compared by
    std::vector<std::string> variables_, columns_;  // by thing
};

// "what they use and draw on", "what they treat and what lists them": verbs without words for this direction are
// said from the other.
std::string said_of(const std::vector<Dimension>& dimensions) {
    std::vector<std::string> theirs, others;
    for (const Dimension& dimension : dimensions) {
        const std::string verb = verbs_of({dimension.type}, dimension.way, VerbForm::plural);
        const std::string back = verbs_of({dimension.type}, reversed(dimension.way), VerbForm::plural);
        verb.empty() ? others.push_back("what " + back + " them") : theirs.push_back(verb);
    }
    if (!theirs.empty()) others.insert(others.begin(), "what they " + enumerated(theirs, "and"));
    return enumerated(others, "and");
}

// "compare DBT and ACT for insomnia": a row that says which of them serve it, and one for each kind of warning.
Result<void> add_purposes(std::vector<Dimension>& dimensions, const ast::CompareQuestion& question,
                          const Setting& setting) {
    CONFER_TRY(const Needs needs, resolve_needs(question.purposes, setting));
    std::vector<Dimension> purposes;
    for (const Named& need : needs.things) {
        for (const RelationshipSchema* type : needs.serving) {
            purposes.push_back({type, Way::outgoing, need.labels, false, {}, need});
        }
        for (const RelationshipSchema& type : setting.schema().relationships) {
            if (type.warns) purposes.push_back({&type, Way::outgoing, need.labels, false, {}, need});
        }
    }
    dimensions.insert(dimensions.begin(), std::make_move_iterator(purposes.begin()),
                      std::make_move_iterator(purposes.end()));
    return {};
}

}  // namespace

Result<Translation> translate_compare(const ast::CompareQuestion& question, const Setting& setting) {
    CONFER_TRY(const Labels among, labels_compared(question, setting));
    CONFER_TRY(const Subjects subjects, question.selection ? resolve_subjects(*question.selection, setting)
                                                           : resolve_subjects(question.subjects, among, setting));
    CONFER_TRY(std::vector<Dimension> dimensions, dimensions_of(question, subjects.labels, setting));
    if (!question.purposes.empty()) CONFER_CHECK(add_purposes(dimensions, question, setting));
    const MatrixPattern pattern(subjects, dimensions, question.only, setting);
    Translation out;
    out.pattern = pattern.query(false);
    out.evidence = pattern.query(true);
    out.matrix = Matrix{pattern.grouped(), subjects.titles(), marks(setting.admission != nullptr)};
    out.paraphrase = enumerated(subjects.titles(), "and") + " side by side, by " + said_of(dimensions);
    if (question.only == ast::CompareOnly::differences) out.paraphrase += ", without what all of them have";
    if (question.only == ast::CompareOnly::shared) out.paraphrase += ", only what all of them have";
    return out;
}

}  // namespace confer::engine::question
