#pragma once
// The files of the web page and of the <confer-query> element, built into the program: what a server answers for `/`,
// `/page.js`, `/confer-query.js` and the others. They need nothing from the network, name each other by relative
// addresses, and hold no inline script or style, so that they run under
//
//   default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self';
//   font-src 'self'; base-uri 'none'; form-action 'none'
//
// Ownership  everything lives as long as the program.
// Threads    safe from any number of threads.
#include <span>
#include <string_view>

namespace confer::hosts {

struct Asset {
    std::string_view path;          // as in a request, from `/` on; the page itself is "/"
    std::string_view content_type;  // with its charset where it is text
    std::string_view bytes;
    std::string_view etag;  // a strong one with its quotes, as the header wants it; changes when the bytes do
    std::string_view gzipped, gzipped_etag;  // the same compressed; empty where that would be hardly smaller
};

// All files, by path. Empty in a program that was built with CONFER_PAGE=OFF.
std::span<const Asset> page_assets();

}  // namespace confer::hosts
