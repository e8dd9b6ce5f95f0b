#pragma once
// confer_call: one call of a plugin's function, as the host sees it: what the plugin holds as an opaque handle.
//
// Ownership  lives on the stack of the adapter for the length of the call, and keeps alive what the plugin has read.
// Threads    one.
// Errors     the first one is kept, the rest is dropped.
#include <forward_list>
#include <optional>
#include <span>

#include "function/function_spec.h"
#include "plugin/adapter.h"
#include "plugin/answer_builder_internal.h"

// Its name is the one that confer/plugin.h declares.
struct confer_call {
    using Value = confer::engine::Value;
    using Error = confer::engine::Error;

    confer_call(const confer::engine::plugin::ScalarFunction& called, const confer::engine::PropertyGraph& read,
                std::span<const Value> given)
        : scalar(called), graph(read), arguments(given) {}

    // Keeps the first error; the message is put after the function's name.
    void fail(Error reason);
    // The plugin read `value`, which is not what it `wanted` ("a String").
    void fail_kind(const Value& value, const char* wanted);
    // A value that the plugin may hold until the end of the call.
    const Value& keep(Value value) { return kept.emplace_front(std::move(value)); }

    const confer::engine::plugin::ScalarFunction& scalar;
    const confer::engine::PropertyGraph& graph;
    std::span<const Value> arguments;
    std::forward_list<Value> kept;
    confer::engine::plugin::AnswerBuilder answer;
    std::optional<Error> error;
    bool out_of_memory = false;
};

namespace confer::engine::plugin {

// "an Integer", "null".
std::string with_article(const Value& value);

}  // namespace confer::engine::plugin
