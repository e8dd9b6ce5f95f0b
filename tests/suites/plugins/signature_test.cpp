// What a plugin may write as a function's signature.
#include "function/signature.h"

#include <catch2/catch.hpp>

using confer::engine::Kind;
using confer::engine::parse_procedure_signature;
using confer::engine::parse_signature;
using confer::engine::Signature;
using confer::engine::ValueType;

namespace {

std::string complaint(std::string_view text) {
    const auto parsed = parse_signature(text);
    return parsed ? "none" : parsed.error().message;
}

}  // namespace

TEST_CASE("a signature has a name, parameters and the type of the answer", "[plugin][signature]") {
    const Signature signature = parse_signature("similarity.cosine(a :: LIST OF FLOAT, b :: STRING) :: MAP").value();
    CHECK(signature.name == "similarity.cosine");
    REQUIRE(signature.parameters.size() == 2);
    CHECK(signature.parameters[0].name == "a");
    CHECK(signature.parameters[0].type == ValueType::list_of(ValueType::number()));
    CHECK(signature.parameters[1].type == ValueType(Kind::string));
    CHECK(signature.returns == ValueType(Kind::map));
}

TEST_CASE("spaces and the case of types don't matter", "[plugin][signature]") {
    const Signature signature = parse_signature(" a.f ( x::integer? ,y ::any )::list of boolean ").value();
    CHECK(signature.name == "a.f");
    CHECK(signature.parameters[0].type == ValueType(Kind::integer));
    CHECK(signature.parameters[1].type.is_any());
    CHECK(signature.returns == ValueType::list_of(Kind::boolean));
}

TEST_CASE("a question mark lets a parameter be null", "[plugin][signature]") {
    const Signature signature = parse_signature("a.f(x :: INTEGER?, y :: INTEGER) :: INTEGER?").value();
    CHECK(signature.parameters[0].nullable);
    CHECK_FALSE(signature.parameters[1].nullable);
}

TEST_CASE("FLOAT takes integers as a parameter and gives floats as an answer", "[plugin][signature]") {
    const Signature signature = parse_signature("a.f(x :: FLOAT) :: FLOAT").value();
    CHECK(signature.parameters[0].type == ValueType::number());
    CHECK(signature.returns == ValueType(Kind::floating));
}

TEST_CASE("lists nest", "[plugin][signature]") {
    CHECK(parse_signature("a.f() :: LIST OF LIST OF STRING").value().returns == ValueType::list_of(Kind::list));
}

TEST_CASE("a signature that breaks off or goes wrong tells where", "[plugin][signature][error]") {
    CHECK(complaint("") == "the signature `` needs the function's name at its end");
    CHECK(complaint("a.") == "the signature `a.` needs a name after the dot at its end");
    CHECK(complaint("a.f") == "the signature `a.f` needs `(` at its end");
    CHECK(complaint("a.f(") == "the signature `a.f(` needs a parameter's name at its end");
    CHECK(complaint("a.f(x)") == "the signature `a.f(x)` needs `::` and a type before `)`");
    CHECK(complaint("a.f(x :: ANY") == "the signature `a.f(x :: ANY` needs `,` or `)` at its end");
    CHECK(complaint("a.f(x :: ANY, x :: ANY) :: ANY") ==
          "the signature `a.f(x :: ANY, x :: ANY) :: ANY` needs a name that no other parameter has before "
          "`x :: ANY) :: ANY`");
    CHECK(complaint("a.f()") == "the signature `a.f()` needs `::` and the type that it returns at its end");
    CHECK(complaint("a.f() :: ANY thing") == "the signature `a.f() :: ANY thing` needs to end before `thing`");
    CHECK(complaint("1.f() :: ANY") == "the signature `1.f() :: ANY` needs the function's name before `1.f() :: ANY`");
}

TEST_CASE("an unknown type is answered with the known ones", "[plugin][signature][error]") {
    CHECK(complaint("a.f(x :: TEXT) :: ANY").find("needs a type (ANY, BOOLEAN, INTEGER") != std::string::npos);
    CHECK(complaint("a.f() :: LIST OF").find("needs a type") != std::string::npos);
}

TEST_CASE("a procedure's signature ends in its outputs", "[plugin][signature]") {
    const auto signature =
        parse_procedure_signature("a.b(x :: FLOAT, y :: STRING?) :: (p :: FLOAT, q :: LIST OF NODE?)");
    REQUIRE(signature.has_value());
    CHECK(signature.value().name == "a.b");
    CHECK(signature.value().parameters[0].type == ValueType::number());
    CHECK(signature.value().parameters[1].nullable);
    REQUIRE(signature.value().outputs.size() == 2);
    CHECK(signature.value().outputs[0].type == ValueType(Kind::floating));
    CHECK(signature.value().outputs[1].name == "q");
    CHECK(parse_procedure_signature("a.b() :: ()").value().outputs.empty());
}

TEST_CASE("a procedure's signature says what it needs", "[plugin][signature]") {
    const auto complains = [](std::string_view text) {
        const auto parsed = parse_procedure_signature(text);
        return parsed ? "none" : parsed.error().message;
    };
    CHECK(complains("a.b() :: INTEGER") == "the signature `a.b() :: INTEGER` needs `(` before `INTEGER`");
    CHECK(complains("a.b()") == "the signature `a.b()` needs `::` and what it yields, in parentheses at its end");
    CHECK(complains("a.b() :: (x :: ANY, x :: ANY)") ==
          "the signature `a.b() :: (x :: ANY, x :: ANY)` needs another name before `x :: ANY)`");
}
