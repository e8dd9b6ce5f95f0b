// golden_runner [--approve] [--filter TEXT] FOLDER: runs every FOLDER/**/*.query and compares the answer with the
// .expected beside it; with --approve it writes what it got instead. Exit status 1 when something differs.
//
// A .query begins with lines that set it up, then the statement:
//   -- graph: therapy.json      from tests/graphs; `builtin` for the built-in graph; absent: the empty graph;
//                               or graph JSON itself, on this one line
//   -- rows: any order          rows are compared sorted
//   -- sources: yes             the footnotes of each row, or of each cell, are part of the answer
//   -- param: NAME=JSON
//   -- max-rows: N
//   -- read-only: yes
//   -- before: STATEMENT        run before, on a graph of the pair's own; may be repeated
//   -- after: STATEMENT         run afterwards, its answer shown below that of the statement; may be repeated
// A .expected holds the columns and the rows as literals, or the rendered error; then `note:` lines, and what changed.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "format/changes.h"
#include "format/footnotes.h"
#include "format/json_value.h"
#include "session/database.h"
#include "support/loaded.h"
#include "value/format.h"

namespace {

namespace fs = std::filesystem;
using namespace confer::engine;

struct Case {
    std::string graph, statement;
    bool any_order = false, sources = false;
    std::vector<std::string> before, after;
    RunOptions run;
};

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

[[noreturn]] void refuse(const fs::path& file, const std::string& why) {
    std::cerr << file.string() << ": " << why << '\n';
    std::exit(2);
}

void set_up(Case& golden, const fs::path& file, const std::string& key, const std::string& value) {
    if (key == "graph") {
        golden.graph = value;
    } else if (key == "rows" && value == "any order") {
        golden.any_order = true;
    } else if (key == "sources" && value == "yes") {
        golden.sources = true;
    } else if (key == "max-rows") {
        golden.run.limits.max_rows = std::stoull(value);
    } else if (key == "read-only" && value == "yes") {
        golden.run.read_only = true;
    } else if (key == "before") {
        golden.before.push_back(value);
    } else if (key == "after") {
        golden.after.push_back(value);
    } else if (key == "param") {
        const std::size_t equals = value.find('=');
        auto parsed = format::value_from_json(value.substr(equals + 1));
        if (!parsed) refuse(file, parsed.error().message);
        golden.run.parameters.insert_or_assign(value.substr(0, equals), std::move(parsed).value());
    } else {
        refuse(file, "unknown line `-- " + key + ": " + value + "`");
    }
}

Case read_case(const fs::path& file) {
    Case golden;
    const std::string text = read_file(file);
    std::size_t begin = 0;
    while (text.compare(begin, 3, "-- ") == 0) {
        const std::size_t end = text.find('\n', begin);
        const std::string line = text.substr(begin + 3, end - begin - 3);
        const std::size_t colon = line.find(": ");
        if (colon == std::string::npos) refuse(file, "a line that begins with -- must read `-- key: value`");
        set_up(golden, file, line.substr(0, colon), line.substr(colon + 2));
        begin = end + 1;
    }
    golden.statement = text.substr(begin);
    while (!golden.statement.empty() && golden.statement.back() == '\n') golden.statement.pop_back();
    return golden;
}

// Literals, but nodes by title and relationships drawn, so that goldens don't depend on ids.
std::string literal(const Value& value, const PropertyGraph& graph) {
    const auto node = [&](NodeId id) { return "(" + graph.title(id) + ")"; };
    switch (value.kind()) {
        case Kind::node:
            return node(value.as_node());
        case Kind::relationship: {
            const EdgeEnds ends = graph.ends(value.as_relationship());
            return node(ends.source) + "-[:" + graph.types().name(graph.type_of(value.as_relationship())) + "]->" +
                   node(ends.target);
        }
        case Kind::path: {
            const PathValue& path = value.as_path();
            std::string out = node(path.nodes[0]);
            for (std::size_t i = 0; i < path.edges.size(); ++i) {
                const std::string type = graph.types().name(graph.type_of(path.edges[i]));
                const bool forward = graph.ends(path.edges[i]).source == path.nodes[i];
                out += forward ? "-[:" + type + "]->" : "<-[:" + type + "]-";
                out += node(path.nodes[i + 1]);
            }
            return out;
        }
        case Kind::list: {
            std::string out = "[";
            for (const Value& item : value.as_list()) out += (out.size() > 1 ? ", " : "") + literal(item, graph);
            return out + "]";
        }
        case Kind::map: {
            std::string out = "{";
            for (const auto& [key, item] : value.as_map())
                out += (out.size() > 1 ? ", " : "") + key + ": " + literal(item, graph);
            return out + "}";
        }
        default:
            return to_literal(value);
    }
}

std::string show(const Answer& answer, const Case& golden) {
    std::string out;
    for (const AnswerColumn& column : answer.columns) out += (out.empty() ? "" : " | ") + column.name;
    if (!answer.columns.empty()) out += '\n';
    std::vector<std::string> rows;
    for (std::size_t r = 0; r < answer.rows.size(); ++r) {
        std::string line;
        for (std::size_t i = 0; i < answer.rows[r].size(); ++i) {
            line += (line.empty() ? "" : " | ") + literal(answer.rows[r][i], *answer.graph);
            if (!golden.sources || answer.cell_citations.empty() || answer.cell_citations[r][i].empty()) continue;
            line += " [" + format::footnote_numbers(answer.cell_citations[r][i], answer.sources) + "]";
        }
        if (golden.sources && !answer.citations.empty() && answer.cell_citations.empty()) {
            line += " [" + format::footnote_numbers(answer.citations[r], answer.sources) + "]";
        }
        rows.push_back(std::move(line));
    }
    if (golden.any_order) std::sort(rows.begin(), rows.end());
    for (const std::string& row : rows) out += row + '\n';
    if (golden.sources) {
        for (std::size_t i = 0; i < answer.sources.size(); ++i) {
            out += "[" + std::to_string(i + 1) + "] " + format::citation_text(answer.sources[i]) + '\n';
        }
    }
    for (const std::string& notice : answer.notices) out += "note: " + notice + '\n';
    if (const std::string changes = format::changes_text(answer.stats); !changes.empty()) out += "= " + changes + '\n';
    return out.empty() ? "(nothing)\n" : out;
}

// Each graph is loaded once; whoever changes it gets it as it was.
GraphPtr graph_called(const fs::path& graphs, const std::string& name) {
    static std::map<std::string, GraphPtr> loaded;
    const auto [found, is_new] = loaded.try_emplace(name);
    if (!is_new) return found->second;
    if (name.starts_with('{')) {
        auto graph = load_text(name);
        if (!graph) refuse(name, problems_of(graph));
        return found->second = std::move(graph).value();
    }
    Database database;
    if (!name.empty()) {
        const auto done = name == "builtin" ? database.load_builtin() : database.load((graphs / name).string());
        if (!done) refuse(graphs / name, render(done.error(), ""));
    }
    return found->second = database.graph();
}

Database& database_for(const fs::path& graphs, const std::string& name) {
    static std::map<std::string, std::unique_ptr<Database>> opened;
    std::unique_ptr<Database>& database = opened[name];
    if (database == nullptr || database->graph() != graph_called(graphs, name))
        database = std::make_unique<Database>(graph_called(graphs, name));
    return *database;
}

std::string run_one(const std::string& statement, const Case& golden, Database& database) {
    const auto answer = database.run(statement, golden.run);
    return answer ? show(answer.value(), golden) : render(answer.error(), statement) + "\n";
}

std::string run(const Case& golden, const fs::path& graphs, const fs::path& file) {
    Database& database = database_for(graphs, golden.graph);
    for (const std::string& statement : golden.before) {
        if (const auto done = database.run(statement); !done) refuse(file, render(done.error(), statement));
    }
    std::string out = run_one(golden.statement, golden, database);
    for (const std::string& statement : golden.after) out += "\n" + run_one(statement, golden, database);
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    constexpr const char* usage = "usage: golden_runner [--approve] [--filter TEXT] FOLDER\n";
    bool approve = false;
    std::string filter;
    fs::path folder;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--approve") {
            approve = true;
        } else if (argument == "--filter" && i + 1 < argc) {
            filter = argv[++i];
        } else if (argument == "--help") {
            std::cout << usage;
            return 0;
        } else if (argument.starts_with('-') || !folder.empty()) {
            std::cerr << usage;
            return 2;
        } else {
            folder = argument;
        }
    }
    if (!fs::is_directory(folder)) {
        std::cerr << usage;
        return 2;
    }

    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const bool wanted = entry.path().string().find(filter) != std::string::npos;
        if (entry.path().extension() == ".query" && wanted) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    if (files.empty()) refuse(folder, "no .query files here");

    int different = 0;
    for (const fs::path& file : files) {
        const std::string got = run(read_case(file), fs::path(CONFER_SOURCE_DIR) / "tests" / "graphs", file);
        fs::path expected = file;
        expected.replace_extension(".expected");
        if (approve) {
            std::ofstream(expected, std::ios::binary) << got;
        } else if (!fs::exists(expected) || read_file(expected) != got) {
            ++different;
            std::cout << "--- " << file.string() << "\nexpected:\n" << read_file(expected) << "got:\n" << got << '\n';
        }
    }
    std::cout << files.size() << (approve ? " written" : " run, ")
              << (approve ? "" : std::to_string(different) + " different") << '\n';
    return different == 0 ? 0 : 1;
}
