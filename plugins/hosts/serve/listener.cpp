#include "hosts/serve/listener.h"

#include <boost/asio/ip/address.hpp>

namespace confer::hosts::serve {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto tick_every = std::chrono::milliseconds(100);
constexpr auto pause_without_files = std::chrono::milliseconds(100);

constexpr std::string_view too_many =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

}  // namespace

Listener::Listener(asio::io_context& io, Front& front, std::size_t max_connections)
    : io_(io), front_(front), max_connections_(max_connections), acceptor_(io.get_executor()), ticks_(io), pause_(io) {}

engine::Result<void> Listener::open(const std::string& address, std::uint16_t port) {
    boost::system::error_code error;
    const tcp::endpoint endpoint(asio::ip::make_address(address), port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (!error) return {};
    return engine::Error{
        .code = engine::ErrorCode::usage,
        .message = "can't listen at " + address + ", port " + std::to_string(port) + ": " + error.message(),
        .hints = {"choose another with `--port`; with 0 it takes one that is free"}};
}

std::uint16_t Listener::port() const {
    return acceptor_.local_endpoint().port();
}

void Listener::start() {
    accept();
    tick();
}

void Listener::accept() {
    acceptor_.async_accept(io_.get_executor(), [this](const boost::system::error_code& error, Socket socket) {
        if (error == asio::error::operation_aborted || !acceptor_.is_open()) return;
        if (!error) accepted(std::move(socket));
        if (!error || error == asio::error::connection_aborted) return accept();
        pause_.expires_after(pause_without_files);  // out of file descriptors, most likely
        pause_.async_wait([this](const boost::system::error_code& stopped) {
            if (!stopped) accept();
        });
    });
}

void Listener::accepted(Socket socket) {
    boost::system::error_code error;
    const tcp::endpoint peer = socket.remote_endpoint(error);
    if (error) return;
    front_.metrics.count_connection();
    socket.set_option(tcp::no_delay(true), error);
    socket.non_blocking(true, error);
    if (connections_.size() >= max_connections_) {
        front_.metrics.count_refused_connection();
        socket.send(asio::buffer(too_many.data(), too_many.size()), 0, error);
        return;
    }
    asio::ip::address address = peer.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    auto connection =
        std::make_shared<Connection>(std::move(socket), address.to_string(), front_, [this](Connection& closed) {
            connections_.erase(&closed);
            tell_when_ended();
        });
    connections_.emplace(connection.get(), connection);
    connection->start();
}

void Listener::tick() {
    ticks_.expires_after(tick_every);
    ticks_.async_wait([this](const boost::system::error_code& stopped) {
        if (stopped) return;
        const auto now = Connection::Clock::now();
        for (const auto& connection : all()) connection->tick(now);
        tick();
    });
}

std::vector<std::shared_ptr<Connection>> Listener::all() const {
    std::vector<std::shared_ptr<Connection>> connections;
    connections.reserve(connections_.size());
    for (const auto& [address, weak] : connections_) {
        if (auto connection = weak.lock()) connections.push_back(std::move(connection));
    }
    return connections;
}

void Listener::finish(std::function<void()> ended) {
    ended_ = std::move(ended);
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    for (const auto& connection : all()) connection->finish();
    tell_when_ended();
}

void Listener::abandon() {
    for (const auto& connection : all()) connection->abandon();
}

void Listener::tell_when_ended() {
    if (ended_ && connections_.empty()) ended_();
}

}  // namespace confer::hosts::serve
