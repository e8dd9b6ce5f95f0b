#pragma once
// elf_extent: whether a file holds all that its ELF header promises to load.
//
// The dynamic linker maps a file without asking for its length: a truncated library ends in SIGBUS, not in an error.
// Everything else that can be wrong with a library the linker reports itself.
//
// Source     System V ABI, "Object Files"; elf(5).
#include <cstdint>

namespace confer::engine::plugin {

enum class ElfExtent : std::uint8_t { not_elf, truncated, whole };

// REQUIRES: `file` is open for reading.
ElfExtent elf_extent(int file);

}  // namespace confer::engine::plugin
