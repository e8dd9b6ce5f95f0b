#pragma once
// formats: what the extension adds: a writer and a reader for each format, as confer/plugin.h wants them.
#include <confer/plugin.h>

#include <cstdint>

namespace confer::interchange {

std::int32_t write_csv(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t read_csv(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t write_pgjson(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t read_pgjson(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t write_graphml(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t read_graphml(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t write_dot(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t read_dot(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t write_turtle(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t read_turtle(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t write_jsonld(const confer_host_v1* host, void* user, confer_call* call);
std::int32_t read_jsonld(const confer_host_v1* host, void* user, confer_call* call);
// Scripts are read by Confer itself, which speaks the language.
std::int32_t write_cypher(const confer_host_v1* host, void* user, confer_call* call);

}  // namespace confer::interchange
