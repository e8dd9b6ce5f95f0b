#pragma once
// format_files: where the files of a graph lie that is in some format: one file, or several beside each other.
//
// Shapes     a format of several files has a part for each: the end of its name. `tea.csv` stands for `tea.nodes.csv`
// and
//            `tea.edges.csv`; so does each of these, and of a folder `tea/` the files `tea/nodes.csv` and
//            `tea/edges.csv`.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "load/atomic_file.h"

namespace confer::engine::load {

struct FormatFiles {
    std::string format;              // its name, which is also how its files end: "csv"
    std::vector<std::string> parts;  // "nodes.csv", …; empty: one file, whatever its name
};

// The path of a part, or, without parts, what was asked for. REQUIRES: `part` is one of them.
std::string path_of(std::string_view asked, const FormatFiles& files, std::string_view part);

// Whether the path ends in the format's name or in one of its parts. A folder: whether its first part is there.
bool is_named_after(std::string_view path, const FormatFiles& files);

// The parts that are being written, each whole or not at all: none takes its place before all are complete.
class OutputFiles final : public ByteSink {
public:
    OutputFiles(std::string asked, FormatFiles files) : asked_(std::move(asked)), files_(std::move(files)) {}

    // What is written goes into this part from here on. Without parts: the one file. Errors: cannot_write.
    Result<void> begin(std::string_view part);
    // REQUIRES: one was begun.
    Result<void> write(std::string_view bytes) override;
    Result<void> commit();

private:
    Result<void> hand_on();

    std::string asked_;
    FormatFiles files_;
    std::vector<AtomicFile> open_;  // written to: the last
    std::string gathered_;
};

}  // namespace confer::engine::load
