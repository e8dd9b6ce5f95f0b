#include "bench/reference/kernels.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <tuple>

namespace confer::bench::reference {
namespace {

const Value& named(const Parameters& parameters, std::string_view name) {
    return std::find_if(parameters.begin(), parameters.end(), [&](const auto& entry) { return entry.first == name; })
        ->second;
}
const std::string& text(const Parameters& parameters, std::string_view name) {
    return *named(parameters, name).as<std::string>();
}
Value integer(std::uint64_t n) {
    return static_cast<std::int64_t>(n);
}

Rows sorted_rows(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end());
    Rows rows;
    for (std::string& text : texts) rows.emplace_back().emplace_back(std::move(text));
    return rows;
}

constexpr std::size_t top_count = 20;

}  // namespace

Kernels::Kernel Kernels::find(std::string_view query) {
    static const std::map<std::string_view, Kernel> kernels = {{"Q1", &Kernels::techniques_of},
                                                               {"Q2", &Kernels::closest_pairs},
                                                               {"Q2s", &Kernels::closest_recent_pairs},
                                                               {"Q3", &Kernels::nearest_to},
                                                               {"Q4", &Kernels::approaches_with_all},
                                                               {"Q5", &Kernels::triangles},
                                                               {"Q6", &Kernels::wedges},
                                                               {"Q6d", &Kernels::wedges_by_degrees},
                                                               {"Q7", &Kernels::ancestors},
                                                               {"Q8", &Kernels::distance},
                                                               {"Q9", &Kernels::mean_techniques_by_family},
                                                               {"Q10", &Kernels::decades_of_a_word}};
    const auto found = kernels.find(query);
    return found == kernels.end() ? nullptr : found->second;
}

Number Kernels::approach(const Parameters& parameters, std::string_view name) const {
    return graph_.approaches.number_of.at(text(parameters, name));
}

Rows Kernels::techniques_of(const Parameters& parameters) {
    std::vector<std::string> names;
    for (const Number t : graph_.uses.out.of(approach(parameters, "id"))) names.emplace_back(graph_.techniques.name(t));
    return sorted_rows(std::move(names));
}

// The pairs of approaches that have most techniques in common: a row-wise sparse product, each pair once, with a dense
// accumulator and a floor that rises with the best pairs so far.
Rows Kernels::top_pairs(int least_year) {
    const Nodes& approaches = graph_.approaches;
    struct Pair {
        Number shared, a, b;
    };
    const auto ids = [&](const Pair& pair) { return std::minmax(approaches.ids[pair.a], approaches.ids[pair.b]); };
    const auto before = [&](const Pair& x, const Pair& y) {
        return x.shared != y.shared ? x.shared > y.shared : ids(x) < ids(y);
    };
    shared_.resize(approaches.count());
    std::vector<Number> seen;
    std::vector<Pair> top;
    Number floor = 0;
    const auto keep_best = [&] {
        std::sort(top.begin(), top.end(), before);
        if (top.size() > top_count) top.resize(top_count);
    };
    for (Number a = 0; a < approaches.count(); ++a) {
        if (approaches.years[a] < least_year) continue;
        seen.clear();
        for (const Number t : graph_.uses.out.of(a)) {
            const auto users = graph_.uses.in.of(t);
            for (auto b = std::upper_bound(users.begin(), users.end(), a); b != users.end(); ++b) {
                if ((least_year == 0 || approaches.years[*b] >= least_year) && shared_[*b]++ == 0) seen.push_back(*b);
            }
        }
        for (const Number b : seen) {
            if (shared_[b] >= floor) {
                top.push_back({shared_[b], a, b});
                if (top.size() > 4096) {
                    keep_best();
                    floor = top.back().shared;
                }
            }
            shared_[b] = 0;
        }
    }
    keep_best();
    Rows rows;
    for (const Pair& pair : top) {
        const auto [low, high] = ids(pair);
        rows.push_back({low, high, integer(pair.shared)});
    }
    return rows;
}

Rows Kernels::closest_pairs(const Parameters&) {
    return top_pairs(0);
}
Rows Kernels::closest_recent_pairs(const Parameters& parameters) {
    return top_pairs(static_cast<int>(*named(parameters, "y").as<std::int64_t>()));
}

Rows Kernels::nearest_to(const Parameters& parameters) {
    const Number a = approach(parameters, "id");
    shared_.resize(graph_.approaches.count());
    std::vector<Number> seen;
    for (const BothWays* const edges : {&graph_.uses, &graph_.draws_on}) {
        for (const Number x : edges->out.of(a)) {
            for (const Number b : edges->in.of(x)) {
                if (shared_[b]++ == 0) seen.push_back(b);
            }
        }
    }
    std::vector<Number> others;
    for (const Number b : seen) {
        if (b != a) others.push_back(b);
    }
    const std::size_t count = std::min(top_count, others.size());
    std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count), others.end(),
                      [&](Number x, Number y) {
                          return shared_[x] != shared_[y] ? shared_[x] > shared_[y]
                                                          : graph_.approaches.ids[x] < graph_.approaches.ids[y];
                      });
    Rows rows;
    for (std::size_t i = 0; i < count; ++i) {
        rows.push_back({graph_.approaches.ids[others[i]], integer(shared_[others[i]])});
    }
    for (const Number b : seen) shared_[b] = 0;
    return rows;
}

Rows Kernels::approaches_with_all(const Parameters& parameters) {
    const auto users = graph_.uses.in.of(graph_.techniques.number_of.at(text(parameters, "t")));
    const auto treating = graph_.approach_treats.in.of(graph_.conditions.number_of.at(text(parameters, "c")));
    const auto drawing = graph_.draws_on.in.of(graph_.theories.number_of.at(text(parameters, "th")));
    std::vector<Number> both, all;
    std::set_intersection(users.begin(), users.end(), treating.begin(), treating.end(), std::back_inserter(both));
    std::set_intersection(both.begin(), both.end(), drawing.begin(), drawing.end(), std::back_inserter(all));
    std::vector<std::string> ids;
    for (const Number a : all) ids.push_back(graph_.approaches.ids[a]);
    return sorted_rows(std::move(ids));
}

Rows Kernels::triangles(const Parameters&) {
    std::vector<Number> mark(graph_.conditions.count(), ~Number{0});
    std::uint64_t count = 0;
    for (Number a = 0; a < graph_.approaches.count(); ++a) {
        for (const Number c : graph_.approach_treats.out.of(a)) mark[c] = a;
        for (const Number t : graph_.uses.out.of(a)) {
            for (const Number c : graph_.technique_treats.out.of(t)) count += mark[c] == a ? 1 : 0;
        }
    }
    return {{integer(count)}};
}

Rows Kernels::wedges(const Parameters&) {
    std::uint64_t count = 0;
    for (Number a = 0; a < graph_.approaches.count(); ++a) {
        for (const Number t : graph_.uses.out.of(a)) {
            for (const Number b : graph_.uses.in.of(t)) count += b != a ? 1 : 0;
        }
    }
    return {{integer(count)}};
}

Rows Kernels::wedges_by_degrees(const Parameters&) {
    std::uint64_t count = 0;
    for (Number t = 0; t < graph_.techniques.count(); ++t) {
        const std::uint64_t users = graph_.uses.in.degree(t);
        count += users * users - users;
    }
    return {{integer(count)}};
}

Rows Kernels::ancestors(const Parameters& parameters) {
    ancestor_mark_.resize(graph_.approaches.count());
    ++ancestor_run_;
    std::vector<Number> frontier{approach(parameters, "id")}, next, all;
    for (int depth = 0; depth < 10 && !frontier.empty(); ++depth) {
        next.clear();
        for (const Number a : frontier) {
            for (const Number b : graph_.derives_from.out.of(a)) {
                if (ancestor_mark_[b] == ancestor_run_) continue;
                ancestor_mark_[b] = ancestor_run_;
                next.push_back(b);
            }
        }
        all.insert(all.end(), next.begin(), next.end());
        frontier.swap(next);
    }
    std::vector<std::string> ids;
    for (const Number a : all) ids.push_back(graph_.approaches.ids[a]);
    return sorted_rows(std::move(ids));
}

Rows Kernels::mean_techniques_by_family(const Parameters&) {
    std::vector<std::pair<double, Number>> means;
    for (Number family = 0; family < graph_.families.count(); ++family) {
        const auto members = graph_.belongs_to.in.of(family);
        std::uint64_t sum = 0;
        for (const Number a : members) sum += graph_.uses.out.degree(a);
        if (!members.empty())
            means.emplace_back(static_cast<double>(sum) / static_cast<double>(members.size()), family);
    }
    const std::vector<std::string>& ids = graph_.families.ids;
    std::sort(means.begin(), means.end(), [&](const auto& x, const auto& y) {
        return x.first != y.first ? x.first > y.first : ids[x.second] < ids[y.second];
    });
    Rows rows;
    for (const auto& [mean, family] : means) rows.push_back({ids[family], mean});
    return rows;
}

Rows Kernels::decades_of_a_word(const Parameters& parameters) {
    const std::string& word = text(parameters, "s");
    std::map<int, std::uint64_t> decades;
    for (Number a = 0; a < graph_.approaches.count(); ++a) {
        const std::string_view name = graph_.approaches.name(a);
        if (memmem(name.data(), name.size(), word.data(), word.size()) != nullptr) {
            ++decades[graph_.approaches.years[a] / 10 * 10];
        }
    }
    Rows rows;
    for (const auto& [decade, count] : decades) rows.push_back({decade, integer(count)});
    return rows;
}

}  // namespace confer::bench::reference
