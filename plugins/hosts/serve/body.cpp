// Test: tests/suites/server/coding_test.py.
#include "hosts/serve/body.h"

#include <zlib.h>

#include <new>
#include <utility>

namespace confer::hosts::serve {

namespace {

constexpr int level = 5;         // of 9: nearly all of the gain at a third of the time
constexpr int gzip_window = 31;  // 2^15 bytes, with gzip's header and trailer
constexpr int memory_level = 8;  // zlib's usual one

std::atomic<std::size_t> living{0};

// Empty when it would be no smaller, or there is no memory for it.
std::string gzip(std::string_view text) try {
    std::string out(text.size(), '\0');
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool fits = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(fits ? stream.total_out : 0);
    deflateEnd(&stream);
    out.shrink_to_fit();
    return out;
} catch (const std::bad_alloc&) {
    return {};
}

}  // namespace

Body::Body(std::string text) : text_(std::move(text)) {
    living += text_.size();
}

Body::~Body() {
    living -= text_.size() + gzipped_.size();
}

void Body::compress() const {
    std::call_once(once_, [this] {
        gzipped_ = gzip(text_);
        living += gzipped_.size();
        is_compressed_ = true;
    });
}

std::size_t Body::living_bytes() {
    return living;
}

}  // namespace confer::hosts::serve
