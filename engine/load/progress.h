#pragma once
// Progress: how far the reading or writing of files has come, for whom it may concern.
//
// Threads    called in the thread that reads or writes, often: some ten thousand times a second.
#include <cstdint>
#include <string_view>

namespace confer::engine::load {

class Progress {
public:
    enum class Step : std::uint8_t { reading, writing };

    virtual ~Progress() = default;
    // `done` of `whole`, in bytes or elements; 0 of 0: not known.
    virtual void at(Step step, std::string_view file, std::uint64_t done, std::uint64_t whole) = 0;
};

}  // namespace confer::engine::load
