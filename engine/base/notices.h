#pragma once
// Notices: what a run has to say to people beside its rows: whole sentences, each once, in the order they came.
//
// Threads    safe from any number of threads.
#include <algorithm>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace confer::engine {

class Notices {
public:
    void add(std::string sentence) {
        const std::lock_guard lock(mutex_);
        if (std::find(sentences_.begin(), sentences_.end(), sentence) == sentences_.end())
            sentences_.push_back(std::move(sentence));
    }
    std::vector<std::string> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(sentences_, {});
    }

private:
    std::mutex mutex_;
    std::vector<std::string> sentences_;
};

}  // namespace confer::engine
