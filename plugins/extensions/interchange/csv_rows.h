#pragma once
// CsvRows: the rows of a CSV file, one after the other.
//
// Shapes     fields between commas, in double quotes where they hold commas, quotes (doubled) or line breaks. A field
//            without anything, quotes included, is absent.
// Errors     to the graph being read, with the line; the row is then left out.
// Cost       one row and a buffer in memory.
// Source     RFC 4180; line breaks may also be plain \n, and the file may begin with a byte order mark.
#include <string>
#include <vector>

#include "interchange/importing.h"

namespace confer::interchange {

class CsvRows {
public:
    struct Field {
        std::string text;
        bool is_absent = true;
    };

    explicit CsvRows(Importing& file) : file_(file) {}

    // False at the end. The row's line is then where messages point at.
    bool next(std::vector<Field>& row);

private:
    static constexpr int at_end = -1;
    int peek();
    int take();
    // False when the quotes are wrong; the rest of the line is then skipped.
    bool read_field(Field& field);
    bool read_quoted(std::string& text);

    Importing& file_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    bool begun_ = false;
};

}  // namespace confer::interchange
