// Tested by suites/command/save_test.py.
#include "load/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace confer::engine::load {

namespace {

Error cannot_write(const std::string& path, int error) {
    return {.code = ErrorCode::cannot_write,
            .message = "`" + path + "` can't be written: " + std::strerror(error),
            .hints = {error == ENOSPC || error == EFBIG || error == EDQUOT
                          ? "make room, or name a file on another disk; what was there before is untouched"
                          : "name a file in a folder that you may write to"},
            .phase = Phase::runtime,
            .place = FilePlace{path, 0, ""}};
}

// Where the path leads when its links are followed; the path itself where nothing is there yet.
std::string resolved(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : path;
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

mode_t mode_of_new_files() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

}  // namespace

Result<AtomicFile> AtomicFile::open(std::string path) {
    std::string target = resolved(path);
    struct stat before {};
    const bool exists = ::stat(target.c_str(), &before) == 0;
    if (exists && S_ISDIR(before.st_mode)) return cannot_write(path, EISDIR);
    if (exists && !S_ISREG(before.st_mode)) {
        const int device = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
        if (device < 0) return cannot_write(path, errno);
        return AtomicFile(std::move(path), std::move(target), "", device);
    }
    std::string unfinished = target + ".XXXXXX";
    const int file = ::mkostemp(unfinished.data(), O_CLOEXEC);
    if (file < 0) return cannot_write(path, errno);
    AtomicFile opened(std::move(path), std::move(target), std::move(unfinished), file);
    if (::fchmod(file, exists ? before.st_mode & 07777 : mode_of_new_files()) != 0)
        return cannot_write(opened.path_, errno);
    return opened;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      unfinished_(std::move(other.unfinished_)),
      file_(std::exchange(other.file_, -1)) {}

AtomicFile::~AtomicFile() {
    if (file_ < 0) return;
    ::close(file_);
    if (!unfinished_.empty()) ::unlink(unfinished_.c_str());
}

Result<void> AtomicFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return cannot_write(path_, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> AtomicFile::commit() {
    if (unfinished_.empty()) {
        return ::close(std::exchange(file_, -1)) == 0 ? Result<void>() : cannot_write(path_, errno);
    }
    if (::fsync(file_) != 0 || ::rename(unfinished_.c_str(), target_.c_str()) != 0) return cannot_write(path_, errno);
    ::close(std::exchange(file_, -1));  // it is on the disk already
    // Some file systems can't do this for folders; the rename has happened all the same.
    const int folder = ::open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

Result<void> write_file(const std::string& path, std::string_view content) {
    CONFER_TRY(AtomicFile file, AtomicFile::open(path));
    CONFER_CHECK(file.write(content));
    return file.commit();
}

}  // namespace confer::engine::load
