// The errors of confer.h. Test: tests/suites/door/c_door_test.cpp.
#include "base/error_code.h"
#include "c_internal.h"
#include "convert_internal.h"

namespace confer::c {
namespace {

// Costs no memory when there is none; never freed.
confer_error& memory_error() noexcept {
    static confer_error error{CONFER_MEMORY, {}};
    return error;
}

confer_status status_of(const Error& error) {
    const auto code = engine::error_code(error.code);
    return code ? static_cast<confer_status>(engine::info(*code).exit_status) : CONFER_INTERNAL;
}

}  // namespace

confer_status give(confer_error** out, const Error& error) {
    const confer_status status = status_of(error);
    if (out != nullptr) *out = new confer_error{status, error};
    return status;
}

confer_status misuse(confer_error** out, const char* message) {
    return give(out, usage_error(message));
}

confer_status out_of_memory(confer_error** out) noexcept {
    if (out != nullptr) *out = &memory_error();
    return CONFER_MEMORY;
}

confer_status broken(confer_error** out, const char* what) noexcept {
    try {
        const std::string message = std::string("Confer itself failed: ") + what;
        return give(out,
                    {.code = "internal", .message = message, .hints = {}, .rendered = "error[internal]: " + message});
    } catch (...) {
        return out_of_memory(out);
    }
}

}  // namespace confer::c

using confer::c::lend;
using confer::c::lend_nothing;

namespace {

constexpr const char* no_memory = "the machine has no memory left";

bool has_text(const confer_error* error) {
    return error != nullptr && error->status != CONFER_MEMORY;
}

}  // namespace

void confer_error_free(confer_error* error) {
    if (has_text(error)) delete error;
}

confer_status confer_error_status(const confer_error* error) {
    return error == nullptr ? CONFER_OK : error->status;
}

const char* confer_error_code(const confer_error* error) {
    if (error == nullptr) return "";
    return has_text(error) ? error->error.code.c_str() : "memory-limit";
}

const char* confer_error_message(const confer_error* error, size_t* size) {
    if (has_text(error)) return lend(error->error.message, size);
    if (error == nullptr) return lend_nothing(size);
    if (size != nullptr) *size = std::strlen(no_memory);
    return no_memory;
}

uint32_t confer_error_line(const confer_error* error) {
    return error == nullptr ? 0 : error->error.line;
}

uint32_t confer_error_column(const confer_error* error) {
    return error == nullptr ? 0 : error->error.column;
}

uint32_t confer_error_length(const confer_error* error) {
    return error == nullptr ? 0 : error->error.length;
}

size_t confer_error_hint_count(const confer_error* error) {
    return error == nullptr ? 0 : error->error.hints.size();
}

const char* confer_error_hint(const confer_error* error, size_t index, size_t* size) {
    if (index >= confer_error_hint_count(error)) return lend_nothing(size);
    return lend(error->error.hints[index], size);
}

const char* confer_error_rendered(const confer_error* error, size_t* size) {
    return has_text(error) ? lend(error->error.rendered, size) : confer_error_message(error, size);
}
