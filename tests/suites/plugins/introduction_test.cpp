// How a plugin introduces itself, and what makes it unwelcome.
#include <catch2/catch.hpp>

#include "loaded.h"

using confer::engine::builtin_functions;
using confer::engine::FunctionRegistry;
using confer::engine::Kind;
using confer::engine::NullRule;
using confer::test::fixture;
using confer::test::load;

namespace {

// What the plugin is refused for, without the path that begins the message.
std::string reason(const std::string& name) {
    const std::string message = confer::test::refusal(fixture(name));
    const std::string::size_type start = message.find("is refused: it ");
    return start == std::string::npos ? message : message.substr(start + 15);
}

}  // namespace

TEST_CASE("a plugin has a name, a version, a purpose and a path", "[plugin]") {
    const auto plugin = load(fixture("probe")).value();
    CHECK(plugin->name == "probe");
    CHECK(plugin->version == "1.0-test");
    CHECK(plugin->about == "Tries everything.");
    CHECK(plugin->path.front() == '/');
    CHECK(plugin->path.find("/probe.so") != std::string::npos);
    CHECK(plugin->scalars.size() == 21);
}

TEST_CASE("a plugin's functions stand on those that were there before", "[plugin]") {
    const auto plugin = load(fixture("probe")).value();
    CHECK(plugin->functions.find("PROBE.ECHO") != nullptr);
    CHECK(plugin->functions.find("size") == builtin_functions().find("size"));
    CHECK(plugin->functions.find_aggregate("count") == builtin_functions().find_aggregate("count"));
    CHECK(plugin->functions.names().size() == builtin_functions().names().size() + 21);
    CHECK(builtin_functions().find("probe.echo") == nullptr);
}

TEST_CASE("a function says what its signature says", "[plugin]") {
    const auto* const spec = confer::test::probe().find("probe.property");
    REQUIRE(spec != nullptr);
    CHECK(spec->doc == "Of the tests.");
    REQUIRE(spec->parameters.size() == 2);
    CHECK(spec->parameters[1].name == "key");
    CHECK(spec->parameters[1].type == Kind::string);
    CHECK(spec->returns.is_any());
    CHECK(spec->nulls == NullRule::null_in_null_out);
    CHECK(confer::test::probe().find("probe.echo")->nulls == NullRule::sees_nulls);
}

TEST_CASE("a function is random unless it says that it is not", "[plugin]") {
    CHECK_FALSE(confer::test::probe().find("probe.random")->deterministic);
    CHECK(confer::test::probe().find("probe.echo")->deterministic);
}

TEST_CASE("a plugin must say its name, once and on one line", "[plugin][error]") {
    CHECK(reason("nameless") == "does not say its name: it never calls `describe`");
    CHECK(reason("named_twice") == "describes itself twice");
    CHECK(reason("bad_name") == "has a name or a version that is not one line of UTF-8, of 1 to 100 bytes");
}

TEST_CASE("a plugin that declines is quoted", "[plugin][error]") {
    CHECK(reason("newer_door") == "says: this plugin needs version 1.1000 of Confer's door");
    CHECK(reason("silent") == "can't work here, and does not say why (status 7)");
}

TEST_CASE("a plugin can't take the name of another function", "[plugin][error]") {
    CHECK(reason("builtin_name") == "would take the name of the function `SIZE`, which exists already");
    CHECK(reason("repeated") == "adds the function `TEST.F` twice");
    const auto first = load(fixture("probe")).value();
    const auto second = load(fixture("probe"), first->functions);
    REQUIRE_FALSE(second);
    CHECK(second.error().message.find("would take the name of the function `probe.kind`") != std::string::npos);
}

TEST_CASE("a plugin's function has a dot in its name", "[plugin][error]") {
    CHECK(reason("undotted") == "adds a function called `cosine`, a name without a dot");
}

TEST_CASE("a function that is not sound keeps the whole plugin out", "[plugin][error]") {
    CHECK(reason("no_type").find("adds a function that can't be understood: the signature `test.f(a, b)") == 0);
    CHECK(reason("no_code") == "adds `test.f` without the function's code");
    CHECK(reason("unknown_flag") == "adds `test.f` with flags that this version of Confer does not know");
    CHECK(reason("bad_utf8") == "gives a signature that is not one line of UTF-8, of at most 1000 bytes");
    CHECK(reason("bad_doc") == "documents `test.f` in a text that is not UTF-8");
    CHECK(reason("ignores_failure").find("adds a function that can't be understood") == 0);
}

TEST_CASE("a format's files are called by plain names", "[plugin][error]") {
    CHECK(reason("bad_format") == "adds a format called `Graph ML`, and formats are called like `graphml`");
    CHECK(reason("bad_part") == "adds the format `csv` with parts that are no ends of file names");
}

TEST_CASE("an exception that a plugin lets out ends at the door", "[plugin][error]") {
    CHECK(reason("throws_at_once") == "lets an exception out, which a plugin may not");
}

TEST_CASE("every refusal tells the code and the file", "[plugin][error]") {
    const auto refused = load(fixture("undotted"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == confer::engine::ErrorCode::plugin);
    CHECK(refused.error().message.find("undotted.so` is refused: it ") != std::string::npos);
    CHECK(refused.error().hints == std::vector<std::string>{"name it after a theme or the plugin: `my_plugin.cosine`"});
}
