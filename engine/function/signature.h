#pragma once
// Signature: what others say of the functions and procedures that they add: a name, parameters and results.
//
//     similarity.cosine(a :: LIST OF FLOAT, b :: LIST OF FLOAT) :: FLOAT
//     graph.neighbours(of :: NODE, limit :: INTEGER?) :: (neighbour :: NODE, weight :: FLOAT)
//
// Errors     plugin, quoting the signature and what was expected where.
// Source     the signatures of openCypher's conformance suite, without defaults; confer/plugin.h.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "value/type.h"

namespace confer::engine {

struct SignatureParameter {
    std::string name;
    ValueType type;
    bool nullable = false;
};

struct Signature {
    std::string name;
    std::vector<SignatureParameter> parameters;
    ValueType returns;
};

struct ProcedureSignature {
    std::string name;
    std::vector<SignatureParameter> parameters, outputs;
};

Result<Signature> parse_signature(std::string_view text);
Result<ProcedureSignature> parse_procedure_signature(std::string_view text);

}  // namespace confer::engine
