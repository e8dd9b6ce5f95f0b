// Tested by suites/interchange/cypher_test.py.
#include "session/read_script.h"

#include <algorithm>

#include "base/text_position.h"
#include "load/file_source.h"
#include "load/read_graph.h"
#include "session/database.h"
#include "syntax/parse.h"

namespace confer::engine {

namespace {

constexpr std::string_view head_mark = "// {\"confer\"";

Result<std::string> read_text(const std::string& path) {
    CONFER_TRY(const auto file, load::DiskFiles("").open(path));
    std::string text;
    for (std::size_t size = 0;;) {
        text.resize(size + (std::size_t{1} << 20U));
        CONFER_TRY(const std::size_t got, file->read(std::span(text).subspan(size)));
        size += got;
        if (got > 0) continue;
        text.resize(size);
        return text;
    }
}

std::uint32_t line_at(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::uint32_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

Error summary(const std::string& path, Error problem, std::uint32_t line) {
    problem.place = FilePlace{path, line, {}};
    problem.span.reset();
    return {.code = ErrorCode::bad_data,
            .message = "`" + path + "` has a problem and was not loaded",
            .problems = {std::move(problem)}};
}

}  // namespace

Result<GraphPtr> read_script(const std::string& path) {
    CONFER_TRY(const std::string text, read_text(path));
    if (const auto invalid = invalid_utf8(text))
        return summary(path, {.code = ErrorCode::bad_data, .message = "the file is not valid UTF-8 here"},
                       line_at(text, *invalid));
    Database database;
    if (text.starts_with(head_mark)) {
        const std::string_view head = std::string_view(text).substr(3, text.find('\n') - 3);
        CONFER_TRY(GraphPtr empty, load::read_graph(load::TextFiles({{path, head}}), path));
        database.adopt(std::move(empty));
    }
    for (const std::string_view statement : syntax::split_statements(text)) {
        const Result<Answer> done = database.run(statement);
        if (done) continue;
        const std::size_t begin = static_cast<std::size_t>(statement.data() - text.data());
        const std::size_t inside = done.error().span ? done.error().span->begin : 0;
        return summary(path, done.error(), line_at(text, begin + inside));
    }
    return database.graph();
}

}  // namespace confer::engine
