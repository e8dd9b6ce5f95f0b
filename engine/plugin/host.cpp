#include "plugin/host_internal.h"

#include "plugin/registration_internal.h"
#include "plugin/text_internal.h"

namespace confer::engine::plugin {

namespace {

constexpr std::int32_t failed = 1;

// A plugin that introduces itself at any other time, or in another thread, is not heard.
template <class Body>
std::int32_t during_introduction(Body body) noexcept {
    Registration* const registration = Registration::current();
    if (registration == nullptr) return failed;
    return guarded(*registration, [&] { return body(*registration); }) ? 0 : failed;
}

std::int32_t describe(confer_str name, confer_str version, confer_str about) {
    return during_introduction([&](Registration& registration) { return registration.describe(name, version, about); });
}

std::int32_t add_scalar(confer_str signature, confer_str doc, std::uint32_t flags, confer_scalar_fn function,
                        void* user) {
    return during_introduction(
        [&](Registration& registration) { return registration.add_scalar(signature, doc, flags, function, user); });
}

std::int32_t add_procedure(confer_str signature, confer_str doc, std::uint32_t flags, confer_procedure_fn function,
                           void* user) {
    return during_introduction(
        [&](Registration& registration) { return registration.add_procedure(signature, doc, flags, function, user); });
}

std::int32_t add_exporter(confer_str format, confer_str parts, confer_str doc, confer_exporter_fn function,
                          void* user) {
    return during_introduction(
        [&](Registration& registration) { return registration.add_exporter(format, parts, doc, function, user); });
}

std::int32_t add_importer(confer_str format, confer_str parts, confer_str doc, confer_importer_fn function,
                          void* user) {
    return during_introduction(
        [&](Registration& registration) { return registration.add_importer(format, parts, doc, function, user); });
}

std::int32_t refuse(confer_str why) {
    return during_introduction([&](Registration& registration) {
        registration.refuse("says: " + one_line(why));
        return false;
    });
}

}  // namespace

void fill_introduction(confer_host_v1& table) {
    table.describe = describe;
    table.add_scalar = add_scalar;
    table.refuse = refuse;
    table.add_procedure = add_procedure;
    table.add_exporter = add_exporter;
    table.add_importer = add_importer;
}

const confer_host_v1& host() {
    static const confer_host_v1 table = [] {
        confer_host_v1 filled{};
        filled.struct_size = sizeof filled;
        filled.minor = CONFER_PLUGIN_MINOR;
        fill_introduction(filled);
        fill_reading(filled);
        fill_answering(filled);
        fill_exchange(filled);
        fill_exporting(filled);
        fill_importing(filled);
        fill_viewing(filled);
        return filled;
    }();
    return table;
}

}  // namespace confer::engine::plugin
