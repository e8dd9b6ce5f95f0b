#include "exec/ops/sort_prefix.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>
#include <unordered_map>

namespace confer::engine::exec {

namespace {

constexpr unsigned prefix_bits = 128;
constexpr std::uint32_t no_number = std::numeric_limits<std::uint32_t>::max();

// Appends codes to the prefixes of all rows, as long as there is room.
class Packer {
public:
    Packer(const RunLimits& limits, std::size_t rows) : limits_(limits), rows_(rows) {}

    unsigned room() const { return prefix_bits - used_; }

    // Calls visit(row) for each row. False once a limit is reached.
    template <class Visit>
    bool each_row(Visit visit) {
        for (std::size_t begin = 0; begin < rows_; begin += rows_between_checks) {
            if (within_limits_.has_value()) within_limits_ = limits_.check();
            if (!within_limits_.has_value()) return false;
            const std::size_t end = std::min(begin + rows_between_checks, rows_);
            for (std::size_t row = begin; row < end; ++row) visit(row);
        }
        return true;
    }
    // code(row) < 2^width. False when it does not fit, or a limit is reached. REQUIRES: width <= 64.
    template <class Code>
    bool append(unsigned width, bool descending, Code code) {
        if (width > room()) return false;
        if (width == 0) return true;
        const std::uint64_t all = ~std::uint64_t{0} >> (64 - width);
        const bool done = each_row([&](std::size_t row) {
            if (row == prefixes_.size()) prefixes_.push_back({});
            const std::uint64_t bits = code(row);
            put(prefixes_[row], width, descending ? all - bits : bits);
        });
        used_ += width;
        return done;
    }

    // Errors: those of the limits.
    Result<Array<SortPrefix>> take() {
        CONFER_CHECK(within_limits_);
        prefixes_.resize(rows_);
        return std::move(prefixes_);
    }

private:
    // Counted from the highest bit of the first word, the code begins at bit used_.
    void put(SortPrefix& prefix, unsigned width, std::uint64_t bits) const {
        const unsigned end = used_ + width;
        if (end <= 64) {
            prefix.high |= bits << (64 - end);
        } else if (used_ >= 64) {
            prefix.low |= bits << (prefix_bits - end);
        } else {
            prefix.high |= bits >> (end - 64);
            prefix.low |= bits << (prefix_bits - end);
        }
    }

    static constexpr std::size_t rows_between_checks = 65536;

    const RunLimits& limits_;
    std::size_t rows_;
    Result<void> within_limits_;
    Array<SortPrefix> prefixes_;
    unsigned used_ = 0;
};

// Null comes last.
bool pack_integers(const Column& column, bool descending, Packer& packer) {
    std::int64_t least = 0, most = 0;
    bool known = false, nulls = false;
    const bool seen = packer.each_row([&](std::size_t row) {
        if (column.is_null(row)) {
            nulls = true;
            return;
        }
        const std::int64_t number = column.integers()[row];
        least = known ? std::min(least, number) : number;
        most = known ? std::max(most, number) : number;
        known = true;
    });
    if (!seen) return false;
    const std::uint64_t range = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
    if (nulls && range == ~std::uint64_t{0}) return false;
    const std::uint64_t null_code = range + 1;
    const auto width = static_cast<unsigned>(std::bit_width(nulls ? null_code : range));
    return packer.append(width, descending, [&](std::size_t row) {
        if (nulls && column.is_null(row)) return null_code;
        return static_cast<std::uint64_t>(column.integers()[row]) - static_cast<std::uint64_t>(least);
    });
}

// Negative numbers with all bits turned, then the others; NaN, null.
std::uint64_t float_code(double number) {
    if (std::isnan(number)) return ~std::uint64_t{0} - 1;
    const auto bits = std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number);
    constexpr std::uint64_t sign = std::uint64_t{1} << 63U;
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

bool are_texts(const Column& column) {
    return std::all_of(column.values().begin(), column.values().end(),
                       [](const Value& value) { return value.is(Kind::string) || value.is_null(); });
}

void pack_first_bytes(const Column& column, bool descending, Packer& packer) {
    if (!packer.append(1, descending, [&](std::size_t row) { return column.is_null(row) ? 1U : 0U; })) return;
    for (std::size_t first = 0; packer.room() >= 8; first += 8) {
        const unsigned width = std::min(packer.room() / 8 * 8, 64U);
        packer.append(width, descending, [&](std::size_t row) {
            const Value& value = column.values()[row];
            const std::string_view text = value.is_null() ? std::string_view() : value.as_string();
            std::uint64_t bits = 0;
            for (std::size_t i = first; i < first + width / 8; ++i) {
                bits = bits << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
            }
            return bits;
        });
    }
}

// The places of few texts that many rows share: by row, a number that is larger for a later text, null the largest. The
// texts of a graph are pooled, so that rows with the same text have it at the same address. Nothing where too many rows
// have one of their own.
std::vector<std::uint32_t> ranks_of(const Column& column, Packer& packer) {
    const Array<Value>& values = column.values();
    const std::size_t most = values.size() / 4;
    std::unordered_map<const char*, std::uint32_t> number_of;
    std::vector<std::string_view> texts;
    std::vector<std::uint32_t> numbers(values.size(), no_number);
    bool few = true;
    const bool seen = packer.each_row([&](std::size_t row) {
        if (!few || values[row].is_null()) return;
        const std::string_view text = values[row].as_string();
        const auto [known, fresh] = number_of.emplace(text.data(), static_cast<std::uint32_t>(texts.size()));
        if (fresh) texts.push_back(text);
        few = texts.size() <= most && texts[known->second].size() == text.size();
        numbers[row] = known->second;
    });
    if (!seen || !few) return {};
    std::vector<std::uint32_t> ordered(texts.size()), rank_of(texts.size());
    std::iota(ordered.begin(), ordered.end(), 0U);
    std::sort(ordered.begin(), ordered.end(), [&](auto a, auto b) { return texts[a] < texts[b]; });
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        if (i > 0 && texts[ordered[i - 1]] != texts[ordered[i]]) ++rank;
        rank_of[ordered[i]] = rank;
    }
    for (std::uint32_t& number : numbers) number = number == no_number ? rank + 1 : rank_of[number];
    return numbers;
}

// False when only their first bytes found room: after a bit for null.
bool pack_texts(const Column& column, bool descending, Packer& packer) {
    if (const std::vector<std::uint32_t> ranks = ranks_of(column, packer); !ranks.empty()) {
        const auto width = static_cast<unsigned>(std::bit_width(*std::max_element(ranks.begin(), ranks.end())));
        return packer.append(width, descending, [&](std::size_t row) { return std::uint64_t{ranks[row]}; });
    }
    pack_first_bytes(column, descending, packer);
    return false;
}

// False when the rows' order by this key is not wholly in their prefixes.
bool pack(const Column& column, bool descending, Packer& packer) {
    switch (column.kind()) {
        case ColumnKind::integer:
            return pack_integers(column, descending, packer);
        case ColumnKind::floating:
            return packer.append(64, descending, [&](std::size_t row) {
                return column.is_null(row) ? ~std::uint64_t{0} : float_code(column.floats()[row]);
            });
        case ColumnKind::node:
        case ColumnKind::relationship:  // no_id, the largest, is null
            return packer.append(32, descending, [&](std::size_t row) { return std::uint64_t{column.ids()[row]}; });
        case ColumnKind::boolean:
            return packer.append(2, descending, [&](std::size_t row) { return std::uint64_t{column.booleans()[row]}; });
        case ColumnKind::value:
            return are_texts(column) && pack_texts(column, descending, packer);
    }
    return false;
}

}  // namespace

Result<SortPrefixes> sort_prefixes(std::span<const Column> keys, std::span<const OrderKey> order, std::size_t rows,
                                   const RunLimits& limits) {
    Packer packer(limits, rows);
    bool exact = true;
    for (std::size_t i = 0; i < keys.size() && exact; ++i) exact = pack(keys[i], order[i].descending, packer);
    CONFER_TRY(Array<SortPrefix> prefixes, packer.take());
    return SortPrefixes{std::move(prefixes), exact};
}

}  // namespace confer::engine::exec
