#pragma once
// host: the table of functions that plugins are given; one for the process.
//
// Errors     none gets out: what fails is kept in the call or the registration, and exhausted memory is noted there,
//            for the adapter to throw once the plugin's code has been left.
#include <confer/plugin.h>

#include "plugin/call_internal.h"

namespace confer::engine::plugin {

const confer_host_v1& host();

// The table's parts.
void fill_introduction(confer_host_v1& table);
void fill_reading(confer_host_v1& table);
void fill_answering(confer_host_v1& table);
void fill_exchange(confer_host_v1& table);
void fill_exporting(confer_host_v1& table);
void fill_importing(confer_host_v1& table);
void fill_viewing(confer_host_v1& table);

// What body() gives, or nothing much when memory ends. Asker: a confer_call or a Registration.
template <class Asker, class Body>
auto guarded(Asker& asker, Body body) noexcept -> decltype(body()) {
    try {
        return body();
    } catch (...) {
        asker.out_of_memory = true;
        return decltype(body())();
    }
}

// The status of a step that may have failed.
inline std::int32_t status(const confer_call& call) {
    return call.error || call.out_of_memory ? 1 : 0;
}

inline const Value& value_of(const confer_value* handle) {
    static const Value null;
    return handle == nullptr ? null : *reinterpret_cast<const Value*>(handle);
}

}  // namespace confer::engine::plugin
