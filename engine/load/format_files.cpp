// Tested by suites/plugins/transfer_test.cpp.
#include "load/format_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace confer::engine::load {

namespace {

constexpr std::size_t worth_a_write = std::size_t{1} << 16U;

bool is_folder(std::string_view path) {
    std::error_code ignored;
    return path.ends_with('/') || std::filesystem::is_directory(path, ignored);
}

std::string in_folder(std::string_view folder, std::string_view file) {
    return std::string(folder) + (folder.ends_with('/') ? "" : "/") + std::string(file);
}

std::string_view file_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

// Whether the file is called `tea.END`, or just `END`.
bool ends_in(std::string_view file, std::string_view end) {
    return file == end ||
           (file.size() > end.size() && file.ends_with(end) && file[file.size() - end.size() - 1] == '.');
}

}  // namespace

std::string path_of(std::string_view asked, const FormatFiles& files, std::string_view part) {
    if (files.parts.empty()) return std::string(asked);
    if (is_folder(asked)) return in_folder(asked, part);
    const std::string_view file = file_of(asked);
    std::string_view stem = asked;
    const auto strip = [&](std::string_view end) {
        if (stem.size() != asked.size() || !ends_in(file, end)) return;
        stem.remove_suffix(end.size());
    };
    for (const std::string& known : files.parts) strip(known);
    if (file != files.format) strip(files.format);
    std::string path(stem);
    if (stem.size() == asked.size()) path += '.';  // nothing of it tells the format
    return path + std::string(part);
}

bool is_named_after(std::string_view path, const FormatFiles& files) {
    if (is_folder(path)) {
        std::error_code ignored;
        return !files.parts.empty() && std::filesystem::exists(in_folder(path, files.parts.front()), ignored);
    }
    const std::string_view file = file_of(path);
    return (ends_in(file, files.format) && file != files.format) ||
           std::ranges::any_of(files.parts, [&](const std::string& part) { return ends_in(file, part); });
}

Result<void> OutputFiles::begin(std::string_view part) {
    CONFER_CHECK(hand_on());
    const std::string path = path_of(asked_, files_, part);
    if (!files_.parts.empty() && is_folder(asked_)) {
        std::error_code ignored;  // opening the file will say what is wrong
        std::filesystem::create_directories(asked_, ignored);
    }
    CONFER_TRY(AtomicFile file, AtomicFile::open(path));
    open_.push_back(std::move(file));
    return {};
}

Result<void> OutputFiles::write(std::string_view bytes) {
    gathered_ += bytes;
    return gathered_.size() < worth_a_write ? Result<void>() : hand_on();
}

Result<void> OutputFiles::hand_on() {
    if (gathered_.empty()) return {};
    CONFER_CHECK(open_.back().write(gathered_));
    gathered_.clear();
    return {};
}

Result<void> OutputFiles::commit() {
    CONFER_CHECK(hand_on());
    for (AtomicFile& file : open_) CONFER_CHECK(file.commit());
    open_.clear();
    return {};
}

}  // namespace confer::engine::load
