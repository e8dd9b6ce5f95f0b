#pragma once
// AccessLog: a line of JSON for each request that was answered.
//
// {"time","client","method","target","status","bytes","ms","cache","agent"}: texts of strangers as log_text() makes
// them. A thread of its own writes, so that a slow disk or a full pipe keeps nobody waiting; when it can't keep up,
// lines are dropped, and a line says how many.
//
// Threads    add() and reopen() may be called from any thread.
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "base/result.h"

namespace confer::hosts::serve {

class AccessLog {
public:
    // `path`: a file, which is appended to; `-`: standard error; empty: no log. Errors: cannot_write.
    static engine::Result<std::unique_ptr<AccessLog>> open(std::string path);
    ~AccessLog();  // writes what is left
    AccessLog(const AccessLog&) = delete;
    AccessLog& operator=(const AccessLog&) = delete;

    bool is_on() const { return file_ >= 0; }
    // REQUIRES: `line` ends with a line break.
    void add(std::string_view line);
    // The file anew, after it was moved away. Keeps the old one where that fails.
    void reopen();

private:
    AccessLog(std::string path, int file);
    void write();

    static constexpr std::size_t most_waiting = std::size_t{4} << 20U;  // bytes

    std::string path_;
    int file_;
    std::mutex mutex_;  // guards all below
    std::condition_variable changed_;
    std::string waiting_;
    std::uint64_t dropped_ = 0;
    bool reopens_ = false, stops_ = false;
    std::thread writer_;
};

}  // namespace confer::hosts::serve
