#pragma once
// pictured: a small graph with a schema, and answers of it, for the tests of pictures.
#include <stdexcept>
#include <string>
#include <string_view>

#include "session/database.h"
#include "support/loaded.h"

namespace confer::test {

using namespace confer::engine;

inline Database& kitchen() {
    static Database database([] {
        Result<GraphPtr> graph = load_text(R"({
            "schema": {
                "labels": {
                    "Dish": {"singular": "dish", "plural": "dishes", "properties": {"name": "string!", "year": "integer"}},
                    "Ingredient": {"singular": "ingredient", "plural": "ingredients", "properties": {"name": "string!"}},
                    "Source": {"properties": {"title": "string"}}
                },
                "relationships": {
                    "CONTAINS": {"from": ["Dish"], "to": ["Ingredient"], "verb": ["contain", "contains"],
                                 "inverse": ["contained in"], "component": true, "properties": {"sources": "string[]"}},
                    "LACKS": {"from": ["Dish"], "to": ["Ingredient"], "denies": true,
                              "properties": {"sources": "string[]"}},
                    "COMES_FROM": {"from": ["Dish"], "to": ["Dish"], "verb": ["come from", "comes from"],
                                   "inverse": ["give rise to", "gives rise to"], "lineage": true}
                }
            },
            "nodes": [
                {"id": "B1", "label": "Source", "title": "A cookbook"},
                {"id": "pizza", "label": "Dish", "name": "Pizza", "year": 1889},
                {"id": "calzone", "label": "Dish", "name": "Calzone", "year": 1901},
                {"id": "focaccia", "label": "Dish", "name": "Focaccia"},
                {"id": "dough", "label": "Ingredient", "name": "Dough"},
                {"id": "tomato", "label": "Ingredient", "name": "Tomato"}
            ],
            "edges": [
                {"from": "pizza", "type": "CONTAINS", "to": "dough", "sources": ["B1"]},
                {"from": "pizza", "type": "CONTAINS", "to": "tomato", "sources": ["B1"]},
                {"from": "calzone", "type": "CONTAINS", "to": "dough", "sources": ["B1"]},
                {"from": "focaccia", "type": "CONTAINS", "to": "dough"},
                {"from": "focaccia", "type": "LACKS", "to": "tomato", "sources": ["B1"]},
                {"from": "calzone", "type": "COMES_FROM", "to": "pizza"},
                {"from": "pizza", "type": "COMES_FROM", "to": "focaccia"}
            ]})");
        if (!graph) throw std::runtime_error(problems_of(graph));
        return std::move(graph).value();
    }());
    return database;
}

inline Answer asked(std::string_view statement, Database& database = kitchen()) {
    Result<Answer> answer = database.run(statement);
    if (!answer) throw std::runtime_error(answer.error().message);
    return std::move(answer).value();
}

}  // namespace confer::test
