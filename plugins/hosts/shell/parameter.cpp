#include "hosts/shell/parameter.h"

#include <string>
#include <utility>
#include <vector>

#include "format/json_value.h"

namespace confer::hosts {
namespace {

using engine::Error;
using engine::ErrorCode;
using engine::Result;

Error usage(std::string message, std::vector<std::string> hints) {
    return {.code = ErrorCode::usage, .message = std::move(message), .hints = std::move(hints)};
}

// As JSON writes them: no leading zero.
bool is_integer(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && text[0] != '0' && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

Result<void> add_parameter(engine::exec::Parameters& parameters, std::string_view text, std::string_view how) {
    const std::size_t equals = text.find('=');
    if (equals == 0 || equals == std::string_view::npos) {
        return usage("`" + std::string(text) + "` is not a parameter",
                     {"write `" + std::string(how) + " NAME=VALUE`, for example `" + std::string(how) + " year=1990`"});
    }
    const std::string_view value = text.substr(equals + 1);
    Result<engine::Value> json = engine::format::value_from_json(value);
    // What isn't JSON is a string; an integer that is too large is hardly meant as one.
    if (!json && is_integer(value)) {
        return usage("the number " + std::string(value) + " does not fit into 64 bits",
                     {"write it with a point to have a float, or in double quotes to have a text"});
    }
    parameters.insert_or_assign(std::string(text.substr(0, equals)),
                                json ? std::move(json).value() : engine::Value(value));
    return {};
}

}  // namespace confer::hosts
