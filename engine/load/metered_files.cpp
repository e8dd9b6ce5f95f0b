#include "load/metered_files.h"

#include <filesystem>
#include <system_error>

namespace confer::engine::load {

namespace {

class MeteredStream final : public ByteStream {
public:
    MeteredStream(std::unique_ptr<ByteStream> bytes, std::string name, Progress& progress)
        : bytes_(std::move(bytes)), name_(std::move(name)), progress_(progress) {
        std::error_code unknown;
        const std::uintmax_t size = std::filesystem::file_size(name_, unknown);
        if (!unknown) whole_ = size;
    }

    Result<std::size_t> read(std::span<char> into) override {
        CONFER_TRY(const std::size_t size, bytes_->read(into));
        done_ += size;
        progress_.at(Progress::Step::reading, name_, done_, whole_);
        return size;
    }

private:
    std::unique_ptr<ByteStream> bytes_;
    std::string name_;
    Progress& progress_;
    std::uint64_t done_ = 0, whole_ = 0;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> MeteredFiles::open(std::string_view path) const {
    CONFER_TRY(auto bytes, files_.open(path));
    return std::unique_ptr<ByteStream>(
        std::make_unique<MeteredStream>(std::move(bytes), files_.display_name(path), progress_));
}

}  // namespace confer::engine::load
