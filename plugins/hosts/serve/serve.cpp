// Test: tests/suites/server/lifecycle_test.py.
#include "hosts/serve/serve.h"

#include <sys/resource.h>

#include <boost/asio/signal_set.hpp>
#include <csignal>

#include "hosts/serve/api.h"
#include "hosts/serve/event_log.h"
#include "hosts/serve/listener.h"
#include "hosts/serve/log_text.h"
#include "hosts/serve/reloader.h"

namespace confer::hosts::serve {

namespace {

namespace asio = boost::asio;
using engine::Result;

constexpr std::size_t max_waiting_to_be_compressed = 256;
constexpr std::size_t megabytes_on_their_way = 256;  // of answers that clients are taking

// As many files as there may be connections, and some.
void allow_files(std::size_t wanted) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
    limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? wanted : std::min<rlim_t>(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

ConnectionRules connection_rules(const ServeOptions& options) {
    using Seconds = std::chrono::duration<double>;
    return {.client_timeout = Seconds(options.client_timeout),
            .idle_timeout = Seconds(options.idle_timeout),
            .statement_timeout = Seconds(options.limits.timeout_seconds.value_or(3600)),
            .trusted_proxies = {options.trusted_proxies.begin(), options.trusted_proxies.end()}};
}

class Server {
public:
    Server(engine::Database& database, const ServeOptions& options, AccessLog& access_log)
        : options_(options),
          access_log_(access_log),
          served_(database),
          cache_(options.cache_megabytes << 20U),
          repeatable_(database),
          query_rules_{options.limits, options.token, options.max_age,
                       (options.cache_megabytes + megabytes_on_their_way) << 20U},
          routes_(routes_of({served_, cache_, repeatable_, query_rules_, [this] { return metrics_text(); }})),
          hosts_(options.host_names, !is_loopback(options.bind)),
          origins_(options.allow_origins),
          connection_rules_(connection_rules(options)),
          limiter_(options.rate),
          metrics_(routes_.names()),
          signals_(io_),
          grace_(io_),
          reloader_(served_, options.graph, options.from),
          workers_(options.workers, options.max_queue),
          compressor_(1, max_waiting_to_be_compressed),
          front_{routes_,  hosts_,   origins_,    connection_rules_, limiter_,
                 metrics_, workers_, compressor_, flights_,          access_log},
          listener_(io_, front_, options.max_connections) {}

    Result<void> run() {
        const std::string version = served_.version_of(served_.graph());
        served_.graph()->names();
        allow_files(options_.max_connections + 64);
        std::signal(SIGPIPE, SIG_IGN);
        for (const int signal : {SIGTERM, SIGINT, SIGHUP}) signals_.add(signal);
        wait_for_signal();
        CONFER_CHECK(listener_.open(options_.bind, options_.port));
        listener_.start();
        const std::string host =
            options_.bind.find(':') == std::string::npos ? options_.bind : "[" + options_.bind + "]";
        const std::string port = std::to_string(listener_.port());
        log_event("listening", {{"url", log_text("http://" + host + ":" + port + "/")},
                                {"port", port},
                                {"graph", log_text(version)},
                                {"nodes", std::to_string(served_.graph()->node_count())}});
        io_.run();
        log_event("stopped", {});
        return {};
    }

private:
    std::string metrics_text() const {
        const engine::GraphPtr graph = served_.graph();
        const AnswerCache::Counts cached = cache_.counts();
        return metrics_.text({.graph_version = served_.known_version_of(graph).value_or(""),
                              .nodes = graph->node_count(),
                              .relationships = graph->edge_count(),
                              .connections = listener_.connection_count(),
                              .running = workers_.running(),
                              .queued = workers_.queued(),
                              .cached_answers = cached.answers,
                              .cached_bytes = cached.bytes,
                              .cache_hits = cached.hits,
                              .cache_misses = cached.misses});
    }

    void wait_for_signal() {
        signals_.async_wait([this](const boost::system::error_code& error, int signal) {
            if (error) return;
            wait_for_signal();
            signal == SIGHUP ? reload() : stop();
        });
    }

    void reload() {
        access_log_.reopen();
        reloader_.reload([this](bool worked) { asio::post(io_, [this, worked] { metrics_.count_reload(worked); }); });
    }

    void stop() {
        if (stopping_) return end_now();
        stopping_ = true;
        const std::size_t connections = listener_.connection_count();
        grace_.expires_after(std::chrono::duration_cast<std::chrono::steady_clock::duration>(
            std::chrono::duration<double>(options_.grace)));
        grace_.async_wait([this](const boost::system::error_code& error) {
            if (!error) end_now();
        });
        // Not by cancelling what is waited for: a timer or a signal whose turn has come already would go on.
        listener_.finish([this] { io_.stop(); });
        log_event("stopping", {{"connections", std::to_string(connections)}});
    }

    void end_now() { listener_.abandon(); }

    const ServeOptions& options_;
    AccessLog& access_log_;
    ServedGraph served_;
    AnswerCache cache_;
    Repeatable repeatable_;
    QueryRules query_rules_;
    Routes routes_;
    Hosts hosts_;
    Origins origins_;
    ConnectionRules connection_rules_;
    RateLimiter limiter_;
    Metrics metrics_;
    bool stopping_ = false;
    asio::io_context io_{1};
    asio::signal_set signals_;
    asio::steady_timer grace_;
    Reloader reloader_;
    Flights flights_;
    Workers workers_;
    Workers compressor_;
    Front front_;
    Listener listener_;
};

}  // namespace

Result<void> run_serve(engine::Database& database, const ServeOptions& options) {
    CONFER_TRY(const std::unique_ptr<AccessLog> access_log, AccessLog::open(options.access_log));
    Server server(database, options, *access_log);
    return server.run();
}

}  // namespace confer::hosts::serve
