#pragma once
// Library: a shared object on disk that has been loaded and exports the plugin door's symbol.
//
// The path is always that of a file: a plain name is a file in the current folder, never one of the system's libraries.
//
// Ownership  unloaded when destroyed, unless keep() was called: from the moment its own code has run on our behalf, a
//            plugin stays for the life of the process (it may have threads, or exit handlers).
// Errors     plugin: no such file, no regular file, no shared library, cut short, unresolved symbols, no plugin, or one
//            for a later door. A file whose contents lie can still do harm: it is native code.
#include <confer/plugin.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace confer::engine::plugin {

class Library {
public:
    static Result<Library> open(std::string_view path);

    const std::string& path() const { return path_; }  // absolute, links resolved
    decltype(&confer_plugin_init_v1) init() const { return init_; }
    void keep() { (void)handle_.release(); }

private:
    struct Close {
        void operator()(void* handle) const;
    };
    using Handle = std::unique_ptr<void, Close>;
    Library(std::string path, Handle handle, decltype(&confer_plugin_init_v1) init);

    std::string path_;
    Handle handle_;
    decltype(&confer_plugin_init_v1) init_;
};

}  // namespace confer::engine::plugin
