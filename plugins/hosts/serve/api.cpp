// Test: tests/suites/server/api_test.py, which also holds openapi.json to these routes.
#include "hosts/serve/api.h"

#include <charconv>

#include "base/suggest.h"
#include "format/json_value.h"
#include "hosts/serve/complete_reply.h"
#include "hosts/serve/error_reply.h"
#include "hosts/serve/kept_handler.h"
#include "hosts/serve/node_reply.h"
#include "hosts/serve/openapi.h"
#include "hosts/serve/schema_reply.h"

namespace confer::hosts::serve {

namespace {

constexpr std::string_view node_path = "/api/node/{id}";

using Made = std::variant<std::string, Reply>;

std::variant<Asked, Reply> ask_schema(const Request&) {
    return Asked{"schema", [](const engine::GraphPtr& graph, const std::string& version) -> Made {
                     return schema_json(*graph, version);
                 }};
}

std::variant<Asked, Reply> ask_node(const Request& request) {
    const std::string id(Routes::rest_of(request, node_path));
    return Asked{"node " + id, [id](const engine::GraphPtr& graph, const std::string&) -> Made {
                     if (auto found = node_json(graph, id)) return std::move(*found);
                     const std::vector<std::string> near = near_ids(*graph, id);
                     std::vector<std::string> hints;
                     if (!near.empty()) hints.push_back(engine::did_you_mean(near));
                     hints.emplace_back("answers with `graph=true` hold the ids of their nodes");
                     return refusal(404, "unknown-node", "no node has the id `" + id + "`", std::move(hints));
                 }};
}

std::variant<Asked, Reply> ask_completion(const engine::Database& database, const Request& request) {
    const std::string* text = request.target.find("q");
    const std::string* place = request.target.find("at");
    std::size_t at = static_cast<std::size_t>(-1);
    if (place != nullptr) {
        const char* end = place->data() + place->size();
        const auto [read, error] = std::from_chars(place->data(), end, at);
        if (error != std::errc() || read != end || place->empty()) {
            return refusal(400, "bad-request", "`at` has to be a number of characters",
                           {"leave it out to complete at the end of `q`"});
        }
    }
    const std::string q = text != nullptr ? *text : "";
    return Asked{"complete " + std::to_string(at) + " " + q,
                 [&database, q, at](const engine::GraphPtr&, const std::string&) -> Made {
                     return completion_json(database, q, at);
                 }};
}

Reply health(ServedGraph& served) {
    const engine::GraphPtr graph = served.graph();
    const std::string version = served.known_version_of(graph).value_or("");
    Reply reply;
    reply.graph_version = version;
    reply.body = body_of("{\"status\":\"ok\",\"version\":" + engine::format::json_string(version) +
                         ",\"nodes\":" + std::to_string(graph->node_count()) +
                         ",\"relationships\":" + std::to_string(graph->edge_count()) + "}\n");
    return reply;
}

Reply described() {
    static const std::shared_ptr<const Body> body = body_of(std::string(openapi_json));
    Reply reply;
    reply.content_type = "application/openapi+json";
    reply.body = body;
    reply.is_storable = true;
    return reply;
}

}  // namespace

Routes routes_of(const Api& api) {
    using Methods = Routes::Methods;
    const auto kept = [&](Ask ask) { return kept_handler(api.served, api.cache, api.rules.max_age, std::move(ask)); };
    Routes routes;
    routes.add("/api/query", Methods::read_and_post, query_handler(api.served, api.cache, api.repeatable, api.rules));
    routes.add("/api/schema", Methods::read, kept(ask_schema));
    routes.add("/api/complete", Methods::read, kept([&served = api.served](const Request& request) {
                   return ask_completion(served.database(), request);
               }));
    routes.add(std::string(node_path), Methods::read, kept(ask_node));
    routes.add("/health", Methods::read, [&served = api.served](const Request&) { return health(served); });
    routes.add("/metrics", Methods::read, [metrics = api.metrics](const Request&) {
        Reply reply;
        reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
        reply.body = body_of(metrics());
        return reply;
    });
    routes.add("/openapi.json", Methods::read, [](const Request&) { return described(); });
    return routes;
}

}  // namespace confer::hosts::serve
