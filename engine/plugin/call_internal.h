#pragma once
// confer_call: one call of a function, a procedure, an exporter or an importer of a plugin, as the host sees it: what
// the plugin holds as an opaque handle.
//
// Ownership  lives on the stack of the adapter for the length of the call, and keeps alive what the plugin has read.
// Threads    one.
// Errors     the first one is kept, the rest is dropped.
#include <forward_list>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "function/function_spec.h"
#include "plugin/adapter.h"
#include "plugin/answer_builder_internal.h"

namespace confer::engine::plugin {

struct Writing;
struct Reading;

// The rows of one call of a procedure. What they take counts as the statement's until the call ends.
class GatheredRows {
public:
    GatheredRows(std::span<const SignatureParameter> outputs, RunLimits& limits)
        : outputs_(outputs), limits_(&limits) {}
    GatheredRows(const GatheredRows&) = delete;
    GatheredRows& operator=(const GatheredRows&) = delete;
    ~GatheredRows() { limits_->release(charged_); }

    // Errors besides plugin: what the limits say.
    Result<void> add(ValueList row);
    std::vector<ValueList> take() { return std::move(rows_); }

    // Memory of the plugin's own. Errors: memory_limit.
    Result<void> charge(std::size_t bytes);
    const RunLimits& limits() const { return *limits_; }

private:
    std::span<const SignatureParameter> outputs_;
    RunLimits* limits_;
    std::vector<ValueList> rows_;
    std::size_t charged_ = 0;
};

}  // namespace confer::engine::plugin

// Their names are those that confer/plugin.h declares.
struct confer_label_set {
    const confer::engine::PropertyGraph& graph;
    std::optional<std::vector<confer::engine::LabelId>> labels;  // nothing: every node is of the set
};
struct confer_call {
    using Value = confer::engine::Value;
    using Error = confer::engine::Error;
    using Builder = confer::engine::plugin::AnswerBuilder;

    // Of a scalar; with `gathered`, of a procedure.
    confer_call(std::string_view name_, std::span<const confer::engine::SignatureParameter> parameters_,
                const confer::engine::PropertyGraph& graph_, std::span<const Value> arguments_,
                confer::engine::plugin::GatheredRows* gathered = nullptr)
        : name(name_),
          parameters(parameters_),
          graph(graph_),
          arguments(arguments_),
          answer(gathered == nullptr ? Builder::Shape::value : Builder::Shape::rows),
          rows(gathered) {}

    // Keeps the first error; the message is put after the function's name.
    void fail(Error reason);
    // The plugin breaks a rule of the door.
    void fail_promise(std::string reason);
    // Keeps the first error as it is: not the plugin's fault.
    void stop(Error reason);
    // The plugin read `value`, which is not what it `wanted` ("a String").
    void fail_kind(const Value& value, const char* wanted);
    // A value that the plugin may hold until the end of the call.
    const Value& keep(Value value) { return kept.emplace_front(std::move(value)); }

    std::string_view name;
    std::span<const confer::engine::SignatureParameter> parameters;
    const confer::engine::PropertyGraph& graph;
    std::span<const Value> arguments;
    std::forward_list<Value> kept;
    std::forward_list<std::shared_ptr<const confer_view>> views;
    std::forward_list<confer_label_set> label_sets;
    Builder answer;
    confer::engine::plugin::GatheredRows* rows;          // nullptr: of a scalar
    confer::engine::plugin::Writing* writing = nullptr;  // of an exporter
    confer::engine::plugin::Reading* reading = nullptr;  // of an importer
    std::optional<Error> error;
    bool out_of_memory = false;
};

namespace confer::engine::plugin {

Error broken_promise(std::string_view what, ValueType promised, const Value& given);
// Whether the value is of the type, what lists hold included.
bool fits(const Value& value, ValueType type);

// Runs the plugin's code. What is wrong with that ends up in call.error; exhausted memory is thrown.
void enter(confer_call& call, std::int32_t (*function)(const confer_host_v1*, void*, confer_call*), void* user);

// "an Integer", "null".
std::string with_article(const Value& value);

}  // namespace confer::engine::plugin
