#include "interchange/csv_rows.h"

namespace confer::interchange {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

int CsvRows::peek() {
    if (at_ == buffer_.size()) {
        buffer_.resize(buffer_size);
        buffer_.resize(file_.read(buffer_.data(), buffer_size));
        at_ = 0;
        if (!begun_ && std::string_view(buffer_).substr(0, 3) == byte_order_mark) at_ = byte_order_mark.size();
        begun_ = true;
        if (at_ == buffer_.size()) return at_end;
    }
    return static_cast<unsigned char>(buffer_[at_]);
}

int CsvRows::take() {
    const int c = peek();
    if (c == at_end) return c;
    ++at_;
    if (c == '\n') ++line_;
    return c;
}

bool CsvRows::read_quoted(std::string& text) {
    for (take();;) {
        const int c = take();
        if (c == at_end) {
            file_.problem("the file ends inside of a quoted field", "close it with `\"`");
            return false;
        }
        if (c != '"') {
            text += static_cast<char>(c);
        } else if (peek() == '"') {
            text += static_cast<char>(take());
        } else {
            return true;
        }
    }
}

bool CsvRows::read_field(Field& field) {
    field.text.clear();
    field.is_absent = peek() != '"';
    if (!field.is_absent) {
        if (!read_quoted(field.text)) return false;
        if (const int after = peek(); after == ',' || after == '\n' || after == '\r' || after == at_end) return true;
        file_.problem("something follows the closing quote of a field", "write a quote inside of quotes twice: `\"\"`");
        while (peek() != '\n' && peek() != at_end) take();
        return false;
    }
    for (int c = peek(); c != ',' && c != '\n' && c != at_end; c = peek()) field.text += static_cast<char>(take());
    if (peek() != ',' && !field.text.empty() && field.text.back() == '\r') field.text.pop_back();
    field.is_absent = field.text.empty();
    return true;
}

bool CsvRows::next(std::vector<Field>& row) {
    for (;;) {
        if (peek() == at_end) return false;
        file_.at_line(line_);
        bool is_whole = true;
        std::size_t count = 0;
        for (bool more = true; more && is_whole;) {
            if (count == row.size()) row.emplace_back();
            is_whole = read_field(row[count++]);
            more = peek() == ',';
            if (more) take();
        }
        if (peek() == '\r') take();
        if (peek() == '\n') take();
        row.resize(count);
        const bool is_blank = count == 1 && row[0].is_absent;
        if (is_whole && !is_blank) return true;
    }
}

}  // namespace confer::interchange
