#pragma once
// FileSource: where graph files come from: a folder, texts in memory, or the files built into the program.
//
// Units      paths are relative to the source, with '/' between folders.
// Errors     cannot_read, with the place.
// Threads    a source may be read from several threads at once; a stream belongs to one.
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace confer::engine::load {

class ByteStream {
public:
    virtual ~ByteStream() = default;
    // Fills the beginning of `into` and returns how much; 0 at the end.
    virtual Result<std::size_t> read(std::span<char> into) = 0;
};

class FileSource {
public:
    virtual ~FileSource() = default;
    virtual Result<std::unique_ptr<ByteStream>> open(std::string_view path) const = 0;
    // How messages name the file.
    virtual std::string display_name(std::string_view path) const = 0;
};

// The files below `folder`; empty: the current folder, which messages leave out.
class DiskFiles final : public FileSource {
public:
    explicit DiskFiles(std::string folder) : folder_(std::move(folder)) {}
    Result<std::unique_ptr<ByteStream>> open(std::string_view path) const override;
    std::string display_name(std::string_view path) const override;

private:
    std::string folder_;
};

// Texts that the caller keeps alive. Messages name them `prefix` + path.
class TextFiles final : public FileSource {
public:
    using Files = std::vector<std::pair<std::string, std::string_view>>;
    explicit TextFiles(Files files, std::string prefix = {}) : files_(std::move(files)), prefix_(std::move(prefix)) {}
    Result<std::unique_ptr<ByteStream>> open(std::string_view path) const override;
    std::string display_name(std::string_view path) const override;

private:
    Files files_;
    std::string prefix_;
};

}  // namespace confer::engine::load
