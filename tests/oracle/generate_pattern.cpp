// Random patterns, and the shapes that planners treat specially: cycles, common neighbours, chains, stars.
#include <algorithm>

#include "generate_internal.h"

namespace confer::oracle {

std::string Generator::labels() {
    const unsigned chance = percent();
    const auto label = [&] {
        return random_.pick(
            {"A", "A", "A", "A", "A", "A", "B", "B", "B", "C", "C", random_.percent(25) ? "Missing" : "A"});
    };
    if (chance < 70) return ":" + label();
    if (chance < 80) return ":" + label() + "|" + label();
    if (chance < 86) return ":" + label() + "&" + label();
    if (chance < 92) return ":!" + label();
    if (chance < 96) return ":" + label() + ":" + label();
    return random_.pick({":%", ":!(A|B)", ":A&!C"});
}

std::string Generator::types() {
    const unsigned chance = percent();
    const auto type = [&] {
        return random_.pick({"R", "R", "R", "R", "S", "S", "T", random_.percent(25) ? "Missing" : "R"});
    };
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
    if (random_.percent(14)) inside += labels();
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
    const bool quantified = !walks && random_.percent(7);
    if (quantified && named) scope_.back().sort = Sort::relationships;
    if (random_.percent(3) && named && !walks) inside += " WHERE " + scope_.back().name + ".w > 0";
    if (!inside.empty() || random_.percent(50)) inside = "[" + inside + "]";
    const unsigned chance = percent();
    const std::string times = quantified ? quantifier() : "";
    if (chance < 45) return "-" + inside + "->" + times;
    return (chance < 75 ? "<-" : "-") + inside + "-" + times;
}

std::string Generator::quantifier() {
    return random_.pick({"{1,2}", "{2}", "{0,2}", "{,2}", "{1,3}", "{2,3}", "{2,}", "+", "*"});
}

std::string Generator::quantified() {
    const auto maybe = [&](Sort sort) { return random_.percent(70) ? new_name(sort) : std::string(); };
    const auto label = [&] { return random_.percent(15) ? labels() : std::string(); };
    std::string nodes, relationships;
    std::string drawn;
    for (std::size_t i = random_.percent(25) ? 2 : 1; i > 0; --i) {
        const std::string from = maybe(Sort::list), through = maybe(Sort::relationships);
        if (!from.empty()) nodes = from;
        if (!through.empty()) relationships = through;
        const std::string arrow = random_.pick({"->", "->", "-"});
        drawn += "(" + from + label() + (random_.percent(6) ? " {k: 1}" : "") + ")-[" + through +
                 (random_.percent(50) ? types() : "") + "]" + arrow;
    }
    const std::string to = maybe(Sort::list);
    drawn += "(" + to + label() + ")";
    if (random_.percent(30) && !nodes.empty() && !to.empty()) {
        drawn += " WHERE " + nodes + random_.pick({".k <= ", ".k <> "}) + to + ".k";
    } else if (random_.percent(20) && !relationships.empty()) {
        drawn += " WHERE " + relationships + random_.pick({".w > 0", ".w IS NULL", ":R"});
    }
    return "(" + drawn + ")" + quantifier();
}

std::string Generator::selected_path() {
    const std::vector<Variable> before = scope_;
    const auto known_or_new = [&] {
        const bool known = random_.percent(40) && has(Sort::node);
        return known ? variable(Sort::node)->name : new_name(Sort::node);
    };
    const auto end = [&](const std::string& name) {
        const bool is_known =
            std::any_of(before.begin(), before.end(), [&](const Variable& variable) { return variable.name == name; });
        return "(" + name + (random_.percent(25) && !is_known ? labels() : "") +
               (random_.percent(15) ? " {id: '" + random_.pick({"n0", "n1", "n2"}) + "'}" : "") + ")";
    };
    const std::string from = known_or_new();
    if (random_.percent(35)) {
        std::string to = known_or_new();
        if (to == from) to = new_name(Sort::node);
        const std::string inside =
            (random_.percent(40) ? types() : "") + random_.pick({"*", "*", "*0..", "*..2", "*1..3", "*0..2", ""});
        const std::string direction = random_.percent(50) ? "->" : "-";
        const std::string out = "(" + from + "), (" + to + "), ";
        return out + new_name(Sort::path) + " = " + random_.pick({"shortestPath", "allShortestPaths"}) + "(" +
               end(from) + "-[" + inside + "]" + direction + end(to) + ")";
    }
    std::string out = random_.percent(80) ? new_name(Sort::path) + " = " : "";
    out += random_.pick({"ANY SHORTEST ", "ALL SHORTEST ", "ALL SHORTEST ", "SHORTEST 2 ", "SHORTEST $two ", "ANY ",
                         "SHORTEST 2 GROUPS ", "SHORTEST 1 GROUP ", "ANY 2 "});
    const std::string to = known_or_new();
    const std::string name = random_.percent(40) ? new_name(Sort::relationships) : "";
    const bool turns = random_.percent(20);
    std::string drawn = end(from);
    if (turns) {
        drawn += quantified();
    } else {
        const std::string inside = name + (random_.percent(40) ? types() : "");
        const std::string shape = random_.pick({"->", "->", "-", "<"});
        drawn += shape == "<" ? "<-[" + inside + "]-" : "-[" + inside + "]" + shape;
        drawn += quantifier();
    }
    drawn += end(to);
    if (random_.percent(15)) drawn += "-[" + types() + "]->" + node(true);
    const bool condition = random_.percent(20) && !turns && !name.empty();
    return out + (condition ? "(" + drawn + " WHERE size(" + name + ") > 1)" : drawn);
}

std::string Generator::path(unsigned hops, bool naming) {
    const bool named = naming && random_.percent(10);
    std::string drawn = node(naming);
    for (std::size_t i = random_.below(hops + 1); i > 0; --i) {
        const bool turns = naming && random_.percent(5);
        drawn += turns ? quantified() : relationship(naming);
        drawn += node(naming);
    }
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
    if (random_.percent(8)) return selected_path();
    std::string all = path(random_.percent(70) ? 1 : 3, true);
    while (random_.percent(20)) all += ", " + path(1, true);
    return all;
}

}  // namespace confer::oracle
