#include "hosts/serve/target.h"

#include <algorithm>
#include <optional>

#include "base/text_position.h"

namespace confer::hosts::serve {

namespace {

using engine::Error;
using engine::ErrorCode;
using engine::Result;

Error wrong(std::string message) {
    return Error{.code = ErrorCode::protocol,
                 .message = std::move(message),
                 .hints = {"write what isn't a letter or a digit as %XX, byte by byte, in UTF-8"}};
}

std::optional<unsigned> hex_digit(char digit) {
    if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
    if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a' + 10);
    if (digit >= 'A' && digit <= 'F') return static_cast<unsigned>(digit - 'A' + 10);
    return std::nullopt;
}

Result<std::string> decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            const auto high = i + 2 < text.size() ? hex_digit(text[i + 1]) : std::nullopt;
            const auto low = i + 2 < text.size() ? hex_digit(text[i + 2]) : std::nullopt;
            if (!high || !low) return wrong("the address has a `%` without two hexadecimal digits after it");
            out += static_cast<char>(*high << 4U | *low);
            i += 2;
        }
    }
    if (engine::invalid_utf8(out)) return wrong("the address is not in UTF-8");
    return out;
}

}  // namespace

const std::string* Target::find(std::string_view name) const {
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const auto& each) { return each.first == name; });
    return found == parameters.end() ? nullptr : &found->second;
}

Result<Target> parse_target(std::string_view text) {
    Target target;
    if (text.rfind("http://", 0) == 0) {  // as to a proxy: servers must understand it
        const std::size_t path = text.find('/', 7);
        text = path == std::string_view::npos ? "/" : text.substr(path);
    }
    if (text.empty() || text[0] != '/') return wrong("the address does not begin with `/`");
    text = text.substr(0, text.find('#'));
    const std::size_t query = text.find('?');
    CONFER_TRY(target.path, decoded(text.substr(0, query), false));
    if (query == std::string_view::npos) return target;
    std::string_view rest = text.substr(query + 1);
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        CONFER_TRY(std::string name, decoded(pair.substr(0, equals), true));
        CONFER_TRY(std::string value,
                   decoded(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1), true));
        if (target.find(name) != nullptr) return wrong("the parameter `" + name + "` is there twice");
        target.parameters.emplace_back(std::move(name), std::move(value));
    }
    return target;
}

}  // namespace confer::hosts::serve
