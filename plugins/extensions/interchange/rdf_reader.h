#pragma once
// RdfReader: a graph from RDF statements in Confer's vocabulary, in any order. Statements in other vocabularies are
// passed over.
//
// Errors     to the graph being read, with the line where the statement ends.
// Cost       what is read in Confer's vocabulary is held in memory until hand_over().
// Source     docs/interchange.md.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "interchange/importing.h"

namespace confer::interchange {

struct RdfObject {
    enum class Kind : std::uint8_t { iri, blank, literal };
    Kind kind = Kind::iri;
    std::string text;
    std::string datatype = {};  // of a literal; empty: a string
};

class RdfReader {
public:
    explicit RdfReader(Importing& into) : into_(into) {}

    // IRIs in full; the names of blank nodes begin with `_:`.
    void add(std::string_view subject, std::string_view predicate, RdfObject object, std::uint32_t line);
    void hand_over();

private:
    struct Property {
        std::string key;
        RdfObject value;
        std::uint32_t line;
    };
    struct Subject {
        std::string iri;
        std::uint32_t line = 0;
        bool is_typed = false, is_statement = false;
        std::vector<std::string> labels = {};
        std::string from = {}, type = {}, to = {};  // of a statement
        std::vector<Property> properties = {};
    };
    struct Link {
        std::string from, type, to;
        std::uint32_t line;
    };
    struct ListCell {
        RdfObject first;
        std::string rest;
    };

    Subject& subject(std::string_view iri, std::uint32_t line);
    void add_part(Subject& statement, std::string& part, std::string_view prefix, const RdfObject& object,
                  std::uint32_t line);
    void hand_over_links();
    void put(const Property& property);
    void put_list(std::string cell);
    void put_literal(const RdfObject& literal);
    void problem(std::uint32_t line, const std::string& message, const std::string& hint = {}) {
        into_.at_line(line);
        into_.problem(message, hint);
    }

    Importing& into_;
    std::vector<Subject> subjects_;  // in their order
    std::unordered_map<std::string, std::size_t> number_of_;
    std::vector<Link> links_;
    std::unordered_map<std::string, ListCell> lists_;
    std::string head_;
    std::uint32_t head_line_ = 0;
};

}  // namespace confer::interchange
