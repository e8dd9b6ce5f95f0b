#include "hosts/serve/incoming.h"

#include <boost/asio/ip/address.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/verb.hpp>

#include "hosts/serve/error_reply.h"
#include "hosts/serve/negotiation.h"

namespace confer::hosts::serve {

namespace {

namespace http = boost::beast::http;

std::string text_of(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

// Of a field that is there more than once, all values, as one list.
std::string field(const Message& message, http::field name) {
    std::string all;
    const auto [begin, end] = message.equal_range(name);
    for (auto line = begin; line != end; ++line) all += (line == begin ? "" : ", ") + text_of(line->value());
    return all;
}

Method method_of(http::verb verb) {
    switch (verb) {
        case http::verb::get:
            return Method::get;
        case http::verb::head:
            return Method::head;
        case http::verb::post:
            return Method::post;
        case http::verb::options:
            return Method::options;
        default:
            return Method::other;
    }
}

// The last address of X-Forwarded-For: the one that the proxy added itself.
std::string forwarded_client(const Message& message, const std::string& peer) {
    std::string last;
    const auto [begin, end] = message.equal_range("X-Forwarded-For");
    for (auto field = begin; field != end; ++field) last = text_of(field->value());
    last.erase(0, last.rfind(',') + 1);
    last.erase(0, last.find_first_not_of(" \t"));
    last.erase(last.find_last_not_of(" \t") + 1);
    boost::system::error_code wrong;
    const auto address = boost::asio::ip::make_address(last, wrong);
    return wrong ? peer : address.to_string();
}

Reply closing(Reply reply) {
    reply.closes = true;
    return reply;
}

Reply bad_request(std::string message) {
    return closing(refusal(400, "bad-request", std::move(message), {"send a request as RFC 9112 has it"}));
}

Reply too_long() {
    return closing(refusal(414, "address-too-long", "the address of the request is too long",
                           {"send long statements by POST, as the body's member \"query\""}));
}

}  // namespace

Request to_request(Message message, const std::string& peer, const std::set<std::string>& trusted_proxies) {
    Request request;
    request.method = method_of(message.method());
    request.method_text = text_of(message.method_string());
    request.target_text = text_of(message.target());
    request.client = trusted_proxies.contains(peer) ? forwarded_client(message, peer) : peer;
    request.host = field(message, http::field::host);
    request.accept = field(message, http::field::accept);
    request.accepts_gzip = accepts_gzip(field(message, http::field::accept_encoding));
    request.content_type = field(message, http::field::content_type);
    request.if_none_match = field(message, http::field::if_none_match);
    request.authorization = field(message, http::field::authorization);
    request.origin = field(message, http::field::origin);
    request.user_agent = field(message, http::field::user_agent);
    request.is_preflight = message.method() == http::verb::options &&
                           message.find(http::field::access_control_request_method) != message.end();
    request.keep_alive = message.keep_alive();
    request.is_http_1_0 = message.version() < 11;
    request.body = std::move(message.body());
    return request;
}

std::optional<Reply> refused(const Message& message, bool is_chunked) {
    if (message.version() >= 11 && message.count(http::field::host) != 1)
        return bad_request("the request does not have one header `Host`");
    if (message.find(http::field::transfer_encoding) != message.end() && !is_chunked)
        return bad_request("the request has a transfer encoding other than `chunked`");
    if (message.target().size() > max_target_bytes) return too_long();
    return std::nullopt;
}

Reply unreadable(const boost::beast::error_code& error, bool has_first_line, std::string_view rest) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        if (!has_first_line && rest.find('\n') == std::string_view::npos) return too_long();
        return closing(refusal(431, "headers-too-large", "the headers of the request are too large",
                               {"they may have " + std::to_string(max_header_bytes) + " bytes together"}));
    }
    if (error == http::error::body_limit) {
        return closing(refusal(413, "body-too-large", "the body of the request is too large",
                               {"it may have " + std::to_string(max_body_bytes) + " bytes"}));
    }
    const bool is_http_1 = rest.find(" HTTP/1.") != std::string_view::npos;  // with something else wrong in its line
    if (error == http::error::bad_version && !is_http_1) {
        return closing(refusal(505, "version-not-supported", "this server speaks HTTP/1.1", {"send HTTP/1.1"}));
    }
    return bad_request("the request is not HTTP: " + error.message());
}

}  // namespace confer::hosts::serve
