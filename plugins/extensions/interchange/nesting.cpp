#include "interchange/nesting.h"

#include <algorithm>

namespace confer::interchange {

std::size_t TurtleNesting::take(char c) {
    if (escaped_) {
        escaped_ = false;
        quotes_ = 0;
        return depth_;
    }
    switch (in_) {
        case In::iri:
            if (c == '>') in_ = In::text;
            break;
        case In::comment:
            if (c == '\n') in_ = In::text;
            break;
        case In::long_string:
            escaped_ = c == '\\';
            quotes_ = c == quote_ ? quotes_ + 1 : 0;
            if (quotes_ == 3) in_ = In::text;
            if (in_ == In::text) quotes_ = 0;
            break;
        case In::string:
            escaped_ = c == '\\';
            if (c == quote_) {
                in_ = In::text;
                if (quotes_ == 1) quotes_ = 2;  // "" so far
                return depth_;
            }
            quotes_ = 0;
            break;
        case In::text:
            if (quotes_ == 2 && c == quote_) {  // it was the beginning of """
                in_ = In::long_string;
                quotes_ = 0;
                break;
            }
            quotes_ = 0;
            escaped_ = c == '\\';
            if (c == '<') in_ = In::iri;
            if (c == '#') in_ = In::comment;
            if (c == '"' || c == '\'') {
                in_ = In::string;
                quote_ = c;
                quotes_ = 1;
            }
            if (c == '(' || c == '[') ++depth_;
            if ((c == ')' || c == ']') && depth_ > 0) --depth_;
            break;
    }
    return depth_;
}

namespace {

// Past a quoted string that begins at `at`.
std::size_t past_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\') ++at;
    }
    return at + 1;
}

// Past a tag of an HTML string that begins at `at`, with the quoted values in it.
std::size_t past_tag(std::string_view text, std::size_t at) {
    for (++at; at < text.size() && text[at] != '>'; ++at) {
        if (text[at] == '"' || text[at] == '\'') at = std::min(text.find(text[at], at + 1), text.size());
    }
    return at + 1;
}

// Past an HTML string that begins at `at`: tags until all are closed.
std::size_t past_html(std::string_view text, std::size_t at) {
    std::size_t open = 0;
    do {
        at = text.find('<', at);
        if (at == std::string_view::npos) return text.size();
        const bool closes = text.substr(at, 2) == "</";
        const std::size_t begin = at;
        at = std::min(past_tag(text, at), text.size());
        const bool is_empty = at >= begin + 3 && text[at - 2] == '/';
        if (closes) {
            open -= open > 0 ? 1 : 0;
        } else if (!is_empty) {
            ++open;
        }
    } while (open > 0);
    return at;
}

}  // namespace

std::size_t deepest_in_dot(std::string_view text) {
    std::size_t depth = 0, deepest = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view here = text.substr(at, 2);
        if (text[at] == '"') {
            at = past_string(text, at);
        } else if (text[at] == '<') {
            at = past_html(text, at);
        } else if (here == "//" || (text[at] == '#' && (at == 0 || text[at - 1] == '\n'))) {
            at = std::min(text.find('\n', at), text.size());
        } else if (here == "/*") {
            const std::size_t end = text.find("*/", at + 2);
            at = end == std::string_view::npos ? text.size() : end + 2;
        } else {
            if (text[at] == '{') deepest = std::max(deepest, ++depth);
            if (text[at] == '}' && depth > 0) --depth;
            ++at;
        }
    }
    return deepest;
}

}  // namespace confer::interchange
