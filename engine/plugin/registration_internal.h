#pragma once
// Registration: what a plugin says of itself while it is being initialised; nothing is known to anybody before it
// has ended well.
//
// Threads    the plugin's words reach the registration that its own thread has under way: the host's table is one for
//            the process, so that a plugin may keep its address, and says nothing of who is asking.
// Errors     plugin; the first one is kept, and refuses the plugin whatever it does next.
#include <confer/plugin.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "function/procedure_registry.h"
#include "function/registry.h"
#include "plugin/adapter.h"
#include "plugin/exporter.h"
#include "plugin/importer.h"

namespace confer::engine::plugin {

class Registration {
public:
    // `below`, `procedures_below`: the functions and procedures that are there already; outlive this.
    Registration(const FunctionRegistry& below, const ProcedureRegistry& procedures_below)
        : below_(below), procedures_below_(procedures_below) {}
    Registration(const Registration&) = delete;
    Registration& operator=(const Registration&) = delete;

    // Lets the plugin introduce itself. `called`: what messages call it.
    Result<void> run(decltype(&confer_plugin_init_v1) init, const std::string& called);

    // The registration that this thread has under way, or nullptr.
    static Registration* current();

    bool describe(confer_str name, confer_str version, confer_str about);
    bool add_scalar(confer_str signature, confer_str doc, std::uint32_t flags, confer_scalar_fn function, void* user);
    bool add_procedure(confer_str signature, confer_str doc, std::uint32_t flags, confer_procedure_fn function,
                       void* user);
    bool add_exporter(confer_str format, confer_str parts, confer_str doc, confer_exporter_fn function, void* user);
    bool add_importer(confer_str format, confer_str parts, confer_str doc, confer_importer_fn function, void* user);
    // `message` follows "it": "adds a function …".
    void refuse(std::string message, std::vector<std::string> hints = {});

    std::string name, version, about;
    std::vector<std::unique_ptr<const ScalarFunction>> scalars;
    std::vector<ProcedurePtr> procedures;
    std::vector<Exporter> exporters;
    std::vector<Importer> importers;
    bool out_of_memory = false;

private:
    // The signature as text, if what comes with it is in order.
    std::optional<std::string_view> readable(confer_str signature);
    bool check_name(const std::string& name);
    std::optional<load::FormatFiles> format_files(confer_str format, confer_str parts);
    bool check_rest(const std::string& name, confer_str doc, std::uint32_t flags, bool has_code);

    const FunctionRegistry& below_;
    const ProcedureRegistry& procedures_below_;
    std::optional<Error> error_;
};

}  // namespace confer::engine::plugin
