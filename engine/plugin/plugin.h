#pragma once
// Plugin: a plugin that has been loaded: who it is, its functions on top of those that were there before, its
// procedures and its formats.
//
// Ownership  holds what its functions need; keep it, and the registry below it, as long as anything that was compiled
//            with its registry. The shared library itself stays for the life of the process.
// Threads    immutable once loaded. introduce() runs the plugin's code in the calling thread.
// Errors     plugin, memory_limit; nothing is added then.
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "function/procedure_registry.h"
#include "function/registry.h"
#include "plugin/adapter.h"
#include "plugin/exporter.h"
#include "plugin/importer.h"
#include "plugin/library.h"

namespace confer::engine::plugin {

struct Plugin {
    explicit Plugin(const FunctionRegistry& below) : functions(&below) {}

    std::string name, version, about;
    std::string path;  // absolute; empty: linked into the program
    std::vector<std::unique_ptr<const ScalarFunction>> scalars;
    FunctionRegistry functions;
    std::vector<ProcedurePtr> procedures;
    std::vector<Exporter> exporters;
    std::vector<Importer> importers;
};

// Lets the library introduce itself. `below` must outlive the plugin; the names in `procedures_below` are taken.
Result<std::unique_ptr<const Plugin>> introduce(Library library, const FunctionRegistry& below,
                                                const ProcedureRegistry& procedures_below = ProcedureRegistry());

// The same for a plugin that is linked into the program: CONFER_PLUGIN_INIT gives its symbol a name of its own.
Result<std::unique_ptr<const Plugin>> introduce(decltype(&confer_plugin_init_v1) init, const FunctionRegistry& below,
                                                const ProcedureRegistry& procedures_below = ProcedureRegistry());

}  // namespace confer::engine::plugin
