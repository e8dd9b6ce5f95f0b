#include "hosts/serve/serve_options.h"

#include <CLI/CLI.hpp>
#include <boost/asio/ip/address.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "hosts/option_check.h"

namespace confer::hosts::serve {

namespace {

using engine::Error;
using engine::ErrorCode;
using engine::Result;

constexpr double rate_for_strangers = 50;
constexpr std::size_t least_token = 16;

Error usage(std::string message, std::string hint) {
    return Error{.code = ErrorCode::usage, .message = std::move(message), .hints = {std::move(hint)}};
}

Result<std::string> read_token(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return Error{.code = ErrorCode::cannot_read,
                     .message = "the file of the token, `" + path + "`, can't be read",
                     .hints = {"write the token into a file that only the server may read"}};
    }
    std::string token{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    token.erase(token.find_last_not_of(" \t\r\n") + 1);
    return token;
}

Result<void> check_token(const std::string& token) {
    const bool printable =
        token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=") ==
        std::string::npos;
    if (token.size() >= least_token && printable) return {};
    return usage("the token has to be at least " + std::to_string(least_token) + " letters, digits or any of `-._~+/=`",
                 "make one with `openssl rand -hex 32`");
}

Result<void> check_origin(const std::string& origin) {
    const std::size_t scheme = origin.find("://");
    const bool is_origin = scheme != std::string::npos && scheme > 0 && scheme + 3 < origin.size() &&
                           origin.find_first_of("/ \t\r\n,*", scheme + 3) == std::string::npos;
    if (origin == "*" || is_origin) return {};
    return usage("`" + origin + "` is not an origin",
                 "write the scheme, the host and the port where it isn't the "
                 "usual one, such as `https://wiki.example.org`");
}

Result<void> check_host_name(const std::string& name) {
    if (!name.empty() && name.find_first_of("/:@* \t\r\n,") == std::string::npos) return {};
    return usage("`" + name + "` is not the name of a host",
                 "write it without scheme and port, such as `confer.example.org`");
}

Result<std::string> address(const std::string& text) {
    boost::system::error_code wrong;
    const std::string name = text == "localhost" ? "127.0.0.1" : text;
    const auto parsed = boost::asio::ip::make_address(name, wrong);
    if (!wrong) return parsed.to_string();
    return usage("`" + text + "` is not an address", "write for example 127.0.0.1, 0.0.0.0 or ::1");
}

}  // namespace

CLI::App* add_serve_options(CLI::App& app, ServeOptions& options) {
    CLI::App* group = app.add_option_group("Options of `confer serve`");
    group->add_option("--bind", options.bind, "The address to listen at (default: 127.0.0.1)")->type_name("ADDRESS");
    group->add_option("--port", options.port, "The port to listen at; 0: one that is free (default: 8642)")
        ->type_name("PORT")
        ->check(whole_number(0, 65535));
    group->add_option("--token", options.token, "Who sends this token may change the graph (also CONFER_TOKEN)")
        ->type_name("TOKEN");
    group->add_option("--token-file", options.token_file, "The same, from a file")->type_name("FILE");
    group->add_option("--allow-origin", options.allow_origins, "A site whose scripts may read answers; * for all")
        ->type_name("ORIGIN")
        ->take_all()
        ->allow_extra_args(false);
    group
        ->add_option("--host-name", options.host_names,
                     "A name that requests may call the server by (default: any, and localhost on a loopback address)")
        ->type_name("NAME")
        ->take_all()
        ->allow_extra_args(false);
    group->add_option("--trust-proxy", options.trusted_proxies, "A proxy whose X-Forwarded-For names the client")
        ->type_name("ADDRESS")
        ->take_all()
        ->allow_extra_args(false);
    group
        ->add_option("--rate", options.rate,
                     "Requests a second of one client; 0 for any (default: 50, and any on a loopback address)")
        ->type_name("N")
        ->check(zero_or_more());
    group->add_option("--max-queue", options.max_queue, "Statements that may wait (default: 256)")
        ->type_name("N")
        ->check(whole_number(0));
    group->add_option("--max-connections", options.max_connections, "Connections at once (default: 1000)")
        ->type_name("N")
        ->check(whole_number(1));
    group->add_option("--workers", options.workers, "Statements that run at once (default: one for each processor)")
        ->type_name("N")
        ->check(whole_number(1, 1000));
    group->add_option("--cache", options.cache_megabytes, "Memory for answers that are asked again (default: 64)")
        ->type_name("MB")
        ->check(whole_number(0, most_megabytes));
    group->add_option("--max-age", options.max_age, "For how long caches needn't ask again (default: 0)")
        ->type_name("SECONDS")
        ->check(whole_number(0, std::numeric_limits<unsigned>::max()));
    group
        ->add_option("--client-timeout", options.client_timeout,
                     "How long a client may take to send a request or take an answer (default: 10)")
        ->type_name("SECONDS")
        ->check(above_zero());
    group->add_option("--idle-timeout", options.idle_timeout, "How long a connection may be idle (default: 60)")
        ->type_name("SECONDS")
        ->check(above_zero());
    group->add_option("--grace", options.grace, "How long running statements have at the end (default: 10)")
        ->type_name("SECONDS")
        ->check(zero_or_more());
    group->add_option("--access-log", options.access_log, "A line of JSON for each request; - for standard error")
        ->type_name("FILE");
    return group;
}

bool is_loopback(const std::string& address) {
    return boost::asio::ip::make_address(address).is_loopback();
}

Result<void> settle_serve_options(ServeOptions& options) {
    CONFER_TRY(options.bind, address(options.bind));
    for (std::string& proxy : options.trusted_proxies) {
        CONFER_TRY(proxy, address(proxy));
    }
    for (const std::string& origin : options.allow_origins) CONFER_CHECK(check_origin(origin));
    for (const std::string& name : options.host_names) CONFER_CHECK(check_host_name(name));
    if (options.rate < 0) {
        options.rate = is_loopback(options.bind) ? 0 : rate_for_strangers;
    }
    if (!options.token.empty() && !options.token_file.empty()) {
        return usage("--token and --token-file exclude each other", "give one of them");
    }
    if (!options.token_file.empty()) {
        CONFER_TRY(options.token, read_token(options.token_file));
        return check_token(options.token);
    }
    const char* environment = std::getenv("CONFER_TOKEN");
    if (options.token.empty() && environment != nullptr) options.token = environment;
    return options.token.empty() ? Result<void>() : check_token(options.token);
}

}  // namespace confer::hosts::serve
