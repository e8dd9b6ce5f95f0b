// Tests: tests/suites/plugins/plugin_test.cpp.
#include "plugin/plugin.h"

#include "plugin/registration_internal.h"

namespace confer::engine::plugin {

namespace {

Result<std::unique_ptr<Plugin>> run(decltype(&confer_plugin_init_v1) init, const std::string& called,
                                    const FunctionRegistry& below, const ProcedureRegistry& procedures_below) {
    Registration registration(below, procedures_below);
    CONFER_CHECK(registration.run(init, called));

    auto plugin = std::make_unique<Plugin>(below);
    plugin->name = std::move(registration.name);
    plugin->version = std::move(registration.version);
    plugin->about = std::move(registration.about);
    plugin->scalars = std::move(registration.scalars);
    plugin->procedures = std::move(registration.procedures);
    plugin->exporters = std::move(registration.exporters);
    plugin->importers = std::move(registration.importers);
    for (const auto& scalar : plugin->scalars) plugin->functions.add(to_function_spec(*scalar));
    return plugin;
}

}  // namespace

Result<std::unique_ptr<const Plugin>> introduce(Library library, const FunctionRegistry& below,
                                                const ProcedureRegistry& procedures_below) {
    library.keep();
    CONFER_TRY(auto plugin, run(library.init(), library.path(), below, procedures_below));
    plugin->path = library.path();
    return std::unique_ptr<const Plugin>(std::move(plugin));
}

Result<std::unique_ptr<const Plugin>> introduce(decltype(&confer_plugin_init_v1) init, const FunctionRegistry& below,
                                                const ProcedureRegistry& procedures_below) {
    CONFER_TRY(auto plugin, run(init, "linked in", below, procedures_below));
    return std::unique_ptr<const Plugin>(std::move(plugin));
}

}  // namespace confer::engine::plugin
