#pragma once
// LineCounter: where the reading of a file has come to.
#include <cstdint>

namespace confer::engine::load {

class LineCounter {
public:
    // Of what is read next, from 1; 0: not known.
    virtual std::uint32_t line() = 0;

protected:
    ~LineCounter() = default;
};

}  // namespace confer::engine::load
