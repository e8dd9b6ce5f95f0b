#pragma once
// calling: how extensions in C++ are called without an exception crossing the door.
#include <confer/plugin.h>

#include <exception>
#include <new>
#include <string_view>

namespace confer::extensions {

// The call has failed; the host knows why.
struct Stopped {};

inline void go_on_if(bool done) {
    if (!done) throw Stopped();
}

inline confer_str text(std::string_view view) {
    return {view.data(), view.size()};
}

// What the host calls: body(host, call), with nothing thrown.
template <void (*body)(const confer_host_v1*, confer_call*)>
std::int32_t run(const confer_host_v1* host, void*, confer_call* call) {
    try {
        body(host, call);
    } catch (const Stopped&) {
        return host->failed(call);
    } catch (const std::bad_alloc&) {
        return host->fail(call, confer_text("the machine has no memory left"));
    } catch (const std::exception& broken) {
        return host->fail(call, confer_text(broken.what()));
    }
    return host->failed(call);
}

}  // namespace confer::extensions
