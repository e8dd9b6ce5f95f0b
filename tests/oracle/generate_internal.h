#pragma once
// The parts of the generator: expressions by what they are to give, patterns, clauses, changes.
#include <optional>
#include <string>
#include <vector>

#include "random.h"

namespace confer::oracle {

enum class Sort { node, relationship, relationships, path, number, list, any };

struct Variable {
    std::string name;
    Sort sort;
};

class Generator {
public:
    explicit Generator(Random& random) : random_(random) {}

    std::string statement();

private:
    // ---- generate_expression.cpp
    std::string number(unsigned depth);
    std::string text(unsigned depth);
    std::string any(unsigned depth);
    std::string list(unsigned depth);
    std::string condition(unsigned depth);
    std::string plain_condition(unsigned depth);
    std::string condition_on_elements(unsigned depth);
    std::string subquery_condition(unsigned depth);
    std::string of_sort(Sort sort, unsigned depth);

    // ---- generate_pattern.cpp
    // A path of at most `hops` relationships. New names are given out where `naming`.
    std::string path(unsigned hops, bool naming);
    std::string node(bool naming);
    std::string relationship(bool naming);
    std::string labels();
    std::string types();
    std::string properties(const char* number);
    std::string patterns();
    std::string shaped_patterns();
    // ((x)-[r]->(y) WHERE …){1,3}
    std::string quantified();
    std::string quantifier();
    // ANY SHORTEST …, or shortestPath( … ) beside other patterns.
    std::string selected_path();

    // ---- generate_clause.cpp
    std::string query(bool is_subquery);
    std::string match();
    std::string unwind();
    std::string call();
    std::string let();
    // Any clause that leaves the variables that there are.
    std::string clause();
    std::string with();
    std::string last(const std::vector<Variable>* columns);
    std::string items(bool aggregating, std::vector<Variable>& columns);
    std::string aggregate();
    std::string order(const std::vector<Variable>& columns);
    std::string shaped_query();

    // ---- generate_update.cpp
    std::string updating_statement();
    std::string update();
    std::string create();
    std::string merge();
    std::string set_item();
    std::string removal();
    std::string deletion();
    std::string drawn_path(std::size_t hops, bool merging);
    // A node or relationship before it has a name; `unnamed`: what it could be.
    struct Drawn {
        std::string before;
        std::optional<Sort> unnamed;
        std::string after;
    };
    Drawn drawn_node(bool merging, bool may_be_known);
    Drawn drawn_relationship(bool merging);

    const Variable* variable(Sort sort);
    std::string new_name(Sort sort);
    bool has(Sort sort) { return variable(sort) != nullptr; }
    bool may_draw() { return !plain_ && has(Sort::node); }
    unsigned percent() { return static_cast<unsigned>(random_.below(100)); }

    Random& random_;
    std::vector<Variable> scope_;
    unsigned names_ = 0;
    unsigned subqueries_ = 0;
    bool updating_ = false;
    bool plain_ = false;  // no patterns inside expressions
};

}  // namespace confer::oracle
