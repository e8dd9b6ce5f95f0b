#pragma once
// Flights: the jobs that run, by what their replies depend on, so that clients who ask the same thing meanwhile wait
// for the same reply instead of having it made once for each.
//
// A flight goes on as long as somebody waits for it: its token is requested when the last client has gone.
//
// Threads    the thread that serves all connections, save a flight's token, which is safe from any.
// Cost       one hash a job.
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/cancel.h"
#include "hosts/serve/reply.h"

namespace confer::hosts::serve {

using Passenger = const void*;  // who waits, by address
using Landed = std::function<void(const Reply&)>;

class Flight {
public:
    const engine::CancelToken& cancelled() const { return cancel_; }

private:
    friend class Flights;
    std::string key_;  // empty: nobody else gets on
    engine::CancelToken cancel_;
    std::vector<std::pair<Passenger, Landed>> waiting_;
};

class Flights {
public:
    // The flight with that key, with one passenger more; nullptr: there is none.
    std::shared_ptr<Flight> join(std::string_view key, Passenger who, Landed landed);
    // A new one. An empty key: nobody can join it.
    std::shared_ptr<Flight> begin(std::string key, Passenger who, Landed landed);

    // True when nobody waits any more, and the flight was cancelled.
    bool leave(const std::shared_ptr<Flight>& flight, Passenger who);
    // Gives the reply to all who wait.
    void land(const std::shared_ptr<Flight>& flight, const Reply& reply);

private:
    void forget(const std::shared_ptr<Flight>& flight);

    std::unordered_map<std::string_view, std::shared_ptr<Flight>> by_key_;  // keys live in the flights
};

}  // namespace confer::hosts::serve
