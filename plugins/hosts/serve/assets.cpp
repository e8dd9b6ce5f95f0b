#include "hosts/serve/assets.h"

namespace confer::hosts::serve {

namespace {

constexpr Asset plain_page = {"/",
                              "text/html; charset=utf-8",
                              R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Confer</title>
</head>
<body>
<main>
<h1>Confer</h1>
<p>This program was built without the web page. Answers are at <code>/api/query?q=…</code>, and
<a href="openapi.json">openapi.json</a> describes all that can be asked.</p>
</main>
</body>
</html>
)",
                              "\"plain-page\"",
                              "",
                              ""};

}  // namespace

std::optional<Asset> asset(std::string_view path) {
    for (const Asset& file : page_assets()) {
        if (file.path == path) return file;
    }
    if (page_assets().empty() && path == plain_page.path) return plain_page;
    return std::nullopt;
}

}  // namespace confer::hosts::serve
