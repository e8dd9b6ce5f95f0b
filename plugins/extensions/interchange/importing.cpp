#include "interchange/importing.h"

namespace confer::interchange {

std::string Importing::read_all() {
    std::string text;
    for (std::size_t size = 0;;) {
        text.resize(size + (std::size_t{1} << 20U));
        const std::size_t got = read(text.data() + size, text.size() - size);
        size += got;
        if (got > 0) continue;
        text.resize(size);
        return text;
    }
}

}  // namespace confer::interchange
