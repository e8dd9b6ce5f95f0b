// The part of the host's table that importers use, and what both sides of an exchange have in common.
// Tests: tests/suites/plugins/transfer_test.cpp.
#include <algorithm>
#include <filesystem>
#include <system_error>

#include "plugin/host_internal.h"
#include "plugin/text_internal.h"
#include "plugin/transfer_internal.h"

namespace confer::engine::plugin {

namespace {

// Does one step of reading; where it is out of place, the call fails.
template <class Body>
std::int32_t reading(confer_call* call, const char* function, Body body) noexcept {
    guarded(*call, [&] {
        if (call->reading == nullptr) {
            call->fail_promise("calls `" + std::string(function) + "`, which is for importers");
        } else if (status(*call) == 0) {
            body(*call->reading);
        }
        return 0;
    });
    return status(*call);
}

// The text, or the empty one and a problem of the file.
std::string_view text_or_problem(Reading& reading, confer_str text) {
    if (const auto view = text_of(text)) return *view;
    reading.receiver.problem("the text is not valid UTF-8", {"save the file with the encoding UTF-8"});
    return {};
}

// Whether the format has this part; if not, the call fails.
bool is_part(confer_call* call, const load::FormatFiles& format, std::string_view part) {
    if (std::ranges::find(format.parts, part) != format.parts.end()) return true;
    call->fail_promise("opens the part `" + std::string(part) + "`, which it did not name when it was added");
    return false;
}

std::int32_t open_part(confer_call* call, confer_str part) {
    guarded(*call, [&] {
        const auto name = text_of(part);
        if (status(*call) != 0) return 0;
        if (!name || (call->writing == nullptr && call->reading == nullptr)) {
            call->fail_promise("calls `open_part`, which is for exporters and importers");
        } else if (call->writing != nullptr && is_part(call, call->writing->format, *name)) {
            Result<void> begun = call->writing->files.begin(*name);
            if (!begun) call->stop(std::move(begun).error());
            call->writing->is_open = true;
        } else if (call->reading != nullptr && is_part(call, call->reading->format, *name)) {
            Result<void> opened = call->reading->open(*name);
            if (!opened) call->stop(std::move(opened).error());
        }
        return 0;
    });
    return status(*call);
}

std::int32_t has_part(confer_call* call, confer_str part) {
    std::int32_t found = 0;
    reading(call, "has_part", [&](Reading& reading) {
        const auto name = text_of(part);
        std::error_code ignored;
        if (name && is_part(call, reading.format, *name))
            found = std::filesystem::exists(path_of(reading.path, reading.format, *name), ignored) ? 1 : 0;
    });
    return found;
}

std::int32_t note(confer_call* call, confer_str text) {
    guarded(*call, [&] {
        if (call->writing != nullptr) call->writing->notes.push_back(one_line(text));
        if (call->reading != nullptr) call->reading->notes.push_back(one_line(text));
        return 0;
    });
    return status(*call);
}

std::size_t read(confer_call* call, char* buffer, std::size_t capacity) {
    std::size_t size = 0;
    reading(call, "read", [&](Reading& reading) {
        if (reading.file == nullptr) return call->fail_promise("reads before it has opened a part");
        Result<std::size_t> got = reading.file->read({buffer, capacity});
        if (!got) return call->stop(std::move(got).error());
        size = got.value();
    });
    return size;
}

std::int32_t at_line(confer_call* call, std::uint32_t line) {
    return reading(call, "at_line", [&](Reading& reading) { reading.receiver.at_line(line); });
}

std::int32_t put_head(confer_call* call, confer_str json) {
    return reading(call, "put_head", [&](Reading& reading) {
        if (reading.receiver.has_elements()) return call->fail_promise("calls `put_head` after the first element");
        const auto text = text_of(json);
        if (!text) return reading.receiver.problem("the text is not valid UTF-8");
        reading.receiver.head(*text);
    });
}

std::int32_t begin_node(confer_call* call, confer_str id) {
    return reading(call, "begin_node", [&](Reading& reading) {
        if (reading.receiver.is_open()) return call->fail_promise("begins a node inside of another element");
        reading.receiver.begin_node(text_or_problem(reading, id));
    });
}

std::int32_t put_label(confer_call* call, confer_str label) {
    return reading(call, "put_label", [&](Reading& reading) {
        if (!reading.receiver.is_open()) return call->fail_promise("calls `put_label` outside of a node");
        reading.receiver.label(text_or_problem(reading, label));
    });
}

std::int32_t begin_relationship(confer_call* call, confer_str from, confer_str type, confer_str to) {
    return reading(call, "begin_relationship", [&](Reading& reading) {
        if (reading.receiver.is_open()) return call->fail_promise("begins a relationship inside of another element");
        reading.receiver.begin_edge(text_or_problem(reading, from), text_or_problem(reading, type),
                                    text_or_problem(reading, to));
    });
}

std::int32_t end_element(confer_call* call) {
    return reading(call, "end_element", [&](Reading& reading) {
        if (!reading.receiver.is_open()) return call->fail_promise("ends an element that it has not begun");
        if (reading.receiver.expects_value()) return call->fail_promise("ends an element with a key that has no value");
        reading.receiver.end();
    });
}

std::int32_t problem(confer_call* call, confer_str message, confer_str hint) {
    return reading(call, "problem", [&](Reading& reading) {
        std::vector<std::string> hints;
        if (hint.size > 0) hints.push_back(one_line(hint));
        reading.receiver.problem(one_line(message), std::move(hints));
    });
}

Error out_of_place(std::string message) {
    return {
        .code = ErrorCode::plugin, .message = std::move(message), .hints = {"this is for the plugin's author to mend"}};
}

}  // namespace

Result<void> Reading::open(std::string_view part) {
    if (receiver.is_open()) return out_of_place("opens a part inside of an element");
    const std::string name = path_of(path, format, part);
    CONFER_TRY(file, source.open(name));
    receiver.begin_file(name);
    return {};
}

Result<void> Reading::take(Value value) {
    if (!receiver.is_open() || !receiver.expects_value())
        return out_of_place("puts a value without `put_key` before it");
    receiver.value(std::move(value));
    return {};
}

Result<void> Reading::take_text(std::string_view text) {
    if (!receiver.is_open() || !receiver.expects_value())
        return out_of_place("puts a value without `put_key` before it");
    receiver.text(text);
    return {};
}

Result<void> Reading::take_key(std::string_view key) {
    if (!receiver.is_open()) return out_of_place("calls `put_key` outside of an element");
    if (receiver.expects_value()) return out_of_place("puts two keys in a row");
    receiver.key(key);
    return {};
}

void fill_exchange(confer_host_v1& table) {
    table.open_part = open_part;
    table.has_part = has_part;
    table.note = note;
}

void fill_importing(confer_host_v1& table) {
    table.read = read;
    table.at_line = at_line;
    table.put_head = put_head;
    table.begin_node = begin_node;
    table.put_label = put_label;
    table.begin_relationship = begin_relationship;
    table.end_element = end_element;
    table.problem = problem;
}

}  // namespace confer::engine::plugin
