// A scanner and one function for each part. Tests: tests/suites/plugins/signature_test.cpp.
#include "function/signature.h"

#include <algorithm>
#include <optional>

namespace confer::engine {

namespace {

// NUMBER by another name where a parameter is meant: a FLOAT takes integers too.
enum class Side : unsigned char { parameter, answer };

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) { skip_spaces(); }

    bool take(std::string_view symbol) {
        if (text_.substr(at_, symbol.size()) != symbol) return false;
        at_ += symbol.size();
        skip_spaces();
        return true;
    }

    // Letters, digits and underscores, beginning with no digit; empty when there is none here.
    std::string_view take_word() {
        std::size_t end = at_;
        while (end < text_.size() && (is_letter(text_[end]) || (end > at_ && text_[end] >= '0' && text_[end] <= '9'))) {
            ++end;
        }
        const std::string_view word = text_.substr(at_, end - at_);
        at_ = end;
        skip_spaces();
        return word;
    }

    bool at_end() const { return at_ == text_.size(); }

    Error expected(std::string_view what) const {
        const std::string rest(text_.substr(at_));
        return {.code = ErrorCode::plugin,
                .message = "the signature `" + std::string(text_) + "` needs " + std::string(what) +
                           (rest.empty() ? " at its end" : " before `" + rest + "`"),
                .hints = {"a signature reads `similarity.cosine(a :: LIST OF FLOAT, b :: LIST OF FLOAT) :: FLOAT`"}};
    }

private:
    void skip_spaces() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

struct NamedType {
    std::string_view name;
    ValueType type;
};

std::optional<ValueType> type_called(std::string_view word, Side side) {
    static const NamedType types[] = {
        {"ANY", ValueType::any()},
        {"BOOLEAN", Kind::boolean},
        {"INTEGER", Kind::integer},
        {"NUMBER", ValueType::number()},
        {"STRING", Kind::string},
        {"LIST", Kind::list},
        {"MAP", Kind::map},
        {"NODE", Kind::node},
        {"RELATIONSHIP", Kind::relationship},
        {"PATH", Kind::path},
    };
    std::string upper(word);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (upper == "FLOAT") return side == Side::parameter ? ValueType::number() : ValueType(Kind::floating);
    for (const NamedType& known : types) {
        if (known.name == upper) return known.type;
    }
    return std::nullopt;
}

Result<ValueType> parse_type(Scanner& scanner, Side side) {
    const Scanner before = scanner;
    const auto type = type_called(scanner.take_word(), side);
    if (!type) {
        return before.expected(
            "a type (ANY, BOOLEAN, INTEGER, FLOAT, NUMBER, STRING, LIST, LIST OF …, MAP, NODE, RELATIONSHIP, PATH)");
    }
    if (!type->is(Kind::list)) return *type;
    Scanner after = scanner;
    const std::string_view of = after.take_word();
    if (of != "OF" && of != "of") return *type;
    scanner = after;
    // Deeper nesting is read, and known no further: a type keeps its elements one level deep.
    CONFER_TRY(const ValueType element, parse_type(scanner, side));
    return ValueType::list_of(element);
}

Result<std::string> parse_name(Scanner& scanner) {
    std::string name(scanner.take_word());
    if (name.empty()) return scanner.expected("the function's name");
    while (scanner.take(".")) {
        const std::string_view part = scanner.take_word();
        if (part.empty()) return scanner.expected("a name after the dot");
        name += '.';
        name += part;
    }
    return name;
}

Result<SignatureParameter> parse_parameter(Scanner& scanner, const std::vector<SignatureParameter>& before, Side side) {
    const Scanner here = scanner;
    SignatureParameter parameter;
    parameter.name = scanner.take_word();
    if (parameter.name.empty()) return scanner.expected(side == Side::parameter ? "a parameter's name" : "a name");
    for (const SignatureParameter& earlier : before) {
        if (earlier.name == parameter.name)
            return here.expected(side == Side::parameter ? "a name that no other parameter has" : "another name");
    }
    if (!scanner.take("::")) return scanner.expected("`::` and a type");
    CONFER_TRY(parameter.type, parse_type(scanner, side));
    parameter.nullable = scanner.take("?");
    return parameter;
}

// (a :: INTEGER, b :: STRING?)
Result<std::vector<SignatureParameter>> parse_parameters(Scanner& scanner, Side side) {
    std::vector<SignatureParameter> parameters;
    if (!scanner.take("(")) return scanner.expected("`(`");
    if (scanner.take(")")) return parameters;
    do {
        CONFER_TRY(SignatureParameter parameter, parse_parameter(scanner, parameters, side));
        parameters.push_back(std::move(parameter));
    } while (scanner.take(","));
    if (!scanner.take(")")) return scanner.expected("`,` or `)`");
    return parameters;
}

}  // namespace

Result<Signature> parse_signature(std::string_view text) {
    Scanner scanner(text);
    Signature signature;
    CONFER_TRY(signature.name, parse_name(scanner));
    CONFER_TRY(signature.parameters, parse_parameters(scanner, Side::parameter));
    if (!scanner.take("::")) return scanner.expected("`::` and the type that it returns");
    CONFER_TRY(signature.returns, parse_type(scanner, Side::answer));
    (void)scanner.take("?");  // any answer may be null
    if (!scanner.at_end()) return scanner.expected("to end");
    return signature;
}

Result<ProcedureSignature> parse_procedure_signature(std::string_view text) {
    Scanner scanner(text);
    ProcedureSignature signature;
    CONFER_TRY(signature.name, parse_name(scanner));
    CONFER_TRY(signature.parameters, parse_parameters(scanner, Side::parameter));
    if (!scanner.take("::")) return scanner.expected("`::` and what it yields, in parentheses");
    CONFER_TRY(signature.outputs, parse_parameters(scanner, Side::answer));
    if (!scanner.at_end()) return scanner.expected("to end");
    return signature;
}

}  // namespace confer::engine
