#include "session/extensions.h"

#include <stdexcept>

#include "procedure/builtin_procedures.h"

extern "C" {
std::int32_t confer_algorithms_init_v1(const confer_host_v1* host);
std::int32_t confer_similarity_init_v1(const confer_host_v1* host);
}

namespace confer::engine {

std::vector<std::unique_ptr<const plugin::Plugin>> built_in_extensions() {
    std::vector<std::unique_ptr<const plugin::Plugin>> all;
    for (auto* const init : {confer_algorithms_init_v1, confer_similarity_init_v1}) {
        const FunctionRegistry& below = all.empty() ? builtin_functions() : all.back()->functions;
        auto plugin = plugin::introduce(init, below, builtin_procedures());
        if (!plugin) throw std::logic_error(plugin.error().message);
        all.push_back(std::move(plugin).value());
    }
    return all;
}

}  // namespace confer::engine
