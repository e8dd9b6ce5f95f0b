#pragma once
// Importing: a graph that is being read, as C++ sees it through the door: bytes in, elements out.
//
// Threads    one thread, that of the call.
// Errors     of the file: problem(), and reading goes on; all else is remembered by the host.
#include <confer/plugin.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "interchange/exporting.h"

namespace confer::interchange {

class Importing {
public:
    Importing(const confer_host_v1* host, confer_call* call) : host_(host), call_(call) {}

    bool has_part(std::string_view part) { return host_->has_part(call_, to_door(part)) != 0; }
    bool open_part(std::string_view part) { return host_->open_part(call_, to_door(part)) == 0; }
    // 0 at the end.
    std::size_t read(char* buffer, std::size_t capacity) { return host_->read(call_, buffer, capacity); }
    std::string read_all();

    void at_line(std::uint32_t line) { host_->at_line(call_, line); }
    void head(std::string_view json) { host_->put_head(call_, to_door(json)); }
    void begin_node(std::string_view id) { host_->begin_node(call_, to_door(id)); }
    void label(std::string_view label) { host_->put_label(call_, to_door(label)); }
    void begin_relationship(std::string_view from, std::string_view type, std::string_view to) {
        host_->begin_relationship(call_, to_door(from), to_door(type), to_door(to));
    }
    void end_element() { host_->end_element(call_); }

    // A property, or an element of the list that is open. `name` is ignored in a list.
    void key(std::string_view name) { host_->put_key(call_, to_door(name)); }
    void put(std::string_view text) { host_->put_string(call_, to_door(text)); }
    void put(std::int64_t integer) { host_->put_integer(call_, integer); }
    void put(double number) { host_->put_float(call_, number); }
    void put(bool boolean) { host_->put_boolean(call_, boolean ? 1 : 0); }
    void put_nothing() { host_->put_null(call_); }
    void begin_list() { host_->begin_list(call_); }
    void end_list() { host_->end_list(call_); }

    void problem(const std::string& message, const std::string& hint = {}) {
        host_->problem(call_, to_door(message), to_door(hint));
    }
    void note(const std::string& sentence) { host_->note(call_, to_door(sentence)); }
    bool failed() const { return host_->failed(call_) != 0; }
    // What the importer returns.
    std::int32_t finish() { return host_->failed(call_); }

private:
    const confer_host_v1* host_;
    confer_call* call_;
};

}  // namespace confer::interchange
