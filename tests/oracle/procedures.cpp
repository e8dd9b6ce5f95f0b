#include "procedures.h"

#include <stdexcept>

#include "session/table_procedure.h"

namespace confer::oracle {
namespace {

using engine::Value;

Value text(const char* word) {
    return Value(std::string_view(word));
}

const std::vector<Procedure>& all() {
    static const std::vector<Procedure> procedures = {
        {"test.next", {"of"}, {"number"}, {{{0}, {1}}, {{1}, {2}}, {{1}, {3}}, {{Value()}, {0}}}},
        {"test.words",
         {},
         {"number", "word"},
         {{{}, {1, text("a")}}, {{}, {2, text("b")}}, {{}, {2, Value()}}, {{}, {3, 1.5}}}},
        {"test.nothing", {"of"}, {}, {}},
    };
    return procedures;
}

std::string signature(const Procedure& procedure) {
    const auto listed = [](const std::vector<std::string>& names, const std::string& type) {
        std::string text;
        for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name + " :: " + type;
        return "(" + text + ")";
    };
    return procedure.name + listed(procedure.inputs, "INTEGER?") + " :: " + listed(procedure.outputs, "ANY?");
}

}  // namespace

const Procedure* find_procedure(std::string_view name) {
    for (const Procedure& procedure : all()) {
        if (procedure.name == name) return &procedure;
    }
    return nullptr;
}

const engine::ProcedureRegistry& procedure_registry() {
    static const engine::ProcedureRegistry registry = [] {
        engine::ProcedureRegistry made;
        for (const Procedure& procedure : all()) {
            engine::ProcedureTable table;
            table.columns = procedure.inputs;
            table.columns.insert(table.columns.end(), procedure.outputs.begin(), procedure.outputs.end());
            for (const auto& [inputs, outputs] : procedure.rows) {
                engine::ValueList& row = table.rows.emplace_back(inputs.begin(), inputs.end());
                row.insert(row.end(), outputs.begin(), outputs.end());
            }
            auto spec = engine::table_procedure(signature(procedure), std::move(table));
            if (!spec) throw std::logic_error(spec.error().message);
            made.add(std::move(spec).value());
        }
        return made;
    }();
    return registry;
}

}  // namespace confer::oracle
