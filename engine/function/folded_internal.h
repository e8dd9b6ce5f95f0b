#pragma once
// folded: how names of functions and procedures, which are ASCII, are compared.
#include <string>
#include <string_view>

namespace confer::engine {

inline std::string folded(std::string_view name) {
    std::string key(name);
    for (char& c : key) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return key;
}

}  // namespace confer::engine
