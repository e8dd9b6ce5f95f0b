#pragma once
// JsonStream: a file as RapidJSON reads it: a buffer at a time, checked for UTF-8, with its lines counted.
//
// Models     RapidJSON's input stream, and its output stream in situ (kParseInsituFlag): strings are unescaped where
//            they stand, and no byte is copied that needn't be. A file ends with an endless row of '\0'.
// Ownership  what is being read, from the last white space on, is kept together in the buffer, which moves it when it
//            is filled again. Handlers therefore ask string_text() and number_text(), and not RapidJSON's pointers.
// Errors     invalid UTF-8 and a failing read end the stream early; ending() says which it was.
// Cost       a comparison for each byte taken; strings 16 bytes at a time.
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "load/file_source.h"

namespace confer::engine::load {

class JsonStream {
public:
    using Ch = char;
    enum class Ending : std::uint8_t { not_yet, end_of_file, invalid_utf8, read_error };

    // `first_line`: of the file that the text stands in.
    explicit JsonStream(ByteStream& bytes, std::uint32_t first_line = 1);
    JsonStream(const JsonStream&) = delete;
    JsonStream& operator=(const JsonStream&) = delete;

    char Peek() const { return *at_; }
    char Take() {
        const char taken = *at_;
        skip(1);
        return taken;
    }
    std::size_t Tell() const { return before_ + static_cast<std::size_t>(at_ - buffer_.data()); }

    // The line of the next byte. Breaks are counted where white space is skipped: JSON has them nowhere else.
    std::uint32_t line() const { return line_; }
    void skip_white_space() {
        if (static_cast<unsigned char>(*at_) <= ' ') skip_some_white_space();
        kept_ = at_;
    }

    // ---- the string that is read in situ
    char* PutBegin() { return write_ = kept_ = at_; }
    void Put(char c) { *write_++ = c; }
    std::size_t PutEnd(char*) { return static_cast<std::size_t>(write_ - kept_); }
    void Flush() {}
    // Puts what stands for itself: up to a quote, a backslash or a control character, or a part of that.
    void put_plain() {
        const std::size_t size = plain_size();
        if (write_ != at_) std::memmove(write_, at_, size);
        write_ += size;
        skip(size);
    }

    // What was read last; valid until more is read. The string was ended by '\0'.
    std::string_view string_text() const { return {kept_, static_cast<std::size_t>(write_ - kept_) - 1}; }
    std::string_view number_text(std::size_t size) const { return {at_ - size, size}; }

    // How the stream ended, once all of it has been taken.
    Ending ending() const { return ending_; }
    // REQUIRES: ending() is read_error.
    const Error& read_error() const { return *read_error_; }

private:
    void skip(std::size_t bytes) {
        at_ += bytes;
        if (at_ == end_) refill();
    }
    void skip_some_white_space();
    std::size_t plain_size() const {
        const auto rest = static_cast<std::size_t>(end_ - at_);
        for (std::size_t size = 0; size < rest; size += word) {
            const unsigned found = plain_bytes(at_ + size);
            if (found < word) return std::min(size + found, rest);
        }
        return rest;
    }
    static unsigned plain_bytes(const char* at);
    void refill();
    void make_room();
    std::size_t valid_size(const char* begin, std::size_t size, bool at_end);

    static constexpr std::size_t word = 16;

    ByteStream& bytes_;
    std::vector<char> buffer_;  // with a word more than is read into it, so that words may reach past end_
    char *at_ = nullptr, *end_ = nullptr;
    char* kept_ = nullptr;   // what is being read begins here
    char* write_ = nullptr;  // of a string: where its next byte goes
    std::uint32_t line_;
    std::size_t before_ = 0;  // bytes of the file before the buffer
    std::size_t held_ = 0;    // bytes of an unfinished character, behind end_
    bool invalid_after_ = false;
    Ending ending_ = Ending::not_yet;
    std::optional<Error> read_error_;
};

// How far the first quote, backslash or control character is; a word's size: further.
inline unsigned JsonStream::plain_bytes(const char* at) {
#ifdef __SSE2__
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i last_control = _mm_set1_epi8(0x1F);
    const __m128i found = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))),
        _mm_cmpeq_epi8(_mm_max_epu8(bytes, last_control), last_control));
    return static_cast<unsigned>(std::countr_zero(static_cast<unsigned>(_mm_movemask_epi8(found)) | 1U << word));
#else
    unsigned size = 0;
    while (size < word && at[size] != '"' && at[size] != '\\' && static_cast<unsigned char>(at[size]) >= 0x20) ++size;
    return size;
#endif
}

// Takes the place of RapidJSON's own for this stream.
inline void SkipWhitespace(JsonStream& stream) {
    stream.skip_white_space();
}

}  // namespace confer::engine::load
