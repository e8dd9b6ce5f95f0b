#pragma once
// MeteredFiles: files of another source, whose reading is reported as it goes on.
#include "load/file_source.h"
#include "load/progress.h"

namespace confer::engine::load {

class MeteredFiles final : public FileSource {
public:
    // Both outlive this.
    MeteredFiles(const FileSource& files, Progress& progress) : files_(files), progress_(progress) {}
    Result<std::unique_ptr<ByteStream>> open(std::string_view path) const override;
    std::string display_name(std::string_view path) const override { return files_.display_name(path); }

private:
    const FileSource& files_;
    Progress& progress_;
};

}  // namespace confer::engine::load
