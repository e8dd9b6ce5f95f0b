// WHY does CBT use exposure? · WHO SAYS THAT … · WHAT IS THE EVIDENCE THAT …: what is recorded for and against a claim,
// one row for each source of each relationship.
//
// Types speak of the same matter when they are of opposite roles and join the same things: a component and its denial;
// what something serves, and warnings of that. They are shown side by side. Where neither is recorded, the first
// row says whether anybody looked (`coverage`), and others what comes nearest: another verb between the two, the same
// verb with something broader or narrower, with a part of the subject, with its relatives.
// Test: tests/suites/why.
#include <algorithm>
#include <deque>

#include "question/admission.h"
#include "question/build_path.h"
#include "question/forms_internal.h"
#include "question/predicate.h"
#include "question/wording.h"

namespace confer::engine::question {

namespace {

using Types = std::vector<const RelationshipSchema*>;

// One claim: the subject, a verb, an object.
struct Claim {
    const Named& subject;
    const Meaning& meaning;  // joined, to a node
    bool denied = false;     // "does not"
    // As the verb says it, and against it; all seen from the subject.
    std::vector<Link> saying, opposing;

    const Named& object() const { return *meaning.node; }
};

bool same_ends(const RelationshipSchema& a, const RelationshipSchema& b, const Schema& schema) {
    return !labels_in_both(labels_at(a, Way::outgoing, schema), labels_at(b, Way::outgoing, schema)).empty() &&
           !labels_in_both(labels_at(a, Way::incoming, schema), labels_at(b, Way::incoming, schema)).empty();
}

// A type without a role that joins just what a serving type joins says the same, with a reservation ("claimed for").
bool serves(const RelationshipSchema& type, const Schema& schema) {
    if (type.serves) return true;
    if (type.component || type.denies || type.warns || type.lineage || type.broader || type.groups) return false;
    return std::any_of(schema.relationships.begin(), schema.relationships.end(), [&](const RelationshipSchema& other) {
        return other.serves && other.from == type.from && other.to == type.to;
    });
}

enum class Stance : std::uint8_t { elsewhere, same, opposite };

// What `other` says of the matter that `said` speaks of.
Stance stance(const RelationshipSchema& other, const RelationshipSchema& said, const Schema& schema) {
    if (&other == &said) return Stance::same;
    if (!same_ends(other, said, schema)) return Stance::elsewhere;
    if (serves(said, schema) || said.warns) {
        if (serves(other, schema)) return said.warns ? Stance::opposite : Stance::same;
        if (other.warns) return said.warns ? Stance::same : Stance::opposite;
    }
    const bool denial = (said.component && other.denies) || (said.denies && other.component);
    return denial ? Stance::opposite : Stance::elsewhere;
}

std::vector<Link> types_of_stance(const Meaning& meaning, Stance wanted, const Setting& setting) {
    std::vector<Link> out;
    for (const Link& link : meaning.links) {
        Link fitting{{}, link.way};
        for (const RelationshipSchema& other : setting.schema().relationships) {
            const bool fits = std::any_of(link.types.begin(), link.types.end(), [&](const RelationshipSchema* said) {
                return stance(other, *said, setting.schema()) == wanted;
            });
            const bool said = std::find(link.types.begin(), link.types.end(), &other) != link.types.end();
            if (fits && (wanted == Stance::same || !said)) fitting.types.push_back(&other);
        }
        if (!fitting.types.empty()) out.push_back(std::move(fitting));
    }
    return out;
}

// CASE WHEN condition THEN one ELSE other END
ast::ExprPtr either(ast::ExprPtr condition, ast::ExprPtr one, ast::ExprPtr other) {
    std::vector<std::pair<ast::ExprPtr, ast::ExprPtr>> branches;
    branches.emplace_back(std::move(condition), std::move(one));
    return when(std::move(branches), std::move(other));
}

ast::Direction direction_of(Way way) {
    return way == Way::outgoing   ? ast::Direction::outgoing
           : way == Way::incoming ? ast::Direction::incoming
                                  : ast::Direction::either;
}

// ---- lists of what is recorded: [finding, claim, relationship] for each
class Findings {
public:
    Findings(const Claim& claim, const Setting& setting) : claim_(claim), setting_(setting) {}

    ast::ExprPtr saying() const { return recorded("for", claim_.saying); }
    ast::ExprPtr opposing() const { return recorded("against", claim_.opposing); }

    // [['unknown', 'Gestalt therapy uses Exposure', null]]
    ast::ExprPtr missing() const {
        std::vector<ast::ExprPtr> looked;
        for (const Link& link : claim_.meaning.links) {
            const char* curated = link.way == Way::incoming ? "b" : "a";
            const Labels& labels = link.way == Way::incoming ? claim_.object().labels : claim_.subject.labels;
            if (!declare(labels, "coverage")) continue;
            for (const RelationshipSchema* type : link.types) {
                looked.push_back(is_in(text(type->name), property(curated, "coverage")));
            }
        }
        ast::ExprPtr finding = text("unknown");
        if (!looked.empty()) finding = either(any_of(std::move(looked)), text("not recorded"), std::move(finding));
        return list(make_list(list(make_list(std::move(finding), text(sentence()), null()))));
    }

    // What comes nearest to what is missing.
    ast::ExprPtr nearest() const {
        std::vector<ast::ExprPtr> lists;
        add_another_verb(lists);
        for (const RelationshipSchema& type : setting_.schema().relationships) {
            if (!type.broader) continue;
            add_over(lists, claim_.object(), type, Way::outgoing, "of something broader", true);
            add_over(lists, claim_.object(), type, Way::incoming, "of something narrower", true);
            add_over(lists, claim_.subject, type, Way::outgoing, "by something broader", false);
            add_over(lists, claim_.subject, type, Way::incoming, "by something narrower", false);
        }
        for (const RelationshipSchema& type : setting_.schema().relationships) {
            if (type.component) add_over(lists, claim_.subject, type, Way::outgoing, "by a component", false);
            if (!type.lineage) continue;
            add_over(lists, claim_.subject, type, Way::outgoing, "by an ancestor", false);
            add_over(lists, claim_.subject, type, Way::incoming, "by a descendant", false);
        }
        return sum(std::move(lists));
    }

    // What else the verb is recorded to be said of the subject: when nothing is nearer.
    ast::ExprPtr farther() const {
        std::vector<ast::ExprPtr> lists;
        for (const Link& link : claim_.saying) {
            lists.push_back(
                each(path(node("a"), relationship(names_of(link.types), direction_of(link.way), "r"), node()), nullptr,
                     triple("of something else")));
        }
        return sum(std::move(lists));
    }

    std::string sentence() const {
        std::vector<std::string> verbs;
        for (const Link& link : claim_.meaning.links) {
            verbs.push_back(verbs_of(link.types, link.way, VerbForm::singular));
        }
        if (std::find(verbs.begin(), verbs.end(), "") == verbs.end())
            return claim_.subject.title + " " + enumerated(verbs) + " " + claim_.object().title;
        // No words from this side: said from the other.
        verbs.clear();
        for (const Link& link : claim_.meaning.links) {
            verbs.push_back(verbs_of(link.types, reversed(link.way), VerbForm::singular));
        }
        return claim_.object().title + " " + enumerated(verbs) + " " + claim_.subject.title;
    }

    static ast::ExprPtr sum(std::vector<ast::ExprPtr> lists) {
        ast::ExprPtr out;
        for (ast::ExprPtr& each : lists) {
            if (each == nullptr) continue;
            out = out == nullptr ? std::move(each) : binary(std::move(out), ast::BinaryOp::add, std::move(each));
        }
        return out == nullptr ? list({}) : std::move(out);
    }

private:
    static ast::ExprPtr triple(const std::string& finding) {
        return list(make_list(text(finding), call("confer.sentence", variable("r")), variable("r")));
    }

    ast::ExprPtr recorded(const std::string& finding, const std::vector<Link>& links) const {
        std::vector<ast::ExprPtr> lists;
        for (const Link& link : links) {
            lists.push_back(
                each(path(node("a"), relationship(names_of(link.types), direction_of(link.way), "r"), node("b")),
                     nullptr, triple(finding)));
        }
        return lists.empty() ? nullptr : sum(std::move(lists));
    }

    // Whatever else joins the two.
    void add_another_verb(std::vector<ast::ExprPtr>& lists) const {
        lists.push_back(each(path(node("a"), relationship({}, ast::Direction::either, "r"), node("b")), nullptr,
                             triple("another claim")));
    }

    // The same verb, with something that `over` leads to in place of the subject or object.
    void add_over(std::vector<ast::ExprPtr>& lists, const Named& end, const RelationshipSchema& over, Way way,
                  const std::string& finding, bool of_object) const {
        const Schema& schema = setting_.schema();
        if (labels_in_both(labels_at(over, way, schema), end.labels).empty()) return;
        for (const std::vector<Link>* links : {&claim_.saying, &claim_.opposing}) {
            for (const Link& link : *links) {
                const Labels here = labels_at(over, reversed(way), schema);
                Link fitting{{}, link.way};
                for (const RelationshipSchema* type : link.types) {
                    const Way side = of_object ? reversed(link.way) : link.way;
                    if (!labels_in_both(labels_at(*type, side, schema), here).empty()) fitting.types.push_back(type);
                }
                if (!fitting.types.empty()) lists.push_back(neighbour(over, way, fitting, finding, of_object));
            }
        }
    }

    // [(a)-[r:TREATS]->(x)<-[:IS_A*]-(b) | …], or with x beside a
    ast::ExprPtr neighbour(const RelationshipSchema& over, Way way, const Link& link, const std::string& finding,
                           bool of_object) const {
        ast::RelationshipPattern first = relationship(names_of(link.types), direction_of(link.way), "r");
        ast::RelationshipPattern second = relationship({over.name}, direction_of(of_object ? reversed(way) : way));
        if (over.broader) second = hops(std::move(second), std::nullopt, std::nullopt);
        if (!of_object) std::swap(first, second);
        ast::PathPattern out = path(node("a"), std::move(first), node("x"));
        out.relationships.push_back(std::move(second));
        out.nodes.push_back(node("b"));
        return each(std::move(out), nullptr, triple(finding));
    }

    const Claim& claim_;
    const Setting& setting_;
};

bool declared_by_some(const Setting& setting, std::string_view key) {
    const auto& types = setting.schema().relationships;
    return std::any_of(types.begin(), types.end(), [&](const RelationshipSchema& type) {
        return std::any_of(type.properties.begin(), type.properties.end(),
                           [&](const PropertySchema& property) { return property.name == key; });
    });
}

// What the schema knows of the sources of claims.
struct Citing {
    bool cites;     // whether relationships have `sources`
    Labels labels;  // of the sources; none: they are no nodes

    explicit Citing(const Setting& setting)
        : cites(declared_by_some(setting, "sources")), labels(source_labels(setting.schema())) {}
};

std::vector<Item> columns(const Setting& setting, const Citing& citing, bool with_evidence) {
    std::vector<Item> items;
    items.push_back({element(variable("found"), 0), "finding"});
    items.push_back({element(variable("found"), 1), "claim"});
    const auto of_source = [&](const char* key, const char* column) {
        if (citing.cites && !citing.labels.empty() && declare(citing.labels, key)) {
            items.push_back({property("s", key), column});
        }
    };
    const auto parallel = [&](const char* key, const char* column) {
        if (!citing.cites || !declared_by_some(setting, key)) return;
        items.push_back({element_at(property("r", key), variable("i")), column});
    };
    if (citing.labels.empty())
        parallel("sources", "source");
    else
        of_source(declare(citing.labels, "title") ? "title" : "name", "source");
    of_source("year", "year");
    parallel("grades", "grade");
    parallel("notes", "note");
    if (declared_by_some(setting, "confidence")) items.push_back({property("r", "confidence"), "confidence"});
    of_source("url", "address");
    if (with_evidence && citing.cites)
        items.push_back(
            {list(make_list(variable("r"), element_at(property("r", "sources"), variable("i")))), "evidence"});
    else if (with_evidence)
        items.push_back({variable("r"), "evidence"});
    return items;
}

// The place of the last source, 0 where there are none.
ast::ExprPtr last_source() {
    return either(compare(call("size", property("r", "sources")), ast::CompareOp::greater, integer(1)),
                  binary(call("size", property("r", "sources")), ast::BinaryOp::subtract, integer(1)), integer(0));
}

ast::Clause ends(const Claim& claim) {
    ast::Clause out = match(path(node_with(claim.subject.key, claim.subject.value, "a")));
    std::get<ast::Match>(out.node).patterns.push_back(path(node_with(claim.object().key, claim.object().value, "b")));
    return out;
}

using Bindings = std::vector<std::pair<ast::Name, ast::ExprPtr>>;

// LET recorded = …, nearest = …,
//     findings = CASE WHEN recorded <> [] THEN recorded
//                     ELSE what is missing + CASE WHEN nearest <> [] THEN nearest ELSE what is farther END END
ast::Let findings_of(const Claim& claim, const Setting& setting) {
    const Findings findings(claim, setting);
    Bindings bindings;
    bindings.emplace_back(ast::Name{"recorded", {}}, Findings::sum(make_list(findings.saying(), findings.opposing())));
    bindings.emplace_back(ast::Name{"nearest", {}}, findings.nearest());
    const auto is_there = [](const char* name) { return compare(variable(name), ast::CompareOp::not_equal, list({})); };
    bindings.emplace_back(ast::Name{"findings", {}},
                          either(is_there("recorded"), variable("recorded"),
                                 binary(findings.missing(), ast::BinaryOp::add,
                                        either(is_there("nearest"), variable("nearest"), findings.farther()))));
    return {std::move(bindings)};
}

ast::Let relationship_found() {
    Bindings bindings;
    bindings.emplace_back(ast::Name{"r", {}}, element(variable("found"), 2));
    return {std::move(bindings)};
}

// (s:Source {id: r.sources[i]})
ast::PathPattern source_at_place(const Citing& citing) {
    ast::NodePattern source = node_with("id", "", "s");
    source.labels = node({}, names_of(citing.labels)).labels;
    std::get<ast::MapLiteral>(source.properties->node).entries.front().second =
        element_at(property("r", "sources"), variable("i"));
    return path(std::move(source));
}

ast::SingleQuery claim_query(const Claim& claim, const Setting& setting, bool with_evidence) {
    const Citing citing(setting);
    std::vector<ast::Clause> clauses;
    clauses.push_back(ends(claim));
    clauses.push_back({{}, findings_of(claim, setting)});
    clauses.push_back({{}, ast::For{{"found", {}}, variable("findings"), ast::For::Counting::from_one, {"place", {}}}});
    clauses.push_back({{}, relationship_found()});
    std::vector<SortKey> order{{"place"}};
    if (citing.cites) {
        clauses.push_back(unwind(call("range", make_list(integer(0), last_source())), "i"));
        if (!citing.labels.empty()) clauses.push_back(optional_match(source_at_place(citing)));
        order.push_back({"i"});
    }
    clauses.push_back(returning(columns(setting, citing, with_evidence), order));
    return single(std::move(clauses));
}

// ---- the question
bool is_recorded(const Claim& claim, const std::vector<Link>& links, const Setting& setting) {
    const PropertyGraph& graph = setting.graph();
    for (const Link& link : links) {
        for (const RelationshipSchema* type : link.types) {
            const auto id = graph.types().find(type->name);
            if (!id) continue;
            for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
                if (link.way == (direction == Direction::outgoing ? Way::incoming : Way::outgoing)) continue;
                const Neighbours there = graph.topology().adjacency(*id, direction)[claim.subject.node];
                for (std::size_t i = 0; i < there.size(); ++i) {
                    const bool counts = setting.admission == nullptr || setting.admission->admits(there.edges[i]);
                    if (there.nodes[i] == claim.object().node && counts) return true;
                }
            }
        }
    }
    return false;
}

// What the premise of the question comes to.
std::string notice_of(const Claim& claim, const Setting& setting) {
    const std::string sentence = Findings(claim, setting).sentence();
    const bool said = is_recorded(claim, claim.saying, setting);
    const bool opposed = is_recorded(claim, claim.opposing, setting);
    if (said && opposed) return "Sources disagree whether " + sentence + ".";
    if (said) return claim.denied ? "What is recorded says the opposite: " + sentence + "." : "";
    if (opposed) return claim.denied ? "" : "What is recorded says the opposite of: " + sentence + ".";
    return std::string(setting.admission != nullptr ? "No source that counts here"
                                                    : "No source that is recorded here") +
           " says that " + sentence + ", and none says the opposite.";
}

// DOES …?: what is recorded, whichever way the question is put.
std::string finding_of(const Claim& claim, const Setting& setting) {
    const bool said = is_recorded(claim, claim.saying, setting), opposed = is_recorded(claim, claim.opposing, setting);
    // Whether that is evidence enough is not for this to say.
    const std::string answer = claim.meaning.grading ? "It is recorded that " : "Yes, by what is recorded: ";
    if (said && !opposed) return answer + Findings(claim, setting).sentence() + ".";
    const Claim affirmed{claim.subject, claim.meaning, false, claim.saying, claim.opposing};
    return notice_of(affirmed, setting);
}

// A claim's meaning, with what a question leaves open filled in.
using Filled = std::deque<Meaning>;

bool asks_whether(const Setting& setting) {
    const auto* question = std::get_if<ast::WhyQuestion>(&setting.question.node);
    return question != nullptr && question->whether;
}

// "why is conversion therapy harmful?": each thing that it is recorded of; "does it work?": or the opposite.
std::vector<NodeId> objects_of(const Meaning& meaning, const Named& subject, const Setting& setting) {
    std::vector<NodeId> out;
    std::vector<Link> links = meaning.links;
    if (asks_whether(setting)) {
        for (Link& opposing : types_of_stance(meaning, Stance::opposite, setting)) links.push_back(std::move(opposing));
    }
    for (const Link& link : links) {
        for (const RelationshipSchema* type : link.types) {
            const auto id = setting.graph().types().find(type->name);
            if (!id) continue;
            for (const Direction direction : {Direction::outgoing, Direction::incoming}) {
                if (link.way == (direction == Direction::outgoing ? Way::incoming : Way::outgoing)) continue;
                for (const NodeId other : setting.graph().topology().adjacency(*id, direction)[subject.node].nodes) {
                    const bool fits = !labels_in_both(labels_of(other, setting), meaning.labels).empty();
                    if (fits && std::find(out.begin(), out.end(), other) == out.end()) out.push_back(other);
                }
            }
        }
    }
    return out;
}

Claim claim_of(const Meaning& meaning, bool denied, const Named& subject, const Setting& setting) {
    return {subject, meaning, denied, types_of_stance(meaning, Stance::same, setting),
            types_of_stance(meaning, Stance::opposite, setting)};
}

Result<void> add_claims(const Meaning& meaning, bool denied, const Named& subject, const Setting& setting,
                        Filled& filled, std::vector<Claim>& claims) {
    if (meaning.kind == Meaning::Kind::dated) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = "when " + subject.title + " came about is no claim that sources are shown for",
                     .span = setting.question.span,
                     .hints = {"ask `when was " + subject.title + " developed?`"}};
    }
    if (meaning.kind != Meaning::Kind::joined && meaning.kind != Meaning::Kind::being) {
        const bool inverts = meaning.kind == Meaning::Kind::negation;
        for (const Meaning& part : meaning.parts) {
            CONFER_CHECK(add_claims(part, denied != inverts, subject, setting, filled, claims));
        }
        return {};
    }
    const std::vector<NodeId> recorded = meaning.node ? std::vector<NodeId>{} : objects_of(meaning, subject, setting);
    for (const NodeId object : recorded) {
        Meaning& whole = filled.emplace_back();
        whole.links = meaning.links;
        whole.node = named(object, setting);
        whole.labels = whole.node->labels;
        whole.operand_acts = meaning.operand_acts;
        whole.grading = meaning.grading;
        claims.push_back(claim_of(whole, denied, subject, setting));
    }
    if (!recorded.empty()) return {};
    if (!meaning.node || meaning.kind == Meaning::Kind::being) {
        return Error{.code = ErrorCode::unfitting_words,
                     .message = "a claim needs two names, and none of the " + plural_of(meaning.labels) +
                                " that this could be said of " + subject.title + " with is recorded",
                     .span = setting.question.span,
                     .hints = {"name one of the " + plural_of(meaning.labels)}};
    }
    claims.push_back(claim_of(meaning, denied, subject, setting));
    return {};
}

void add_notices(const Meaning& meaning, std::vector<std::string>& notices) {
    notices.insert(notices.end(), meaning.notices.begin(), meaning.notices.end());
    for (const Meaning& part : meaning.parts) add_notices(part, notices);
}

// "do humanistic approaches treat psychosis?": the subject is no name, but describes some; those are listed.
Result<std::optional<Translation>> those_of_which_it_is_so(const ast::WhyQuestion& question, const Setting& setting) {
    if (resolve_operand(question.subject, setting).has_value()) return std::optional<Translation>{};
    CONFER_TRY(Bound bound, bind(ast::Selection{question.subject.noun, nullptr}, setting));
    const std::unique_ptr<Meaning> such = described(*question.subject.name, bound.labels, setting);
    if (such == nullptr) return std::optional<Translation>{};
    CONFER_TRY(Meaning said, bind(*question.condition, bound.labels, setting));
    bound.meaning = together(std::move(*such), std::move(said));
    CONFER_TRY(Translation out, list_of(bound, ast::ListOrder::by_name, std::nullopt, setting));
    return std::optional(std::move(out));
}

}  // namespace

Result<Translation> translate_why(const ast::WhyQuestion& question, const Setting& setting) {
    if (question.whether && question.subject.noun) {
        CONFER_TRY(std::optional<Translation> those, those_of_which_it_is_so(question, setting));
        if (those) return std::move(*those);
    }
    CONFER_TRY(const Named subject, resolve_operand(question.subject, setting));
    CONFER_TRY(const Meaning meaning, bind(*question.condition, subject.labels, setting));
    std::vector<Claim> claims;
    Filled filled;
    CONFER_CHECK(add_claims(meaning, false, subject, setting, filled, claims));
    std::vector<ast::SingleQuery> parts, with_evidence;
    std::vector<std::string> sentences;
    Translation out;
    add_notices(meaning, out.notices);
    for (const Claim& claim : claims) {
        parts.push_back(claim_query(claim, setting, false));
        with_evidence.push_back(claim_query(claim, setting, true));
        sentences.push_back(Findings(claim, setting).sentence());
        std::string notice = question.whether ? finding_of(claim, setting) : notice_of(claim, setting);
        if (!notice.empty()) out.notices.push_back(std::move(notice));
    }
    const bool graded =
        std::any_of(claims.begin(), claims.end(), [](const Claim& claim) { return claim.meaning.grading.has_value(); });
    if (graded) out.notices.emplace_back("How well sources find that supported stands in the column `grade`.");
    out.pattern = query(std::move(parts));
    out.evidence = query(std::move(with_evidence));
    out.paraphrase = "what sources say for and against this: " + enumerated(sentences, "and");
    return out;
}

}  // namespace confer::engine::question
