#pragma once
// Body: the text of a reply, and its compressed form once a client wanted that. It is shared by the cache and all
// replies that have it, so that an answer is neither copied nor compressed twice.
//
// Threads    safe from any number of threads.
// Source     RFC 1952 (gzip).
#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace confer::hosts::serve {

class Body {
public:
    explicit Body(std::string text);
    ~Body();
    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;

    std::string_view text() const { return text_; }

    // Whether it is large enough, and nobody has done it yet.
    bool is_to_be_compressed() const { return !is_compressed_ && text_.size() >= least_compressed; }
    // Some 20 ms a megabyte; nothing when it is done already.
    void compress() const;
    // Empty, when it was not compressed, or that made it no smaller.
    std::string_view gzipped() const { return is_compressed_ ? std::string_view(gzipped_) : std::string_view(); }

    // Bytes of all bodies that there are: in the cache, and on their way to clients that may be slow to take them.
    static std::size_t living_bytes();

private:
    static constexpr std::size_t least_compressed = 1024;  // less is a packet either way

    const std::string text_;
    mutable std::once_flag once_;
    mutable std::string gzipped_;  // not touched once is_compressed_
    mutable std::atomic<bool> is_compressed_ = false;
};

}  // namespace confer::hosts::serve
