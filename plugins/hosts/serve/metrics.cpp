#include "hosts/serve/metrics.h"

#include <charconv>

#include "hosts/version.h"

namespace confer::hosts::serve {

namespace {

std::string number(double value) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

void head(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
    out.append("# HELP ").append(name).append(" ").append(help).append("\n");
    out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

void one(std::string& out, std::string_view name, std::string_view type, std::string_view help, std::uint64_t value) {
    head(out, name, type, help);
    out.append(name).append(" ").append(std::to_string(value)).append("\n");
}

}  // namespace

std::string_view Metrics::route_name(std::size_t route) const {
    return route < routes_.size() ? std::string_view(routes_[route]) : "unknown";
}

void Metrics::count(std::size_t route, std::string_view method, unsigned status, std::uint64_t bytes, double seconds) {
    ++requests_[{route, std::string(method), status}];
    bytes_ += bytes;
    if (route >= durations_.size()) return;
    std::size_t bucket = 0;
    while (bucket < bounds.size() && seconds > bounds[bucket]) ++bucket;
    ++durations_[route].counts[bucket];
    durations_[route].sum += seconds;
}

std::string Metrics::text(const Gauges& gauges) const {
    std::string out;
    head(out, "confer_build_info", "gauge", "The version of Confer and of the graph.");
    out.append("confer_build_info{version=\"").append(version).append("\",graph=\"");
    out.append(gauges.graph_version).append("\"} 1\n");

    head(out, "confer_http_requests_total", "counter", "Requests that were answered.");
    auto all = requests_;
    for (std::size_t route = 0; route < routes_.size(); ++route) all.try_emplace({route, "GET", 200}, 0);
    for (const auto& [key, count] : all) {
        const auto& [route, method, status] = key;
        out.append("confer_http_requests_total{route=\"").append(route_name(route));
        out.append("\",method=\"").append(method).append("\",status=\"").append(std::to_string(status));
        out.append("\"} ").append(std::to_string(count)).append("\n");
    }

    head(out, "confer_http_request_duration_seconds", "histogram",
         "From the end of a request to the end of its reply.");
    for (std::size_t route = 0; route < routes_.size(); ++route) {
        const std::string label = "{route=\"" + routes_[route] + "\"";
        std::uint64_t below = 0;
        for (std::size_t i = 0; i <= bounds.size(); ++i) {
            below += durations_[route].counts[i];
            out.append("confer_http_request_duration_seconds_bucket").append(label).append(",le=\"");
            out.append(i < bounds.size() ? number(bounds[i]) : "+Inf");
            out.append("\"} ").append(std::to_string(below)).append("\n");
        }
        out.append("confer_http_request_duration_seconds_sum").append(label).append("} ");
        out.append(number(durations_[route].sum)).append("\n");
        out.append("confer_http_request_duration_seconds_count").append(label).append("} ");
        out.append(std::to_string(below)).append("\n");
    }

    one(out, "confer_http_response_bytes_total", "counter", "Bytes of replies, headers included.", bytes_);
    one(out, "confer_connections", "gauge", "Connections that are open.", gauges.connections);
    one(out, "confer_connections_total", "counter", "Connections that were accepted.", connections_);
    one(out, "confer_connections_refused_total", "counter", "Connections past the limit.", refused_connections_);
    one(out, "confer_statements_running", "gauge", "Statements that run.", gauges.running);
    one(out, "confer_statements_queued", "gauge", "Statements that wait for a worker.", gauges.queued);
    one(out, "confer_statements_cancelled_total", "counter", "Statements whose client went away.", cancelled_);
    one(out, "confer_statements_joined_total", "counter", "Requests that waited for another client's same statement.",
        joined_);
    one(out, "confer_cache_answers", "gauge", "Answers in the cache.", gauges.cached_answers);
    one(out, "confer_cache_bytes", "gauge", "Bytes of the answers in the cache.", gauges.cached_bytes);
    one(out, "confer_cache_hits_total", "counter", "Requests that were answered from the cache.", gauges.cache_hits);
    one(out, "confer_cache_misses_total", "counter", "Requests that the cache had no answer to.", gauges.cache_misses);
    one(out, "confer_graph_nodes", "gauge", "Nodes of the graph.", gauges.nodes);
    one(out, "confer_graph_relationships", "gauge", "Relationships of the graph.", gauges.relationships);
    one(out, "confer_reloads_total", "counter", "Reloads of the graph that worked.", reloads_);
    one(out, "confer_reloads_failed_total", "counter", "Reloads of the graph that left the old one.", failed_reloads_);
    head(out, "process_start_time_seconds", "gauge", "When the server started, in seconds since 1970.");
    out.append("process_start_time_seconds ");
    out.append(std::to_string(std::chrono::system_clock::to_time_t(started_))).append("\n");
    return out;
}

}  // namespace confer::hosts::serve
