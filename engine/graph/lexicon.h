#pragma once
// Lexicon: the words of a schema: nouns that stand for labels, verbs that stand for relationship types.
//
// Shapes     phrases are looked up in their normalised form (normalise_name). One noun may stand for
//            several labels, one verb for several relationship types, in either direction.
// Ownership  refers to the schema, which outlives it.
// Threads    immutable.
// Cost       look-up: one hash. Building: linear in the words of the schema.
// Source     the words in the data: docs/data.md.
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/schema.h"
#include "graph/topology.h"

namespace confer::engine {

// One thing that a verb may mean.
struct VerbSense {
    const RelationshipSchema* relationship = nullptr;
    Direction direction = Direction::outgoing;  // outgoing: the verb's subject is the relationship's source
    // The verb as the schema has it ends in this preposition, which the words looked up lack: "delivered" for
    // "delivered in", as in "where is it delivered". Empty: the words are the schema's.
    std::string_view preposition;
};

class Lexicon {
public:
    explicit Lexicon(const Schema& schema);

    const Schema& schema() const { return *schema_; }

    // The labels that a noun stands for, by its singular, plural or another word; empty: no noun.
    std::span<const LabelSchema* const> noun(std::string_view normalised) const;
    // Empty: no verb. Besides the words of the schema, their -ing forms are known ("using mindfulness").
    std::span<const VerbSense> verb(std::string_view normalised) const;
    // No noun or verb has more words than this.
    std::size_t longest_words() const { return longest_words_; }

    // All nouns and verbs as the schema writes them, for suggestions.
    const std::vector<std::string>& nouns() const { return nouns_; }
    const std::vector<std::string>& verbs() const { return verbs_; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class T>
    using ByPhrase = std::unordered_map<std::string, std::vector<T>, Hash, std::equal_to<>>;

    void add_noun(const LabelSchema& label, std::string_view words);
    void add_verbs(const RelationshipSchema& relationship, Direction direction, std::span<const std::string> verbs);
    void add_verb(std::string_view words, const VerbSense& sense);

    const Schema* schema_;
    ByPhrase<const LabelSchema*> by_noun_;
    ByPhrase<VerbSense> by_verb_;
    std::vector<std::string> nouns_, verbs_;
    std::size_t longest_words_ = 0;
};

// What a label is called when the schema doesn't say: `CommonFactor` is a "common factor".
std::string singular(const LabelSchema& label);
std::string plural(const LabelSchema& label);

// The verb from one end of a relationship type, for sentences: "use", "uses"; "are used by", "is used by"; in the
// infinitive "use", "be used by". Empty when the schema has no words for that direction.
enum class VerbForm : std::uint8_t { plural, singular, infinitive };
std::string verb_phrase(const RelationshipSchema& relationship, Direction direction, VerbForm form);

// The same without an auxiliary verb, as a heading: "uses", "used by". Without words in that direction, the other
// direction's as a clause: "approaches that use".
std::string verb_heading(const RelationshipSchema& relationship, Direction direction, const Schema& schema);

}  // namespace confer::engine
