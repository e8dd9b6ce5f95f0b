#pragma once
// Origins: the sites whose scripts may read answers.
//
// Threads    immutable.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace confer::hosts::serve {

class Origins {
public:
    explicit Origins(std::vector<std::string> allowed)
        : allowed_(std::move(allowed)), all_(std::find(allowed_.begin(), allowed_.end(), "*") != allowed_.end()) {}

    bool empty() const { return allowed_.empty(); }
    bool allows_all() const { return all_; }
    bool allows(std::string_view origin) const {
        return !origin.empty() && std::find(allowed_.begin(), allowed_.end(), origin) != allowed_.end();
    }

private:
    std::vector<std::string> allowed_;
    bool all_;
};

}  // namespace confer::hosts::serve
