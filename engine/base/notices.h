#pragma once
// Notices: what a run has to say to people beside its rows: whole sentences, each once, in the order they came. People
// don't read many: beyond so many, only that there are more is kept.
//
// Threads    safe from any number of threads.
#include <algorithm>
#include <cstddef>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace confer::engine {

class Notices {
public:
    void add(std::string sentence) {
        const std::lock_guard lock(mutex_);
        if (std::find(sentences_.begin(), sentences_.end(), sentence) != sentences_.end()) return;
        if (sentences_.size() < most) {
            sentences_.push_back(std::move(sentence));
        } else {
            are_more_ = true;
        }
    }
    std::vector<std::string> take() {
        const std::lock_guard lock(mutex_);
        if (std::exchange(are_more_, false)) sentences_.emplace_back("There is more to say than these notices do.");
        return std::exchange(sentences_, {});
    }

private:
    static constexpr std::size_t most = 20;

    std::mutex mutex_;
    std::vector<std::string> sentences_;
    bool are_more_ = false;
};

}  // namespace confer::engine
