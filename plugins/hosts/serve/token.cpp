#include "hosts/serve/token.h"

#include <boost/beast/core/string.hpp>

namespace confer::hosts::serve {

namespace {

bool same_letters(std::string_view a, std::string_view b) {
    return boost::beast::iequals({a.data(), a.size()}, {b.data(), b.size()});
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

}  // namespace

bool carries_token(std::string_view authorization, std::string_view token) {
    constexpr std::string_view scheme = "bearer ";
    if (authorization.size() < scheme.size() || !same_letters(authorization.substr(0, scheme.size()), scheme))
        return false;
    const std::string_view sent = trimmed(authorization.substr(scheme.size()));
    if (sent.size() != token.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < sent.size(); ++i)
        difference |= static_cast<unsigned char>(sent[i]) ^ static_cast<unsigned char>(token[i]);
    return difference == 0;
}

bool is_json(std::string_view content_type) {
    return same_letters(trimmed(content_type.substr(0, content_type.find(';'))), "application/json");
}

}  // namespace confer::hosts::serve
