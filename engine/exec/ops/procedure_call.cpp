#include "exec/ops/procedure_call.h"

#include "exec/memory_charge.h"

namespace confer::engine::exec {

struct ProcedureCall::CallState final : Operator::State {
    CallState(const Operator& operator_, RunContext& run, const Frame* frame, const Spec& spec)
        : input(operator_, run, frame),
          context{run.graph, run.limits, spec.procedure->user.get(), run.notices},
          columns(spec.arguments.size(), nullptr),
          scratch(spec.arguments.size()),
          given(spec.procedure->outputs.size()),
          charge(run.limits) {}

    Input input;
    ProcedureContext context;
    std::vector<const Column*> columns;  // of the arguments
    std::vector<Column> scratch;
    ValueList arguments;
    ProcedureRowsPtr call;  // for the row that is read now; null: not called yet
    std::vector<ValueList> given;
    std::vector<RowIndex> rows;
    MemoryCharge charge;
};

namespace {

Error wrong_argument(const ProcedureSpec& procedure, std::size_t input, const Value& value, SourceSpan span) {
    return operator_error(ErrorCode::invalid_argument_type, span,
                          "`" + procedure.inputs[input].name + "` of `" + procedure.name + "` takes " +
                              to_string(procedure.inputs[input].type) + ", not " + kind_name(value.kind()),
                          {"it is written `" + signature_of(procedure) + "`"});
}

Error broken_promise(const ProcedureSpec& procedure, std::size_t output, const Value& value, SourceSpan span) {
    return operator_error(ErrorCode::plugin, span,
                          "`" + procedure.name + "` promises " + to_string(procedure.outputs[output].type) + " as `" +
                              procedure.outputs[output].name + "` and gives " + kind_name(value.kind()),
                          {"this is for the procedure's author to mend"});
}

}  // namespace

StatePtr ProcedureCall::open(RunContext& run, const Frame* frame) const {
    return std::make_unique<CallState>(*input_, run, frame, spec_);
}

void ProcedureCall::rewind(State& state) const {
    auto& at = static_cast<CallState&>(state);
    at.input.rewind();
    at.call.reset();
}

Error ProcedureCall::placed(Error error) const {
    if (!error.span) error.span = spec_.span;
    error.phase = Phase::runtime;
    return error;
}

Result<void> ProcedureCall::begin_call(CallState& at, RowIndex row) const {
    const ProcedureSpec& procedure = *spec_.procedure;
    at.arguments.clear();
    for (std::size_t i = 0; i < at.columns.size(); ++i) {
        at.arguments.push_back(at.columns[i]->get(row));
        const Value& value = at.arguments.back();
        if (!value.is_null() && !procedure.inputs[i].type.may_be(value.kind()))
            return wrong_argument(procedure, i, value, spec_.arguments[i].span);
    }
    Result<ProcedureRowsPtr> called = procedure.call(at.context, at.arguments);
    if (!called) return placed(std::move(called).error());
    at.call = std::move(called).value();
    return at.charge.hold(at.call->heap_bytes());
}

// Puts further rows of the call into the batch; how many there were.
Result<std::size_t> ProcedureCall::take_rows(CallState& at, std::size_t most, RowBatch& out) const {
    for (ValueList& values : at.given) values.clear();
    Result<void> taken = at.call->next(most, at.given);
    if (!taken) return placed(std::move(taken).error());
    CONFER_CHECK(at.charge.hold(at.call->heap_bytes()));
    for (const Yield& yield : spec_.yields) {
        Column& column = out.columns[yield.column];
        for (Value value : at.given[yield.output]) {  // a copy: it may be yielded twice
            if (column.kind() == ColumnKind::floating && value.is(Kind::integer)) value = Value(value.as_number());
            if (!column.accepts(value)) return broken_promise(*spec_.procedure, yield.output, value, spec_.span);
            column.append(std::move(value));
        }
    }
    return at.given.front().size();
}

Result<Step> ProcedureCall::next(RunContext& run, State& state, RowBatch& out) const {
    auto& at = static_cast<CallState&>(state);
    const bool is_void = spec_.procedure->outputs.empty();
    begin_rows(out, spec_.kinds);
    at.rows.clear();
    while (at.rows.empty()) {
        if (at.input.at_end()) {
            CONFER_TRY(const bool more, at.input.pull(run));
            if (!more) return Step::done;
            for (std::size_t i = 0; i < at.columns.size(); ++i) {
                CONFER_TRY(at.columns[i], spec_.arguments[i].value->view(run, at.input.batch, at.scratch[i]));
            }
        }
        while (!at.input.at_end() && at.rows.size() < batch_rows) {
            const RowIndex row = at.input.row();
            std::size_t given = 0;
            if (at.input.is_wanted(spec_.tag)) {
                if (at.call == nullptr) {
                    CONFER_CHECK(run.limits.check());
                    CONFER_CHECK(begin_call(at, row));
                }
                given = 1;
                if (!is_void) {
                    CONFER_TRY(given, take_rows(at, batch_rows - at.rows.size(), out));
                }
            }
            at.rows.insert(at.rows.end(), given, row);
            if (given > 0 && !is_void) continue;
            at.call.reset();
            ++at.input.next;
        }
    }
    carry_rows(at.input.batch, spec_.carried, at.rows, out);
    return Step::more;
}

}  // namespace confer::engine::exec
