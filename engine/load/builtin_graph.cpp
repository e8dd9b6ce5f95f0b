#include "load/builtin_graph.h"

// Made by graph-data/CMakeLists.txt; ends with a row of null pointers.
extern "C" {
struct ConferBuiltinFile {
    const char *path, *begin, *end;
};
extern const ConferBuiltinFile confer_builtin_files[];
}

namespace confer::engine::load {

const FileSource& builtin_files() {
    static const TextFiles files = [] {
        TextFiles::Files texts;
        for (const ConferBuiltinFile* file = confer_builtin_files; file->path != nullptr; ++file) {
            texts.emplace_back(file->path, std::string_view(file->begin, file->end));
        }
        return TextFiles(std::move(texts), "builtin:");
    }();
    return files;
}

}  // namespace confer::engine::load
