#pragma once
// JsonStream: a file as RapidJSON reads it: a buffer at a time, checked for UTF-8, with its lines counted.
//
// Models     RapidJSON's input stream; a file ends with an endless row of '\0'.
// Errors     invalid UTF-8 and a failing read end the stream early; ending() says which it was.
// Cost       a comparison for each byte taken; lines are counted when asked for, and each byte once.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "load/file_source.h"
#include "load/line_counter_internal.h"

namespace confer::engine::load {

class JsonStream final : public LineCounter {
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
        if (++at_ == end_) refill();
        return taken;
    }
    std::size_t Tell() const { return before_ + static_cast<std::size_t>(at_ - begin_); }
    // From the next byte on what stands for itself in a string: up to a quote, a backslash, a control character or the
    // end of the buffer.
    std::string_view plain_text() const;
    // REQUIRES: bytes <= plain_text().size()
    void skip(std::size_t bytes) {
        at_ += bytes;
        if (at_ == end_) refill();
    }

    // The line of the next byte.
    std::uint32_t line() override;

    // How the stream ended, once all of it has been taken.
    Ending ending() const { return ending_; }
    // REQUIRES: ending() is read_error.
    const Error& read_error() const { return *read_error_; }

    // What RapidJSON asks of a stream to write to.
    char* PutBegin() { return nullptr; }
    void Put(char) {}
    void Flush() {}
    std::size_t PutEnd(char*) { return 0; }

private:
    void refill();
    void count_lines();
    std::size_t valid_size(std::size_t size, bool at_end);

    ByteStream& bytes_;
    std::vector<char> buffer_;
    const char *begin_ = nullptr, *at_ = nullptr, *end_ = nullptr;
    const char* counted_ = nullptr;  // lines before it are in lines_
    std::uint32_t lines_ = 0;
    std::size_t before_ = 0;  // bytes of the file before begin_
    std::size_t held_ = 0;    // bytes of an unfinished character, behind end_
    bool invalid_after_ = false;
    Ending ending_ = Ending::not_yet;
    std::optional<Error> read_error_;
};

}  // namespace confer::engine::load
