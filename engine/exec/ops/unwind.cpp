#include "exec/ops/unwind.h"

#include <algorithm>

namespace confer::engine::exec {

namespace {

struct UnwindState final : Operator::State {
    UnwindState(const Operator& operator_, RunContext& run, const Frame* frame) : input(operator_, run, frame) {}

    Input input;
    Column scratch;
    const Column* lists = nullptr;
    Value list;  // of the row that is read now
    bool row_open = false;
    std::size_t given = 0;
    std::vector<RowIndex> rows;
};

}  // namespace

StatePtr Unwind::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<UnwindState>(*input_, run, frame);
}

void Unwind::rewind(State& state) const {
    auto& at = static_cast<UnwindState&>(state);
    at.input.rewind();
    at.row_open = false;
}

Result<Step> Unwind::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<UnwindState&>(state);
    begin_rows(out, spec_.kinds);
    at.rows.clear();
    while (at.rows.empty()) {
        if (at.input.at_end()) {
            CONFER_TRY(const bool more, at.input.pull(run));
            if (!more) return Step::done;
            CONFER_TRY(at.lists, spec_.list->view(run, at.input.batch, at.scratch));
        }
        while (!at.input.at_end() && at.rows.size() < batch_rows) {
            const RowIndex row = at.input.row();
            if (!at.row_open) {
                at.list = at.lists->get(row);
                at.given = 0;
                at.row_open = true;
            }
            const bool is_list = at.list.is(Kind::list);
            const std::size_t all = is_list ? at.list.as_list().size() : at.list.is_null() ? 0 : 1;
            const std::size_t size = at.input.is_wanted(spec_.tag) ? all : at.given;
            const std::size_t take = std::min(size - at.given, batch_rows - at.rows.size());
            if (spec_.element != Layout::absent) {
                Column& element = out.columns[spec_.element];
                element.resize(at.rows.size() + take);
                for (std::size_t i = 0; i < take; ++i) {
                    const Value& value = is_list ? at.list.as_list()[at.given + i] : at.list;
                    if (!element.accepts(value)) {
                        return operator_error(ErrorCode::invalid_argument_type, spec_.span,
                                              std::string("the list holds a ") + kind_name(value.kind()) +
                                                  " among elements of another kind");
                    }
                    element.set(at.rows.size() + i, value);
                }
            }
            if (spec_.position != Layout::absent) {
                Column& position = out.columns[spec_.position];
                for (std::size_t i = 0; i < take; ++i)
                    position.append(spec_.first + static_cast<std::int64_t>(at.given + i));
            }
            at.rows.insert(at.rows.end(), take, row);
            at.given += take;
            if (at.given < size) break;
            at.row_open = false;
            at.list = Value();
            ++at.input.next;
        }
    }
    carry_rows(at.input.batch, spec_.carried, at.rows, out);
    return Step::more;
}

}  // namespace confer::engine::exec
