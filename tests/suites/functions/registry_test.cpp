#include <algorithm>
#include <catch2/catch.hpp>

#include "function/registry.h"

using namespace confer::engine;

TEST_CASE("functions are found in any case and keep their spelling", "[functions][registry]") {
    REQUIRE(builtin_functions().find("TOUPPER") != nullptr);
    CHECK(builtin_functions().find("toupper")->name == "toUpper");
    CHECK(builtin_functions().find_aggregate("STDEVP")->name == "stDevP");
}

TEST_CASE("functions and aggregates are kept apart", "[functions][registry]") {
    CHECK(builtin_functions().find("sum") == nullptr);
    CHECK(builtin_functions().find_aggregate("size") == nullptr);
    CHECK(builtin_functions().find("no such function") == nullptr);
}

TEST_CASE("names come in alphabetical order, both kinds together", "[functions][registry]") {
    const std::vector<std::string> names = builtin_functions().names();
    CHECK(names.front() == "abs");
    CHECK(std::find(names.begin(), names.end(), "collect") != names.end());
    CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("every function of openCypher is there", "[functions][registry]") {
    for (const char* const name :
         {"coalesce",  "head",       "last",     "size",      "length",   "id",      "type",
          "labels",    "properties", "keys",     "startNode", "endNode",  "nodes",   "relationships",
          "toInteger", "toFloat",    "toString", "toBoolean", "range",    "reverse", "tail",
          "left",      "right",      "ltrim",    "rtrim",     "trim",     "replace", "split",
          "substring", "toLower",    "toUpper",  "abs",       "ceil",     "floor",   "round",
          "sign",      "rand",       "exp",      "log",       "log10",    "sqrt",    "e",
          "pi",        "sin",        "cos",      "tan",       "cot",      "asin",    "acos",
          "atan",      "atan2",      "degrees",  "radians",   "haversin", "exists"}) {
        INFO(name);
        CHECK(builtin_functions().find(name) != nullptr);
    }
    for (const char* const name :
         {"count", "sum", "avg", "min", "max", "collect", "stDev", "stDevP", "percentileCont", "percentileDisc"}) {
        INFO(name);
        CHECK(builtin_functions().find_aggregate(name) != nullptr);
    }
}

TEST_CASE("every function says what it does, and shows it unless it needs a node or a path", "[functions][registry]") {
    for (const std::string& name : builtin_functions().names()) {
        INFO(name);
        if (const FunctionSpec* const function = builtin_functions().find(name)) {
            CHECK(function->doc.ends_with('.'));
            CHECK(function->call != nullptr);
            const auto entity = [](const ParameterSpec& p) {
                const bool maybe =
                    p.type.may_be(Kind::node) || p.type.may_be(Kind::relationship) || p.type.may_be(Kind::path);
                return maybe && !p.type.may_be(Kind::map);
            };
            const auto& parameters = function->parameters;
            const bool of_entity = std::any_of(parameters.begin(), parameters.end(), entity);
            CHECK(function->examples.empty() == of_entity);
        } else {
            const AggregateSpec* const aggregate = builtin_functions().find_aggregate(name);
            REQUIRE(aggregate != nullptr);
            CHECK(aggregate->doc.ends_with('.'));
            CHECK_FALSE(aggregate->examples.empty());
            CHECK(aggregate->make != nullptr);
        }
    }
}

TEST_CASE("parameters that may be left out come last", "[functions][registry]") {
    for (const std::string& name : builtin_functions().names()) {
        const FunctionSpec* const function = builtin_functions().find(name);
        if (function == nullptr) continue;
        INFO(name);
        const auto& parameters = function->parameters;
        CHECK(std::is_partitioned(parameters.begin(), parameters.end(),
                                  [](const ParameterSpec& parameter) { return !parameter.optional; }));
    }
}

TEST_CASE("a registry takes functions from elsewhere", "[functions][registry]") {
    FunctionRegistry registry;
    registry.add(FunctionSpec{.name = "answer", .doc = "The answer.", .call = nullptr});
    registry.add(AggregateSpec{.name = "Total", .doc = "The total."});
    CHECK(registry.find("ANSWER") != nullptr);
    CHECK(registry.names() == std::vector<std::string>{"answer", "Total"});
}
