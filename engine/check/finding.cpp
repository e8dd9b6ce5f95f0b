#include "check/finding.h"

#include <algorithm>
#include <array>

namespace confer::engine::check {

namespace {

constexpr auto all = std::to_array<LintInfo>({
    {Lint::unknown_source, "unknown-source", Severity::error,
     "`sources` holds an id that no node has, so the claim can't be followed to who makes it."},
    {Lint::circle, "circle", Severity::error,
     "Descent, parts or kinds run in a circle, so that a thing would be its own ancestor, part or kind."},
    {Lint::no_source, "no-source", Severity::warning,
     "A claim of a type that has `sources` names none, so nobody can see who says so."},
    {Lint::uneven_lists, "uneven-lists", Severity::warning,
     "`grades` or `notes` run parallel to `sources`, but are longer or shorter."},
    {Lint::unknown_coverage, "unknown-coverage", Severity::warning,
     "`coverage` names something that is no relationship type."},
    {Lint::duplicate_name, "duplicate-name", Severity::warning,
     "Two things of one label have the same name, so questions can't tell them apart."},
    {Lint::similar_name, "similar-name", Severity::warning,
     "Two names of one label differ by a letter, a plural or the order of their words: perhaps one thing twice."},
    {Lint::younger_ancestor, "younger-ancestor", Severity::warning,
     "Something is older than what it descends from: one of the years, or the descent, may be wrong."},
    {Lint::serves_despite_warning, "serves-despite-warning", Severity::warning,
     "Something is recorded as used for what other claims warn of: a reader of the first would never see the second."},
    {Lint::has_what_it_denies, "has-what-it-denies", Severity::warning,
     "Something is recorded both as having a component and as doing without it."},
    {Lint::orphan, "orphan", Severity::warning, "A node has no relationship, so no question about others finds it."},
    {Lint::uncited_source, "uncited-source", Severity::warning, "No claim cites the source."},
    {Lint::missing_summary, "missing-summary", Severity::warning,
     "What the graph is about (its label has `coverage`) has five relationships or more, and no `summary`."},
    {Lint::stale_acceptance, "stale-acceptance", Severity::warning,
     "`accepted.json` accepts something that isn't found any more."},
    {Lint::shared_name, "shared-name", Severity::note,
     "One name or alias stands for several things; questions ask which one is meant."},
    {Lint::weak_only, "weak-only", Severity::note, "All sources of a claim are of low quality."},
    {Lint::no_group, "no-group", Severity::note, "Something belongs to none of the groups that others belong to."},
    {Lint::thin_coverage, "thin-coverage", Severity::note,
     "For fewer than half of its component types anybody has looked what sources say of it."},
});

}  // namespace

std::span<const LintInfo> lints() {
    return all;
}

const LintInfo& info(Lint lint) {
    return all[static_cast<std::size_t>(lint)];
}

std::string_view to_string(Severity severity) {
    return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

void Findings::add(Lint lint, const std::function<Finding()>& compose) {
    if (counts_[lint]++ >= most_) return;
    kept_.push_back(compose());
    kept_.back().lint = lint;
}

std::size_t Findings::count(Lint lint) const {
    const auto found = counts_.find(lint);
    return found == counts_.end() ? 0 : found->second;
}

std::size_t Findings::count(Severity severity) const {
    std::size_t sum = 0;
    for (const auto& [lint, count] : counts_) sum += info(lint).severity == severity ? count : 0;
    return sum;
}

void Findings::withdraw(const Finding& finding) {
    --counts_[finding.lint];
    std::erase_if(kept_, [&](const Finding& kept) { return kept.lint == finding.lint && kept.of == finding.of; });
}

}  // namespace confer::engine::check
