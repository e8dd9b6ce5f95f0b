#include "hosts/serve/repeatable.h"

#include <algorithm>

namespace confer::hosts::serve {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
    return out;
}

bool is_in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !is_in_word(text[at - 1])) && (end == text.size() || !is_in_word(text[end]))) return true;
    }
    return false;
}

}  // namespace

Repeatable::Repeatable(const engine::Database& database) : changeable_{"profile"} {
    const engine::FunctionRegistry& functions = database.functions();
    for (const std::string& name : functions.names()) {
        const engine::FunctionSpec* function = functions.find(name);
        if (function != nullptr && !function->deterministic) changeable_.push_back(lower(name));
    }
    for (const engine::ProcedurePtr& procedure : database.procedures()->all()) {
        if (!procedure->deterministic) changeable_.push_back(lower(procedure->name));
    }
    // A name with a namespace may be written with blanks around its points: its last part is enough.
    for (std::string& name : changeable_) name.erase(0, name.rfind('.') + 1);
}

bool Repeatable::operator()(std::string_view statement) const {
    const std::string text = lower(statement);
    return std::none_of(changeable_.begin(), changeable_.end(),
                        [&](const std::string& word) { return has_word(text, word); });
}

}  // namespace confer::hosts::serve
