#include <catch2/catch.hpp>

#include "graph/normalise_name.h"

using confer::engine::normalise_name;

TEST_CASE("names are compared without case, hyphens and punctuation", "[graph][names]") {
    CHECK(normalise_name("Client-Centered Therapy") == "client centered therapy");
    CHECK(normalise_name("  client   centered, therapy. ") == "client centered therapy");
    CHECK(normalise_name("CBT (for insomnia)") == "cbt for insomnia");
    CHECK(normalise_name("third_wave/CBT") == "third wave cbt");
}

TEST_CASE("apostrophes are dropped and an ampersand is `and`", "[graph][names]") {
    CHECK(normalise_name("Beck's therapy") == "becks therapy");
    CHECK(normalise_name("Beck\u2019s therapy") == "becks therapy");
    CHECK(normalise_name("Acceptance & commitment therapy") == "acceptance and commitment therapy");
    CHECK(normalise_name("R&D") == "r and d");
}

TEST_CASE("Latin letters are compared without accents", "[graph][names]") {
    CHECK(normalise_name("Fréire") == "freire");
    CHECK(normalise_name("FRE\u0301IRE") == "freire");
    CHECK(normalise_name("Šťastný Łukasz Ångström") == "stastny lukasz angstrom");
    CHECK(normalise_name("œuvre Straße Ærø") == "oeuvre strasse aero");
    CHECK(normalise_name("Nguyễn") == "nguyen");
}

TEST_CASE("other scripts keep their letters, in lower case", "[graph][names]") {
    CHECK(normalise_name("ТЕРАПИЯ") == "терапия");
    CHECK(normalise_name("森田療法") == "森田療法");
    CHECK(normalise_name("森田療法（もりた）") == "森田療法 もりた");
}

TEST_CASE("a name without letters or digits is its own form", "[graph][names]") {
    CHECK(normalise_name("+") == "+");
    CHECK(normalise_name("") == "");
}

TEST_CASE("invalid UTF-8 is taken byte by byte", "[graph][names]") {
    CHECK_FALSE(normalise_name("abc\xFFyz").empty());
    CHECK_FALSE(normalise_name("\xC3").empty());
}

TEST_CASE("British and American spellings come out alike", "[graph][names][spelling]") {
    const auto [british, american] = GENERATE(table<std::string, std::string>({
        {"behaviour", "behavior"},
        {"Behavioural activation", "Behavioral activation"},
        {"behaviourism", "behaviorism"},
        {"colour", "color"},
        {"favourite", "favorite"},
        {"humour", "humor"},
        {"neighbourhood", "neighborhood"},
        {"counselling", "counseling"},
        {"counsellor", "counselor"},
        {"modelling", "modeling"},
        {"labelled", "labeled"},
        {"person-centred", "person-centered"},
        {"centre", "center"},
        {"theatre", "theater"},
        {"organise", "organize"},
        {"reorganisation", "reorganization"},
        {"desensitisation", "desensitization"},
        {"generalised anxiety", "generalized anxiety"},
        {"mentalisation", "mentalization"},
        {"visualising", "visualizing"},
        {"criticise", "criticize"},
        {"emphasises", "emphasizes"},
        {"analyse", "analyze"},
        {"psychoanalysing", "psychoanalyzing"},
        {"programme", "program"},
        {"programmes", "programs"},
        {"paediatric", "pediatric"},
        {"anaesthesia", "anesthesia"},
        {"gynaecology", "gynecology"},
        {"oestrogen", "estrogen"},
        {"grey", "gray"},
        {"practising", "practicing"},
        {"non-judgemental", "non-judgmental"},
        {"judgement", "judgment"},
        {"defence", "defense"},
        {"solution-orientated", "solution-oriented"},
        {"sceptical", "skeptical"},
        {"focussing", "focusing"},
        {"fulfilment", "fulfillment"},
    }));
    CAPTURE(british);
    CHECK(normalise_name(british) == normalise_name(american));
}

TEST_CASE("words that only look British stay as they are", "[graph][names][spelling]") {
    const std::string word = GENERATE(
        as<std::string>{}, "exercise", "exercising", "promise", "compromise", "advise", "advisor", "supervised",
        "revise", "four", "hour", "your", "course", "discourse", "resource", "journey", "encourage", "nourish", "tour",
        "contour", "rise", "raise", "praise", "noise", "wise", "likewise", "otherwise", "precise", "concise",
        "surprise", "enterprise", "expertise", "franchise", "disguise", "televise", "improvise", "improvisation",
        "treatise", "paradise", "premise", "premises", "disease", "crisis", "crises", "analysis", "analyses", "analyst",
        "basis", "controlled", "controlling", "rebelled", "fulfilling", "calling", "skill", "spelling", "telling",
        "here", "there", "where", "care", "secure", "posture", "future", "core", "score", "recent", "sacred", "hatred",
        "caring", "string", "shame", "poem", "does", "goes", "heroes", "michael", "israel", "noetic", "program",
        "programming", "dialogue");
    CHECK(normalise_name(word) == word);
}
