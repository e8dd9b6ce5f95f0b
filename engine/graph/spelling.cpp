// Each rule looks for its telling letters and then for a stem that it holds for, or against. Tested by
// suites/graph/normalise_name_test.cpp.
#include "graph/spelling.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace confer::engine {

namespace {

using namespace std::string_view_literals;

template <std::size_t n>
bool among(const std::array<std::string_view, n>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t n>
bool ends_with_one_of(std::string_view text, const std::array<std::string_view, n>& endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return text.ends_with(ending); });
}

// behaviour, behavioural, behaviourism -> behavior…; the stems keep four, hour, course and journey out.
constexpr std::array our_stems{"ard"sv,    "arm"sv,    "behavi"sv, "cand"sv, "clam"sv, "col"sv,  "demean"sv, "enam"sv,
                               "endeav"sv, "fav"sv,    "ferv"sv,   "flav"sv, "glam"sv, "harb"sv, "hon"sv,    "hum"sv,
                               "lab"sv,    "neighb"sv, "od"sv,     "parl"sv, "ranc"sv, "rig"sv,  "rum"sv,    "sav"sv,
                               "savi"sv,   "splend"sv, "succ"sv,   "tum"sv,  "val"sv,  "vap"sv,  "vig"sv};

void our_to_or(std::string& word) {
    for (std::size_t at = word.find("our", 2); at != std::string::npos; at = word.find("our", at + 2)) {
        if (ends_with_one_of(std::string_view(word).substr(0, at), our_stems)) word.erase(at + 1, 1);
    }
}

// What may stand between the stem and the z of a verb in -ise.
constexpr std::array ise_endings{"ise"sv,   "ised"sv,   "iser"sv,    "isers"sv,    "ises"sv,
                                 "ising"sv, "isable"sv, "isation"sv, "isations"sv, "isational"sv};
// Words whose -ise is not that ending, without it: whole, and as endings.
constexpr std::array ise_words{"an"sv,   "ar"sv,     "cer"sv,    "chast"sv,    "chem"sv,  "dem"sv,   "den"sv, "desp"sv,
                               "el"sv,   "expert"sv, "franch"sv, "merchand"sv, "mort"sv,  "parad"sv, "pen"sv, "prem"sv,
                               "sunr"sv, "treat"sv,  "upr"sv,    "val"sv,      "moonr"sv, "surm"sv};
constexpr std::array ise_word_endings{"adv"sv,  "advert"sv, "dev"sv,    "improv"sv, "pr"sv,
                                      "prom"sv, "rev"sv,    "superv"sv, "telev"sv,  "viv"sv};

bool has_verb_ise(std::string_view stem) {
    if (stem.size() < 3) return false;
    const char last = stem.back();
    if (last == 'a' || last == 'o' || last == 'u' || last == 'w') return false;  // raise, noise, guise, likewise
    if (last == 'c' && !stem.ends_with("ic")) return false;                      // exercise, but criticise
    return !among(ise_words, stem) && !ends_with_one_of(stem, ise_word_endings);
}

void ise_to_ize(std::string& word) {
    const std::size_t at = word.rfind("is");
    if (at == std::string::npos || at < 3) return;
    const std::string_view view = word;
    if (among(ise_endings, view.substr(at)) && has_verb_ise(view.substr(0, at))) word[at + 1] = 'z';
}

// analyse, paralyse; `analyses` is left alone: it is also the plural of `analysis`.
void yse_to_yze(std::string& word) {
    constexpr std::array endings{"lyse"sv, "lysed"sv, "lyser"sv, "lysers"sv, "lysing"sv};
    if (!ends_with_one_of(std::string_view(word), endings)) return;
    word[word.rfind("lys") + 2] = 'z';
}

// counselling, modelled, traveller -> one l.
constexpr std::array doubling_stems{"bevel"sv,  "cancel"sv,  "channel"sv, "chisel"sv,  "counsel"sv, "dial"sv,
                                    "duel"sv,   "fuel"sv,    "funnel"sv,  "initial"sv, "jewel"sv,   "label"sv,
                                    "level"sv,  "libel"sv,   "marvel"sv,  "medal"sv,   "model"sv,   "panel"sv,
                                    "pedal"sv,  "quarrel"sv, "rival"sv,   "shovel"sv,  "signal"sv,  "spiral"sv,
                                    "swivel"sv, "total"sv,   "travel"sv,  "tunnel"sv,  "unravel"sv, "wool"sv};
constexpr std::array doubled_endings{"led"sv,   "ler"sv, "lers"sv, "lery"sv, "ling"sv,
                                     "lings"sv, "lor"sv, "lors"sv, "lous"sv, "len"sv};

void single_l(std::string& word) {
    const std::size_t at = word.rfind("ll");
    if (at == std::string::npos) return;
    const std::string_view view = word;
    if (among(doubled_endings, view.substr(at + 1)) && ends_with_one_of(view.substr(0, at + 1), doubling_stems)) {
        word.erase(at, 1);
    }
    if (word == "jewelery") word = "jewelry";
}

// centre, centred, kilometre -> center…
constexpr std::array re_stems{"calib"sv, "cent"sv, "fib"sv,  "lit"sv,   "lust"sv, "meag"sv,
                              "met"sv,   "sab"sv,  "somb"sv, "spect"sv, "theat"sv};
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> re_endings{
    {{"re", "er"}, {"res", "ers"}, {"red", "ered"}, {"ring", "ering"}}};

void re_to_er(std::string& word) {
    for (const auto& [british, american] : re_endings) {
        if (!word.ends_with(british)) continue;
        const std::string_view stem = std::string_view(word).substr(0, word.size() - british.size());
        // `hatred`, `string` and `here` have none of the stems; `metred` and `litring` are no words.
        if (ends_with_one_of(stem, re_stems)) word.replace(stem.size(), british.size(), american);
        return;
    }
}

// Pieces with ae and oe, wherever they stand in the word.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> pieces{{
    {"aesth", "esth"},     {"aetiolog", "etiolog"}, {"anaem", "anem"},     {"archaeo", "archeo"}, {"caesar", "cesar"},
    {"coeliac", "celiac"}, {"faec", "fec"},         {"foet", "fet"},       {"gynaec", "gynec"},   {"haem", "hem"},
    {"homoeo", "homeo"},   {"leukaem", "leukem"},   {"manoeuv", "maneuv"}, {"mediaev", "mediev"}, {"oedema", "edema"},
    {"oesoph", "esoph"},   {"oestr", "estr"},       {"paed", "ped"},       {"pnoea", "pnea"},     {"rrhoea", "rrhea"},
    {"palaeo", "paleo"},
}};

void shorten_diphthongs(std::string& word) {
    for (const auto& [british, american] : pieces) {
        const std::size_t at = word.find(british);
        if (at != std::string::npos) word.replace(at, british.size(), american);
    }
}

// Words that follow no rule, sorted.
constexpr std::array<std::pair<std::string_view, std::string_view>, 56> irregular{{
    {"acknowledgement", "acknowledgment"},
    {"ageing", "aging"},
    {"analogue", "analog"},
    {"analogues", "analogs"},
    {"artefact", "artifact"},
    {"artefacts", "artifacts"},
    {"biassed", "biased"},
    {"catalogue", "catalog"},
    {"catalogues", "catalogs"},
    {"defence", "defense"},
    {"defenceless", "defenseless"},
    {"defences", "defenses"},
    {"enquire", "inquire"},
    {"enquiries", "inquiries"},
    {"enquiring", "inquiring"},
    {"enquiry", "inquiry"},
    {"enrol", "enroll"},
    {"enrolment", "enrollment"},
    {"focussed", "focused"},
    {"focusses", "focuses"},
    {"focussing", "focusing"},
    {"fulfil", "fulfill"},
    {"fulfilment", "fulfillment"},
    {"fulfils", "fulfills"},
    {"grey", "gray"},
    {"greying", "graying"},
    {"greys", "grays"},
    {"instil", "instill"},
    {"judgement", "judgment"},
    {"judgemental", "judgmental"},
    {"judgements", "judgments"},
    {"licence", "license"},
    {"licences", "licenses"},
    {"manoeuvre", "maneuver"},
    {"manoeuvres", "maneuvers"},
    {"mould", "mold"},
    {"moulding", "molding"},
    {"nonjudgemental", "nonjudgmental"},
    {"offence", "offense"},
    {"offences", "offenses"},
    {"orientated", "oriented"},
    {"practise", "practice"},
    {"practised", "practiced"},
    {"practises", "practices"},
    {"practising", "practicing"},
    {"pretence", "pretense"},
    {"programme", "program"},
    {"programmes", "programs"},
    {"sceptic", "skeptic"},
    {"sceptical", "skeptical"},
    {"scepticism", "skepticism"},
    {"sceptics", "skeptics"},
    {"skilful", "skillful"},
    {"skilfully", "skillfully"},
    {"tranquillity", "tranquility"},
    {"wilful", "willful"},
}};
static_assert(std::is_sorted(irregular.begin(), irregular.end()));

// Where the words that begin with a letter begin in `irregular`; behind z, its end.
constexpr auto irregular_of = [] {
    std::array<std::size_t, 27> first{};
    for (std::size_t letter = 0; letter < 27; ++letter)
        while (first[letter] < irregular.size() &&
               irregular[first[letter]].first.front() < 'a' + static_cast<int>(letter))
            ++first[letter];
    return first;
}();

// The pairs of letters that some rule begins with, as bits: a letter has those of the pairs that it begins, or ends.
// One scan sees whether any rule can apply.
enum Sign : std::uint8_t { ou = 1, is = 2, ys = 4, ll = 8, re = 16, diphthong = 32 };
using Signs = std::array<std::uint8_t, 26>;

constexpr Signs begun = [] {
    Signs signs{};
    signs['o' - 'a'] = ou | diphthong;
    signs['a' - 'a'] = diphthong;
    signs['i' - 'a'] = is;
    signs['y' - 'a'] = ys;
    signs['l' - 'a'] = ll;
    signs['r' - 'a'] = re;
    return signs;
}();
constexpr Signs ended = [] {
    Signs signs{};
    signs['u' - 'a'] = ou;
    signs['s' - 'a'] = is | ys;
    signs['l' - 'a'] = ll;
    signs['i' - 'a'] = re;
    signs['e' - 'a'] = re | diphthong;
    return signs;
}();

std::uint8_t signs_of(std::string_view word) {
    std::uint8_t signs = 0;
    for (std::size_t i = 1; i < word.size(); ++i)
        signs |= begun[static_cast<std::size_t>(word[i - 1] - 'a')] & ended[static_cast<std::size_t>(word[i] - 'a')];
    return signs;
}

}  // namespace

void americanise_word(std::string& text, std::size_t begin) {
    constexpr std::size_t shortest = 4;  // `grey`
    const std::string_view original = std::string_view(text).substr(begin);
    if (original.size() < shortest) return;
    const auto letter = static_cast<std::size_t>(original.front() - 'a');
    for (std::size_t i = irregular_of[letter]; i < irregular_of[letter + 1]; ++i) {
        if (irregular[i].first != original) continue;
        text.replace(begin, std::string::npos, irregular[i].second);
        return;
    }
    const std::uint8_t signs = signs_of(original);
    if (signs == 0) return;
    std::string word(original);
    if ((signs & diphthong) != 0) shorten_diphthongs(word);
    if ((signs & ou) != 0) our_to_or(word);
    if ((signs & is) != 0) ise_to_ize(word);
    if ((signs & ys) != 0) yse_to_yze(word);
    if ((signs & ll) != 0) single_l(word);
    if ((signs & re) != 0) re_to_er(word);
    text.replace(begin, std::string::npos, word);
}

}  // namespace confer::engine
