#pragma once
// output_file: files that are either whole or not there.
//
// Errors     cannot_write, with the file as its place.
// Source     write to a temporary name beside the target, fsync, rename (POSIX: rename is atomic).
#include <string>
#include <string_view>

#include "base/result.h"

namespace confer::hosts {

// What stood at `path` before stays untouched unless everything was written.
engine::Result<void> write_file_atomically(const std::string& path, std::string_view content);

}  // namespace confer::hosts
