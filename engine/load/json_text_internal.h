#pragma once
// json_text: parts of JSON as text.
#include <string>
#include <string_view>
#include <vector>

#include "value/value.h"

namespace confer::engine::load {

void append_string(std::string& out, std::string_view text);
void append_strings(std::string& out, const std::vector<std::string>& texts);
// False when the value has no JSON form.
bool append_value(std::string& out, const Value& value);

// One object, in braces, on one line.
class LineObject {
public:
    explicit LineObject(std::string& out) : out_(out) { out_ += '{'; }
    void key(std::string_view key) {
        if (!first_) out_ += ", ";
        first_ = false;
        append_string(out_, key);
        out_ += ": ";
    }
    void text(std::string_view name, std::string_view text) {
        key(name);
        append_string(out_, text);
    }
    void close() { out_ += '}'; }

private:
    std::string& out_;
    bool first_ = true;
};

}  // namespace confer::engine::load
