#include <bit>
#include <cstring>
#include <string_view>

#include "base/text_position.h"
#include "load/json_stream_internal.h"

namespace confer::engine::load {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16;
constexpr std::size_t longest_character = 4;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Where the first byte past ASCII stands, looking at eight at a time.
std::size_t ascii_prefix(const char* data, std::size_t size) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    std::size_t at = 0;
    for (; at + 8 <= size; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, data + at, 8);
        if ((word & high_bits) != 0) break;
    }
    while (at < size && data[at] >= 0) ++at;
    return at;
}

}  // namespace

JsonStream::JsonStream(ByteStream& bytes, std::uint32_t first_line)
    : bytes_(bytes), buffer_(buffer_size), lines_(first_line - 1) {
    begin_ = at_ = end_ = counted_ = buffer_.data();
    refill();
    if (std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(byte_order_mark)) {
        for (std::size_t i = 0; i < byte_order_mark.size(); ++i) Take();
    }
}

std::uint32_t JsonStream::line() {
    count_lines();
    return lines_ + 1;
}

std::string_view JsonStream::plain_text() const {
    constexpr std::uint64_t each = 0x0101010101010101U, high = 0x80 * each;
    const auto zero_bytes = [](std::uint64_t word) { return (word - each) & ~word & high; };  // exact up to the first
    const char* at = at_;
    for (; end_ - at >= 8; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        if (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
        const std::uint64_t found =
            zero_bytes(word ^ ('"' * each)) | zero_bytes(word ^ ('\\' * each)) | ((word - 0x20 * each) & ~word & high);
        if (found != 0) return {at_, static_cast<std::size_t>(at - at_ + std::countr_zero(found) / 8)};
    }
    while (at < end_ && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) >= 0x20) ++at;
    return {at_, static_cast<std::size_t>(at - at_)};
}

void JsonStream::count_lines() {
    constexpr std::uint64_t each = 0x0101010101010101U;
    for (; at_ - counted_ >= 8; counted_ += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, counted_, 8);
        word ^= each * '\n';                             // a line break is now a zero byte
        const std::uint64_t low = word & (each * 0x7F);  // of each byte: zero bits stay zero, others set the top bit
        lines_ += static_cast<std::uint32_t>(std::popcount(~((low + each * 0x7F) | word) & (each * 0x80)));
    }
    for (; counted_ < at_; ++counted_) lines_ += *counted_ == '\n' ? 1 : 0;
}

void JsonStream::refill() {
    count_lines();
    if (ending_ == Ending::not_yet) before_ += static_cast<std::size_t>(end_ - begin_);
    if (invalid_after_) ending_ = Ending::invalid_utf8;

    std::size_t size = 0;
    std::memmove(buffer_.data(), end_, held_);
    while (ending_ == Ending::not_yet && size == 0) {
        auto got = bytes_.read(std::span(buffer_).subspan(held_));
        if (!got.has_value()) {
            read_error_ = std::move(got).error();
            ending_ = Ending::read_error;
            break;
        }
        const std::size_t filled = held_ + got.value();
        size = valid_size(filled, got.value() == 0);
        held_ = filled - size;
        if (size == 0 && invalid_after_) {
            ending_ = Ending::invalid_utf8;
        } else if (size == 0 && got.value() == 0) {
            ending_ = Ending::end_of_file;
        }
    }
    if (ending_ != Ending::not_yet) {
        held_ = 0;
        buffer_[0] = '\0';
        size = 1;
    }
    begin_ = at_ = counted_ = buffer_.data();
    end_ = begin_ + size;
}

// How much of the buffer is valid UTF-8 and ready. A character that the buffer's end cuts is kept for later.
std::size_t JsonStream::valid_size(std::size_t size, bool at_end) {
    const std::size_t ascii = ascii_prefix(buffer_.data(), size);
    if (ascii == size) return size;
    const auto invalid = invalid_utf8(std::string_view(buffer_.data() + ascii, size - ascii));
    if (!invalid.has_value()) return size;
    const std::size_t valid = ascii + *invalid;
    invalid_after_ = at_end || size - valid >= longest_character;
    return valid;
}

}  // namespace confer::engine::load
