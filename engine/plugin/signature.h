#pragma once
// Signature: what a plugin says of a function: its name, its parameters and what it returns.
//
//     similarity.cosine(a :: LIST OF FLOAT, b :: LIST OF FLOAT) :: FLOAT
//
// Errors     plugin, quoting the signature and what was expected where.
// Source     the signatures of openCypher's conformance suite, without defaults; confer/plugin.h.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "value/type.h"

namespace confer::engine::plugin {

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

Result<Signature> parse_signature(std::string_view text);

}  // namespace confer::engine::plugin
