// Random expressions.
#include "generate_internal.h"

namespace confer::oracle {

const Variable* Generator::variable(Sort sort) {
    std::vector<const Variable*> fitting;
    for (const Variable& variable : scope_) {
        if (variable.sort == sort) fitting.push_back(&variable);
    }
    return fitting.empty() ? nullptr : random_.pick(fitting);
}

std::string Generator::new_name(Sort sort) {
    std::string name(1, static_cast<char>('a' + names_ % 26));
    if (names_ >= 26) name += std::to_string(names_ / 26);
    ++names_;
    scope_.push_back({name, sort});
    return name;
}

std::string Generator::number(unsigned depth) {
    const unsigned chance = percent();
    if (chance < 35 && has(Sort::node)) return variable(Sort::node)->name + ".k";
    if (chance < 45 && has(Sort::relationship)) return variable(Sort::relationship)->name + ".w";
    if (chance < 55 && has(Sort::number)) return variable(Sort::number)->name;
    if (chance < 60) return random_.pick({"$one", "$two", "$nothing"});
    if (chance < 75 || depth == 0) return std::to_string(random_.below(4));
    if (chance < 78) return random_.pick({"0.5", "1.5", "-1", "null"});
    if (chance < 86) return number(depth - 1) + random_.pick({" + ", " - ", " * "}) + number(depth - 1);
    if (chance < 87) return number(depth - 1) + random_.pick({" / 2", " % 2", " / 0.5"});
    if (chance < 89) return "(" + number(depth - 1) + random_.pick({" + ", " - "}) + number(depth - 1) + ") * 2";
    if (chance < 90) return "-" + number(0);
    if (chance < 92) return "size(" + list(depth - 1) + ")";
    if (chance < 93 && has(Sort::path)) return "length(" + variable(Sort::path)->name + ")";
    if (chance < 94 && has(Sort::node) && !updating_) return "id(" + variable(Sort::node)->name + ")";
    if (chance < 96) return "coalesce(" + number(depth - 1) + ", " + number(depth - 1) + ")";
    if (chance < 97) return "reduce(t = 0, x IN [1, 2, " + number(depth - 1) + "] | t + x * " + number(depth - 1) + ")";
    if (chance < 98)
        return "CASE WHEN " + condition(depth - 1) + " THEN " + number(depth - 1) + " ELSE " + number(depth - 1) +
               " END";
    if (chance < 99) return "CASE " + any(depth - 1) + " WHEN " + any(0) + " THEN 1 WHEN 1 THEN 2 END";
    if (may_draw() && subqueries_ < 2) return "COUNT { " + query(true) + " }";
    return "abs(" + number(depth - 1) + ")";
}

std::string Generator::text(unsigned depth) {
    const unsigned chance = percent();
    if (chance < 50 && has(Sort::node)) return variable(Sort::node)->name + random_.pick({".s", ".s", ".id"});
    if (chance < 60 && has(Sort::relationship)) return "type(" + variable(Sort::relationship)->name + ")";
    if (chance < 85 || depth == 0) return random_.pick({"'a'", "'b'", "''", "$word", "'n1'"});
    if (chance < 92) return text(depth - 1) + " + " + text(depth - 1);
    return "toUpper(" + text(depth - 1) + ")";
}

std::string Generator::list(unsigned depth) {
    const unsigned chance = percent();
    if (chance < 15 && has(Sort::list)) return variable(Sort::list)->name;
    if (chance < 25 && has(Sort::relationships)) return variable(Sort::relationships)->name;
    if (chance < 32 && has(Sort::path))
        return random_.pick({"nodes(", "relationships("}) + variable(Sort::path)->name + ")";
    if (chance < 50 || depth == 0)
        return random_.pick({"[1, 2]", "[0, null, 2]", "[]", "$list", "['a', 1.5, 2]", "null"});
    if (chance < 68) return "[" + any(depth - 1) + ", " + any(depth - 1) + "]";
    if (chance < 72) return "range(0, " + std::to_string(random_.below(4)) + ")";
    if (chance < 78) return "[x IN " + list(depth - 1) + " WHERE x = " + any(depth - 1) + "]";
    if (chance < 84) return "[x IN [1, 2, " + number(depth - 1) + "] WHERE x > " + number(0) + " | x + 1]";
    if (chance < 88) return list(depth - 1) + "[" + random_.pick({"1..", "..1", "0..2", "-1.."}) + "]";
    if (chance < 91) return "tail(" + list(depth - 1) + ")";
    if (chance < 93 && has(Sort::node))
        return random_.pick({"labels(", "labels(", "keys("}) + variable(Sort::node)->name + ")";
    if (chance < 95 && may_draw() && subqueries_ < 2) {
        const std::vector<Variable> before = scope_;
        ++subqueries_;
        std::string inside = "COLLECT { " + match() + "RETURN " + any(0) + " AS x" +
                             random_.pick({"", "", " ORDER BY x", " ORDER BY x LIMIT 2"}) + " }";
        --subqueries_;
        scope_ = before;
        return inside;
    }
    if (chance < 96 && may_draw()) {
        const std::string from = variable(Sort::node)->name, to = variable(Sort::node)->name;
        const std::string path = "((" + from + ")-[" + random_.pick({":R", "", ":R|S"}) +
                                 random_.pick({"*", "*0..", "*..2"}) + "]" + random_.pick({"->", "-"}) + "(" + to +
                                 "))";
        return random_.percent(50) ? "nodes(shortestPath" + path + ")" : "allShortestPaths" + path;
    }
    if (chance < 99 && may_draw()) {
        const std::vector<Variable> before = scope_;
        std::string pattern = "(" + variable(Sort::node)->name + ")" + relationship(true) + node(true);
        if (random_.percent(20)) pattern += relationship(true) + node(true);
        if (random_.percent(30)) pattern += " WHERE " + condition(0);
        pattern = "[" + pattern + " | " + any(0) + "]";
        scope_ = before;
        return pattern;
    }
    return "[" + number(depth - 1) + "] + " + list(depth - 1);
}

std::string Generator::any(unsigned depth) {
    const unsigned chance = percent();
    if (chance < 25 && has(Sort::node)) return variable(Sort::node)->name + random_.pick({".v", ".v", ".k", ".s"});
    if (chance < 32 && has(Sort::relationship)) return variable(Sort::relationship)->name + ".v";
    if (chance < 45 && has(Sort::any)) return variable(Sort::any)->name;
    if (chance < 55 && has(Sort::node)) return variable(Sort::node)->name;
    if (chance < 59 && has(Sort::relationship)) return variable(Sort::relationship)->name;
    if (chance < 60 && has(Sort::relationship))
        return random_.pick({"startNode(", "endNode("}) + variable(Sort::relationship)->name + ")";
    if (chance < 72) return number(depth);
    if (chance < 84) return text(depth);
    if (chance < 88) return random_.pick({"true", "false", "null", "1.5"});
    if (depth == 0) return number(0);
    if (chance < 91) return list(depth - 1);
    if (chance < 93) return "{x: " + any(depth - 1) + ", y: " + any(depth - 1) + "}";
    if (chance < 95) return list(depth - 1) + random_.pick({"[0]", "[-1]", "[1]"});
    if (chance < 96 && has(Sort::node))
        return variable(Sort::node)->name + random_.pick({" {.k, .s}", " {.*}", " {.v, x: 1}"});
    if (chance < 97) return "coalesce(" + any(depth - 1) + ", " + any(depth - 1) + ")";
    if (chance < 98 && has(Sort::node)) return "properties(" + variable(Sort::node)->name + ")";
    return condition(depth - 1);
}

std::string Generator::plain_condition(unsigned depth) {
    const unsigned chance = percent();
    const std::string comparison = random_.pick({" = ", " <> ", " < ", " <= ", " > ", " >= "});
    if (chance < 25) return number(depth) + comparison + number(depth);
    if (chance < 40) return any(depth) + random_.pick({" = ", " <> "}) + any(depth);
    if (chance < 45) return any(depth) + comparison + any(depth);
    if (chance < 50) return "0 < " + number(depth) + random_.pick({" <= ", " < ", " = "}) + number(0);
    if (chance < 58) return any(0) + " IN " + list(depth);
    if (chance < 66) return text(depth) + random_.pick({" STARTS WITH ", " ENDS WITH ", " CONTAINS "}) + text(0);
    if (chance < 76) return any(0) + random_.pick({" IS NULL", " IS NOT NULL"});
    if (chance < 79) return random_.pick({"true", "false", "null", "$nothing"});
    if (chance < 84 && has(Sort::node))
        return variable(Sort::node)->name + ".id = " + random_.pick({"'n0'", "'n1'", "'n2'"});
    if (chance < 88 && has(Sort::node)) return variable(Sort::node)->name + ".id IN ['n0', 'n3', null]";
    return condition_on_elements(depth);
}

std::string Generator::condition_on_elements(unsigned depth) {
    const unsigned chance = percent();
    if (chance < 35 && has(Sort::node)) {
        const std::string comparison = random_.pick({" = ", " <> "});
        return variable(Sort::node)->name + comparison + variable(Sort::node)->name;
    }
    if (chance < 50 && has(Sort::node) && !updating_)
        return "id(" + variable(Sort::node)->name + ") < id(" + variable(Sort::node)->name + ")";
    if (chance < 75 && has(Sort::node)) return variable(Sort::node)->name + labels();
    if (chance < 85 && has(Sort::relationship)) return variable(Sort::relationship)->name + types();
    return random_.pick({"any", "all", "none", "single"}) + "(x IN " + list(depth) + " WHERE x " +
           random_.pick({"= ", "> ", "<> "}) + number(0) + ")";
}

std::string Generator::subquery_condition(unsigned depth) {
    if (!may_draw()) return plain_condition(depth);
    const unsigned chance = percent();
    const std::vector<Variable> before = scope_;
    const std::string known = "(" + variable(Sort::node)->name + ")";
    std::string out;
    if (chance < 55 || subqueries_ >= 2) {
        out = known + relationship(false) + node(false);
        if (random_.percent(20)) out += relationship(false) + node(false);
    } else if (chance < 75) {
        out = "EXISTS { " + known + relationship(true) + node(true);
        if (random_.percent(50)) out += " WHERE " + plain_condition(0);
        out += " }";
    } else if (chance < 88) {
        out = "EXISTS { " + query(true) + " }";
    } else {
        out = "COUNT { " + query(true) + " } " + random_.pick({"> ", "= ", "<= "}) + std::to_string(random_.below(3));
    }
    scope_ = before;
    return out;
}

std::string Generator::condition(unsigned depth) {
    const unsigned chance = percent();
    if (depth == 0 || chance < 60) return plain_condition(depth);
    if (chance < 72) return subquery_condition(depth);
    if (chance < 80) return "NOT (" + condition(depth - 1) + ")";
    return "(" + condition(depth - 1) + random_.pick({" AND ", " AND ", " OR ", " OR ", " XOR "}) +
           condition(depth - 1) + ")";
}

std::string Generator::of_sort(Sort sort, unsigned depth) {
    switch (sort) {
        case Sort::number:
            return number(depth);
        case Sort::list:
            return list(depth);
        case Sort::any:
            return any(depth);
        default:
            return has(sort) ? variable(sort)->name : any(depth);
    }
}

}  // namespace confer::oracle
