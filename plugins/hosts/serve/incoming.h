#pragma once
// incoming: from the messages of Boost.Beast to requests, and from what went wrong in reading one to replies.
//
// Source     RFC 9112. Where it leaves a choice to servers, the stricter one: no Host or two of them, or a
//            Transfer-Encoding other than `chunked`, is a bad request.
#include <boost/beast/core/error.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <set>
#include <string>

#include "hosts/serve/reply.h"
#include "hosts/serve/request.h"

namespace confer::hosts::serve {

inline constexpr std::uint32_t max_header_bytes = 16 * 1024;
inline constexpr std::uint64_t max_body_bytes = 256 * 1024;
inline constexpr std::size_t max_target_bytes = 8 * 1024;

using Message = boost::beast::http::request<boost::beast::http::string_body>;

// `peer`: the address at the other end; where it is one of the trusted proxies, the client is whom it names last.
// Leaves the target undecoded.
Request to_request(Message message, const std::string& peer, const std::set<std::string>& trusted_proxies);

// What keeps a message from being answered, if anything does.
std::optional<Reply> refused(const Message& message, bool is_chunked);

// Of a message that could not be read to its end. `has_first_line`: whether its first line was read; `rest`: what had
// come besides.
Reply unreadable(const boost::beast::error_code& error, bool has_first_line, std::string_view rest);

}  // namespace confer::hosts::serve
