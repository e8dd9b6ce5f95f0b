#pragma once
// Reply: what the server sends back, before it is known to which client.
//
// Ownership  bodies are shared: an answer in the cache is sent to any number of clients without a copy.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "hosts/serve/body.h"

namespace confer::hosts::serve {

// What a reply is, which decides what browsers may do with it.
enum class Nature : std::uint8_t {
    data,    // of the API: never a document of its own
    page,    // the page and its parts
    script,  // what other sites may run
};

struct Reply {
    unsigned status = 200;
    std::string_view content_type = "application/json";  // a text that lives as long as the program
    std::shared_ptr<const Body> body;                    // nullptr: `fixed` is the body
    std::string_view fixed, fixed_gzipped;               // they live as long as the program; the latter may be empty
    Nature nature = Nature::data;
    std::string etag;           // with its quotes; empty: none
    std::string graph_version;  // empty: it doesn't depend on the graph
    bool is_storable = false;   // whether caches may keep it
    unsigned max_age = 0;       // for so many seconds without asking again
    std::string_view allow;     // the methods of the path; empty: not said
    unsigned retry_after = 0;   // seconds; 0: not said
    bool asks_for_token = false;
    bool closes = false;  // the connection, after it
    bool from_cache = false;

    bool is_gzipped = false;  // which form of its content is sent

    std::string_view plain() const { return body != nullptr ? body->text() : fixed; }
    std::string_view gzipped() const { return body != nullptr ? body->gzipped() : fixed_gzipped; }
    std::string_view content() const { return is_gzipped ? gzipped() : plain(); }
};

inline std::shared_ptr<const Body> body_of(std::string text) {
    return std::make_shared<const Body>(std::move(text));
}

}  // namespace confer::hosts::serve
