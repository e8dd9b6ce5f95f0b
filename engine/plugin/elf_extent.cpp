// Test: tests/suites/plugins/library_test.cpp.
#include <elf.h>
#include <link.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

#include "plugin/elf_extent_internal.h"

namespace confer::engine::plugin {

namespace {

using Header = ElfW(Ehdr);
using Segment = ElfW(Phdr);

template <class Record>
bool read_at(int file, std::uint64_t offset, Record& record) {
    return ::pread(file, &record, sizeof record, static_cast<off_t>(offset)) == static_cast<ssize_t>(sizeof record);
}

bool fits(std::uint64_t offset, std::uint64_t length, std::uint64_t size) {
    return offset <= size && length <= size - offset;
}

}  // namespace

ElfExtent elf_extent(int file) {
    struct stat status {};
    if (::fstat(file, &status) != 0 || status.st_size < SELFMAG) return ElfExtent::not_elf;
    const auto size = static_cast<std::uint64_t>(status.st_size);

    unsigned char magic[SELFMAG] = {};
    if (!read_at(file, 0, magic) || std::memcmp(magic, ELFMAG, SELFMAG) != 0) return ElfExtent::not_elf;
    Header header{};
    if (!read_at(file, 0, header)) return ElfExtent::truncated;
    // Of another word size or byte order: the linker says so before it maps anything.
    constexpr unsigned char native_class = sizeof(void*) == 8 ? ELFCLASS64 : ELFCLASS32;
    if (header.e_ident[EI_CLASS] != native_class || header.e_phentsize != sizeof(Segment)) return ElfExtent::whole;

    if (!fits(header.e_phoff, std::uint64_t{header.e_phnum} * sizeof(Segment), size)) return ElfExtent::truncated;
    for (std::uint64_t i = 0; i < header.e_phnum; ++i) {
        Segment segment{};
        if (!read_at(file, header.e_phoff + i * sizeof(Segment), segment)) return ElfExtent::truncated;
        if (!fits(segment.p_offset, segment.p_filesz, size)) return ElfExtent::truncated;
    }
    return ElfExtent::whole;
}

}  // namespace confer::engine::plugin
