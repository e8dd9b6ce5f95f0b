// to_ast: conditions. What the grammar leaves flat is given its structure here:
//   - `and` binds more tightly than `or`; `but` more loosely than both, and means `and`;
//   - a comma means what the next `and` or `or` after it says ("a, b or c");
//   - `not` before a verb or after `but` reaches to the end of its list ("do not use a or b": neither);
//   - an object without a verb takes the verb before it ("use a and b").
#include <algorithm>
#include <array>

#include "base/text_position.h"
#include "syntax/to_ast_question_internal.h"

namespace confer::engine::syntax {

ast::ConditionPtr as_condition(ast::VerbCondition verb) {
    auto out = std::make_unique<ast::Condition>();
    out->span = verb.operand.span;
    out->node = std::move(verb);
    return out;
}

ast::ConditionPtr negated(ast::ConditionPtr part) {
    auto out = std::make_unique<ast::Condition>();
    out->span = part->span;
    out->node = ast::NegatedCondition{std::move(part)};
    return out;
}

ast::ConditionPtr joined(ast::Junction junction, std::vector<ast::ConditionPtr> parts) {
    if (parts.size() == 1) return std::move(parts.front());
    auto out = std::make_unique<ast::Condition>();
    out->span = {parts.front()->span.begin, parts.back()->span.end};
    out->node = ast::JunctionCondition{junction, std::move(parts)};
    return out;
}

ast::ConditionPtr both(ast::ConditionPtr one, ast::ConditionPtr other) {
    if (one == nullptr || other == nullptr) return one == nullptr ? std::move(other) : std::move(one);
    std::vector<ast::ConditionPtr> parts;
    parts.push_back(std::move(one));
    parts.push_back(std::move(other));
    return joined(ast::Junction::conjunction, std::move(parts));
}

namespace {

using Parser = grammar::ConferParser;

enum class Separator : unsigned char { none, comma, conjunction, disjunction, contrast };

// One part of a list, with what stands before it.
struct Item {
    Separator before = Separator::none;
    bool negated = false;
    ast::ConditionPtr part;
};
using Items = std::vector<Item>;

Separator separator_of(Parser::ConnectiveContext* ctx) {
    if (ctx == nullptr) return Separator::conjunction;  // "approaches that use mindfulness treat insomnia"
    if (ctx->Q_AND() != nullptr) return Separator::conjunction;
    if (ctx->Q_OR() != nullptr) return Separator::disjunction;
    if (ctx->Q_BUT() != nullptr) return Separator::contrast;
    return Separator::comma;
}

// As keywords are spelt: in lower case, with a straight apostrophe.
std::string in_keyword_letters(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t letter = next_code_point(text, at);
        append_utf8(out, letter == U'\u2019' ? U'\'' : to_lower(letter));
    }
    return out;
}

void settle_commas(Items& items) {
    Separator meaning = Separator::conjunction;
    for (const Item& item : items) {  // the last one's, when none follows
        if (item.before == Separator::conjunction || item.before == Separator::disjunction) meaning = item.before;
    }
    for (std::size_t i = items.size(); i-- > 0;) {
        if (items[i].before == Separator::comma) items[i].before = meaning;
        if (items[i].before == Separator::conjunction || items[i].before == Separator::disjunction) {
            meaning = items[i].before;
        }
    }
}

// `or` of `and`s.
ast::ConditionPtr by_precedence(Items items) {
    std::vector<ast::ConditionPtr> alternatives, together;
    for (Item& item : items) {
        if (item.before == Separator::disjunction && !together.empty()) {
            alternatives.push_back(joined(ast::Junction::conjunction, std::move(together)));
            together.clear();
        }
        together.push_back(item.negated ? negated(std::move(item.part)) : std::move(item.part));
    }
    alternatives.push_back(joined(ast::Junction::conjunction, std::move(together)));
    return joined(ast::Junction::disjunction, std::move(alternatives));
}

// Cuts a list at its `but`s.
std::vector<Items> segments_of(Items items) {
    std::vector<Items> segments;
    for (Item& item : items) {
        if (segments.empty() || item.before == Separator::contrast) segments.emplace_back();
        segments.back().push_back(std::move(item));
    }
    for (Items& segment : segments) {
        segment.front().before = Separator::none;
        settle_commas(segment);
    }
    return segments;
}

// "do not use homework or treat panic": neither. Gives a negated clause the alternatives that follow it.
void spread_negation(Items& clauses) {
    for (std::size_t i = 0; i + 1 < clauses.size(); ++i) {
        if (!clauses[i].negated) continue;
        std::vector<ast::ConditionPtr> alternatives;
        alternatives.push_back(std::move(clauses[i].part));
        std::size_t end = i + 1;
        while (end < clauses.size() && clauses[end].before == Separator::disjunction && !clauses[end].negated) {
            alternatives.push_back(std::move(clauses[end++].part));
        }
        clauses[i].part = joined(ast::Junction::disjunction, std::move(alternatives));
        clauses.erase(clauses.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                      clauses.begin() + static_cast<std::ptrdiff_t>(end));
    }
}

}  // namespace

ast::ConditionPtr QuestionAst::condition(Parser::ConditionsContext& ctx) {
    Items clauses;
    for (std::size_t i = 0; i < ctx.clause().size(); ++i) {
        Item item;
        item.before = i == 0 ? Separator::none : separator_of(ctx.between(i - 1)->connective());
        item.part = clause(*ctx.clause(i));
        if (auto* negation = std::get_if<ast::NegatedCondition>(&item.part->node)) {
            item.negated = true;
            item.part = ast::ConditionPtr(std::move(negation->part));
        }
        clauses.push_back(std::move(item));
    }
    std::vector<ast::ConditionPtr> all;
    for (Items& segment : segments_of(std::move(clauses))) {
        spread_negation(segment);
        all.push_back(by_precedence(std::move(segment)));
    }
    return joined(ast::Junction::conjunction, std::move(all));
}

bool QuestionAst::ends_in_preposition(const std::optional<ast::Phrase>& verb, Parser::ClauseContext& ctx) const {
    if (!verb || (ctx.preposition() == nullptr && ctx.Q_WITH() == nullptr)) return false;
    const antlr4::Token& preposition =
        ctx.preposition() != nullptr ? *ctx.preposition()->getStart() : *ctx.Q_WITH()->getSymbol();
    return verb->text.ends_with(" " + phrase(preposition).text);
}

ast::ConditionPtr QuestionAst::clause(Parser::ClauseContext& ctx) {
    std::size_t nots = ctx.lead() == nullptr ? ctx.Q_NOT().size() : ctx.lead()->before->Q_NOT().size();
    if (ctx.lead() != nullptr && ctx.lead()->after != nullptr) nots += ctx.lead()->after->Q_NOT().size();

    ast::ConditionPtr out;
    if (ctx.conditions() != nullptr) {
        out = condition(*ctx.conditions());
    } else if (ctx.time() != nullptr) {
        ast::DatedCondition dated = time(*ctx.time());
        if (ctx.verb() != nullptr) dated.verb = verb(*ctx.verb());
        out = std::make_unique<ast::Condition>();
        out->span = span_of(ctx);
        out->node = std::move(dated);
    } else if (ctx.Q_OTHER_THAN() != nullptr) {
        out = other_than(*ctx.objects());
        ++nots;
    } else if (ctx.Q_UNIQUE() != nullptr) {
        out = unique(*ctx.topic());
    } else if (ctx.Q_NOBODY() != nullptr) {  // "(that) nobody developed"
        ast::VerbCondition acted;
        acted.verb = verb(*ctx.verb());
        acted.operand.span = acted.verb->span;
        acted.operand_acts = true;
        out = as_condition(std::move(acted));
        ++nots;
    } else if (ctx.sourceName() != nullptr) {
        out = supported(ctx);
    } else if (!ctx.named().empty()) {  // "(which approaches are) not humanistic"
        std::vector<ast::ConditionPtr> parts;
        for (Parser::NamedContext* each : ctx.named()) {
            ast::VerbCondition being;
            being.operand = named(*each);
            being.being = true;
            parts.push_back(as_condition(std::move(being)));
        }
        out = joined(ast::Junction::disjunction, std::move(parts));
    } else if (ctx.grade() != nullptr && ctx.objects() == nullptr) {  // "(have) no evidence grade"
        ast::VerbCondition graded;
        graded.grading = grading(*ctx.grade());
        graded.operand.span = graded.grading->span;
        graded.serving = true;
        out = std::make_unique<ast::Condition>();
        out->span = graded.operand.span;
        out->node = std::move(graded);
    } else if (ctx.actor() != nullptr && ctx.preposition() != nullptr) {  // "(which family is) ACT in"
        ast::VerbCondition joined;
        joined.operand = actor(*ctx.actor());
        out = std::make_unique<ast::Condition>();
        out->span = span_of(ctx);
        out->node = std::move(joined);
    } else if (ctx.actors() != nullptr) {  // "(that) DBT uses", "(that) ACT does not", "(that) DBT has"
        if (ctx.verb() != nullptr) verb_ = verb(*ctx.verb());
        if (!ctx.Q_HAVE().empty() && ctx.verb() == nullptr) {
            verb_.reset();
            having_ = true;
        }
        nots += ctx.nots() != nullptr ? ctx.nots()->Q_NOT().size() : ctx.Q_NOT().size();
        out = acted(*ctx.actors(), nots % 2 == 1);
    } else {
        // "treated by CBT and by ACT" goes on with the verb; "approaches from the humanistic family" has none.
        if (ctx.verb() != nullptr) {
            verb_ = verb(*ctx.verb());
        } else if (!ends_in_preposition(verb_, ctx)) {
            verb_.reset();
        }
        if (ctx.Q_WITHOUT() != nullptr) ++nots;
        if (ctx.Q_GOOD_FOR() != nullptr) note_no_advice(phrase(*ctx.Q_GOOD_FOR()->getSymbol()));
        note_people(ctx.people());
        having_ = !ctx.Q_HAVE().empty();
        serving_ = ctx.grade() != nullptr || ctx.Q_GOOD_FOR() != nullptr || having_ || ctx.Q_WITHOUT() != nullptr ||
                   (ctx.preposition() != nullptr && ctx.preposition()->Q_FOR() != nullptr);
        being_ = ctx.lead() == nullptr || ctx.Q_ARE() != nullptr;
        if (ctx.grade() != nullptr) grading_ = grading(*ctx.grade());
        if (ctx.graded() != nullptr) grading_ = grading(*ctx.graded()->grade());
        out = objects(*ctx.objects());
        serving_ = being_ = having_ = false;
        grading_.reset();
    }
    if (nots % 2 == 0) return out;
    if (ctx.objects() != nullptr && ctx.Q_OTHER_THAN() == nullptr) note_negated_conjunction(*out);
    return negated(std::move(out));
}

// "that neither CBT nor ACT uses", "that CBT and ACT don't use": in either case none of them does.
ast::ConditionPtr QuestionAst::acted(Parser::ActorsContext& ctx, bool denied) {
    ast::Junction junction = denied ? ast::Junction::disjunction : ast::Junction::conjunction;
    for (Parser::SeparatorContext* separator : ctx.separator()) {
        if (separator->Q_OR() != nullptr) junction = ast::Junction::disjunction;
    }
    std::vector<ast::ConditionPtr> parts;
    for (Parser::ActorContext* each : ctx.actor()) {
        ast::VerbCondition acts;
        acts.operand = actor(*each);
        acts.verb = verb_;
        acts.having = having_ && !verb_;
        acts.operand_acts = !acts.having;
        parts.push_back(as_condition(std::move(acts)));
    }
    return joined(junction, std::move(parts));
}

// "supported by a meta-analysis for insomnia": what serves it, by the claims of such sources.
ast::ConditionPtr QuestionAst::supported(Parser::ClauseContext& ctx) {
    restriction_.according_to.push_back(phrase(*ctx.sourceName()->getStart()));
    note_people(ctx.people());
    verb_.reset();
    serving_ = true;
    ast::ConditionPtr out = objects(*ctx.objects());
    serving_ = false;
    return out;
}

// "either a or b, but not both", "(a or b) but not both"
ast::ConditionPtr QuestionAst::one_of(Parser::ObjectsContext& ctx) {
    if (ctx.object().size() == 1 && ctx.object(0)->objects() != nullptr) return one_of(*ctx.object(0)->objects());
    std::vector<ast::ConditionPtr> some, all;
    for (Parser::ObjectContext* each : ctx.object()) {
        some.push_back(object(*each));
        all.push_back(object(*each));
    }
    return both(joined(ast::Junction::disjunction, std::move(some)),
                negated(joined(ast::Junction::conjunction, std::move(all))));
}

ast::ConditionPtr QuestionAst::objects(Parser::ObjectsContext& ctx) {
    if (ctx.Q_NOT_BOTH() != nullptr) return one_of(ctx);
    Items items;
    for (std::size_t i = 0; i < ctx.object().size(); ++i) {
        Item item;
        item.before = i == 0 ? Separator::none : separator_of(ctx.connective(i - 1));
        item.negated = ctx.object(i)->nots()->Q_NOT().size() % 2 == 1;
        item.part = object(*ctx.object(i));
        items.push_back(std::move(item));
    }
    // "any of a, b and c", "none of a, b and c", "a, b, or both"
    const bool alternatives = ctx.Q_ANY_OF() != nullptr || ctx.Q_NONE_OF() != nullptr || ctx.Q_OR_BOTH() != nullptr;
    for (Item& item : items) {
        const bool joins = item.before == Separator::comma || item.before == Separator::conjunction;
        if (alternatives && joins) item.before = Separator::disjunction;
    }
    if (ctx.Q_NONE_OF() != nullptr) items.front().negated = true;
    std::vector<ast::ConditionPtr> all;
    for (Items& segment : segments_of(std::move(items))) {
        const bool none_of = segment.front().negated;
        segment.front().negated = false;
        ast::ConditionPtr whole = by_precedence(std::move(segment));
        if (none_of) note_negated_conjunction(*whole);
        all.push_back(none_of ? negated(std::move(whole)) : std::move(whole));
    }
    return joined(ast::Junction::conjunction, std::move(all));
}

// "other than CBT and ACT" leaves out either.
ast::ConditionPtr QuestionAst::other_than(Parser::ObjectsContext& ctx) {
    being_ = true;
    ast::ConditionPtr out = objects(ctx);
    being_ = false;
    if (auto* junction = std::get_if<ast::JunctionCondition>(&out->node)) {
        junction->junction = ast::Junction::disjunction;
    }
    return out;
}

ast::DatedCondition QuestionAst::time(Parser::TimeContext& ctx) {
    constexpr std::int64_t decade = 10;
    const auto first = [&](Parser::YearContext& year) { return token(*year.getStart()).number; };
    const auto last = [&](Parser::YearContext& year) {
        return first(year) + (year.Q_DECADE() != nullptr ? decade - 1 : 0);
    };
    Parser::YearContext &from = *ctx.year().front(), &to = *ctx.year().back();
    ast::DatedCondition out;
    if (ctx.Q_BEFORE() != nullptr) {
        out.to = first(from) - 1;
    } else if (ctx.Q_AFTER() != nullptr) {
        out.from = last(from) + 1;
    } else if (ctx.Q_SINCE() != nullptr) {
        out.from = first(from);
    } else if (ctx.year().size() == 1 && ctx.Q_UNTIL() != nullptr) {
        out.to = last(from);
    } else {
        out.from = first(from);
        out.to = last(to);
    }
    return out;
}

ast::ConditionPtr QuestionAst::unique(Parser::TopicContext& ctx) {
    ast::VerbCondition alone;
    alone.operand = topic(ctx);
    alone.alone = alone.having = true;
    return as_condition(std::move(alone));
}

ast::Grading QuestionAst::grading(Parser::GradeContext& ctx) const {
    ast::Grading out;
    out.span = span_of(ctx);
    if (ctx.Q_LEVEL() != nullptr) out.level = phrase(*ctx.Q_LEVEL()->getSymbol());
    return out;
}

void QuestionAst::note_people(Parser::PeopleContext* ctx) {
    if (ctx == nullptr || ctx->Q_SOMEBODY() == nullptr) return;
    const ast::Phrase who = phrase(*ctx->Q_SOMEBODY()->getSymbol());
    if (who.kind != ast::PhraseKind::noun) return;
    notices_.push_back("`" + who.text + "` was left out: nothing that is recorded here tells such people from others.");
}

void QuestionAst::note_no_advice(const ast::Phrase& words) {
    notices_.push_back("`" + words.text + "` was read as what sources say serves it; that is no recommendation.");
}

ast::Quantity QuestionAst::quantity(Parser::QuantityContext& ctx) const {
    const auto number = [&](std::size_t i) { return token(*ctx.Q_NUMBER(i)->getSymbol()).number; };
    if (ctx.Q_BETWEEN() != nullptr) return {std::min(number(0), number(1)), std::max(number(0), number(1))};
    if (ctx.Q_EXACTLY() != nullptr) return {number(0), number(0)};
    if (ctx.Q_FEWER_THAN() != nullptr) return {std::nullopt, number(0) - 1};
    if (ctx.Q_AT_MOST() != nullptr || ctx.Q_OR_FEWER() != nullptr) return {std::nullopt, number(0)};
    return {number(0) + (ctx.Q_MORE_THAN() != nullptr ? 1 : 0), std::nullopt};
}

ast::Quantity QuestionAst::amount(Parser::AmountContext& ctx) const {
    if (ctx.quantity() != nullptr) return quantity(*ctx.quantity());
    return {token(*ctx.Q_NUMBER()->getSymbol()).number, std::nullopt};
}

// "but aren't humanistic" says what things are; "but not homework" goes on with the verb.
bool QuestionAst::denies_being(Parser::NotsContext& ctx) const {
    if (ctx.Q_NOT().size() != 1) return false;
    constexpr std::array<std::string_view, 10> forms{"isn't",   "aren't",  "wasn't",   "weren't", "is not",
                                                     "are not", "was not", "were not", "isnt",    "arent"};
    const std::string written = in_keyword_letters(phrase(*ctx.Q_NOT().front()->getSymbol()).text);
    return std::find(forms.begin(), forms.end(), written) != forms.end();
}

ast::ConditionPtr QuestionAst::object(Parser::ObjectContext& ctx) {
    if (ctx.objects() != nullptr) return objects(*ctx.objects());
    auto out = std::make_unique<ast::Condition>();
    ast::VerbCondition acting;
    acting.being = being_ || denies_being(*ctx.nots());
    if (!acting.being) acting.verb = verb_;
    acting.serving = serving_;
    acting.having = having_ && !acting.being;
    acting.grading = grading_;
    acting.operand = operand(*ctx.operand());
    if (ctx.quantity() != nullptr) acting.quantity = quantity(*ctx.quantity());
    out->span = acting.verb
                    ? SourceSpan{std::min(acting.verb->span.begin, acting.operand.span.begin), acting.operand.span.end}
                    : acting.operand.span;
    out->node = std::move(acting);
    return out;
}

// People who write "not a and b" mostly mean neither, but that isn't what the words say.
void QuestionAst::note_negated_conjunction(const ast::Condition& negated_part) {
    const auto* junction = std::get_if<ast::JunctionCondition>(&negated_part.node);
    if (junction == nullptr || junction->junction != ast::Junction::conjunction) return;
    notices_.emplace_back("`not … and …` was read as: not all of them at once; write `or` for none of them.");
}

ast::Operand QuestionAst::operand(Parser::OperandContext& ctx) {
    ast::Operand out;
    out.span = span_of(ctx);
    if (ctx.name != nullptr) out.name = phrase(*ctx.name);
    if (ctx.noun != nullptr) out.noun = phrase(*ctx.noun);
    out.exactly = ctx.exactly != nullptr;
    out.every = ctx.Q_EVERY() != nullptr;
    if (ctx.topic() != nullptr) {  // "every technique of DBT"
        ast::VerbCondition had;
        had.operand = topic(*ctx.topic());
        had.having = true;
        out.that = as_condition(std::move(had));
    }
    if (ctx.clause() != nullptr) {
        // The verb inside is not taken up outside: "use techniques that treat insomnia and homework".
        std::optional<ast::Phrase> outer = std::move(verb_);
        out.that = clause(*ctx.clause());
        verb_ = std::move(outer);
    }
    return out;
}

ast::Operand QuestionAst::actor(Parser::ActorContext& ctx) {
    if (ctx.topic() != nullptr) return topic(*ctx.topic());
    ast::Operand out;
    out.span = span_of(ctx);
    out.noun = phrase(*ctx.noun);
    return out;
}

ast::Phrase QuestionAst::verb(Parser::VerbContext& ctx) {
    return phrase(*ctx.getStart());
}

}  // namespace confer::engine::syntax
