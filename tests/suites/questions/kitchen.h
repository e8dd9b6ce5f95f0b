#pragma once
// The kitchen of the golden pairs, whose schema has all roles and whose claims have sources.
#include <fstream>
#include <iterator>

#include "suites/questions/graphs.h"

namespace confer::engine::tests {

inline const Asked& kitchen() {
    static const Asked graph = [] {
        std::ifstream in(std::string(CONFER_SOURCE_DIR) + "/tests/graphs/cooking.json", std::ios::binary);
        return Asked(std::string(std::istreambuf_iterator<char>(in), {}));
    }();
    return graph;
}

}  // namespace confer::engine::tests
