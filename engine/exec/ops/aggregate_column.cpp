// Sums follow the functions' own rules (function/running_sum.h), so that sum(x) means the same however it runs.
#include "exec/ops/aggregate_column.h"

#include <algorithm>
#include <cmath>
#include <deque>

#include "exec/ops/group_table.h"
#include "exec/ops/rows.h"
#include "function/running_sum.h"
#include "value/compare.h"

namespace confer::engine::exec {

namespace {

using Fast = AggregateSpec::Fast;

Error with_span(Error error, SourceSpan span) {
    error.phase = Phase::runtime;
    if (!error.span && span.begin != span.end) error.span = span;
    return error;
}

bool is_id(ColumnKind kind) {
    return kind == ColumnKind::node || kind == ColumnKind::relationship;
}

bool has_no_nulls(const Column& column) {
    return (column.kind() == ColumnKind::integer || column.kind() == ColumnKind::floating) && column.nulls().empty();
}

class CountColumn final : public AggregateColumn {
public:
    ColumnKind kind() const override { return ColumnKind::integer; }
    void begin(std::size_t groups) override { counts_.resize(groups); }
    Result<void> add(const RowView& rows, std::span<const Column* const> arguments,
                     std::span<const std::uint32_t> groups) override {
        std::int64_t* const counts = counts_.data();
        if (arguments.empty() || has_no_nulls(*arguments[0])) {
            rows.for_each_row([&](RowIndex row) { ++counts[groups[row]]; });
        } else if (is_id(arguments[0]->kind())) {
            const Column& values = *arguments[0];
            rows.for_each_row(
                [&](RowIndex row) { counts[groups[row]] += values.ids()[values.at(row)] != no_id ? 1 : 0; });
        } else {
            const Column& values = *arguments[0];
            rows.for_each_row([&](RowIndex row) { counts[groups[row]] += values.is_null(row) ? 0 : 1; });
        }
        return {};
    }
    Result<void> finish(const RunLimits&, std::size_t first, std::size_t last, Column& out) override {
        out.integers().append(counts_.begin() + first, counts_.begin() + last);
        return {};
    }
    void clear() override { counts_.clear(); }
    std::size_t heap_bytes() const override { return counts_.heap_bytes(); }

private:
    Array<std::int64_t> counts_;
};

// sum and avg.
class SumColumn final : public AggregateColumn {
public:
    SumColumn(bool mean, ColumnKind argument, SourceSpan span) : mean_(mean), argument_(argument), span_(span) {}

    ColumnKind kind() const override { return mean_ ? ColumnKind::floating : ColumnKind::value; }
    void begin(std::size_t groups) override { sums_.resize(groups); }
    Result<void> add(const RowView& rows, std::span<const Column* const> arguments,
                     std::span<const std::uint32_t> groups) override {
        const Column& values = *arguments[0];
        if (argument_ == ColumnKind::integer && has_no_nulls(values)) {
            add_integers(rows, values, groups);
            return {};
        }
        const Value* wrong = nullptr;
        rows.for_each_row([&](RowIndex row) {
            if (values.is_null(row)) return;
            RunningSum& sum = sums_[groups[row]];
            const std::size_t i = values.at(row);
            if (argument_ == ColumnKind::integer) {
                sum.add(values.integers()[i]);
            } else if (argument_ == ColumnKind::floating) {
                sum.add(values.floats()[i]);
            } else if (const Value& value = values.values()[i]; value.is(Kind::integer)) {
                sum.add(value.as_integer());
            } else if (value.is(Kind::floating)) {
                sum.add(value.as_floating());
            } else if (wrong == nullptr) {
                wrong = &value;
            }
        });
        if (wrong == nullptr) return {};
        return operator_error(
            ErrorCode::invalid_argument_type, span_,
            std::string(mean_ ? "`avg`" : "`sum`") + " takes numbers, not a " + kind_name(wrong->kind()));
    }
    Result<void> finish(const RunLimits&, std::size_t first, std::size_t last, Column& out) override {
        for (std::size_t group = first; group < last; ++group) {
            if (mean_) {
                out.append(sums_[group].mean());
                continue;
            }
            Result<Value> total = sums_[group].total();
            if (!total) return with_span(std::move(total).error(), span_);
            out.append(std::move(total).value());
        }
        return {};
    }
    void clear() override { sums_.clear(); }
    std::size_t heap_bytes() const override { return sums_.heap_bytes(); }

private:
    void add_integers(const RowView& rows, const Column& values, std::span<const std::uint32_t> groups) {
        const std::int64_t* const numbers = values.integers().data();
        const std::size_t mask = values.is_constant() ? 0 : ~std::size_t{0};
        const auto number = [&](std::size_t row) { return numbers[row & mask]; };
        if (const Selection* const some = rows.selection())
            add_runs(some->size(), groups, number, [&](std::size_t i) { return std::size_t{(*some)[i]}; });
        else
            add_runs(rows.row_count(), groups, number, [](std::size_t i) { return i; });
    }
    // Rows of one group often follow each other: their sum stays in registers.
    template <class Number, class RowAt>
    void add_runs(std::size_t count, std::span<const std::uint32_t> groups, Number number, RowAt row_at) {
        for (std::size_t i = 0; i < count;) {
            const std::uint32_t group = groups[row_at(i)];
            const std::size_t first = i;
            RunningSum::WideInteger sum = 0;
            for (; i < count && groups[row_at(i)] == group; ++i) sum += number(row_at(i));
            sums_[group].add(sum, static_cast<std::int64_t>(i - first));
        }
    }

    bool mean_;
    ColumnKind argument_;
    SourceSpan span_;
    Array<RunningSum> sums_;
};

// min and max of integers or floats: plain numbers, and whether there was one.
template <class Number>
class ExtremeNumberColumn final : public AggregateColumn {
public:
    explicit ExtremeNumberColumn(bool largest) : largest_(largest) {}

    ColumnKind kind() const override {
        return std::is_same_v<Number, double> ? ColumnKind::floating : ColumnKind::integer;
    }
    void begin(std::size_t groups) override {
        best_.resize(groups);
        known_.resize(groups);
    }
    Result<void> add(const RowView& rows, std::span<const Column* const> arguments,
                     std::span<const std::uint32_t> groups) override {
        const Column& values = *arguments[0];
        rows.for_each_row([&](RowIndex row) {
            if (values.is_null(row)) return;
            const std::uint32_t group = groups[row];
            const Number number = numbers(values)[values.at(row)];
            if (known_[group] == 0 || (largest_ ? before(best_[group], number) : before(number, best_[group])))
                best_[group] = number;
            known_[group] = 1;
        });
        return {};
    }
    Result<void> finish(const RunLimits&, std::size_t first, std::size_t last, Column& out) override {
        for (std::size_t group = first; group < last; ++group)
            out.append(known_[group] == 0 ? Value() : Value(best_[group]));
        return {};
    }
    void clear() override {
        best_.clear();
        known_.clear();
    }
    std::size_t heap_bytes() const override { return best_.heap_bytes() + known_.heap_bytes(); }

private:
    static const Array<Number>& numbers(const Column& column) {
        if constexpr (std::is_same_v<Number, double>)
            return column.floats();
        else
            return column.integers();
    }
    // NaN comes after all numbers.
    static bool before(Number a, Number b) {
        if constexpr (std::is_same_v<Number, double>)
            return a < b || (std::isnan(b) && !std::isnan(a));
        else
            return a < b;
    }

    bool largest_;
    Array<Number> best_;
    Array<std::uint8_t> known_;
};

class ExtremeValueColumn final : public AggregateColumn {
public:
    explicit ExtremeValueColumn(bool largest) : largest_(largest) {}

    ColumnKind kind() const override { return ColumnKind::value; }
    void begin(std::size_t groups) override { best_.resize(groups); }
    Result<void> add(const RowView& rows, std::span<const Column* const> arguments,
                     std::span<const std::uint32_t> groups) override {
        const Column& values = *arguments[0];
        rows.for_each_row([&](RowIndex row) {
            if (values.is_null(row)) return;
            Value value = values.get(row);
            Value& best = best_[groups[row]];
            if (!best.is_null() && (largest_ ? order(value, best) <= 0 : order(value, best) >= 0)) return;
            value_bytes_ += value.heap_bytes();
            value_bytes_ -= best.heap_bytes();
            best = std::move(value);
        });
        return {};
    }
    Result<void> finish(const RunLimits&, std::size_t first, std::size_t last, Column& out) override {
        for (std::size_t group = first; group < last; ++group) out.append(std::move(best_[group]));
        return {};
    }
    void clear() override {
        best_.clear();
        value_bytes_ = 0;
    }
    std::size_t heap_bytes() const override { return best_.heap_bytes() + value_bytes_; }

private:
    bool largest_;
    Array<Value> best_;
    std::size_t value_bytes_ = 0;  // behind them
};

// Values are kept in blocks, in order of arrival, and dealt out to their groups at the end, block by block, so that
// they are never held twice.
class CollectColumn final : public AggregateColumn {
public:
    explicit CollectColumn(SourceSpan span) : span_(span) {}

    ColumnKind kind() const override { return ColumnKind::value; }
    void begin(std::size_t groups) override { sizes_.resize(groups); }
    Result<void> add(const RowView& rows, std::span<const Column* const> arguments,
                     std::span<const std::uint32_t> groups) override {
        const Column& values = *arguments[0];
        bool too_deep = false;
        rows.for_each_row([&](RowIndex row) {
            if (values.is_null(row)) return;
            if (blocks_.empty() || blocks_.back().groups.size() == block_values) blocks_.emplace_back();
            Block& block = blocks_.back();
            block.groups.push_back(groups[row]);
            block.values.push_back(values.get(row));
            const Value& value = block.values.back();
            ++sizes_[groups[row]];
            too_deep = too_deep || value.depth() >= Value::max_depth;
            bytes_ += sizeof(Value) + sizeof(std::uint32_t) + value.heap_bytes();
        });
        if (!too_deep) return {};
        return operator_error(ErrorCode::nesting_too_deep, span_,
                              "a list can't be nested deeper than " + std::to_string(Value::max_depth) + " levels");
    }
    Result<void> finish(const RunLimits& limits, std::size_t first, std::size_t last, Column& out) override {
        if (!dealt_) CONFER_CHECK(deal(limits));
        for (std::size_t group = first; group < last; ++group) {
            Value list(std::move(lists_[group]));
            bytes_ -= std::min(bytes_, list.heap_bytes());
            out.append(std::move(list));
        }
        return {};
    }
    void clear() override {
        blocks_.clear();
        sizes_.clear();
        lists_.clear();
        bytes_ = 0;
        dealt_ = false;
    }
    std::size_t heap_bytes() const override {
        // The list and its storage for each group.
        constexpr std::size_t bytes_of_a_list = 96;
        return bytes_ + sizes_.heap_bytes() + sizes_.size() * bytes_of_a_list + blocks_.size() * sizeof(Block);
    }

private:
    static constexpr std::size_t block_values = 1024;
    struct Block {
        Array<Value> values;
        Array<std::uint32_t> groups;  // by value
    };

    Result<void> deal(const RunLimits& limits) {
        lists_.resize(sizes_.size());
        for (std::size_t group = 0; group < sizes_.size(); ++group) lists_[group].reserve(sizes_[group]);
        for (; !blocks_.empty(); blocks_.pop_front()) {
            CONFER_CHECK(limits.check());
            Block& block = blocks_.front();
            for (std::size_t i = 0; i < block.groups.size(); ++i)
                lists_[block.groups[i]].push_back(std::move(block.values[i]));
        }
        dealt_ = true;
        return {};
    }

    SourceSpan span_;
    std::deque<Block> blocks_;
    Array<std::uint32_t> sizes_;  // by group
    std::vector<ValueList> lists_;
    std::size_t bytes_ = 0;
    bool dealt_ = false;
};

class AccumulatorColumn final : public AggregateColumn {
public:
    AccumulatorColumn(const AggregateSpec& function, SourceSpan span) : function_(&function), span_(span) {}

    ColumnKind kind() const override { return ColumnKind::value; }
    void begin(std::size_t groups) override {
        while (groups_.size() < groups) groups_.push_back(function_->make());
    }
    Result<void> add(const RowView& rows, std::span<const Column* const> arguments,
                     std::span<const std::uint32_t> groups) override {
        std::vector<Value> values(arguments.size());
        std::optional<Error> error;
        rows.for_each_row([&](RowIndex row) {
            if (error) return;
            for (std::size_t i = 0; i < values.size(); ++i) values[i] = arguments[i]->get(row);
            Result<void> added = groups_[groups[row]]->add(values);
            if (!added) error = std::move(added).error();
        });
        rows_ += rows.selected_count();
        if (error) return with_span(*std::move(error), span_);
        return {};
    }
    Result<void> finish(const RunLimits&, std::size_t first, std::size_t last, Column& out) override {
        for (std::size_t group = first; group < last; ++group) {
            Result<Value> value = groups_[group]->finish();
            if (!value) return with_span(std::move(value).error(), span_);
            out.append(std::move(value).value());
        }
        return {};
    }
    void clear() override {
        groups_.clear();
        rows_ = 0;
    }
    // Asking each accumulator every batch would cost more than adding; most that hold anything hold a value a row.
    std::size_t heap_bytes() const override { return groups_.size() * bytes_of_an_accumulator + rows_ * sizeof(Value); }

private:
    static constexpr std::size_t bytes_of_an_accumulator = 144;  // with an array's first block

    const AggregateSpec* function_;
    SourceSpan span_;
    std::vector<std::unique_ptr<Accumulator>> groups_;
    std::size_t rows_ = 0;
};

}  // namespace

std::unique_ptr<AggregateColumn> make_aggregate_column(const AggregateSpec& function, std::span<const ColumnKind> kinds,
                                                       SourceSpan span) {
    const ColumnKind kind = kinds.empty() ? ColumnKind::value : kinds[0];
    const bool largest = function.fast == Fast::max;
    switch (function.fast) {
        case Fast::count_rows:
        case Fast::count:
            return std::make_unique<CountColumn>();
        case Fast::sum:
        case Fast::avg:
            // Ids and booleans are no numbers: their accumulator says so.
            if (kind != ColumnKind::integer && kind != ColumnKind::floating && kind != ColumnKind::value) break;
            return std::make_unique<SumColumn>(function.fast == Fast::avg, kind, span);
        case Fast::min:
        case Fast::max:
            if (kind == ColumnKind::integer) return std::make_unique<ExtremeNumberColumn<std::int64_t>>(largest);
            if (kind == ColumnKind::floating) return std::make_unique<ExtremeNumberColumn<double>>(largest);
            return std::make_unique<ExtremeValueColumn>(largest);
        case Fast::collect:
            return std::make_unique<CollectColumn>(span);
        case Fast::none:
            break;
    }
    return std::make_unique<AccumulatorColumn>(function, span);
}

ColumnKind aggregate_kind(const AggregateSpec& function, std::span<const ColumnKind> kinds) {
    return make_aggregate_column(function, kinds, {})->kind();
}

}  // namespace confer::engine::exec
