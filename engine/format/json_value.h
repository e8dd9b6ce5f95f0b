#pragma once
// json_value: values as JSON and back, as the pipe protocol and the json format write them.
//
// JSON's own forms stand for themselves; a number with neither point nor exponent is an integer, any other a float.
// {"$node":{"id","labels","properties"}}, {"$rel":{"id","type","start","end","properties"}}, {"$path":[node,rel,…]},
// {"$float":"NaN"}; and {"$map":{…}} around a map with a single key that begins with `$`.
//
// Errors     from_json: protocol, for broken JSON, numbers that don't fit and unknown $ forms; nesting_too_deep.
#include <string>
#include <string_view>

#include "base/result.h"
#include "exec/expr/evaluator.h"
#include "graph/property_graph.h"
#include "session/answer.h"
#include "value/value.h"

namespace confer::engine::format {

std::string to_json(const Value& value, const PropertyGraph& graph);
std::string to_json(const Stats& stats);
// {"title","authors","publisher","year","url","quality","weak"}, as far as they are known.
std::string to_json(const Source& source);
// A JSON string literal, quotes included.
std::string json_string(std::string_view text);

Result<Value> value_from_json(std::string_view json);
// Whether RapidJSON's documents may hold this. They are walked recursively: refuses (nesting_too_deep) what nests far
// deeper than any value does; deep enough for a value of the greatest depth, each map in a `$map` of its own. They
// round integers that are too long: refuses them (protocol).
Result<void> check_json(std::string_view json);
// A JSON object as parameters.
Result<exec::Parameters> parameters_from_json(std::string_view json);

}  // namespace confer::engine::format
