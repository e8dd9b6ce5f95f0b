// Test: tests/suites/weave.
#include "hosts/weave/page.h"

#include <algorithm>
#include <array>

namespace confer::hosts {

namespace {

constexpr std::string_view blank = " \t\r";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

struct Comment {
    std::string_view begin, end;
};

Comment comment_of(PageSyntax syntax) {
    return syntax == PageSyntax::dokuwiki ? Comment{"/*", "*/"} : Comment{"<!--", "-->"};
}

struct Line {
    std::string_view text;   // without its end
    std::size_t begin, end;  // in the page, with it
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t newline = text.find('\n', at);
        const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
        std::string_view line = text.substr(at, end - at);
        while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
        lines.push_back({line, at, end});
        at = end;
    }
    return lines;
}

// A fence: at least three of the same, and what stands behind them.
struct Fence {
    char mark;
    std::size_t length;
    std::string_view info;
};

std::optional<Fence> fence_in(std::string_view line) {
    const std::string_view text = trimmed(line);
    if (text.empty() || (text[0] != '`' && text[0] != '~')) return std::nullopt;
    const std::size_t length = std::min(text.find_first_not_of(text[0]), text.size());
    const std::string_view info = trimmed(text.substr(length));
    if (length < 3 || (text[0] == '`' && info.find('`') != std::string_view::npos)) return std::nullopt;
    return Fence{text[0], length, info};
}

// Elements in which wikis read no markup.
std::optional<std::string> code_opened_in(std::string_view line, PageSyntax syntax) {
    static constexpr std::array<std::string_view, 4> mediawiki = {"nowiki", "pre", "syntaxhighlight", "source"};
    static constexpr std::array<std::string_view, 4> dokuwiki = {"nowiki", "code", "file", "html"};
    std::optional<std::string> open;
    for (std::size_t at = 0; at < line.size();) {
        if (open) {
            const std::size_t end = line.find(*open, at);
            if (end == std::string_view::npos) return open;
            at = end + open->size();
            open.reset();
            continue;
        }
        at = line.find('<', at);
        if (at == std::string_view::npos) break;
        ++at;
        for (const std::string_view name : syntax == PageSyntax::dokuwiki ? dokuwiki : mediawiki) {
            if (line.substr(at, name.size()) != name) continue;
            const std::size_t end = line.find('>', at);
            const char after = at + name.size() < line.size() ? line[at + name.size()] : '\0';
            if (end == std::string_view::npos || line[end - 1] == '/' || (after != '>' && after != ' ')) continue;
            open = "</" + std::string(name) + ">";
            at = end + 1;
            break;
        }
    }
    return open;
}

// Takes `name=value` from the front of a text.
std::optional<std::pair<std::string, std::string>> take_option(std::string_view& text) {
    const std::string_view from = text.substr(std::min(text.find_first_not_of(blank), text.size()));
    const std::string_view word = from.substr(0, from.find_first_of(" \t\r\n"));
    const std::size_t equals = word.find('=');
    const bool is_name =
        equals != 0 && equals != std::string_view::npos &&
        word.substr(0, equals).find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    if (!is_name) return std::nullopt;
    text = from.substr(word.size());
    return std::pair(std::string(word.substr(0, equals)), std::string(word.substr(equals + 1)));
}

// Whether the text begins with the word, and nothing that would make it a longer one.
bool begins_with_word(std::string_view text, std::string_view word) {
    return text.starts_with(word) &&
           (text.size() == word.size() || blank.find(text[word.size()]) != std::string_view::npos);
}

class Finder {
public:
    Finder(std::string_view text, PageSyntax syntax)
        : lines_(lines_of(text)), syntax_(syntax), comment_(comment_of(syntax)) {}

    PageQueries find() {
        while (at_ < lines_.size()) {
            if (comment_query()) continue;
            if (syntax_ == PageSyntax::markdown ? fenced() : code()) continue;
            ++at_;
        }
        return std::move(out_);
    }

private:
    void problem(std::size_t line, std::string message) { out_.problems.push_back({line + 1, std::move(message)}); }

    static std::string indent_of(std::string_view line) {
        return std::string(line.substr(0, std::min(line.find_first_not_of(" \t"), line.size())));
    }

    // A fenced block: a query, or code that is none.
    bool fenced() {
        const auto fence = fence_in(lines_[at_].text);
        if (!fence) return false;
        const std::size_t first = at_++;
        while (at_ < lines_.size() && !closes(lines_[at_].text, *fence)) ++at_;
        const bool is_query = begins_with_word(fence->info, "confer");
        if (at_ == lines_.size()) {
            if (is_query) problem(first, "the block that begins here does not end");
            return true;
        }
        const std::size_t last = at_++;
        if (!is_query) return true;
        PageQuery query;
        query.line = first + 1;
        query.statement_line = first + 2;
        query.indent = indent_of(lines_[first].text);
        std::string_view options = fence->info.substr(6);
        while (auto option = take_option(options)) query.options.push_back(std::move(*option));
        if (!trimmed(options).empty())
            return problem(first,
                           "`" + std::string(trimmed(options)) + "` is no option: options are written `name=value`"),
                   true;
        for (std::size_t i = first + 1; i < last; ++i) {
            std::string_view line = lines_[i].text;
            line.remove_prefix(std::min(line.find_first_not_of(" \t"), std::min(query.indent.size(), line.size())));
            query.statement += std::string(line) + "\n";
        }
        add(std::move(query));
        return true;
    }

    static bool closes(std::string_view line, const Fence& open) {
        const auto fence = fence_in(line);
        return fence && fence->mark == open.mark && fence->length >= open.length && fence->info.empty();
    }

    bool comment_query() {
        std::string_view line = trimmed(lines_[at_].text);
        if (!line.starts_with(comment_.begin)) return false;
        line = trimmed(line.substr(comment_.begin.size()));
        if (!begins_with_word(line, "confer")) return false;
        const std::size_t first = at_;
        std::string inside;
        std::size_t end = std::string_view::npos;
        for (; at_ < lines_.size(); ++at_) {
            const std::string_view text = at_ == first ? line.substr(6) : lines_[at_].text;
            end = text.find(comment_.end);
            inside += text.substr(0, end);
            if (end != std::string_view::npos) {
                const std::string_view behind = trimmed(text.substr(end + comment_.end.size()));
                if (!behind.empty()) problem(at_, "nothing may stand behind the comment in its last line");
                ++at_;
                if (!behind.empty()) return true;
                break;
            }
            inside += '\n';
        }
        if (end == std::string_view::npos) return problem(first, "the comment that begins here does not end"), true;
        PageQuery query;
        query.line = first + 1;
        query.indent = indent_of(lines_[first].text);
        std::string_view statement = inside;
        while (auto option = take_option(statement)) query.options.push_back(std::move(*option));
        const std::size_t begin = std::min(statement.find_first_not_of(" \t\r\n"), statement.size());
        const std::size_t skipped = inside.size() - statement.size() + begin;
        query.statement_line =
            query.line + static_cast<std::size_t>(
                             std::count(inside.begin(), inside.begin() + static_cast<std::ptrdiff_t>(skipped), '\n'));
        query.statement = statement.substr(begin);
        add(std::move(query));
        return true;
    }

    // Passes code of a wiki.
    bool code() {
        const auto end = code_opened_in(lines_[at_].text, syntax_);
        if (!end) return false;
        while (++at_ < lines_.size() && lines_[at_].text.find(*end) == std::string_view::npos) {
        }
        if (at_ < lines_.size()) ++at_;
        return true;
    }

    // The query ends before the line that is next; the answer under it, where there is one, is passed.
    void add(PageQuery query) {
        while (!query.statement.empty() &&
               std::string_view(" \t\r\n").find(query.statement.back()) != std::string_view::npos)
            query.statement.pop_back();
        query.end = lines_[at_ - 1].end;
        std::size_t next = at_;
        while (next < lines_.size() && trimmed(lines_[next].text).empty()) ++next;
        if (next < lines_.size() && begins_answer(lines_[next].text)) {
            const std::size_t begin = next;
            at_ = next + 1;
            while (at_ < lines_.size() && !ends_answer(lines_[at_].text)) {
                if (!(syntax_ == PageSyntax::markdown ? passed_fence() : code())) ++at_;
            }
            if (at_ == lines_.size()) {
                problem(begin, "the answer that begins here does not end: `" + answer_end(syntax_) + "` is missing");
                at_ = begin + 1;
                return;
            }
            query.answer_end = lines_[at_++].end;
        }
        out_.queries.push_back(std::move(query));
    }

    bool passed_fence() {
        const auto fence = fence_in(lines_[at_].text);
        if (!fence) return false;
        const std::size_t first = at_++;
        while (at_ < lines_.size() && !closes(lines_[at_].text, *fence)) ++at_;
        at_ < lines_.size() ? void(++at_) : void(at_ = first + 1);
        return true;
    }

    bool begins_answer(std::string_view line) const {
        line = trimmed(line);
        if (!line.starts_with(comment_.begin)) return false;
        return begins_with_word(trimmed(line.substr(comment_.begin.size())), "confer-answer");
    }
    bool ends_answer(std::string_view line) const { return trimmed(line) == answer_end(syntax_); }

    std::vector<Line> lines_;
    PageSyntax syntax_;
    Comment comment_;
    std::size_t at_ = 0;
    PageQueries out_;
};

}  // namespace

std::optional<PageSyntax> page_syntax(std::string_view path) {
    static constexpr std::pair<std::string_view, PageSyntax> endings[] = {
        {".md", PageSyntax::markdown},         {".markdown", PageSyntax::markdown},  {".wiki", PageSyntax::mediawiki},
        {".mediawiki", PageSyntax::mediawiki}, {".wikitext", PageSyntax::mediawiki}, {".txt", PageSyntax::dokuwiki},
        {".dokuwiki", PageSyntax::dokuwiki}};
    for (const auto& [ending, syntax] : endings) {
        if (path.ends_with(ending)) return syntax;
    }
    return std::nullopt;
}

PageQueries find_queries(std::string_view text, PageSyntax syntax) {
    return Finder(text, syntax).find();
}

std::string answer_begin(PageSyntax syntax, std::string_view graph_version, std::string_view statement) {
    std::string shown;
    for (const char c : statement) {
        const char before = shown.empty() ? '\0' : shown.back();
        if (static_cast<unsigned char>(c) < 0x20 || c == ' ') {
            if (before != ' ') shown += ' ';
        } else if (c == '"') {
            shown += "&quot;";
        } else if (c == '&') {
            shown += "&amp;";
        } else if (c == '>') {
            shown += "&gt;";
        } else if (c == '<') {
            shown += "&lt;";
        } else if (c == '-' && before == '-') {
            shown += "&#45;";
        } else if (c == '/' && before == '*') {
            shown += "&#47;";
        } else {
            shown += c;
        }
    }
    const Comment comment = comment_of(syntax);
    return std::string(comment.begin) + " confer-answer graph=" + std::string(graph_version) + " statement=\"" + shown +
           "\" " + std::string(comment.end);
}

std::string answer_end(PageSyntax syntax) {
    const Comment comment = comment_of(syntax);
    return std::string(comment.begin) + " /confer-answer " + std::string(comment.end);
}

}  // namespace confer::hosts
