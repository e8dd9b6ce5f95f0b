#include "hosts/serve/reply_head.h"

#include <array>
#include <boost/beast/http/status.hpp>
#include <ctime>

namespace confer::hosts::serve {

namespace {

// By Nature. The page's scripts and styles are files of its own; pictures may also be made by its scripts. Drawings
// that are looked at by themselves may hold styles, and nothing that runs.
constexpr std::array<std::string_view, 3> policies = {
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'\r\n"
    "X-Frame-Options: DENY\r\n"
    "Cross-Origin-Resource-Policy: cross-origin\r\n",
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n"
    "X-Frame-Options: DENY\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=()\r\n",
    "Content-Security-Policy: default-src 'none'; sandbox; frame-ancestors 'none'\r\n"
    "X-Frame-Options: DENY\r\n"
    "Cross-Origin-Resource-Policy: cross-origin\r\n",
};

constexpr std::string_view always =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n";

std::string_view date_line() {
    static std::time_t shown = 0;
    static char line[64];
    static std::size_t size = 0;
    const std::time_t now = std::time(nullptr);
    if (now != shown) {
        std::tm parts{};
        ::gmtime_r(&now, &parts);
        size = std::strftime(line, sizeof line, "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
        shown = now;
    }
    return {line, size};
}

void field(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

void add_cors(std::string& out, const Reply& reply, const Request& request, const Origins& origins) {
    const bool for_all = reply.nature == Nature::script || origins.allows_all();
    if (!for_all && !origins.empty()) out += "Vary: Origin\r\n";
    if (!for_all && !origins.allows(request.origin)) return;
    field(out, "Access-Control-Allow-Origin", for_all ? "*" : request.origin);
    if (request.is_preflight) {
        field(out, "Access-Control-Allow-Methods", reply.allow);
        field(out, "Access-Control-Allow-Headers", "Accept, Authorization, Content-Type, If-None-Match");
        field(out, "Access-Control-Max-Age", "600");
    } else if (reply.nature == Nature::data) {
        field(out, "Access-Control-Expose-Headers", "ETag, Retry-After, X-Confer-Graph");
    }
}

void add_caching(std::string& out, const Reply& reply) {
    if (!reply.is_storable) {
        out += "Cache-Control: no-store\r\n";
        return;
    }
    if (!reply.etag.empty()) field(out, "ETag", reply.etag);
    if (reply.max_age == 0) {
        out += "Cache-Control: public, no-cache\r\n";
    } else {
        field(out, "Cache-Control", "public, max-age=" + std::to_string(reply.max_age));
    }
    out += reply.nature == Nature::data ? "Vary: Accept, Accept-Encoding\r\n" : "Vary: Accept-Encoding\r\n";
}

}  // namespace

std::string reply_head(const Reply& reply, const Request& request, const Origins& origins, bool closes) {
    const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(reply.status));
    std::string out;
    out.reserve(1024);
    out.append("HTTP/1.1 ").append(std::to_string(reply.status)).append(" ");
    out.append(reason.data(), reason.size()).append("\r\n");
    out += date_line();
    const bool has_content = reply.status != 304 && reply.status != 204;
    if (has_content) {
        field(out, "Content-Type", reply.content_type);
        field(out, "Content-Length", std::to_string(reply.content().size()));
        if (reply.is_gzipped) out += "Content-Encoding: gzip\r\n";
    }
    add_caching(out, reply);
    if (!reply.graph_version.empty()) field(out, "X-Confer-Graph", reply.graph_version);
    if (!reply.allow.empty()) field(out, "Allow", reply.allow);
    if (reply.retry_after > 0) field(out, "Retry-After", std::to_string(reply.retry_after));
    if (reply.asks_for_token) field(out, "WWW-Authenticate", "Bearer realm=\"confer\"");
    add_cors(out, reply, request, origins);
    out += always;
    out += policies[static_cast<std::size_t>(reply.nature)];
    if (closes) {
        out += "Connection: close\r\n";
    } else if (request.is_http_1_0) {
        out += "Connection: keep-alive\r\n";
    }
    return out += "\r\n";
}

}  // namespace confer::hosts::serve
