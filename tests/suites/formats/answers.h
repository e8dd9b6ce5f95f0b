#pragma once
// answers: answers for the tests of formats: of a statement, or put together by hand.
#include <stdexcept>
#include <string>
#include <string_view>

#include "format/render.h"
#include "session/database.h"
#include "support/loaded.h"

namespace confer::test {

using namespace confer::engine;

// On a small graph with a loop, texts that need care, and sources, one of them weak.
inline Database& small_database() {
    static Database database([] {
        Result<GraphPtr> graph = load_text(R"({
            "nodes": [
                {"id": "a", "label": "A", "name": "Ann"},
                {"id": "b", "label": "B", "name": "Bo | <b>"}
            ],
            "edges": [
                {"from": "a", "type": "R", "to": "b", "weight": 1.5},
                {"from": "a", "type": "S", "to": "a"}
            ]})");
        if (!graph) throw std::runtime_error(problems_of(graph));
        return std::move(graph).value();
    }());
    return database;
}

inline Answer answer_to(std::string_view statement) {
    Result<Answer> answer = small_database().run(statement);
    if (!answer) throw std::runtime_error(answer.error().message);
    return std::move(answer).value();
}

inline std::string rendered(std::string_view statement, format::Format format, format::RenderOptions options = {}) {
    return format::render(answer_to(statement), format, options);
}

// One row that rests on three sources, the last of them weak.
inline Answer cited_answer() {
    Answer answer = answer_to("RETURN 'claim' AS text");
    answer.sources.resize(3);
    Source &one = answer.sources[0], &two = answer.sources[1], &three = answer.sources[2];
    one.id = "S1";
    one.title = "One";
    one.publisher = "Press";
    one.year = 1999;
    one.url = "https://one.example";
    two.id = "S2";
    two.title = "Two?";
    two.authors = "Ann";
    three.id = "S3";
    three.title = "Three";
    three.quality = "low";
    three.weak = true;
    answer.citations = {{2, 0, 1}};
    return answer;
}

// Two things side by side, in two groups of rows; each cell with its own sources.
inline Answer matrix_answer() {
    Answer answer = answer_to(R"(
        UNWIND [['uses', 'Homework', 'yes', 'yes'], ['uses', 'Free association', 'rejected', 'unknown'],
                ['draws on', 'Learning theory', 'not recorded', 'yes']] AS row
        RETURN row[0] AS relation, row[1] AS component, row[2] AS BT, row[3] AS CBT)");
    answer.matrix = Matrix{.grouped = true,
                           .things = {"Behavior therapy", "CBT"},
                           .marks = {{"yes", "✓", "a source says so", Mark::Tone::affirmed},
                                     {"rejected", "✗", "a source denies it", Mark::Tone::denied},
                                     {"not recorded", "·", "looked for, and not found", Mark::Tone::absent},
                                     {"unknown", "?", "nobody looked: not a no", Mark::Tone::open}}};
    answer.sources = cited_answer().sources;
    answer.citations = {{0, 1, 2}, {1}, {0}};
    answer.cell_citations = {{{}, {}, {0}, {1, 2}}, {{}, {}, {1}, {}}, {{}, {}, {}, {0}}};
    return answer;
}

// What markup is made of, and what could hide or turn the rest of a line.
inline std::string hostile_text() {
    return "<script>alert(\"1\")</script> a|b ]] {{c}} ''d'' ~~~~ __TOC__ \u202Eabc\nnext\ttab";
}

inline Answer hostile_answer() {
    Answer answer = cited_answer();
    answer.statement = "RETURN '|'";
    answer.columns[0].name = hostile_text();
    answer.rows = {{Value(std::string(hostile_text()))}};
    answer.sources[0].title = hostile_text();
    answer.sources[0].url = "https://one.example/\"|]<b>";
    answer.sources[1].url = "javascript:alert(1)";
    answer.citations = {{0, 1}};
    answer.sources.resize(2);
    answer.notices = {hostile_text()};
    return answer;
}

}  // namespace confer::test
