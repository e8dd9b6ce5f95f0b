// Tests: tests/suites/plugins/plugin_test.cpp.
#include "plugin/plugin.h"

#include "plugin/registration_internal.h"

namespace confer::engine::plugin {

Result<std::unique_ptr<const Plugin>> introduce(Library library, const FunctionRegistry& below,
                                                const ProcedureRegistry& procedures_below) {
    library.keep();
    Registration registration(below, procedures_below);
    CONFER_CHECK(registration.run(library));

    auto plugin = std::make_unique<Plugin>(below);
    plugin->name = std::move(registration.name);
    plugin->version = std::move(registration.version);
    plugin->about = std::move(registration.about);
    plugin->path = library.path();
    plugin->scalars = std::move(registration.scalars);
    plugin->procedures = std::move(registration.procedures);
    for (const auto& scalar : plugin->scalars) plugin->functions.add(to_function_spec(*scalar));
    return std::unique_ptr<const Plugin>(std::move(plugin));
}

}  // namespace confer::engine::plugin
