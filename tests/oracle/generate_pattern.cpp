// Random patterns, and the shapes that planners treat specially: cycles, common neighbours, chains, stars.
#include "generate_internal.h"

namespace confer::oracle {

std::string Generator::labels() {
    const unsigned chance = percent();
    const auto label = [&] { return random_.pick({"A", "A", "A", "A", "A", "B", "B", "C", "C", "Missing"}); };
    if (chance < 70) return ":" + label();
    if (chance < 80) return ":" + label() + "|" + label();
    if (chance < 86) return ":" + label() + "&" + label();
    if (chance < 92) return ":!" + label();
    if (chance < 96) return ":" + label() + ":" + label();
    return random_.pick({":%", ":!(A|B)", ":A&!C"});
}

std::string Generator::types() {
    const unsigned chance = percent();
    const auto type = [&] { return random_.pick({"R", "R", "R", "R", "S", "S", "T", "Missing"}); };
    if (chance < 75) return ":" + type();
    if (chance < 92) return ":" + type() + "|" + type();
    return random_.pick({":!R", ":%", ":!(R|S)"});
}

std::string Generator::properties(const char* number) {
    const unsigned chance = percent();
    if (chance < 60) return std::string(" {") + number + ": " + this->number(0) + "}";
    if (chance < 80) return " {s: " + text(0) + "}";
    return " {v: " + any(0) + "}";
}

std::string Generator::node(bool naming) {
    const unsigned chance = percent();
    std::string inside;
    if (chance < 30 && has(Sort::node)) {
        inside = variable(Sort::node)->name;
    } else if (chance < 75 && naming) {
        inside = new_name(Sort::node);
    }
    if (random_.percent(20)) inside += labels();
    if (random_.percent(6)) {
        inside += properties("k");
    } else if (random_.percent(4)) {
        inside += " {id: '" + random_.pick({"n0", "n1", "n2"}) + "'}";
    }
    if (random_.percent(5)) inside += " WHERE " + plain_condition(0);
    return "(" + inside + ")";
}

std::string Generator::relationship(bool naming) {
    std::string inside;
    const bool walks = random_.percent(18);
    const bool named = naming && random_.percent(30);
    if (named) inside = new_name(walks ? Sort::relationships : Sort::relationship);
    if (random_.percent(35)) inside += types();
    if (walks) inside += random_.pick({"*", "*", "*2", "*0..1", "*1..2", "*..3", "*0..2", "*2..3", "*0..", "*2.."});
    if (random_.percent(5)) inside += properties("w");
    if (random_.percent(3) && named && !walks) inside += " WHERE " + scope_.back().name + ".w > 0";
    if (!inside.empty() || random_.percent(50)) inside = "[" + inside + "]";
    const unsigned chance = percent();
    if (chance < 45) return "-" + inside + "->";
    return (chance < 75 ? "<-" : "-") + inside + "-";
}

std::string Generator::path(unsigned hops, bool naming) {
    const bool named = naming && random_.percent(10);
    std::string drawn = node(naming);
    for (std::size_t i = random_.below(hops + 1); i > 0; --i) drawn += relationship(naming) + node(naming);
    return named ? new_name(Sort::path) + " = " + drawn : drawn;
}

std::string Generator::shaped_patterns() {
    const auto fresh = [&] { return new_name(Sort::node); };
    const auto type = [&] { return random_.pick({"", "[:R]", "[:R]", "[:S]", "[:R|S]"}); };
    const auto label = [&] { return random_.percent(30) ? labels() : std::string(); };
    const auto step = [&] {
        return random_.percent(70)   ? "-" + type() + "->"
               : random_.percent(60) ? "<-" + type() + "-"
                                     : "-" + type() + "-";
    };
    const std::string a = fresh(), b = fresh(), c = fresh();
    const std::string first = "(" + a + label() + ")", second = "(" + b + label() + ")",
                      third = "(" + c + label() + ")";
    const std::string to_a = "(" + a + ")", to_c = "(" + c + ")";
    const std::string next = step();
    switch (random_.below(7)) {
        case 0:  // a triangle
            return first + step() + second + step() + third + step() + to_a;
        case 1:  // a triangle in pieces
            return first + step() + second + ", " + second + step() + third + ", " + to_c + step() + to_a;
        case 2: {  // a square
            const std::string d = fresh();
            return first + step() + second + step() + third + step() + "(" + d + ")" + step() + to_a;
        }
        case 3: {  // common neighbours
            const std::string s = type();
            return first + "-" + s + "->" + second + "<-" + s + "-" + third;
        }
        case 4:  // common neighbours, in pieces
            return first + step() + second + ", " + third + step() + "(" + b + ")";
        case 5:  // a star
            return first + step() + second + ", " + to_a + step() + third + ", " + to_a + step() + node(true);
        default:  // unconnected
            return first + step() + second + ", " + third;
    }
}

std::string Generator::patterns() {
    if (random_.percent(20)) return shaped_patterns();
    std::string all = path(random_.percent(70) ? 1 : 3, true);
    while (random_.percent(20)) all += ", " + path(1, true);
    return all;
}

}  // namespace confer::oracle
