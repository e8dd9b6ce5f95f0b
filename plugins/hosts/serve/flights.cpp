// Test: tests/suites/server/together_test.py.
#include "hosts/serve/flights.h"

namespace confer::hosts::serve {

std::shared_ptr<Flight> Flights::join(std::string_view key, Passenger who, Landed landed) {
    const auto found = key.empty() ? by_key_.end() : by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    found->second->waiting_.emplace_back(who, std::move(landed));
    return found->second;
}

std::shared_ptr<Flight> Flights::begin(std::string key, Passenger who, Landed landed) {
    auto flight = std::make_shared<Flight>();
    flight->key_ = std::move(key);
    flight->waiting_.emplace_back(who, std::move(landed));
    if (!flight->key_.empty()) by_key_.emplace(flight->key_, flight);
    return flight;
}

bool Flights::leave(const std::shared_ptr<Flight>& flight, Passenger who) {
    std::erase_if(flight->waiting_, [&](const auto& entry) { return entry.first == who; });
    if (!flight->waiting_.empty()) return false;
    forget(flight);
    flight->cancel_.request();
    return true;
}

void Flights::land(const std::shared_ptr<Flight>& flight, const Reply& reply) {
    forget(flight);
    for (const auto& [who, landed] : std::exchange(flight->waiting_, {})) landed(reply);
}

void Flights::forget(const std::shared_ptr<Flight>& flight) {
    const auto found = by_key_.find(flight->key_);
    if (found != by_key_.end() && found->second == flight) by_key_.erase(found);
}

}  // namespace confer::hosts::serve
