#pragma once
// TextFile: a file that is written piece by piece.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace confer::bench {

class TextFile {
public:
    explicit TextFile(const std::filesystem::path& path) : file_(std::fopen(path.c_str(), "wb")) {
        if (file_ != nullptr) return;
        std::perror(path.c_str());
        std::exit(1);
    }
    TextFile(const TextFile&) = delete;
    TextFile& operator=(const TextFile&) = delete;
    ~TextFile() { std::fclose(file_); }

    void write(std::string_view text) { std::fwrite(text.data(), 1, text.size(), file_); }
    template <class... Arguments>
    void print(const char* format, Arguments... arguments) {
        std::fprintf(file_, format, arguments...);
    }

private:
    std::FILE* file_;
};

}  // namespace confer::bench
