#include "load/file_source.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

namespace confer::engine::load {

namespace {

Error cannot_read(const std::string& file, std::string_view why) {
    return {.code = ErrorCode::cannot_read,
            .message = "`" + file + "` cannot be read: " + std::string(why),
            .place = FilePlace{file, 0, {}}};
}

class DiskStream final : public ByteStream {
public:
    DiskStream(std::FILE* file, std::string name) : file_(file), name_(std::move(name)) {
        std::setvbuf(file, nullptr, _IONBF, 0);  // the reader has its own buffer
    }
    ~DiskStream() override { std::fclose(file_); }
    DiskStream(const DiskStream&) = delete;
    DiskStream& operator=(const DiskStream&) = delete;

    Result<std::size_t> read(std::span<char> into) override {
        const std::size_t size = std::fread(into.data(), 1, into.size(), file_);
        if (size == 0 && std::ferror(file_) != 0) {
            return cannot_read(name_, std::generic_category().message(errno));
        }
        return size;
    }

private:
    std::FILE* file_;
    std::string name_;
};

class TextStream final : public ByteStream {
public:
    explicit TextStream(std::string_view text) : rest_(text) {}

    Result<std::size_t> read(std::span<char> into) override {
        const std::size_t size = std::min(rest_.size(), into.size());
        std::memcpy(into.data(), rest_.data(), size);
        rest_.remove_prefix(size);
        return size;
    }

private:
    std::string_view rest_;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> DiskFiles::open(std::string_view path) const {
    const std::string name = display_name(path);
    std::FILE* const file = std::fopen(name.c_str(), "rb");
    if (file == nullptr) return cannot_read(name, std::generic_category().message(errno));
    return std::unique_ptr<ByteStream>(std::make_unique<DiskStream>(file, name));
}

std::string DiskFiles::display_name(std::string_view path) const {
    if (folder_.empty()) return std::string(path);
    return folder_ + (folder_.ends_with('/') ? "" : "/") + std::string(path);
}

Result<std::unique_ptr<ByteStream>> TextFiles::open(std::string_view path) const {
    const auto at = std::find_if(files_.begin(), files_.end(), [&](const auto& file) { return file.first == path; });
    if (at == files_.end()) return cannot_read(display_name(path), "there is no such file");
    return std::unique_ptr<ByteStream>(std::make_unique<TextStream>(at->second));
}

std::string TextFiles::display_name(std::string_view path) const {
    return prefix_ + std::string(path);
}

}  // namespace confer::engine::load
