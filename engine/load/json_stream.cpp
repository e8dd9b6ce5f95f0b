// Tested by suites/loading/document_test.cpp.
#include "load/json_stream_internal.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "base/text_position.h"

namespace confer::engine::load {

namespace {

constexpr std::size_t first_buffer_size = std::size_t{1} << 16;
constexpr std::size_t least_read = first_buffer_size / 2;
constexpr std::size_t longest_character = 4;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

JsonStream::JsonStream(ByteStream& bytes, std::uint32_t first_line)
    : bytes_(bytes), buffer_(first_buffer_size + word), line_(first_line) {
    at_ = end_ = kept_ = write_ = buffer_.data();
    refill();
    if (std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(byte_order_mark)) {
        for (std::size_t i = 0; i < byte_order_mark.size(); ++i) Take();
    }
}

void JsonStream::skip_some_white_space() {
    for (;; ++at_) {
        if (at_ == end_) {
            kept_ = at_;
            refill();
        }
        if (*at_ == '\n') {
            ++line_;
        } else if (*at_ != ' ' && *at_ != '\t' && *at_ != '\r') {
            return;
        }
    }
}

void JsonStream::refill() {
    if (ending_ != Ending::not_yet) {  // the last '\0' again
        at_ = end_ - 1;
        return;
    }
    make_room();
    if (invalid_after_) ending_ = Ending::invalid_utf8;
    std::size_t size = 0;
    while (ending_ == Ending::not_yet && size == 0) {
        char* const limit = buffer_.data() + buffer_.size() - word;
        auto got = bytes_.read(std::span(end_ + held_, limit));
        if (!got.has_value()) {
            read_error_ = std::move(got).error();
            ending_ = Ending::read_error;
            break;
        }
        const std::size_t filled = held_ + got.value();
        size = valid_size(end_, filled, got.value() == 0);
        held_ = filled - size;
        if (size == 0 && invalid_after_) {
            ending_ = Ending::invalid_utf8;
        } else if (size == 0 && got.value() == 0) {
            ending_ = Ending::end_of_file;
        }
    }
    if (ending_ != Ending::not_yet) {
        *end_ = '\0';
        size = 1;
    }
    end_ += size;
}

// Moves what is kept to the buffer's beginning, and makes the buffer larger when that leaves little of it.
void JsonStream::make_room() {
    const auto begin = static_cast<std::size_t>(kept_ - buffer_.data());
    const auto size = static_cast<std::size_t>(end_ - kept_);
    const auto written = static_cast<std::size_t>(std::max(write_, kept_) - kept_);
    before_ += begin;
    std::memmove(buffer_.data(), kept_, size + held_);
    if (buffer_.size() - word - size < least_read) buffer_.resize(2 * buffer_.size());
    kept_ = buffer_.data();
    write_ = kept_ + written;
    at_ = end_ = kept_ + size;
}

// How much of what was read is valid UTF-8 and ready. A character that its end cuts is kept for later.
std::size_t JsonStream::valid_size(const char* begin, std::size_t size, bool at_end) {
    const auto invalid = invalid_utf8(std::string_view(begin, size));
    if (!invalid.has_value()) return size;
    invalid_after_ = at_end || size - *invalid >= longest_character;
    return *invalid;
}

}  // namespace confer::engine::load
