#pragma once
// Listener: accepts clients, as many as may be, and keeps their connections until they end.
//
// Threads    the thread that serves all connections.
// Errors     open: usage, when the address can't be listened at.
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "hosts/serve/connection.h"

namespace confer::hosts::serve {

class Listener {
public:
    Listener(boost::asio::io_context& io, Front& front, std::size_t max_connections);

    engine::Result<void> open(const std::string& address, std::uint16_t port);
    std::uint16_t port() const;  // REQUIRES: open
    void start();

    std::size_t connection_count() const { return connections_.size(); }

    // Takes no more clients; those that are there get what they asked for. `ended` is called when the last is gone.
    void finish(std::function<void()> ended);
    // Ends them all now.
    void abandon();

private:
    using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

    void accept();
    void accepted(Socket socket);
    void tick();
    void tell_when_ended();
    std::vector<std::shared_ptr<Connection>> all() const;

    boost::asio::io_context& io_;
    Front& front_;
    std::size_t max_connections_;
    Acceptor acceptor_;
    boost::asio::steady_timer ticks_, pause_;
    std::unordered_map<const Connection*, std::weak_ptr<Connection>> connections_;
    std::function<void()> ended_;
};

}  // namespace confer::hosts::serve
