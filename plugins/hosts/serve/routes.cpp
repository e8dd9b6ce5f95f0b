#include "hosts/serve/routes.h"

#include "hosts/serve/assets.h"
#include "hosts/serve/entity_tag.h"
#include "hosts/serve/error_reply.h"

namespace confer::hosts::serve {

namespace {

constexpr std::string_view id = "{id}";
constexpr std::string_view reading = "GET, HEAD, OPTIONS";
constexpr std::string_view reading_and_posting = "GET, HEAD, POST, OPTIONS";

Reply options(std::string_view allow, Nature nature) {
    Reply reply;
    reply.status = 204;
    reply.allow = allow;
    reply.nature = nature;
    return reply;
}

Reply wrong_method(std::string_view allow) {
    Reply reply = refusal(405, "method-not-allowed", "this path does not take requests of that method",
                          {"the methods are " + std::string(allow)});
    reply.allow = allow;
    return reply;
}

bool reads(Method method) {
    return method == Method::get || method == Method::head;
}

Reply of_asset(const Asset& asset, const Request& request) {
    const Nature nature = asset.path == "/confer-query.js" ? Nature::script : Nature::page;
    if (request.method == Method::options) return options(reading, nature);
    if (!reads(request.method)) return wrong_method(reading);
    Reply reply;
    reply.nature = nature;
    reply.content_type = asset.content_type;
    const bool is_gzipped = request.accepts_gzip && !asset.gzipped.empty();
    reply.etag = is_gzipped ? asset.gzipped_etag : asset.etag;
    reply.is_storable = true;
    if (!request.if_none_match.empty() && matches(request.if_none_match, reply.etag)) {
        reply.status = 304;
    } else {
        reply.fixed = asset.bytes;
        reply.fixed_gzipped = asset.gzipped;
    }
    return reply;
}

}  // namespace

void Routes::add(std::string path, Methods methods, Handler handler) {
    std::string prefix;
    if (path.size() > id.size() && path.substr(path.size() - id.size()) == id)
        prefix = path.substr(0, path.size() - id.size());
    routes_.push_back({std::move(path), std::move(prefix), methods, std::move(handler)});
}

std::vector<std::string> Routes::names() const {
    std::vector<std::string> names;
    for (const Route& route : routes_) names.push_back(route.path);
    names.emplace_back("/");
    return names;
}

std::string_view Routes::rest_of(const Request& request, std::string_view path) {
    return std::string_view(request.target.path).substr(path.size() - id.size());
}

Routes::Answered Routes::answer(const Request& request) const {
    const std::string& path = request.target.path;
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        const Route& route = routes_[i];
        const bool fits = route.prefix.empty() ? path == route.path
                                               : path.size() > route.prefix.size() && path.starts_with(route.prefix);
        if (!fits) continue;
        const bool takes_post = route.methods == Methods::read_and_post;
        const std::string_view allow = takes_post ? reading_and_posting : reading;
        if (request.method == Method::options) return {options(allow, Nature::data), i};
        const bool fits_method = reads(request.method) || (takes_post && request.method == Method::post);
        if (!fits_method) return {wrong_method(allow), i};
        return {route.handler(request), i};
    }
    if (const std::optional<Asset> found = asset(path)) return {of_asset(*found, request), routes_.size()};
    return {refusal(404, "not-found", "there is nothing at this path",
                    {"questions go to /api/query?q=…; /openapi.json lists all paths"}),
            unknown()};
}

}  // namespace confer::hosts::serve
