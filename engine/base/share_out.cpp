#include "base/share_out.h"

#include <atomic>
#include <future>
#include <system_error>

namespace confer::engine {

namespace {

constexpr std::size_t worth_a_thread = std::size_t{1} << 20;

}  // namespace

void share_out(std::size_t pieces, std::size_t size, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    const auto take = [&] {
        for (std::size_t piece = next++; piece < pieces; piece = next++) work(piece);
    };
    std::future<void> other;
    if (size >= worth_a_thread && pieces > 1) {
        try {
            other = std::async(std::launch::async, take);
        } catch (const std::system_error&) {
            // no thread to be had: this one does it all
        }
    }
    take();
    if (other.valid()) other.get();
}

}  // namespace confer::engine
