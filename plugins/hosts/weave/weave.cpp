// Test: tests/suites/weave.
#include "hosts/weave/weave.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "base/suggest.h"
#include "base/text_position.h"
#include "hosts/weave/answer_text.h"
#include "hosts/weave/page.h"
#include "load/atomic_file.h"
#include "load/graph_version.h"
#include "syntax/parse.h"

namespace confer::hosts {

namespace {

using engine::Answer;
using engine::Database;
using engine::Error;
using engine::ErrorCode;
using engine::Result;
namespace format = engine::format;

Error wrong(std::string message, std::vector<std::string> hints = {}) {
    return Error{.code = ErrorCode::usage, .message = std::move(message), .hints = std::move(hints)};
}

// How one query wants its answer.
struct Wanted {
    format::Format format;
    bool sources;
    std::string file;  // of a picture; empty: named after the page
};

Result<Wanted> wanted_by(const PageQuery& query, PageSyntax syntax, bool sources) {
    Wanted wanted{own_format(syntax), sources, {}};
    for (const auto& [name, value] : query.options) {
        if (name == "format") {
            const auto known = format::format_called(value);
            if (!known) {
                const auto near = engine::nearest_names(value, format::format_names());
                return wrong(
                    "there is no format called `" + value + "`",
                    {near.empty() ? "the formats are " + format::format_names_text() : engine::did_you_mean(near)});
            }
            wanted.format = *known;
        } else if (name == "sources" && (value == "yes" || value == "no")) {
            wanted.sources = sources && value == "yes";
        } else if (name == "file" && value.ends_with(".svg") &&
                   value.find_first_of("/\\|[]{}<>#") == std::string::npos) {
            wanted.file = value;
        } else {
            return wrong("`" + name + "=" + value + "` is no option of a query",
                         {"the options are `format=NAME`, `sources=no` and `file=NAME.svg`"});
        }
    }
    return wanted;
}

std::optional<std::string> content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return in.bad() ? std::nullopt : std::optional(std::move(content));
}

// With the indent before each line that is not empty, and the ends of lines that the page has.
std::string as_in_page(std::string_view text, const std::string& indent, std::string_view line_end) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) out += indent + std::string(text.substr(at, end - at));
        out += line_end;
        at = end + 1;
    }
    return out;
}

std::size_t line_at(std::string_view text, std::size_t offset) {
    return 1 +
           static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

class Weaver {
public:
    Weaver(Database& database, const WeaveOptions& options)
        : database_(database), options_(options), version_(engine::load::graph_version(*database.graph())) {
        options_.run.read_only = true;
    }

    bool weave(const std::string& path) {
        path_ = path;
        failed_ = false;
        pictures_.clear();
        page_ = {};
        const auto syntax = page_syntax(path);
        if (!syntax) {
            report(wrong("`" + path + "` is no page that Confer knows",
                         {"pages end in .md or .markdown, .wiki, .mediawiki or .wikitext, .txt or .dokuwiki"}),
                   0);
            return false;
        }
        syntax_ = *syntax;
        auto content = content_of(path);
        if (!content) {
            report(Error{.code = ErrorCode::cannot_read, .message = "`" + path + "` can't be read"}, 0);
            return false;
        }
        page_ = std::move(*content);
        if (const auto invalid = engine::invalid_utf8(page_)) {
            report(Error{.code = ErrorCode::cannot_read, .message = "the page is not UTF-8"}, line_at(page_, *invalid));
            return false;
        }
        const std::string woven = woven_page();
        options_.check ? check(woven) : write(woven);
        return !failed_;
    }

private:
    struct Picture {
        std::string path, content;
        std::size_t line;
    };

    void report(Error error, std::size_t line) {
        failed_ = true;
        error.place = engine::FilePlace{.file = path_, .line = static_cast<std::uint32_t>(line), .pointer = {}};
        std::cerr << engine::render(error, "") << '\n';
    }

    // The place in the statement is one in the page: it has as many lines before it.
    void report(Error error, const PageQuery& query) {
        if (!error.span) return report(std::move(error), query.line);
        failed_ = true;
        const auto before = static_cast<std::uint32_t>(query.statement_line - 1);
        error.span->begin += before;
        error.span->end += before;
        std::cerr << engine::render(error, std::string(before, '\n') + query.statement, path_) << '\n';
    }

    std::string woven_page() {
        const PageQueries found = find_queries(page_, syntax_);
        for (const PageProblem& problem : found.problems) report(wrong(problem.message), problem.line);
        const std::size_t newline = page_.find('\n');
        const bool has_returns = newline != std::string::npos && newline > 0 && page_[newline - 1] == '\r';
        const std::string line_end = has_returns ? "\r\n" : "\n";
        std::string out;
        std::size_t at = 0;
        count_ = found.queries.size();
        for (std::size_t i = 0; i < found.queries.size(); ++i) {
            const PageQuery& query = found.queries[i];
            Result<std::string> answer = answer_to(query, i + 1);
            if (!answer) {
                report(std::move(answer).error(), query);
                continue;
            }
            out += page_.substr(at, query.end - at);
            if (out.empty() || out.back() != '\n') out += line_end;
            out += as_in_page(answer.value(), query.indent, line_end);
            at = query.answer_end.value_or(query.end);
        }
        return out + page_.substr(at);
    }

    // All that stands under a query, the lines around it included. Markdown wants them set off by blank lines.
    Result<std::string> answer_to(const PageQuery& query, std::size_t number) {
        CONFER_TRY(const Wanted wanted, wanted_by(query, syntax_, options_.sources));
        const auto statements = engine::syntax::split_statements(query.statement);
        if (statements.size() != 1)
            return wrong(statements.empty() ? "this query is empty" : "a query is one statement, and this has several",
                         {"ask something, for example `which approaches share components?`"});
        engine::RunOptions run = options_.run;
        run.with_sources = wanted.sources || format::draws_evidence(wanted.format);
        Result<Answer> found = database_.run(statements.front(), run);
        if (!found) {
            Error error = std::move(found).error();
            const auto skipped = static_cast<std::uint32_t>(statements.front().data() - query.statement.data());
            if (error.span) error.span = {error.span->begin + skipped, error.span->end + skipped};
            return error;
        }
        const Answer& answer = found.value();
        std::string text;
        if (wanted.format == format::Format::svg) {
            const std::filesystem::path page(path_);
            const std::string name =
                wanted.file.empty() ? page.stem().string() + "." + std::to_string(number) + ".svg" : wanted.file;
            pictures_.push_back({(page.parent_path() / name).string(),
                                 format::render(answer, wanted.format, {.sources = wanted.sources}), query.line});
            text = picture_text(name, answer.statement, syntax_);
        } else {
            text = answer_text(answer, wanted.format, syntax_, number, {.sources = wanted.sources});
        }
        const std::string apart = syntax_ == PageSyntax::markdown ? "\n" : "";
        const bool ends_line = text.empty() || text.back() == '\n';
        return apart + answer_begin(syntax_, version_, answer.statement) + "\n" + apart + text +
               (ends_line ? "" : "\n") + apart + answer_end(syntax_) + "\n";
    }

    void write(const std::string& woven) {
        bool changed = woven != page_;
        for (const Picture& picture : pictures_) {
            if (content_of(picture.path) == picture.content) continue;
            changed = true;
            put(picture.path, picture.content, picture.line);
        }
        if (woven != page_) put(path_, woven, 0);
        std::cerr << path_ << ": " << count_ << (count_ == 1 ? " query" : " queries")
                  << (changed ? ", written" : ", up to date") << '\n';
    }

    void put(const std::string& path, std::string_view content, std::size_t line) {
        Result<void> written = engine::load::write_file(path, content);
        if (!written) report(std::move(written).error(), line);
    }

    // Says where the page would change first.
    void check(const std::string& woven) {
        for (const Picture& picture : pictures_) {
            if (content_of(picture.path) != picture.content) out_of_date(picture.line, "its picture " + picture.path);
        }
        if (woven == page_) return;
        const auto [old, now] = std::mismatch(page_.begin(), page_.end(), woven.begin(), woven.end());
        const auto offset = static_cast<std::size_t>(old - page_.begin());
        out_of_date(line_at(page_, offset), "an answer");
        const auto line = [](const std::string& text, std::size_t at) {
            const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
            return begin < text.size() ? text.substr(begin, text.find('\n', begin) - begin)
                                       : std::string("(the page ends here)");
        };
        std::cerr << "  - " << line(page_, offset) << "\n  + " << line(woven, offset) << '\n';
    }

    void out_of_date(std::size_t line, const std::string& what) {
        failed_ = true;
        std::cerr << path_ << ":" << line << ": " << what << " is out of date; `confer weave " << path_
                  << "` writes it anew\n";
    }

    Database& database_;
    WeaveOptions options_;
    std::string version_;
    std::string path_, page_;
    PageSyntax syntax_ = PageSyntax::markdown;
    std::size_t count_ = 0;
    std::vector<Picture> pictures_;
    bool failed_ = false;
};

}  // namespace

int weave(Database& database, const WeaveOptions& options) {
    Weaver weaver(database, options);
    bool all = true;
    for (const std::string& file : options.files) all = weaver.weave(file) && all;
    return all ? 0 : 1;
}

}  // namespace confer::hosts
