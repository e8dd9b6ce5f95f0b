// Test: tests/suites/server/connection_test.py, hostile_test.py.
#include "hosts/serve/connection.h"

#include <poll.h>

#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include "hosts/serve/error_reply.h"
#include "hosts/serve/incoming.h"
#include "hosts/serve/log_text.h"
#include "hosts/serve/reply_head.h"

namespace confer::hosts::serve {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Seconds = std::chrono::duration<double>;

// A client that takes a large answer has more time, at this many bytes a second.
constexpr double least_bytes_a_second = 32 * 1024;
constexpr Seconds linger_time(2);
constexpr std::size_t most_lingered = std::size_t{4} << 20U;

constexpr std::string_view method_names[] = {"GET", "HEAD", "POST", "OPTIONS", "other"};  // by Method

Reply unknown_host() {
    return refusal(421, "unknown-host", "this server does not go by the name in the header `Host`",
                   {"ask it by its address, or start it with `--host-name` and the name"});
}

Reply failed(std::string_view what) {
    return refusal(500, "internal", "Confer itself failed: " + std::string(what),
                   {"this is a defect of Confer: please report the request"});
}

}  // namespace

Connection::Connection(Socket socket, std::string peer, Front& front, Closed closed)
    : socket_(std::move(socket)),
      peer_(std::move(peer)),
      front_(front),
      closed_(std::move(closed)),
      buffer_(max_header_bytes + max_body_bytes) {}

void Connection::start() {
    read_head();
}

void Connection::enter(State state, Seconds patience) {
    state_ = state;
    timed_out_ = false;
    deadline_ = Clock::now() + std::chrono::duration_cast<Clock::duration>(patience);
}

void Connection::tick(Clock::time_point now) {
    const bool has_begun = buffer_.size() > 0 || (parser_ && parser_->got_some());
    if (state_ == State::idle && has_begun) {
        enter(State::reading, front_.rules.client_timeout);
        return;
    }
    if (state_ == State::working) {
        if (client_is_gone()) abandon();
        return;  // statements have a limit of their own
    }
    if (state_ == State::closed || now < deadline_ || timed_out_) return;
    if (state_ == State::reading) {
        timed_out_ = true;  // the read that is cancelled ends in a reply
        socket_.cancel();
        return;
    }
    close();
}

// Whether the other end has closed. One that only stopped sending looks the same, and counts as gone.
bool Connection::client_is_gone() {
    pollfd polled{socket_.native_handle(), POLLRDHUP, 0};
    return ::poll(&polled, 1, 0) > 0 && (polled.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

void Connection::finish() {
    closes_ = true;
    if (state_ == State::idle && buffer_.size() == 0) close();
}

void Connection::abandon() {
    if (state_ == State::working) {
        if (flight_ && front_.flights.leave(flight_, this)) front_.metrics.count_cancelled();
        flight_ = nullptr;
        reply_ = Reply();
        reply_.status = 499;  // as proxies log it: the client went away
        log(0);
    }
    close();
}

// ---- reading

void Connection::read_head() {
    parser_.emplace();
    parser_->header_limit(max_header_bytes);
    parser_->body_limit(max_body_bytes);
    const bool has_begun = buffer_.size() > 0;
    enter(has_begun ? State::reading : State::idle,
          has_begun ? front_.rules.client_timeout : front_.rules.idle_timeout);
    http::async_read_header(socket_, buffer_, *parser_,
                            [self = shared_from_this()](const beast::error_code& error, std::size_t) {
                                if (error) return self->failed_reading(error);
                                if (self->parser_->is_done()) return self->answer();
                                self->continue_with_body();
                            });
}

void Connection::continue_with_body() {
    enter(State::reading, front_.rules.client_timeout);
    if (!beast::iequals(parser_->get()[http::field::expect], "100-continue")) return read_body();
    head_ = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(socket_, asio::buffer(head_),
                      [self = shared_from_this()](const beast::error_code& error, std::size_t) {
                          error ? self->failed_reading(error) : self->read_body();
                      });
}

void Connection::read_body() {
    http::async_read(socket_, buffer_, *parser_,
                     [self = shared_from_this()](const beast::error_code& error, std::size_t) {
                         error ? self->failed_reading(error) : self->answer();
                     });
}

void Connection::failed_reading(const beast::error_code& error) {
    if (state_ == State::closed) return;
    asked_ = Clock::now();
    request_ = Request();
    request_.client = peer_;
    route_ = front_.routes.unknown();
    closes_ = true;
    if (timed_out_) {
        Reply slow = refusal(408, "request-timeout", "the request did not come to its end in time",
                             {"send the whole request at once"});
        return reply(std::move(slow));
    }
    const bool is_http_error = error.category() == http::make_error_code(http::error::end_of_stream).category();
    if (!is_http_error || error == http::error::end_of_stream || error == http::error::partial_message) return close();
    const auto rest = buffer_.data();
    reply(unreadable(error, !parser_->get().target().empty(), {static_cast<const char*>(rest.data()), rest.size()}));
}

// ---- answering

void Connection::answer() {
    if (state_ == State::closed) return;
    asked_ = Clock::now();
    const bool is_chunked = parser_->chunked();
    std::optional<Reply> bad = refused(parser_->get(), is_chunked);
    request_ = to_request(parser_->release(), peer_, front_.rules.trusted_proxies);
    route_ = front_.routes.unknown();
    if (bad) return reply(std::move(*bad));
    if (!front_.hosts.answers_to(request_.host)) return reply(unknown_host());

    auto target = parse_target(request_.target_text);
    if (!target) return reply(error_reply(target.error(), ""));
    request_.target = std::move(target).value();
    const bool is_watched = request_.target.path == "/health" || request_.target.path == "/metrics";
    if (const unsigned wait = is_watched ? 0 : front_.limiter.wait(request_.client, asked_); wait > 0) {
        Reply slower = refusal(429, "too-many-requests", "this client sends more requests than it may",
                               {"wait as many seconds as `Retry-After` says"});
        slower.retry_after = wait;
        return reply(std::move(slower));
    }

    Routes::Answered answered = front_.routes.answer(request_);
    route_ = answered.route;
    if (Reply* now = std::get_if<Reply>(&answered.outcome)) return reply_at_once(std::move(*now));
    work(std::get<Job>(std::move(answered.outcome)));
}

// Compressing is for another thread, and for none that statements can keep busy; when too much waits for it, the reply
// goes as it is.
void Connection::reply_at_once(Reply reply) {
    const bool lasts = reply.is_storable || reply.from_cache;
    const bool is_worth_it = request_.accepts_gzip && lasts && reply.body && reply.body->is_to_be_compressed();
    if (!is_worth_it) return this->reply(std::move(reply));
    enter(State::working, Seconds(0));
    const bool taken = front_.compressor.submit([self = shared_from_this(), reply]() mutable {
        reply.body->compress();
        const auto executor = self->socket_.get_executor();
        asio::post(executor, [self = std::move(self), reply = std::move(reply)]() mutable {
            if (self->state_ == State::working) self->reply(std::move(reply));
        });
    });
    if (!taken) this->reply(std::move(reply));
}

void Connection::work(Job job) {
    enter(State::working, Seconds(0));
    const Landed landed = [self = shared_from_this()](const Reply& made) { self->reply(made); };
    flight_ = front_.flights.join(job.key, this, landed);
    if (flight_) return front_.metrics.count_joined();
    flight_ = front_.flights.begin(std::move(job.key), this, landed);
    const auto latest =
        asked_ + std::chrono::duration_cast<Clock::duration>(front_.rules.statement_timeout);  // to begin with it
    const bool taken =
        front_.workers.submit([&flights = front_.flights, executor = socket_.get_executor(), flight = flight_, latest,
                               gzips = request_.accepts_gzip, run = std::move(job.run)]() mutable {
            auto made = std::make_shared<Reply>();
            const engine::CancelToken& cancelled = flight->cancelled();
            try {
                const bool is_late = Clock::now() > latest;
                *made = cancelled.requested() ? Reply()
                        : is_late             ? too_busy("the server has too much to do")
                                              : run(cancelled);
                if (gzips && made->body && made->body->is_to_be_compressed()) made->body->compress();
            } catch (const std::bad_alloc&) {
                *made = too_busy("the server has no memory left for this");
            } catch (const std::exception& error) {
                *made = failed(error.what());
            }
            run = nullptr;  // what it holds goes before the client can ask again
            asio::post(executor, [&flights, flight = std::move(flight), made] { flights.land(flight, *made); });
        });
    if (taken) return;
    front_.flights.leave(flight_, this);
    reply(too_busy("the server has too much to do"));
}

// ---- writing

void Connection::reply(Reply reply) {
    flight_ = nullptr;
    reply_ = std::move(reply);
    reply_.is_gzipped = request_.accepts_gzip && !reply_.gzipped().empty();
    closes_ = closes_ || reply_.closes || !request_.keep_alive;
    head_ = reply_head(reply_, request_, front_.origins, closes_);
    const std::string_view body = request_.method == Method::head ? std::string_view() : reply_.content();
    enter(State::writing,
          front_.rules.client_timeout + Seconds(static_cast<double>(body.size()) / least_bytes_a_second));
    const std::array<asio::const_buffer, 2> pieces = {asio::buffer(head_), asio::buffer(body.data(), body.size())};
    asio::async_write(socket_, pieces, [self = shared_from_this()](const beast::error_code& error, std::size_t bytes) {
        self->written(error, bytes);
    });
}

void Connection::written(const beast::error_code& error, std::size_t bytes) {
    log(bytes);
    if (state_ == State::closed) return;
    if (error) return close();
    closes_ ? linger() : read_head();
}

// A connection that is closed while something unread lies in it is reset, and the client may lose the reply: so what
// still comes is thrown away for a while.
void Connection::linger() {
    if (state_ != State::lingering) {
        beast::error_code ignored;
        socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        enter(State::lingering, linger_time);
        buffer_.clear();
    }
    socket_.async_read_some(buffer_.prepare(8192),
                            [self = shared_from_this()](const beast::error_code& error, std::size_t bytes) {
                                self->lingered_ += bytes;
                                if (self->state_ == State::closed) return;
                                error || self->lingered_ > most_lingered ? self->close() : self->linger();
                            });
}

void Connection::close() {
    if (state_ == State::closed) return;
    state_ = State::closed;
    beast::error_code ignored;
    socket_.close(ignored);
    closed_(*this);
}

void Connection::log(std::uint64_t bytes) {
    const Seconds taken = Clock::now() - asked_;
    const std::string_view method = method_names[static_cast<std::size_t>(request_.method)];
    front_.metrics.count(route_, method, reply_.status, bytes, taken.count());
    if (!front_.access_log.is_on()) return;
    std::string line = "{\"time\":\"" + log_time() + "\",\"client\":" + log_text(request_.client);
    line += ",\"method\":" + log_text(request_.method_text, 32) + ",\"target\":" + log_text(request_.target_text);
    line += ",\"status\":" + std::to_string(reply_.status) + ",\"bytes\":" + std::to_string(bytes);
    line += ",\"ms\":" + std::to_string(taken.count() * 1000);
    line += std::string(",\"cache\":") + (reply_.from_cache ? "true" : "false");
    line += ",\"agent\":" + log_text(request_.user_agent, 256) + "}\n";
    front_.access_log.add(line);
}

}  // namespace confer::hosts::serve
