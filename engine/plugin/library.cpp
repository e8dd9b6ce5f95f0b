// Tests: tests/suites/plugins/library_test.cpp.
#include "plugin/library.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>

#include "plugin/elf_extent_internal.h"

namespace confer::engine::plugin {

namespace {

Error refused(std::string_view path, std::string_view reason, std::vector<std::string> hints = {}) {
    return {.code = ErrorCode::plugin,
            .message = "`" + std::string(path) + "` " + std::string(reason),
            .hints = std::move(hints)};
}

const char* const name_a_file = "name the file of a plugin, for example `--plugin ./jaccard.so`";

// The absolute path of a regular file.
Result<std::string> find_file(std::string_view path) {
    if (path.empty() || path.find('\0') != std::string_view::npos) {
        return Error{
            .code = ErrorCode::plugin, .message = "the path of a plugin can't be empty", .hints = {name_a_file}};
    }
    char resolved[PATH_MAX];
    if (::realpath(std::string(path).c_str(), resolved) == nullptr) {
        const int reason = errno;
        if (reason == ENOENT) return refused(path, "does not exist", {name_a_file});
        return refused(path, std::string("can't be found: ") + std::strerror(reason), {name_a_file});
    }
    struct stat status {};
    if (::stat(resolved, &status) != 0) return refused(path, std::string("can't be read: ") + std::strerror(errno));
    if (S_ISDIR(status.st_mode)) return refused(path, "is a folder, not a plugin", {name_a_file});
    if (!S_ISREG(status.st_mode)) return refused(path, "is no regular file", {name_a_file});
    // dlopen puts something else in the place of $ORIGIN and its like.
    if (std::strchr(resolved, '$') != nullptr) {
        return refused(path, "has a `$` in its path, which the system's linker would replace",
                       {"move or rename the file"});
    }
    return std::string(resolved);
}

Result<void> check_contents(std::string_view path, const std::string& file_path) {
    const int file = ::open(file_path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return refused(path, std::string("can't be read: ") + std::strerror(errno));
    const ElfExtent extent = elf_extent(file);
    ::close(file);
    if (extent == ElfExtent::not_elf) {
        return refused(path, "is no shared library",
                       {"compile a plugin with `cc -shared -fPIC -o jaccard.so jaccard.c`"});
    }
    if (extent == ElfExtent::truncated) return refused(path, "is incomplete", {"build or copy it again"});
    return {};
}

// The linker's complaint, without the path that it repeats.
std::string linker_error(const std::string& file_path) {
    const char* const text = ::dlerror();
    std::string reason = text == nullptr ? "the system gives no reason" : text;
    if (reason.rfind(file_path + ": ", 0) == 0) reason.erase(0, file_path.size() + 2);
    for (char& c : reason) {
        if (c == '\n') c = ' ';
    }
    return reason;
}

}  // namespace

void Library::Close::operator()(void* handle) const {
    ::dlclose(handle);
}

Library::Library(std::string path, Handle handle, decltype(&confer_plugin_init_v1) init)
    : path_(std::move(path)), handle_(std::move(handle)), init_(init) {}

Result<Library> Library::open(std::string_view path) {
    CONFER_TRY(std::string file_path, find_file(path));
    CONFER_CHECK(check_contents(path, file_path));
    Handle handle(::dlopen(file_path.c_str(), RTLD_NOW | RTLD_LOCAL));
    if (handle == nullptr) return refused(path, "can't be loaded: " + linker_error(file_path));

    void* const symbol = ::dlsym(handle.get(), "confer_plugin_init_v1");
    if (symbol == nullptr) {
        if (::dlsym(handle.get(), "confer_plugin_init_v2") != nullptr) {
            return refused(
                path, "was built for a later version of Confer's door for plugins",
                {"this version of Confer has the door `confer_plugin_init_v1`: get a newer one, or an older plugin"});
        }
        return refused(path, "is no plugin of Confer: it does not export `confer_plugin_init_v1`",
                       {"`docs/plugins.md` tells how to write one"});
    }
    return Library(std::move(file_path), std::move(handle), reinterpret_cast<decltype(&confer_plugin_init_v1)>(symbol));
}

}  // namespace confer::engine::plugin
