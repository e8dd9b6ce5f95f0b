#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "base/error_code.h"

using namespace confer::engine;

namespace {

std::string errors_page() {
    std::ifstream file(std::string(CONFER_SOURCE_DIR) + "/docs/errors.md");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// What stands between a heading and the next; empty when there is no such heading.
std::string section_of(const std::string& page, const std::string& heading) {
    const std::string line = "\n## " + heading + "\n\n";
    const std::size_t begin = page.find(line);
    if (begin == std::string::npos) return {};
    const std::size_t text = begin + line.size();
    const std::size_t end = std::min(page.find("\n## ", text), page.size());
    return page.substr(text, page.find_last_not_of('\n', end - 1) + 1 - text);
}

}  // namespace

TEST_CASE("each error code has a name of its own and is found by it", "[base][error]") {
    std::set<std::string_view> names;
    for (const ErrorCodeInfo& row : error_codes()) {
        CHECK(names.insert(row.name).second);
        CHECK(error_code(row.name) == row.code);
        CHECK(info(row.code).name == row.name);
    }
    CHECK_FALSE(error_code("no-such-code").has_value());
}

TEST_CASE("docs/errors.md explains each code as `:explain` does", "[base][error][docs]") {
    const std::string page = errors_page();
    REQUIRE_FALSE(page.empty());
    for (const ErrorCodeInfo& row : error_codes()) {
        INFO(row.name);
        CHECK_FALSE(explain(row.code).empty());
        CHECK(section_of(page, std::string(row.name)) == explain(row.code));
    }
}

TEST_CASE("docs/errors.md explains no code that doesn't exist", "[base][error][docs]") {
    std::istringstream page(errors_page());
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("## ")) CHECK(error_code(line.substr(3)).has_value());
    }
}

TEST_CASE("codes are called outside what openCypher calls them", "[base][error]") {
    CHECK(info(ErrorCode::undefined_variable).compile_type == "SyntaxError");
    CHECK(info(ErrorCode::undefined_variable).detail == "UndefinedVariable");
    CHECK(info(ErrorCode::invalid_argument_value).runtime_type == "TypeError");
    CHECK(info(ErrorCode::number_out_of_range).runtime_type == "ArgumentError");
    CHECK(info(ErrorCode::timeout).exit_status == 4);
}
