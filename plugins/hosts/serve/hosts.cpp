// Test: tests/suites/server/host_test.py.
#include "hosts/serve/hosts.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

namespace confer::hosts::serve {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

// Without the port, the brackets of IPv6, and the point that may end a name.
std::string name_of(std::string_view host) {
    if (host.starts_with('[')) return lower(host.substr(1, host.find(']') - 1));
    host = host.substr(0, host.find(':'));
    if (host.ends_with('.')) host.remove_suffix(1);
    return lower(host);
}

bool is_address(const std::string& name) {
    boost::system::error_code wrong;
    boost::asio::ip::make_address(name, wrong);
    return !wrong;
}

}  // namespace

Hosts::Hosts(std::vector<std::string> names, bool takes_any)
    : names_(std::move(names)), takes_any_(takes_any && names_.empty()) {
    for (std::string& name : names_) name = name_of(name);
}

bool Hosts::answers_to(std::string_view host) const {
    if (takes_any_ || host.empty()) return true;
    const std::string name = name_of(host);
    return name == "localhost" || name.ends_with(".localhost") || is_address(name) ||
           std::find(names_.begin(), names_.end(), name) != names_.end();
}

}  // namespace confer::hosts::serve
