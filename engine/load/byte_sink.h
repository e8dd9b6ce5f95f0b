#pragma once
// ByteSink: where text goes that is written bit by bit.
#include <string_view>

#include "base/result.h"

namespace confer::engine::load {

class ByteSink {
public:
    virtual ~ByteSink() = default;
    virtual Result<void> write(std::string_view bytes) = 0;
};

}  // namespace confer::engine::load
