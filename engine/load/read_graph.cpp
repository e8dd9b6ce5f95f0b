// Tested by suites/loading.
#include "load/read_graph.h"

#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "load/end_rules_internal.h"
#include "load/graph_handler_internal.h"
#include "load/graph_location.h"
#include "load/metered_files.h"
#include "load/read_head_internal.h"

namespace confer::engine::load {

// UTF-8 as files have it, of which the stream has seen that it is valid.
struct FileUtf8 : rapidjson::UTF8<> {};

}  // namespace confer::engine::load

// A run at a time. REQUIRES: strings are read in situ, so that both ends are the stream.
template <>
class rapidjson::Transcoder<confer::engine::load::FileUtf8, confer::engine::load::FileUtf8> {
public:
    template <class Output>
    static bool Transcode(confer::engine::load::JsonStream& stream, Output&) {
        stream.put_plain();
        return true;
    }
    template <class Output>
    static bool Validate(confer::engine::load::JsonStream& stream, Output&) {
        stream.put_plain();
        return true;
    }
};

namespace confer::engine::load {

namespace {

// What RapidJSON found wrong, at the byte the stream has come to.
std::string syntax_problem(rapidjson::ParseErrorCode code, char next) {
    switch (code) {
        case rapidjson::kParseErrorDocumentRootNotSingular:
            return "something follows the end of the JSON document";
        case rapidjson::kParseErrorObjectMissName:
            return "a key in double quotes is missing here";
        case rapidjson::kParseErrorObjectMissColon:
            return "a `:` is missing after the key";
        case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
            return "a `,` or `}` is missing here";
        case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
            return "a `,` or `]` is missing here";
        case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
            return "`\\u` must be followed by four hexadecimal digits";
        case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
            return "a `\\u` escape holds half of a surrogate pair";
        case rapidjson::kParseErrorStringEscapeInvalid:  // of control characters, too
            if (next == '\n' || next == '\r') return "the string has no closing quote on its line";
            if (static_cast<unsigned char>(next) < 0x20) {
                return "the string holds a control character, which must be escaped";
            }
            return "the string holds an unknown escape";
        case rapidjson::kParseErrorStringMissQuotationMark:
            return "the string has no closing quote";
        case rapidjson::kParseErrorNumberTooBig:
            return "the number does not fit into a 64-bit float";
        case rapidjson::kParseErrorNumberMissFraction:
            return "a digit is missing after the point of the number";
        case rapidjson::kParseErrorNumberMissExponent:
            return "a digit is missing in the exponent of the number";
        default:
            return "a value is missing here, or is none that JSON knows";
    }
}

class GraphFiles {
public:
    GraphFiles(const FileSource& files, LoadState& state) : files_(files), state_(state) {}

    // Errors: the root can't be opened.
    Result<void> read_all(std::string_view root);
    // A root without the files that it includes.
    void read_head(ByteStream& bytes, std::uint32_t file, std::uint32_t first_line);

private:
    Result<GraphHandler::Head> read(std::string_view path, bool is_root);
    GraphHandler::Head read(ByteStream& bytes, std::uint32_t file, std::uint32_t first_line, bool is_root);
    void report_ending(const rapidjson::ParseResult& result, JsonStream& stream, std::uint32_t file,
                       const GraphHandler& handler);
    void read_included(const JsonTree& item, std::size_t index);
    std::optional<Problem> wrong_path(const JsonTree& item) const;

    const FileSource& files_;
    LoadState& state_;
    std::vector<std::string> paths_;  // of the files so far
};

std::string normal_path(std::string_view path) {
    return std::filesystem::path(path).lexically_normal().generic_string();
}

Result<void> GraphFiles::read_all(std::string_view root) {
    paths_.push_back(normal_path(root));
    CONFER_TRY(const auto head, read(root, true));
    state_.builder.describe(head.description);
    for (std::size_t i = 0; i < head.include.items.size(); ++i) read_included(head.include.items[i], i);
    return {};
}

void GraphFiles::read_head(ByteStream& bytes, std::uint32_t file, std::uint32_t first_line) {
    const auto head = read(bytes, file, first_line, true);
    state_.builder.describe(head.description);
    if (!head.include.items.empty()) {
        state_.problems.add(file, head.include.line, "/include", [] {
            return Problem{"`include` can't be followed here", {"put the schema into this file"}};
        });
    }
}

void GraphFiles::read_included(const JsonTree& item, std::size_t index) {
    constexpr std::uint32_t root = 0;
    const std::string pointer = child_pointer("/include", index);
    if (auto problem = wrong_path(item)) {
        state_.incomplete = true;
        return state_.problems.add(root, item.line, pointer, [&] { return std::move(*problem); });
    }
    paths_.push_back(normal_path(item.text));
    const auto head = read(paths_.back(), false);
    if (!head.has_value()) {
        state_.incomplete = true;
        state_.problems.add(root, item.line, pointer, [&] { return Problem{head.error().message, {}}; });
    }
}

std::optional<Problem> GraphFiles::wrong_path(const JsonTree& item) const {
    if (item.kind != JsonTree::Kind::string) {
        return Problem{std::string("`include` must hold the names of files, not ") + with_article(item.kind), {}};
    }
    const std::string path = normal_path(item.text);
    if (path.empty() || path == ".") return Problem{"`include` must hold the names of files", {}};
    if (path.starts_with('/') || path == ".." || path.starts_with("../") || path.find('\\') != std::string::npos ||
        path.find('\0') != std::string::npos) {
        return Problem{"`" + item.text + "` is not inside the graph's folder",
                       {"give a path relative to the graph's main file, with `/` between folders"}};
    }
    if (path == paths_.front()) return Problem{"the graph's main file includes itself", {}};
    if (std::ranges::find(paths_, path) != paths_.end()) {
        return Problem{"`" + item.text + "` is included twice", {}};
    }
    return std::nullopt;
}

Result<GraphHandler::Head> GraphFiles::read(std::string_view path, bool is_root) {
    CONFER_TRY(const auto bytes, files_.open(path));
    return read(*bytes, state_.problems.add_file(files_.display_name(path)), 1, is_root);
}

GraphHandler::Head GraphFiles::read(ByteStream& bytes, std::uint32_t file, std::uint32_t first_line, bool is_root) {
    JsonStream stream(bytes, first_line);
    GraphHandler handler(state_, file, is_root, stream);
    // Nesting is bounded by the handler, so RapidJSON's recursion is, too. Encoding is checked by the stream.
    rapidjson::GenericReader<FileUtf8, FileUtf8> reader;
    constexpr unsigned how = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
    const auto result = reader.Parse<how>(stream, handler);
    handler.finish();
    report_ending(result, stream, file, handler);
    return std::move(handler).take_head();
}

// A file that ends early or isn't JSON. Other mistakes were reported as they came.
void GraphFiles::report_ending(const rapidjson::ParseResult& result, JsonStream& stream, std::uint32_t file,
                               const GraphHandler& handler) {
    const bool ended = stream.ending() != JsonStream::Ending::not_yet;
    if (!result.IsError() && stream.ending() == JsonStream::Ending::end_of_file) return;
    state_.incomplete = true;
    if (result.Code() == rapidjson::kParseErrorTermination) return;
    state_.problems.add(file, stream.line(), handler.place(), [&]() -> Problem {
        if (stream.ending() == JsonStream::Ending::invalid_utf8) {
            return {"the file is not valid UTF-8 here", {"save it with the encoding UTF-8"}};
        }
        if (stream.ending() == JsonStream::Ending::read_error) return {stream.read_error().message, {}};
        if (stream.Peek() == '\0' && !ended) return {"the file holds a NUL byte", {}};
        if (result.Code() == rapidjson::kParseErrorDocumentEmpty) {
            return {"the file is empty", {R"(the smallest graph is {"nodes": [], "edges": []})"}};
        }
        if (ended) return {"the file ends before its JSON does", {}};
        return {syntax_problem(result.Code(), stream.Peek()), {}};
    });
}

Result<std::string> read_text(ByteStream& bytes) {
    std::string text;
    for (std::size_t size = 0;;) {
        text.resize(std::max<std::size_t>(2 * size, std::size_t{1} << 16));
        CONFER_TRY(const std::size_t got, bytes.read(std::span(text).subspan(size)));
        size += got;
        if (got == 0) {
            text.resize(size);
            return text;
        }
    }
}

}  // namespace

void read_head(LoadState& state, std::string_view json, std::uint32_t file, std::uint32_t first_line) {
    const TextFiles text({{"", json}});
    auto bytes = text.open("");
    GraphFiles(text, state).read_head(*bytes.value(), file, first_line);
}

Result<GraphPtr> read_graph(std::string_view path, Progress* progress) {
    const GraphLocation location = locate_graph(path);
    const DiskFiles files(location.folder);
    const std::string name = files.display_name(location.file);
    std::error_code ignored;
    if (!std::filesystem::is_fifo(name, ignored)) {
        return progress == nullptr ? read_graph(files, location.file)
                                   : read_graph(MeteredFiles(files, *progress), location.file);
    }
    // A pipe can't be read a second time, which a late schema would ask for.
    CONFER_TRY(const auto bytes, files.open(location.file));
    CONFER_TRY(const std::string text, read_text(*bytes));
    return read_graph(TextFiles({{location.file, text}}, location.folder), location.file);
}

Result<GraphPtr> read_graph(const FileSource& files, std::string_view root) {
    std::optional<Schema> schema;
    for (;;) {
        LoadState state;
        if (schema.has_value()) {
            state.schema_given = true;
            state.set_schema(*schema);
        }
        CONFER_CHECK(GraphFiles(files, state).read_all(root));
        if (state.schema_came_late) {  // once more, with the schema known
            schema = std::move(state.schema);
            continue;
        }
        settle(state);
        if (!state.problems.empty()) return std::move(state.problems).summary(files.display_name(root));
        state.declared_at = {};
        state.unsettled = {};
        state.cardinality = {};
        return std::move(state.builder).finish();
    }
}

}  // namespace confer::engine::load
