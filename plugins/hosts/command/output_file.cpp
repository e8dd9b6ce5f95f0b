#include "hosts/command/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace confer::hosts {
namespace {

engine::Error cannot_write(const std::string& path, int error) {
    return engine::Error{.code = engine::ErrorCode::cannot_write,
                         .message = "`" + path + "` can't be written: " + std::strerror(error),
                         .hints = {"name a file in a folder that you may write to"},
                         .place = engine::FilePlace{path, 0, ""}};
}

bool write_all(int file, std::string_view content) {
    while (!content.empty()) {
        const ssize_t written = ::write(file, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// A device or a pipe (/dev/stdout, say) is written to as it is: there is no file to replace.
bool is_special(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

}  // namespace

engine::Result<void> write_file_atomically(const std::string& path, std::string_view content) {
    const bool special = is_special(path);
    std::string target = special ? path : path + ".XXXXXX";
    const int file = special ? ::open(path.c_str(), O_WRONLY | O_CLOEXEC) : ::mkostemp(target.data(), O_CLOEXEC);
    if (file < 0) return cannot_write(path, errno);

    struct stat before {};
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t mode = ::stat(path.c_str(), &before) == 0 ? before.st_mode & 07777 : 0666 & ~mask;
    const bool written = write_all(file, content) && (special || (::fchmod(file, mode) == 0 && ::fsync(file) == 0));
    const int write_error = errno;
    const bool closed = ::close(file) == 0;
    if (special) return written && closed ? engine::Result<void>() : cannot_write(path, write_error);
    if (!written || !closed || ::rename(target.c_str(), path.c_str()) != 0) {
        const int error = written && closed ? errno : write_error;
        ::unlink(target.c_str());
        return cannot_write(path, error);
    }
    return {};
}

}  // namespace confer::hosts
