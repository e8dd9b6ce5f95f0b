#include "question/wording.h"

#include <algorithm>
#include <cctype>

namespace confer::engine::question {

namespace {

constexpr std::size_t most_labels = 3;

std::string identifier(std::string_view words) {
    std::string out;
    for (const char letter : words) {
        const auto byte = static_cast<unsigned char>(letter);
        out += std::isalnum(byte) != 0 || byte >= 0x80 ? letter : '_';
    }
    return out;
}

std::string snake_case(std::string_view label) {
    std::string out;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const auto letter = static_cast<unsigned char>(label[i]);
        const bool starts_word =
            std::isupper(letter) != 0 && i > 0 && std::islower(static_cast<unsigned char>(label[i - 1])) != 0;
        if (starts_word) out += '_';
        out += static_cast<char>(std::tolower(letter));
    }
    return identifier(out);
}

}  // namespace

std::string enumerated(const std::vector<std::string>& words, std::string_view last) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " " + std::string(last) + " " : ", ";
        out += words[i];
    }
    return out;
}

std::string ticked(std::string_view text) {
    return "`" + std::string(text) + "`";
}

std::string plural_of(const Labels& labels) {
    if (labels.empty() || labels.size() > most_labels) return "things";
    std::vector<std::string> words;
    for (const LabelSchema* label : labels) words.push_back(plural(*label));
    return enumerated(words);
}

std::string singular_of(const Labels& labels) {
    if (labels.empty() || labels.size() > most_labels) return "thing";
    std::vector<std::string> words;
    for (const LabelSchema* label : labels) words.push_back(singular(*label));
    return enumerated(words);
}

std::string with_article(std::string_view noun) {
    const bool vowel = !noun.empty() && std::string_view("aeiouAEIOU").find(noun.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + std::string(noun);
}

std::string capitalised(std::string_view sentence) {
    std::string out(sentence);
    if (!out.empty()) out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    return out;
}

std::string column_of(const LabelSchema& label) {
    return snake_case(label.name);
}

std::string plural_column_of(const LabelSchema& label) {
    return identifier(plural(label));
}

std::string amount_of(const ast::Quantity& quantity) {
    if (!quantity.from) return "fewer than " + std::to_string(*quantity.to + 1);
    const std::string from = std::to_string(*quantity.from);
    if (!quantity.to) return "at least " + from;
    return quantity.to == quantity.from ? "exactly " + from : "from " + from + " to " + std::to_string(*quantity.to);
}

std::string verbs_of(const std::vector<const RelationshipSchema*>& types, Way way, VerbForm form) {
    std::vector<std::string> words;
    for (const RelationshipSchema* type : types) {
        const Direction direction = way == Way::incoming ? Direction::incoming : Direction::outgoing;
        std::string phrase = verb_phrase(*type, direction, form);
        if (phrase.empty()) return {};  // no words for this direction
        if (std::find(words.begin(), words.end(), phrase) == words.end()) words.push_back(std::move(phrase));
    }
    return enumerated(words);
}

}  // namespace confer::engine::question
