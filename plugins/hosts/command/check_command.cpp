// Test: tests/suites/check/command_test.py.
#include "hosts/command/check_command.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "check/accepted.h"
#include "check/check.h"
#include "hosts/command/coverage_report.h"
#include "load/element_places.h"
#include "load/graph_location.h"

namespace confer::hosts {

namespace {

using engine::Answer;
using engine::Kind;
using engine::Result;
using engine::Value;
namespace check = engine::check;
namespace load = engine::load;

Value text(std::string_view held) {
    return Value(held);
}

struct Placed {
    const check::Finding* finding;
    load::ElementPlace place;  // no line: unknown
};

load::ElementKey key_of(const check::Element& element) {
    return {element.id, element.type, element.to};
}

std::vector<Placed> placed(const std::vector<check::Finding>& findings, const std::string& path) {
    std::vector<load::ElementKey> wanted;
    for (const check::Finding& finding : findings) {
        if (!finding.of.empty()) wanted.push_back(key_of(finding.of.front()));
    }
    const auto places = load::find_places(path, wanted);
    std::vector<Placed> out;
    for (const check::Finding& finding : findings) {
        out.push_back({&finding, {}});
        if (finding.of.empty()) continue;
        const auto found = places.find(key_of(finding.of.front()));
        if (found != places.end()) out.back().place = found->second;
    }
    return out;
}

// What accepted.json beside the graph accepts.
Result<void> accept_known(check::Findings& findings, const std::string& path) {
    const load::GraphLocation location = load::locate_graph(path);
    const auto file = std::filesystem::path(location.folder) / "accepted.json";
    std::ifstream in(file, std::ios::binary);
    if (!in) return {};
    const std::string held{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return check::accept(findings, held, file.generic_string());
}

std::string as_text(const Placed& placed) {
    const check::LintInfo& lint = check::info(placed.finding->lint);
    std::string out = std::string(check::to_string(lint.severity)) + "[" + std::string(lint.code) +
                      "]: " + placed.finding->message + "\n";
    if (placed.place.line != 0) out += " --> " + placed.place.file + ":" + std::to_string(placed.place.line) + "\n";
    for (const std::string& hint : placed.finding->hints) out += "hint: " + hint + "\n";
    return out + "\n";
}

std::string counted(std::size_t count, const std::string& what) {
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

// Notes are many and change nothing: without --all they are only counted.
std::string as_text(const std::vector<Placed>& all, const check::Findings& findings, const Options& options) {
    std::string out;
    for (const check::LintInfo& lint : check::lints()) {
        const std::size_t count = findings.count(lint.lint);
        if (count == 0) continue;
        if (lint.severity == check::Severity::note && !options.all) {
            out += "note[" + std::string(lint.code) + "]: " + counted(count, "time") + ". " +
                   std::string(lint.explanation) + "\n\n";
            continue;
        }
        std::size_t shown = 0;
        for (const Placed& placed : all) {
            if (placed.finding->lint != lint.lint) continue;
            out += as_text(placed);
            ++shown;
        }
        if (shown < count) out += counted(count - shown, "more finding") + " of this kind\n\n";
    }
    out += counted(findings.count(check::Severity::error), "error") + ", " +
           counted(findings.count(check::Severity::warning), "warning") + ", " +
           counted(findings.count(check::Severity::note), "note") + "\n";
    if (!options.all && findings.count(check::Severity::note) > 0) out += "(--all shows each note)\n";
    return out;
}

Answer as_answer(const std::vector<Placed>& all, const engine::GraphPtr& graph) {
    Answer answer;
    answer.graph = graph;
    answer.columns = {{"severity", Kind::string},
                      {"lint", Kind::string},
                      {"message", Kind::string},
                      {"of", engine::ValueType::list_of(Kind::string)},
                      {"file", Kind::string},
                      {"line", Kind::integer},
                      {"hints", engine::ValueType::list_of(Kind::string)}};
    for (const Placed& placed : all) {
        const check::LintInfo& lint = check::info(placed.finding->lint);
        engine::ValueList of, hints;
        for (const check::Element& element : placed.finding->of) {
            of.push_back(text(element.type.empty() ? element.id : element.id + " " + element.type + " " + element.to));
        }
        for (const std::string& hint : placed.finding->hints) hints.push_back(text(hint));
        const bool known = placed.place.line != 0;
        answer.rows.push_back({text(check::to_string(lint.severity)), text(lint.code), text(placed.finding->message),
                               Value(std::move(of)), known ? text(placed.place.file) : Value(),
                               known ? Value(static_cast<std::int64_t>(placed.place.line)) : Value(),
                               Value(std::move(hints))});
    }
    return answer;
}

}  // namespace

Result<Checked> check_graph(const engine::GraphPtr& graph, const Options& options,
                            const engine::format::RenderOptions& render) {
    if (options.report) return Checked{coverage_report(graph, options.format, render), 0};
    check::Findings findings = check::check(*graph);
    CONFER_CHECK(accept_known(findings, options.graph));
    const std::vector<Placed> all = placed(findings.kept(), options.graph);
    Checked out;
    out.text = options.format == engine::format::Format::table
                   ? as_text(all, findings, options)
                   : engine::format::render(as_answer(all, graph), options.format, render);
    const bool wrong =
        findings.count(check::Severity::error) > 0 || (options.strict && findings.count(check::Severity::warning) > 0);
    out.exit_status = wrong ? 1 : 0;
    return out;
}

}  // namespace confer::hosts
