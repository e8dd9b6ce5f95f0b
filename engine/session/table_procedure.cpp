#include "session/table_procedure.h"

#include <algorithm>

#include "function/signature.h"
#include "value/compare.h"

namespace confer::engine {

namespace {

// The table in the order of the signature.
struct Rows {
    std::size_t inputs = 0;
    std::vector<ValueList> rows;
};

Result<ProcedureRowsPtr> look_up(ProcedureContext& context, std::span<const Value> arguments) {
    const auto& table = *static_cast<const Rows*>(context.user);
    std::vector<ValueList> found;
    for (const ValueList& row : table.rows) {
        if (std::equal(arguments.begin(), arguments.end(), row.begin(), equivalent))
            found.emplace_back(row.begin() + static_cast<std::ptrdiff_t>(table.inputs), row.end());
    }
    return ready_rows(std::move(found));
}

Error misfit(const ProcedureSignature& signature, std::string what) {
    return {.code = ErrorCode::plugin,
            .message = "the table of the procedure `" + signature.name + "` " + std::move(what),
            .hints = {"it has a column for each input and each output"}};
}

}  // namespace

Result<ProcedureSpec> table_procedure(std::string_view signature, ProcedureTable table) {
    CONFER_TRY(ProcedureSignature parsed, parse_procedure_signature(signature));
    std::vector<std::size_t> order;
    ProcedureSpec spec;
    const auto place = [&](const std::string& name) {
        return static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), name) -
                                        table.columns.begin());
    };
    for (const SignatureParameter& input : parsed.parameters) {
        order.push_back(place(input.name));
        spec.inputs.push_back({input.name, input.type});
    }
    for (const SignatureParameter& output : parsed.outputs) {
        order.push_back(place(output.name));
        spec.outputs.push_back({output.name, output.type});
    }
    auto rows = std::make_shared<Rows>();
    rows->inputs = spec.inputs.size();
    for (const ValueList& row : table.rows) {
        if (row.size() != table.columns.size()) return misfit(parsed, "has a row that is not as wide as its head");
        ValueList& ordered = rows->rows.emplace_back();
        for (const std::size_t column : order) {
            if (column == row.size()) return misfit(parsed, "lacks a column of its signature");
            ordered.push_back(row[column]);
        }
    }
    spec.name = std::move(parsed.name);
    spec.doc = "A table, declared for this session.";
    spec.call = look_up;
    spec.user = std::move(rows);
    return spec;
}

}  // namespace confer::engine
