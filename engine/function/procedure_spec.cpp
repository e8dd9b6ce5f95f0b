#include "function/procedure_spec.h"

#include <algorithm>

#include "value/format.h"

namespace confer::engine {

namespace {

class ReadyRows final : public ProcedureRows {
public:
    explicit ReadyRows(std::vector<ValueList> rows) : rows_(std::move(rows)) {
        for (const ValueList& row : rows_) {
            bytes_ += sizeof(ValueList) + row.size() * sizeof(Value);
            for (const Value& value : row) bytes_ += value.heap_bytes();
        }
    }

    Result<void> next(std::size_t most, std::span<ValueList> columns) override {
        const std::size_t end = std::min(rows_.size(), given_ + most);
        for (; given_ < end; ++given_)
            for (std::size_t i = 0; i < columns.size(); ++i) columns[i].push_back(std::move(rows_[given_][i]));
        return {};
    }
    std::size_t heap_bytes() const override { return bytes_; }

private:
    std::vector<ValueList> rows_;
    std::size_t given_ = 0, bytes_ = 0;
};

}  // namespace

std::string signature_of(const ProcedureSpec& spec) {
    std::string text = spec.name + "(";
    for (const ProcedureInput& input : spec.inputs) {
        text += (&input == &spec.inputs.front() ? "" : ", ") + input.name + " :: " + to_string(input.type);
        if (input.otherwise) text += " = " + to_literal(*input.otherwise);
    }
    text += ") :: (";
    for (const ProcedureOutput& output : spec.outputs)
        text += (&output == &spec.outputs.front() ? "" : ", ") + output.name + " :: " + to_string(output.type);
    return text + ")";
}

ProcedureRowsPtr ready_rows(std::vector<ValueList> rows) {
    return std::make_unique<ReadyRows>(std::move(rows));
}

}  // namespace confer::engine
