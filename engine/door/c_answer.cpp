// The answers of confer.h. Test: tests/suites/door/c_door_test.cpp.
#include <algorithm>

#include "c_internal.h"

using confer::c::fill;
using confer::c::give;
using confer::c::guarded;
using confer::c::hand_out;
using confer::c::lend;
using confer::c::lend_nothing;
using confer::c::misuse;
using confer::c::null_datum;

confer_answer::confer_answer(confer::Answer of)
    : answer(std::move(of)), sources(answer.sources()), rows(new std::atomic<confer_datum*>[answer.row_count()]()) {}

confer_answer::~confer_answer() {
    for (std::size_t row = 0; row < answer.row_count(); ++row) delete[] rows[row].load();
}

namespace {

bool has_column(const confer_answer* answer, size_t column) {
    return answer != nullptr && column < answer->answer.column_count();
}

bool has_row(const confer_answer* answer, size_t row) {
    return answer != nullptr && row < answer->answer.row_count();
}

const confer_datum* row_of(const confer_answer& answer, size_t row) {
    confer_datum* known = answer.rows[row].load(std::memory_order_acquire);
    if (known != nullptr) return known;
    const std::size_t columns = answer.answer.column_count();
    auto made = std::make_unique<confer_datum[]>(columns);
    for (std::size_t column = 0; column < columns; ++column) fill(made[column], answer.answer.at(row, column));
    if (answer.rows[row].compare_exchange_strong(known, made.get())) return made.release();
    return known;  // another thread was first
}

// Hands each value of a part of a column to read(value, index), which says whether it is one of those wanted.
template <class Read>
size_t copy_column(const confer_answer* answer, size_t column, size_t first, size_t count, unsigned char* present,
                   Read read) {
    if (!has_column(answer, column) || !has_row(answer, first)) return 0;
    const size_t rows = std::min(count, answer->answer.row_count() - first);
    const confer_status copied = guarded(nullptr, [&] {
        for (size_t i = 0; i < rows; ++i) {
            const bool fits = read(answer->answer.at(first + i, column), i);
            if (present != nullptr) present[i] = fits ? 1 : 0;
        }
        return CONFER_OK;
    });
    return copied == CONFER_OK ? rows : 0;
}

}  // namespace

void confer_answer_free(confer_answer* answer) {
    delete answer;
}

size_t confer_answer_row_count(const confer_answer* answer) {
    return answer == nullptr ? 0 : answer->answer.row_count();
}

size_t confer_answer_column_count(const confer_answer* answer) {
    return answer == nullptr ? 0 : answer->answer.column_count();
}

const char* confer_answer_column_name(const confer_answer* answer, size_t column, size_t* size) {
    return has_column(answer, column) ? lend(answer->answer.column_name(column), size) : lend_nothing(size);
}

size_t confer_answer_column_called(const confer_answer* answer, const char* name) {
    const size_t none = confer_answer_column_count(answer);
    return answer == nullptr || name == nullptr ? none : answer->answer.column_called(name).value_or(none);
}

const confer_datum* confer_answer_datum(const confer_answer* answer, size_t row, size_t column) {
    const confer_datum* found = &null_datum();
    if (!has_row(answer, row) || !has_column(answer, column)) return found;
    (void)guarded(nullptr, [&] {
        found = row_of(*answer, row) + column;
        return CONFER_OK;
    });
    return found;
}

size_t confer_answer_integers(const confer_answer* answer, size_t column, size_t first, size_t count, int64_t* values,
                              unsigned char* present) {
    if (values == nullptr) return 0;
    return copy_column(answer, column, first, count, present, [&](const confer::Value& value, size_t i) {
        const std::int64_t* integer = value.as<std::int64_t>();
        values[i] = integer == nullptr ? 0 : *integer;
        return integer != nullptr;
    });
}

size_t confer_answer_floats(const confer_answer* answer, size_t column, size_t first, size_t count, double* values,
                            unsigned char* present) {
    if (values == nullptr) return 0;
    return copy_column(answer, column, first, count, present, [&](const confer::Value& value, size_t i) {
        const double* number = value.as<double>();
        const std::int64_t* integer = value.as<std::int64_t>();
        values[i] = number != nullptr ? *number : integer != nullptr ? static_cast<double>(*integer) : 0.0;
        return number != nullptr || integer != nullptr;
    });
}

size_t confer_answer_booleans(const confer_answer* answer, size_t column, size_t first, size_t count,
                              unsigned char* values, unsigned char* present) {
    if (values == nullptr) return 0;
    return copy_column(answer, column, first, count, present, [&](const confer::Value& value, size_t i) {
        const bool* boolean = value.as<bool>();
        values[i] = boolean != nullptr && *boolean ? 1 : 0;
        return boolean != nullptr;
    });
}

char* confer_answer_to_text(const confer_answer* answer, const char* format, size_t* size, confer_error** error) {
    char* out = nullptr;
    if (size != nullptr) *size = 0;
    (void)guarded(error, [&] {
        if (answer == nullptr || format == nullptr) return misuse(error, "the answer or the format is NULL");
        const confer::Result<std::string> text = answer->answer.to_text(format);
        if (!text) return give(error, text.error());
        out = hand_out(*text, size);
        return CONFER_OK;
    });
    return out;
}

size_t confer_answer_notice_count(const confer_answer* answer) {
    return answer == nullptr ? 0 : answer->answer.notices().size();
}

const char* confer_answer_notice(const confer_answer* answer, size_t index, size_t* size) {
    if (index >= confer_answer_notice_count(answer)) return lend_nothing(size);
    return lend(answer->answer.notices()[index], size);
}

const char* confer_answer_pattern(const confer_answer* answer, size_t* size) {
    return answer == nullptr ? lend_nothing(size) : lend(answer->answer.pattern(), size);
}

double confer_answer_seconds(const confer_answer* answer) {
    return answer == nullptr ? 0 : answer->answer.seconds();
}

uint64_t confer_answer_changes(const confer_answer* answer, confer_change which) {
    if (answer == nullptr) return 0;
    const confer::Changes changes = answer->answer.changes();
    switch (which) {
        case CONFER_NODES_CREATED:
            return changes.nodes_created;
        case CONFER_NODES_DELETED:
            return changes.nodes_deleted;
        case CONFER_RELATIONSHIPS_CREATED:
            return changes.relationships_created;
        case CONFER_RELATIONSHIPS_DELETED:
            return changes.relationships_deleted;
        case CONFER_LABELS_ADDED:
            return changes.labels_added;
        case CONFER_LABELS_REMOVED:
            return changes.labels_removed;
        case CONFER_PROPERTIES_SET:
            return changes.properties_set;
        case CONFER_PROPERTIES_REMOVED:
            return changes.properties_removed;
    }
    return 0;
}

size_t confer_answer_source_count(const confer_answer* answer) {
    return answer == nullptr ? 0 : answer->sources.size();
}

const char* confer_answer_source_text(const confer_answer* answer, size_t source, confer_source_field field,
                                      size_t* size) {
    if (source >= confer_answer_source_count(answer)) return lend_nothing(size);
    const confer::Source& known = answer->sources[source];
    switch (field) {
        case CONFER_SOURCE_ID:
            return lend(known.id, size);
        case CONFER_SOURCE_TITLE:
            return lend(known.title, size);
        case CONFER_SOURCE_AUTHORS:
            return lend(known.authors, size);
        case CONFER_SOURCE_PUBLISHER:
            return lend(known.publisher, size);
        case CONFER_SOURCE_URL:
            return lend(known.url, size);
        case CONFER_SOURCE_QUALITY:
            return lend(known.quality, size);
    }
    return lend_nothing(size);
}

int32_t confer_answer_source_year(const confer_answer* answer, size_t source, int64_t* year) {
    if (source >= confer_answer_source_count(answer) || !answer->sources[source].year) return 0;
    if (year != nullptr) *year = *answer->sources[source].year;
    return 1;
}

int32_t confer_answer_source_is_weak(const confer_answer* answer, size_t source) {
    return source < confer_answer_source_count(answer) && answer->sources[source].weak ? 1 : 0;
}

size_t confer_answer_citation_count(const confer_answer* answer, size_t row) {
    size_t count = 0;
    if (!has_row(answer, row)) return count;
    (void)guarded(nullptr, [&] {
        count = answer->answer.citations(row).size();
        return CONFER_OK;
    });
    return count;
}

size_t confer_answer_citation(const confer_answer* answer, size_t row, size_t index) {
    size_t cited = confer_answer_source_count(answer);
    if (!has_row(answer, row)) return cited;
    (void)guarded(nullptr, [&] {
        const std::vector<std::size_t> citations = answer->answer.citations(row);
        if (index < citations.size()) cited = citations[index];
        return CONFER_OK;
    });
    return cited;
}
