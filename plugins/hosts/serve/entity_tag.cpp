#include "hosts/serve/entity_tag.h"

#include <algorithm>
#include <cstdint>

#include "hosts/version.h"

namespace confer::hosts::serve {

namespace {

// FNV-1a, 64 bits: RFC 9923.
void hash_in(std::uint64_t& hash, std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
}

std::string_view opaque(std::string_view tag) {
    return tag.substr(0, 2) == "W/" ? tag.substr(2) : tag;
}

}  // namespace

std::string entity_tag(std::string_view graph_version, std::string_view key) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    hash_in(hash, version);
    hash_in(hash, key);
    std::string tag = "W/\"";
    tag.append(graph_version).append(1, '-');
    for (int shift = 60; shift >= 0; shift -= 4) tag += "0123456789abcdef"[(hash >> shift) & 0xFU];
    return tag += '"';
}

bool matches(std::string_view if_none_match, std::string_view tag) {
    while (!if_none_match.empty()) {
        const std::size_t comma = std::min(if_none_match.find(','), if_none_match.size());
        std::string_view one = if_none_match.substr(0, comma);
        if_none_match.remove_prefix(std::min(if_none_match.size(), comma + 1));
        one.remove_prefix(std::min(one.find_first_not_of(" \t"), one.size()));
        one = one.substr(0, one.find_last_not_of(" \t") + 1);
        if (one == "*" || opaque(one) == opaque(tag)) return true;
    }
    return false;
}

Reply not_modified(std::string_view tag, std::string_view graph_version, unsigned max_age) {
    Reply reply;
    reply.status = 304;
    reply.etag = tag;
    reply.graph_version = graph_version;
    reply.is_storable = true;
    reply.max_age = max_age;
    return reply;
}

}  // namespace confer::hosts::serve
