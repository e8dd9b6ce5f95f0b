// Test: tests/suites/weave.
#include "hosts/weave/answer_text.h"

#include <algorithm>

namespace confer::hosts {

namespace {

using engine::format::Format;

std::string replaced(std::string text, std::string_view part, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += by.size())
        text.replace(at, part.size(), by);
    return text;
}

// A fence that is longer than any in the text.
std::string fenced(std::string_view text, std::string_view info) {
    std::size_t longest = 2, run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    return fence + std::string(info) + "\n" + std::string(text) + fence + "\n";
}

std::string as_code(std::string text, std::string_view format, PageSyntax syntax) {
    text = replaced(std::move(text), "\r\n", "\n");
    if (!text.empty() && text.back() != '\n') text += '\n';
    switch (syntax) {
        case PageSyntax::markdown:
            return fenced(text, format == "table" || format == "list" ? "text" : format);
        case PageSyntax::mediawiki:
            text = replaced(replaced(std::move(text), "&", "&amp;"), "<", "&lt;");
            return "<pre>\n" + text + "</pre>\n";
        case PageSyntax::dokuwiki:
            return "<code>\n" + replaced(std::move(text), "</code>", "<\u200B/code>") + "</code>\n";
    }
    return text;
}

// The labels of footnotes, [^1], with the query's number. Text has no such brackets: there they are escaped.
std::string with_labels(const std::string& text, std::size_t number) {
    std::string out;
    bool escaped = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        const bool is_label = !escaped && text[i] == '^' && i > 0 && text[i - 1] == '[';
        if (is_label) out += std::to_string(number) + "-";
        escaped = !escaped && text[i] == '\\' ? true : escaped && text[i] == '[';
    }
    return out;
}

// Text in a link or an image, where brackets and what begins markup would end it.
std::string link_text(std::string_view text, PageSyntax syntax) {
    std::string out;
    for (const char c : text) {
        const bool has_no_escape =
            syntax == PageSyntax::dokuwiki && std::string_view("{}[]|<>").find(c) != std::string_view::npos;
        if (static_cast<unsigned char>(c) < 0x20 || has_no_escape) {
            out += ' ';
        } else if (syntax == PageSyntax::markdown &&
                   std::string_view("\\`*_[]{}<>&!|~").find(c) != std::string_view::npos) {
            out += '\\';
            out += c;
        } else if (syntax == PageSyntax::mediawiki && std::string_view("[]{}|<>&'").find(c) != std::string_view::npos) {
            out += "&#" + std::to_string(static_cast<int>(c)) + ";";
        } else {
            out += c;
        }
    }
    return out;
}

std::string link_address(std::string_view file) {
    std::string out;
    for (const char c : file) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain =
            byte >= 0x80 || std::isalnum(byte) != 0 || std::string_view("-._~").find(c) != std::string_view::npos;
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += "0123456789ABCDEF"[byte >> 4U];
            out += "0123456789ABCDEF"[byte & 0xFU];
        }
    }
    return out;
}

}  // namespace

Format own_format(PageSyntax syntax) {
    return syntax == PageSyntax::markdown    ? Format::markdown
           : syntax == PageSyntax::mediawiki ? Format::wikitext
                                             : Format::dokuwiki;
}

std::string answer_text(const engine::Answer& answer, Format format, PageSyntax syntax, std::size_t number,
                        const engine::format::RenderOptions& options) {
    std::string text = engine::format::render(answer, format, options);
    if (format == Format::markdown && syntax == PageSyntax::markdown && number > 1) return with_labels(text, number);
    const bool is_taken_over =
        format == own_format(syntax) || (syntax == PageSyntax::markdown && format == Format::html);
    return is_taken_over
               ? text
               : as_code(std::move(text), engine::format::format_names()[static_cast<std::size_t>(format)], syntax);
}

std::string picture_text(std::string_view file, std::string_view statement, PageSyntax syntax) {
    const std::string text = link_text(statement, syntax);
    switch (syntax) {
        case PageSyntax::markdown:
            return "![" + text + "](" + link_address(file) + ")\n";
        case PageSyntax::mediawiki:
            return "[[File:" + std::string(file) + "|alt=" + text + "]]\n";
        case PageSyntax::dokuwiki:
            return "{{" + std::string(file) + "|" + text + "}}\n";
    }
    return {};
}

}  // namespace confer::hosts
