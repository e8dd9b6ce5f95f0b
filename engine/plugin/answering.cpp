// The part of the host's table that answers.
#include "plugin/host_internal.h"
#include "plugin/text_internal.h"
#include "plugin/transfer_internal.h"

namespace confer::engine::plugin {

namespace {

// Does one step of building; the first that fails is the call's failure.
template <class Body>
std::int32_t step(confer_call* call, Body body) noexcept {
    guarded(*call, [&] {
        if (call->error) return 0;
        Result<void> done = body(call->answer);
        if (done && call->reading != nullptr && call->answer.is_ready())  // of an element's property
            done = call->reading->take(call->answer.take().value());
        if (!done) call->fail(std::move(done).error());
        return 0;
    });
    return status(*call);
}

Error not_utf8() {
    return {.code = ErrorCode::plugin,
            .message = "answers with a text that is not UTF-8",
            .hints = {"this is for the plugin's author to mend"}};
}

// What a file says is for people to mend, not for the plugin's author.
Result<void> not_utf8_data(Reading& reading, AnswerBuilder& answer) {
    reading.receiver.problem("the text is not valid UTF-8", {"save the file with the encoding UTF-8"});
    return answer.put(Value(std::string_view()));
}

std::int32_t put_null(confer_call* call) {
    return step(call, [](AnswerBuilder& answer) { return answer.put(Value()); });
}

std::int32_t put_boolean(confer_call* call, std::int32_t boolean) {
    return step(call, [&](AnswerBuilder& answer) { return answer.put(Value(boolean != 0)); });
}

std::int32_t put_integer(confer_call* call, std::int64_t integer) {
    return step(call, [&](AnswerBuilder& answer) { return answer.put(Value(integer)); });
}

std::int32_t put_float(confer_call* call, double number) {
    return step(call, [&](AnswerBuilder& answer) { return answer.put(Value(number)); });
}

std::int32_t put_string(confer_call* call, confer_str text) {
    return step(call, [&](AnswerBuilder& answer) -> Result<void> {
        const auto view = text_of(text);
        if (!view && call->reading != nullptr) return not_utf8_data(*call->reading, answer);
        if (!view) return not_utf8();
        if (call->reading != nullptr && !answer.is_open()) return call->reading->take_text(*view);
        return answer.put(Value(*view));
    });
}

std::int32_t put_value(confer_call* call, const confer_value* value) {
    return step(call, [&](AnswerBuilder& answer) { return answer.put(value_of(value)); });
}

std::int32_t begin_list(confer_call* call) {
    return step(call, [](AnswerBuilder& answer) { return answer.begin_list(); });
}

std::int32_t end_list(confer_call* call) {
    return step(call, [](AnswerBuilder& answer) { return answer.end_list(); });
}

std::int32_t begin_map(confer_call* call) {
    return step(call, [](AnswerBuilder& answer) { return answer.begin_map(); });
}

std::int32_t put_key(confer_call* call, confer_str key) {
    return step(call, [&](AnswerBuilder& answer) -> Result<void> {
        const auto view = text_of(key);
        const bool of_element = call->reading != nullptr && !answer.is_open();
        if (!view && of_element) {
            call->reading->receiver.problem("a key is not valid UTF-8");
            return call->reading->take_key("not UTF-8");
        }
        if (!view) return not_utf8();
        return of_element ? call->reading->take_key(*view) : answer.key(*view);
    });
}

std::int32_t end_map(confer_call* call) {
    return step(call, [](AnswerBuilder& answer) { return answer.end_map(); });
}

std::int32_t end_row(confer_call* call) {
    return step(call, [&](AnswerBuilder& answer) -> Result<void> {
        if (call->rows == nullptr)
            return Error{.code = ErrorCode::plugin,
                         .message = "calls `end_row`, which is for procedures",
                         .hints = {"this is for the plugin's author to mend"}};
        CONFER_TRY(ValueList row, answer.take_row());
        return call->rows->add(std::move(row));
    });
}

std::int32_t fail(confer_call* call, confer_str message) {
    guarded(*call, [&] {
        if (call->writing != nullptr) {  // the graph does not fit the format
            call->fail({.code = ErrorCode::cannot_write, .message = "can't be written: " + one_line(message)});
        } else {
            call->fail({.code = ErrorCode::plugin, .message = "says: " + one_line(message)});
        }
        return 0;
    });
    return 1;
}

std::int32_t failed(confer_call* call) {
    return status(*call);
}

}  // namespace

void fill_answering(confer_host_v1& table) {
    table.put_null = put_null;
    table.put_boolean = put_boolean;
    table.put_integer = put_integer;
    table.put_float = put_float;
    table.put_string = put_string;
    table.put_value = put_value;
    table.begin_list = begin_list;
    table.end_list = end_list;
    table.begin_map = begin_map;
    table.put_key = put_key;
    table.end_map = end_map;
    table.fail = fail;
    table.failed = failed;
    table.end_row = end_row;
}

}  // namespace confer::engine::plugin
