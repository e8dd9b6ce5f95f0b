#pragma once
// procedures: tables that statements may CALL, told to the engine as procedures.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "function/procedure_registry.h"
#include "value/value.h"

namespace confer::oracle {

struct Procedure {
    std::string name;
    std::vector<std::string> inputs, outputs;  // inputs are integers, outputs anything
    std::vector<std::pair<std::vector<engine::Value>, std::vector<engine::Value>>> rows;
};

// Null: there is none.
const Procedure* find_procedure(std::string_view name);

const engine::ProcedureRegistry& procedure_registry();

}  // namespace confer::oracle
