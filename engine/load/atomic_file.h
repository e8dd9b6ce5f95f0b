#pragma once
// AtomicFile: a file that is written whole or not at all: at any moment, were the process killed or the power lost, the
// path has what it had before or all that is new.
//
// What is written goes to a file of another name beside the target, and takes its place when it is complete and on the
// disk. A process that is killed before leaves that other file behind (`graph.json.3fXq2b`); it can be deleted.
//
// Ownership  closes and deletes the unfinished file when it goes without commit().
// Threads    one thread.
// Errors     cannot_write, with the path as its place; what stood there is untouched then. Where the process limits
//            the size of files, SIGXFSZ must be ignored for this to be an error.
// Source     POSIX: rename() is atomic; fsync() of the file before it and of the folder after it.
#include <string>

#include "load/byte_sink.h"

namespace confer::engine::load {

class AtomicFile final : public ByteSink {
public:
    // A file that exists keeps its permissions, and a symbolic link goes on to point at it. A device or a pipe
    // (/dev/stdout, say) is written to as it is.
    static Result<AtomicFile> open(std::string path);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&&) = delete;
    ~AtomicFile() override;

    Result<void> write(std::string_view bytes) override;
    Result<void> commit();

private:
    AtomicFile(std::string path, std::string target, std::string unfinished, int file)
        : path_(std::move(path)), target_(std::move(target)), unfinished_(std::move(unfinished)), file_(file) {}

    std::string path_;        // as it was named, for messages
    std::string target_;      // where links lead
    std::string unfinished_;  // what is written to; empty: the target itself, which is no regular file
    int file_;                // -1: committed
};

// The same in one step.
Result<void> write_file(const std::string& path, std::string_view content);

}  // namespace confer::engine::load
