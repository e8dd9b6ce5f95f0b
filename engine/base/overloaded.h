#pragma once
// Overloaded: lambdas as one visitor, for std::visit.

namespace confer::engine {

template <class... Visits>
struct Overloaded : Visits... {
    using Visits::operator()...;
};
template <class... Visits>
Overloaded(Visits...) -> Overloaded<Visits...>;

}  // namespace confer::engine
