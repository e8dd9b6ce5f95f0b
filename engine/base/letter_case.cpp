// Simple case mappings, one code point to one. Most of the letters below come either in two rows a fixed
// distance apart, or in pairs, capital first; `Letters` says which, and the rest are exceptions.
#include <array>

#include "base/text_position.h"

namespace confer::engine {

namespace {

struct Letters {
    char32_t first, last;    // the capitals; of pairs: capitals and small letters
    std::uint32_t distance;  // from a capital to its small letter; 1: pairs
};

constexpr Letters letters[] = {
    {0x41, 0x5A, 32},   {0xC0, 0xD6, 32},   {0xD8, 0xDE, 32},    // ASCII, Latin-1
    {0x100, 0x12F, 1},  {0x132, 0x137, 1},  {0x139, 0x148, 1},   // Latin Extended-A
    {0x14A, 0x177, 1},  {0x179, 0x17E, 1},                       //
    {0x388, 0x38A, 37}, {0x391, 0x3A1, 32}, {0x3A3, 0x3AB, 32},  // Greek
    {0x3D8, 0x3EF, 1},  {0x400, 0x40F, 80}, {0x410, 0x42F, 32},  // Greek, Cyrillic
    {0x460, 0x481, 1},  {0x48A, 0x4BF, 1},  {0x4C1, 0x4CE, 1},   // Cyrillic
    {0x4D0, 0x52F, 1},
};

struct Pair {
    char32_t capital, small;
};

constexpr Pair pairs[] = {
    {0x178, 0xFF}, {0x386, 0x3AC}, {0x38C, 0x3CC}, {0x38E, 0x3CD}, {0x38F, 0x3CE}, {0x4C0, 0x4CF},
};

}  // namespace

char32_t to_lower(char32_t code_point) {
    for (const Letters& row : letters) {
        if (code_point < row.first || code_point > row.last) continue;
        return row.distance == 1 ? code_point + 1 - (code_point - row.first) % 2 : code_point + row.distance;
    }
    if (code_point == 0x130) return U'i';  // capital i with dot
    for (const Pair& pair : pairs) {
        if (code_point == pair.capital) return pair.small;
    }
    return code_point;
}

char32_t to_upper(char32_t code_point) {
    for (const Letters& row : letters) {
        if (row.distance == 1) {
            if (code_point < row.first || code_point > row.last) continue;
            return code_point - (code_point - row.first) % 2;
        }
        if (code_point >= row.first + row.distance && code_point <= row.last + row.distance && code_point != 0x3C2) {
            return code_point - row.distance;
        }
    }
    switch (code_point) {
        case 0xB5:
            return 0x39C;  // micro sign: capital mu
        case 0x131:
            return U'I';  // dotless i
        case 0x17F:
            return U'S';  // long s
        case 0x3C2:
            return 0x3A3;  // final sigma
        default:
            break;
    }
    for (const Pair& pair : pairs) {
        if (code_point == pair.small) return pair.capital;
    }
    return code_point;
}

}  // namespace confer::engine
