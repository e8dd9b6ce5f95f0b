#pragma once
// Connection: one client, from its first byte to the end: reads a request, has it answered, writes the reply, and reads
// the next. Requests that are sent in a row before their replies came are answered in their order.
//
// It has a deadline in each of its states: tick() looks whether that has passed, and whether a client whose statement
// runs is still there.
//
// Ownership  holds itself as long as something is going on; tells `closed` at the end.
// Threads    the thread that serves all connections.
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "hosts/serve/front.h"
#include "hosts/serve/reply.h"
#include "hosts/serve/request.h"

namespace confer::hosts::serve {

using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;

class Connection : public std::enable_shared_from_this<Connection> {
public:
    using Clock = std::chrono::steady_clock;
    using Closed = std::function<void(Connection&)>;

    Connection(Socket socket, std::string peer, Front& front, Closed closed);

    void start();
    void tick(Clock::time_point now);
    // The server is about to end: closes when it is idle, else after the reply.
    void finish();
    // Closes now; what runs for it is cancelled.
    void abandon();

private:
    enum class State : std::uint8_t { idle, reading, working, writing, lingering, closed };

    void read_head();
    void read_body();
    void continue_with_body();
    void failed_reading(const boost::beast::error_code& error);
    void answer();
    void reply_at_once(Reply reply);
    void work(Job job);
    void reply(Reply reply);
    void written(const boost::beast::error_code& error, std::size_t bytes);
    void linger();
    void close();

    void enter(State state, std::chrono::duration<double> patience);
    bool client_is_gone();
    void log(std::uint64_t bytes);

    Socket socket_;
    std::string peer_;
    Front& front_;
    Closed closed_;
    State state_ = State::idle;
    Clock::time_point deadline_;
    bool timed_out_ = false, closes_ = false;

    boost::beast::flat_buffer buffer_;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> parser_;
    Request request_;
    std::size_t route_ = 0;
    Clock::time_point asked_;         // when the request was there
    std::shared_ptr<Flight> flight_;  // that its request waits for
    std::string head_;
    Reply reply_;
    std::size_t lingered_ = 0;
};

}  // namespace confer::hosts::serve
