// What sources say: which claims count, what connects two things, and how it is said.
#include "graph/sentence.h"
#include "question/admission.h"
#include "question/connection.h"
#include "suites/questions/kitchen.h"

namespace confer::engine::tests {

namespace {

using question::Connection;

const ast::Question no_question{};

question::Setting setting() {
    return {kitchen().vocabulary(), no_question};
}

question::Named thing(std::string_view id) {
    return question::named(*kitchen().vocabulary().graph().find(id), setting());
}

std::optional<Connection> connection(std::string_view from, std::string_view to) {
    return question::connection_between(thing(from), thing(to), setting(), nullptr);
}

EdgeId relationship(std::string_view from, std::string_view type, std::string_view to) {
    const PropertyGraph& graph = kitchen().vocabulary().graph();
    const NodeId source = *graph.find(from), target = *graph.find(to);
    const Neighbours there = graph.topology().adjacency(*graph.types().find(type), Direction::outgoing)[source];
    for (std::size_t i = 0; i < there.size(); ++i) {
        if (there.nodes[i] == target) return there.edges[i];
    }
    FAIL("no such relationship");
    return no_id;
}

question::Admission admission(const std::vector<std::string>& sources, bool without_weak) {
    ast::Restriction restriction;
    for (const std::string& name : sources) {
        restriction.according_to.push_back({ast::PhraseKind::name, name, {}, true});
    }
    restriction.without_weak = without_weak;
    auto made = question::Admission::make(restriction, setting());
    if (!made.has_value()) FAIL(made.error().message);
    return std::move(made).value();
}

}  // namespace

TEST_CASE("a relationship is said in the words of the schema", "[question][sentence]") {
    const PropertyGraph& graph = kitchen().vocabulary().graph();
    CHECK(sentence_of(graph, relationship("paella", "CONTAINS", "saffron")) == "Paella contains Saffron");
    CHECK(sentence_of(graph, relationship("saffron-risotto", "INVENTED_BY", "ada-risi")) ==
          "Risotto alla milanese is invented by Ada Risi");
}

TEST_CASE("what is said of two things directly comes before all else", "[question][connection]") {
    const auto found = connection("risotto", "paella");
    REQUIRE(found);
    CHECK(found->strength == Connection::Strength::direct);
}

TEST_CASE("what things are made of connects them strongly", "[question][connection]") {
    const auto found = connection("borscht", "minestrone");
    REQUIRE(found);
    CHECK(found->strength == Connection::Strength::strong);
}

TEST_CASE("what is known of a thing is counted by verb", "[question][connection]") {
    CHECK(question::what_is_known(thing("okroshka"), setting()) ==
          "contains 1 ingredient, suits 1 occasion and belongs to 1 cuisine");
}

TEST_CASE("claims count by who says so", "[question][admission]") {
    const EdgeId two_sources = relationship("paella", "CONTAINS", "saffron");  // K1 and K4
    const EdgeId one_source = relationship("paella", "CONTAINS", "tomato");    // K1
    CHECK(admission({"The rice book"}, false).admits(two_sources));
    CHECK(admission({"The rice book"}, false).admits(one_source));
    CHECK(admission({"Journal of the Table"}, false).admits(two_sources));
    CHECK_FALSE(admission({"Journal of the Table"}, false).admits(one_source));
    CHECK(admission({"Journal of the Table", "Kitchen Press"}, false).admits(one_source));
}

TEST_CASE("claims that rest on weak sources alone may be left out", "[question][admission]") {
    const EdgeId weak = relationship("paella", "CONTAINS", "garlic");   // K3
    const EdgeId mixed = relationship("risotto", "CONTAINS", "onion");  // K1 and K3
    CHECK_FALSE(admission({}, true).admits(weak));
    CHECK(admission({}, true).admits(mixed));
    CHECK_FALSE(admission({"A grandmother's notes"}, true).admits(mixed));
}

TEST_CASE("why asks for what sources say for and against", "[question][why]") {
    CHECK(kitchen()
              .pattern("why does paella contain onion?")
              .starts_with("MATCH (a {id: 'paella'}), (b {id: 'onion'}) LET recorded = "
                           "[(a)-[r:CONTAINS]->(b) | ['for', confer.sentence(r), r]] + "
                           "[(a)-[r:OMITS]->(b) | ['against', confer.sentence(r), r]]"));
    CHECK(kitchen().paraphrase("why does paella contain onion?") ==
          "What sources say for and against this: Paella contains Onion.");
}

TEST_CASE("why without a second name takes all that is recorded", "[question][why]") {
    const std::string pattern = kitchen().pattern("why does okroshka contain ingredients?");
    CHECK(pattern.find("(b {id: 'cucumber'})") != std::string::npos);
    CHECK(pattern.find("UNION") == std::string::npos);
}

}  // namespace confer::engine::tests
