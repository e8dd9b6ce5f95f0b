#pragma once
// Finding: something about a graph's data that a curator should look at.
//
// Shapes     a finding is about a few elements, the first of which is where it would be mended.
// Threads    plain values.
// Source     each lint explained: docs/curating.md.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace confer::engine::check {

enum class Severity : std::uint8_t { note, warning, error };

enum class Lint : std::uint8_t {
    unknown_source,
    circle,
    no_source,
    uneven_lists,
    unknown_coverage,
    duplicate_name,
    similar_name,
    younger_ancestor,
    serves_despite_warning,
    has_what_it_denies,
    orphan,
    uncited_source,
    missing_summary,
    stale_acceptance,
    shared_name,
    weak_only,
    no_group,
    thin_coverage,
};

struct LintInfo {
    Lint lint;
    std::string_view code;  // "unknown-source"; never changes once published
    Severity severity;
    std::string_view explanation;  // a sentence: what is found, and why it matters
};

// All of them, in the order of the enumeration: errors, warnings, notes.
std::span<const LintInfo> lints();
const LintInfo& info(Lint lint);
std::string_view to_string(Severity severity);

// A node by its id, or a relationship by its ends' ids and its type.
struct Element {
    std::string id;        // of the node, or of the source
    std::string type, to;  // empty: a node
    friend auto operator<=>(const Element&, const Element&) = default;
};

struct Finding {
    Lint lint = Lint::orphan;
    std::string message;  // a sentence without a full stop, names in `ticks`
    std::vector<Element> of;
    std::vector<std::string> hints;
};

// What was found. Of each lint only so many are kept, but all are counted, so that a graph of millions can be checked.
class Findings {
public:
    explicit Findings(std::size_t most_of_each) : most_(most_of_each) {}

    // `compose` makes the finding if it is kept.
    void add(Lint lint, const std::function<Finding()>& compose);

    const std::vector<Finding>& kept() const { return kept_; }
    std::vector<Finding>& kept() { return kept_; }
    std::size_t count(Lint lint) const;
    std::size_t count(Severity severity) const;
    // One of them was looked at and is as it should be.
    void withdraw(const Finding& finding);

private:
    std::size_t most_;
    std::vector<Finding> kept_;
    std::map<Lint, std::size_t> counts_;
};

}  // namespace confer::engine::check
