// Test: tests/suites/questions/which_test.cpp.
#include <algorithm>

#include "question/reading_internal.h"
#include "question/wording.h"

namespace confer::engine::question {

Labels labels_here(const Reading& reading, const Setting& setting) {
    return labels_at(*reading.type, reading.way, setting.schema());
}
Labels labels_there(const Reading& reading, const Setting& setting) {
    return labels_at(*reading.type, reversed(reading.way), setting.schema());
}

Labels labels_there(const Readings& readings, const Setting& setting) {
    Labels out;
    for (const Reading& reading : readings) add_labels(out, labels_there(reading, setting), setting.schema());
    return out;
}

Readings joining(const Readings& readings, const Labels& here, const Labels& there, const Setting& setting) {
    Readings out;
    std::copy_if(readings.begin(), readings.end(), std::back_inserter(out), [&](const Reading& reading) {
        return !labels_in_both(labels_here(reading, setting), here).empty() &&
               !labels_in_both(labels_there(reading, setting), there).empty();
    });
    return out;
}

bool asks_where(const Setting& setting) {
    const auto* which = std::get_if<ast::WhichQuestion>(&setting.question.node);
    return which != nullptr && which->ask == ast::AskWord::where;
}

bool leads_to_places(const RelationshipSchema& type, Direction direction) {
    const std::vector<std::string>& verbs = direction == Direction::outgoing ? type.verb : type.inverse;
    return std::any_of(verbs.begin(), verbs.end(), [](const std::string& verb) {
        return verb.ends_with(" in") || verb.ends_with(" at") || verb.ends_with(" on");
    });
}

namespace {

// "where is it delivered": only places. A verb that lacks its preposition needs one that asks for a place; one that
// says its own ("come from") knows what it asks; one that has none has to be another word for a verb of places.
bool suits_ask_word(const VerbSense& sense, std::string_view verb, const Setting& setting) {
    if (!asks_where(setting)) return true;
    if (sense.preposition.empty() && verb.find(' ') != std::string_view::npos) return true;
    if (sense.preposition.empty()) return leads_to_places(*sense.relationship, sense.direction);
    return sense.preposition == "in" || sense.preposition == "at" || sense.preposition == "on";
}

}  // namespace

Readings readings_of_verb(const ast::Phrase& verb, bool operand_acts, const Setting& setting, bool shortened) {
    Readings out;
    const auto senses = setting.vocabulary.lexicon().verb(normalise_name(verb.text));
    // "delivered online" leaves its preposition out; "developed" has a sense of its own.
    const bool whole =
        std::any_of(senses.begin(), senses.end(), [](const VerbSense& sense) { return sense.preposition.empty(); });
    for (const VerbSense& sense : senses) {
        if (operand_acts && !suits_ask_word(sense, verb.text, setting)) continue;
        if (!sense.preposition.empty() && whole && !shortened && !asks_where(setting)) continue;
        const bool from_source = (sense.direction == Direction::outgoing) != operand_acts;
        const Reading reading{sense.relationship, from_source ? Way::outgoing : Way::incoming};
        if (std::find(out.begin(), out.end(), reading) == out.end()) out.push_back(reading);
    }
    return out;
}

Readings all_readings(const Setting& setting) {
    Readings out;
    for (const RelationshipSchema& type : setting.schema().relationships) {
        out.push_back({&type, Way::outgoing});
        out.push_back({&type, Way::incoming});
    }
    return out;
}

Readings read_as_kin(const ast::Phrase& verb, const Readings& known, const Labels& asked, const Setting& setting,
                     std::vector<std::string>& notices) {
    const auto climbs = [](const Reading& reading) { return reading.type->broader && reading.way == Way::outgoing; };
    if (known.empty() || !std::all_of(known.begin(), known.end(), climbs)) return {};
    Readings out = joining(all_readings(setting), asked, labels_named({}, setting.schema()), setting);
    std::erase_if(out, [](const Reading& reading) {
        return reading.way != Way::outgoing || !(reading.type->lineage || reading.type->groups);
    });
    std::vector<const RelationshipSchema*> types;
    for (const Reading& reading : out) types.push_back(reading.type);
    if (!types.empty())
        notices.push_back(ticked(verb.text) + " was read as " +
                          ticked(verbs_of(types, Way::outgoing, VerbForm::plural)) + ".");
    return out;
}

}  // namespace confer::engine::question
