// Random statements that change the graph.
#include "generate_internal.h"

namespace confer::oracle {

Generator::Drawn Generator::drawn_node(bool merging, bool may_be_known) {
    if (may_be_known && random_.percent(55) && has(Sort::node))
        return {"(" + variable(Sort::node)->name, std::nullopt, ")"};
    const std::string labels = random_.pick({"", ":A", ":A", ":B", ":A:B", ":D", ":A&C"});
    std::string properties;
    if (random_.percent(merging ? 70 : 50)) {
        properties = random_.percent(80) ? " {k: " + number(merging ? 0 : 1) + "}" : " {s: " + text(0) + ", k: 1}";
    }
    return {"(", Sort::node, labels + properties + ")"};
}

Generator::Drawn Generator::drawn_relationship(bool merging) {
    const std::string inside =
        ":" + random_.pick({"R", "R", "S", "N"}) + (random_.percent(25) ? " {w: " + number(0) + "}" : "");
    if (merging && random_.percent(15)) return {"-[", Sort::relationship, inside + "]-"};
    const bool forward = random_.percent(70);
    return {forward ? "-[" : "<-[", Sort::relationship, inside + (forward ? "]->" : "]-")};
}

// Names are given out when all is drawn: a clause that writes can't ask for what it makes.
std::string Generator::drawn_path(std::size_t hops, bool merging) {
    std::vector<Drawn> parts = {drawn_node(merging, hops > 0)};
    for (std::size_t i = 0; i < hops; ++i) {
        parts.push_back(drawn_relationship(merging));
        parts.push_back(drawn_node(merging, true));
    }
    std::string path;
    for (const Drawn& part : parts) {
        const std::string name = part.unnamed && random_.percent(60) ? new_name(*part.unnamed) : "";
        path += part.before + name + part.after;
    }
    return random_.percent(8) ? new_name(Sort::path) + " = " + path : path;
}

std::string Generator::create() {
    return "CREATE " + drawn_path(random_.below(3), false) + " ";
}

std::string Generator::merge() {
    std::string clause = "MERGE " + drawn_path(random_.percent(60) ? 1 : 0, true);
    if (random_.percent(40) && has(Sort::node)) clause += " ON CREATE SET " + set_item();
    if (random_.percent(40) && has(Sort::node)) clause += " ON MATCH SET " + set_item();
    return clause + " ";
}

std::string Generator::set_item() {
    const bool on_relationship = random_.percent(25) && has(Sort::relationship);
    const std::string target = variable(on_relationship ? Sort::relationship : Sort::node)->name;
    const unsigned chance = percent();
    if (chance < 20 && !on_relationship) return target + random_.pick({":B", ":C", ":D", ":A:B"});
    if (chance < 30) return target + random_.pick({" = ", " += "}) + "{k: " + number(0) + ", v: " + any(0) + "}";
    if (chance < 35 && has(Sort::node)) return target + random_.pick({" = ", " += "}) + variable(Sort::node)->name;
    if (chance < 70) return target + random_.pick({".k = ", ".w = "}) + number(1);
    return target + random_.pick({".v = ", ".s = ", ".new = "}) + any(0);
}

std::string Generator::removal() {
    if (random_.percent(25) && has(Sort::relationship))
        return "REMOVE " + variable(Sort::relationship)->name + random_.pick({".w", ".v"}) + " ";
    return "REMOVE " + variable(Sort::node)->name + random_.pick({".k", ".v", ".s", ":A", ":B", ":A:C"}) + " ";
}

std::string Generator::deletion() {
    const unsigned chance = percent();
    if (chance < 40 && has(Sort::relationship)) return "DELETE " + variable(Sort::relationship)->name + " ";
    if (chance < 45 && has(Sort::path)) return "DETACH DELETE " + variable(Sort::path)->name + " ";
    if (chance < 55 && has(Sort::relationship) && has(Sort::node))
        return "DELETE " + variable(Sort::relationship)->name + ", " + variable(Sort::node)->name + " ";
    return random_.pick({"DETACH DELETE ", "DETACH DELETE ", "DELETE "}) + variable(Sort::node)->name + " ";
}

std::string Generator::update() {
    const unsigned chance = percent();
    if (chance < 25 || !has(Sort::node)) return create();
    if (chance >= 75) return chance < 85 ? removal() : deletion();
    plain_ = true;  // what a pattern finds in between two rows of these clauses is left open
    const std::string clause =
        chance < 50 ? merge() : "SET " + set_item() + (random_.percent(25) ? ", " + set_item() + " " : " ");
    plain_ = false;
    return clause;
}

std::string Generator::updating_statement() {
    updating_ = true;
    std::string out;
    if (random_.percent(80)) out += random_.percent(80) ? match() : unwind();
    if (random_.percent(20)) out += clause();
    out += update();
    while (random_.percent(35)) out += update();
    if (random_.percent(30)) {
        out += with();
        out += random_.percent(50) ? clause() : "";
        out += update();
    }
    return random_.percent(75) ? out + last(nullptr) : out;
}

}  // namespace confer::oracle
