#include "hosts/serve/access_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace confer::hosts::serve {

namespace {

int open_file(const std::string& path) {
    return ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640);
}

void write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return;  // a disk that is full must not stop the server
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

engine::Result<std::unique_ptr<AccessLog>> AccessLog::open(std::string path) {
    int file = -1;
    if (path == "-") file = STDERR_FILENO;
    if (!path.empty() && path != "-") {
        file = open_file(path);
        if (file < 0) {
            return engine::Error{.code = engine::ErrorCode::cannot_write,
                                 .message = "the access log `" + path + "` can't be opened",
                                 .hints = {"name a file in a folder that the server may write to"}};
        }
    }
    return std::unique_ptr<AccessLog>(new AccessLog(std::move(path), file));
}

AccessLog::AccessLog(std::string path, int file) : path_(std::move(path)), file_(file) {
    if (is_on()) writer_ = std::thread([this] { write(); });
}

AccessLog::~AccessLog() {
    if (!is_on()) return;
    {
        const std::lock_guard lock(mutex_);
        stops_ = true;
    }
    changed_.notify_one();
    writer_.join();
    if (file_ != STDERR_FILENO) ::close(file_);
}

void AccessLog::add(std::string_view line) {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() + line.size() > most_waiting) {
        ++dropped_;
        return;
    }
    if (waiting_.empty()) changed_.notify_one();
    waiting_ += line;
}

void AccessLog::reopen() {
    if (!is_on() || file_ == STDERR_FILENO) return;
    const std::lock_guard lock(mutex_);
    reopens_ = true;
    changed_.notify_one();
}

void AccessLog::write() {
    std::string text;
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [&] { return !waiting_.empty() || reopens_ || stops_; });
        text.clear();
        text.swap(waiting_);
        if (dropped_ > 0) text += "{\"dropped\":" + std::to_string(std::exchange(dropped_, 0)) + "}\n";
        const bool reopens = std::exchange(reopens_, false);
        const bool stops = stops_;
        lock.unlock();
        write_all(file_, text);
        if (reopens) {
            if (const int next = open_file(path_); next >= 0) {
                ::dup3(next, file_, O_CLOEXEC);
                ::close(next);
            }
        }
        if (stops) return;
        lock.lock();
    }
}

}  // namespace confer::hosts::serve
