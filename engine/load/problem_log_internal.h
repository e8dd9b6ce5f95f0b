#pragma once
// ProblemLog: what is wrong with a graph's files, collected while reading goes on.
//
// Cost       a message is composed only while there is room for it; the rest are counted.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"

namespace confer::engine::load {

struct Problem {
    std::string message;
    std::vector<std::string> hints = {};
};

class ProblemLog {
public:
    // Gives a file the next number, from 0. Problems are reported in order of files and lines.
    std::uint32_t add_file(std::string display_name);
    const std::string& file_name(std::uint32_t file) const { return files_[file]; }

    // compose() returns the Problem.
    template <class Compose>
    void add(std::uint32_t file, std::uint32_t line, const std::string& pointer, Compose compose) {
        if (has_room()) keep(file, line, pointer, compose());
        ++count_;
    }
    bool has_room() const { return kept_.size() < most_kept; }

    bool empty() const { return count_ == 0; }

    // For files that are not JSON, where a pointer says nothing.
    void leave_out_pointers() { with_pointers_ = false; }

    // REQUIRES: not empty. `graph` is what the summary calls the whole.
    Error summary(std::string_view graph) &&;

    static constexpr std::size_t most_kept = 50;

private:
    struct Kept {
        std::uint32_t file, line;
        Error error;
    };
    void keep(std::uint32_t file, std::uint32_t line, const std::string& pointer, Problem problem);

    std::vector<std::string> files_;
    std::vector<Kept> kept_;
    std::size_t count_ = 0;
    bool with_pointers_ = true;
};

// A list with the suggestion "did you mean …?" for the nearest of `candidates`, if any is near.
std::vector<std::string> suggestion(std::string_view name, const std::vector<std::string>& candidates);

// `parent` with one more step, escaped as RFC 6901 says.
std::string child_pointer(const std::string& parent, std::string_view key);
std::string child_pointer(const std::string& parent, std::size_t index);

}  // namespace confer::engine::load
