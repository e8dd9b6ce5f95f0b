#include "hosts/serve/assets.h"

namespace confer::hosts::serve {

namespace {

constexpr Asset page = {"/", "text/html; charset=utf-8",
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
<p>Answers are at <code>/api/query?q=…</code>; <a href="openapi.json">openapi.json</a> describes all that can be asked.</p>
<p>Confer describes what sources say. It gives no clinical advice.</p>
</main>
</body>
</html>
)",
                        "\"plain-1\""};

}  // namespace

std::optional<Asset> asset(std::string_view path) {
    if (path == page.path) return page;
    return std::nullopt;
}

}  // namespace confer::hosts::serve
