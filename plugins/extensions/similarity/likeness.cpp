// Tests: tests/suites/similarity.
#include "similarity/likeness.h"

#include <algorithm>
#include <cmath>

namespace confer::similarity {

namespace {

std::optional<double> ratio(double part, double whole) {
    if (whole <= 0) return std::nullopt;
    return part / whole;
}

}  // namespace

std::optional<double> Likeness::jaccard() const {
    return ratio(static_cast<double>(shared), static_cast<double>(size + other_size - shared));
}

std::optional<double> Likeness::overlap() const {
    return ratio(static_cast<double>(shared), static_cast<double>(std::min(size, other_size)));
}

std::optional<double> Likeness::cosine() const {
    return ratio(static_cast<double>(shared), std::sqrt(static_cast<double>(size) * static_cast<double>(other_size)));
}

std::optional<double> Likeness::weighted() const {
    return ratio(shared_weight, weight + other_weight - shared_weight);
}

}  // namespace confer::similarity
