#include "plugin/call_internal.h"

#include <algorithm>
#include <new>

#include "plugin/host_internal.h"

namespace confer::engine::plugin {

void enter(confer_call& call, std::int32_t (*function)(const confer_host_v1*, void*, confer_call*), void* user) {
    std::int32_t status = 0;
    try {
        status = function(&host(), user, &call);
    } catch (...) {
        call.fail_promise("lets an exception out, which a plugin may not");
    }
    if (call.out_of_memory) throw std::bad_alloc();
    if (status != 0) call.fail_promise("failed without saying why (status " + std::to_string(status) + ")");
}

std::string with_article(const Value& value) {
    if (value.is_null()) return "null";
    return (value.is(Kind::integer) ? "an " : "a ") + std::string(kind_name(value.kind()));
}

bool fits(const Value& value, ValueType type) {
    if (value.is_null()) return true;
    if (!type.may_be(value.kind())) return false;
    if (!value.is(Kind::list) || type.element().is_any()) return true;
    const std::span<const Value> items = value.as_list();
    return std::all_of(items.begin(), items.end(),
                       [&](const Value& item) { return item.is_null() || type.element().may_be(item.kind()); });
}

Error broken_promise(std::string_view what, ValueType promised, const Value& given) {
    return {.code = ErrorCode::plugin,
            .message = "promises " + to_string(promised) + std::string(what) + " and answers with " +
                       (given.is(Kind::list) && promised.may_be(Kind::list) ? "a List of something else"
                                                                            : with_article(given)),
            .hints = {"this is for the plugin's author to mend"}};
}

Result<void> GatheredRows::add(ValueList row) {
    CONFER_CHECK(limits_->check());
    if (row.size() != outputs_.size())
        return Error{.code = ErrorCode::plugin,
                     .message = "ends a row of " + std::to_string(row.size()) + " values, and its signature has " +
                                std::to_string(outputs_.size()) + " outputs",
                     .hints = {"this is for the plugin's author to mend"}};
    std::size_t bytes = sizeof(ValueList) + row.size() * sizeof(Value);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const ValueType promised = outputs_[i].type;
        if (promised.is(Kind::floating) && row[i].is(Kind::integer)) row[i] = Value(row[i].as_number());
        if (!fits(row[i], promised)) return broken_promise(" as `" + outputs_[i].name + "`", promised, row[i]);
        bytes += row[i].heap_bytes();
    }
    CONFER_CHECK(charge(bytes));
    rows_.push_back(std::move(row));
    return {};
}

Result<void> GatheredRows::charge(std::size_t bytes) {
    CONFER_CHECK(limits_->charge(bytes));
    charged_ += bytes;
    return {};
}

}  // namespace confer::engine::plugin

void confer_call::fail(Error reason) {
    if (error) return;
    reason.message = "`" + std::string(name) + "` " + reason.message;
    reason.phase = confer::engine::Phase::runtime;
    error = std::move(reason);
}

void confer_call::fail_promise(std::string reason) {
    fail({.code = confer::engine::ErrorCode::plugin,
          .message = std::move(reason),
          .hints = {"this is for the plugin's author to mend"}});
}

void confer_call::stop(Error reason) {
    if (!error) error = std::move(reason);
}

void confer_call::fail_kind(const Value& value, const char* wanted) {
    const Value* const first = arguments.data();
    std::string message = "needs " + std::string(wanted);
    if (&value >= first && &value < first + arguments.size()) {
        message += " as `" + parameters[static_cast<std::size_t>(&value - first)].name + "`, not ";
    } else {
        message += " inside its arguments, where it finds ";
    }
    fail({.code = confer::engine::ErrorCode::invalid_argument_value,
          .message = message + confer::engine::plugin::with_article(value)});
}
