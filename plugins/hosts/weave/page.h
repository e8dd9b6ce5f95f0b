#pragma once
// page: the queries in a text that people write, and the answers that stand under them.
//
// Markdown (.md, .markdown): a fenced block whose info string begins with `confer`, or a comment `<!-- confer … -->`.
// MediaWiki (.wiki, .mediawiki, .wikitext): the comment. DokuWiki (.txt, .dokuwiki): `/* confer … */`, the comment of
// its plugin of that name. A comment begins and ends at the ends of lines. Behind the word `confer`, in the same line,
// stand options, `name=value`; in comments, the statement may follow them at once. What is shown as code is no query.
//
// An answer stands between two lines that are comments of the page:
//
//     <!-- confer-answer graph=3f2a… statement="which …" -->
//     <!-- /confer-answer -->
//
// Errors     page: a query or an answer that does not end, an option without a value.
// Threads    safe from any number of threads.
// Cost       linear in the text.
// Source     fences: CommonMark 0.31, "Fenced code blocks".
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace confer::hosts {

enum class PageSyntax : unsigned char { markdown, mediawiki, dokuwiki };

// By what the path ends in.
std::optional<PageSyntax> page_syntax(std::string_view path);

struct PageQuery {
    std::size_t line = 1;  // of its first line
    std::size_t statement_line = 1;
    std::string statement;
    std::vector<std::pair<std::string, std::string>> options;
    std::string indent;                     // before its first line; what is written under it gets the same
    std::size_t end = 0;                    // behind its last line
    std::optional<std::size_t> answer_end;  // behind the last line of the answer there is, which begins at `end`
};

struct PageProblem {
    std::size_t line;
    std::string message;
};

struct PageQueries {
    std::vector<PageQuery> queries;
    std::vector<PageProblem> problems;  // what is wrong is no query
};

PageQueries find_queries(std::string_view text, PageSyntax syntax);

// The lines around an answer. `statement` is any text; it is written so that the comment ends where it should.
std::string answer_begin(PageSyntax syntax, std::string_view graph_version, std::string_view statement);
std::string answer_end(PageSyntax syntax);

}  // namespace confer::hosts
