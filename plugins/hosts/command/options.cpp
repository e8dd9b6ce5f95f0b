#include "hosts/command/options.h"

#include <CLI/CLI.hpp>

#include "base/suggest.h"
#include "hosts/option_check.h"
#include "hosts/shell/parameter.h"

namespace confer::hosts {
namespace {

using engine::Error;
using engine::ErrorCode;
using engine::Result;

constexpr const char* description =
    "Confer: a knowledge graph and query engine for comparative and integrative psychotherapy.\n"
    "Asks one STATEMENT, a question in English or an openCypher pattern; without one, opens the shell on a\n"
    "terminal and reads statements, with ; between them, from standard input elsewhere.";

constexpr const char* footer =
    "\nCommands, in place of a statement:\n"
    "  shell                       the interactive shell, also when the input is no terminal\n"
    "  pipe                        one JSON request a line in, one JSON reply a line out\n"
    "  check PATH                  reads a graph, and says what a curator should look at (--strict, --report, --all)\n"
    "  convert IN OUT              a graph into another format, by what the names of the files end in:\n"
    "                              .json, .csv (tables of nodes and edges), .graphml, .dot, .pgjson,\n"
    "                              .cypher (a script), .ttl or .jsonld (RDF); else by --from and --to\n"
    "  serve                       questions over HTTP, and the web page (docs/server.md)\n"
    "  weave FILE...               answers the queries in pages (Markdown, MediaWiki, DokuWiki) under them; with\n"
    "                              --check, only says which answers are out of date\n"
    "  plugins                     the plugins that there are, and what they add\n"
    "  version                     the version\n"
    "  help                        this text\n"
    "\nExit status: 0 answered; 1 the statement is wrong; 2 wrong use of this command; 3 the graph can't be loaded;\n"
    "4 a limit was reached, or it was interrupted; 5 Confer itself failed.\n"
    "\nConfer describes what sources say. It gives no clinical advice.\n";

Error usage(std::string message, std::vector<std::string> hints = {"`confer --help` lists all options"}) {
    return Error{.code = ErrorCode::usage, .message = std::move(message), .hints = std::move(hints)};
}

Result<engine::format::Format> format_named(const std::string& name) {
    if (const auto format = engine::format::format_called(name)) return *format;
    const std::vector<std::string> near = engine::nearest_names(name, engine::format::format_names());
    std::string all;
    for (const std::string& known : engine::format::format_names()) all += (all.empty() ? "" : ", ") + known;
    std::vector<std::string> hints;
    if (!near.empty()) hints.push_back(engine::did_you_mean(near));
    hints.push_back("the formats are " + all);
    return usage("there is no format called `" + name + "`", std::move(hints));
}

Error no_such_option(const std::string& given, std::initializer_list<const CLI::App*> groups) {
    std::vector<std::string> known;
    for (const CLI::App* group : groups) {
        for (const CLI::Option* option : group->get_options()) {
            for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
        }
    }
    const std::string name = given.substr(0, given.find('='));
    Error error = usage("there is no option `" + name + "`");
    const std::vector<std::string> near = engine::nearest_names(name, known);
    if (!near.empty()) error.hints.insert(error.hints.begin(), engine::did_you_mean(near));
    return error;
}

Result<void> settle_convert(Options& options, const std::vector<std::string>& words) {
    if (words.size() != 3)
        return usage("`confer convert` takes what to read and what to write",
                     {"write for example `confer convert my-graph/ graph.ttl`; `confer help` lists the formats"});
    if (!options.graph.empty() || options.empty_graph || !options.output.empty())
        return usage("`confer convert` takes its files as arguments, not by options",
                     {"write `confer convert IN OUT`"});
    options.verb = Verb::convert;
    options.graph = words[1];
    options.output = words[2];
    return {};
}

Result<void> settle_check(Options& options, const std::vector<std::string>& words) {
    if (words.size() != 2)
        return usage("`confer check` takes the graph to check", {"write for example `confer check my-graph/`"});
    if (!options.graph.empty() || options.empty_graph)
        return usage("`confer check` takes its graph as an argument, not by options", {"write `confer check PATH`"});
    options.verb = Verb::check;
    options.graph = words[1];
    return {};
}

Result<void> settle_weave(Options& options, const std::vector<std::string>& words) {
    if (words.size() < 2)
        return usage("`confer weave` takes the pages to fill", {"write for example `confer weave docs/*.md`"});
    options.verb = Verb::weave;
    options.pages.assign(words.begin() + 1, words.end());
    return {};
}

// A question may well begin so; should it be none, it may have been meant.
std::string command_like(const std::string& statement) {
    static const std::vector<std::string> commands = {"shell", "pipe",    "check",   "convert", "serve",
                                                      "weave", "plugins", "version", "help"};
    const std::vector<std::string> near = engine::nearest_names(statement.substr(0, statement.find(' ')), commands, 1);
    return near.empty() ? "" : near.front();
}

// The words of the statement may come as one argument or as many.
Result<void> settle_statement(Options& options, const std::vector<std::string>& words) {
    const std::vector<std::pair<std::string, Verb>> verbs = {{"shell", Verb::shell},     {"pipe", Verb::pipe},
                                                             {"serve", Verb::serve},     {"plugins", Verb::plugins},
                                                             {"version", Verb::version}, {"help", Verb::help}};
    for (const auto& [name, verb] : verbs) {
        if (words.empty() || words[0] != name) continue;
        if (words.size() > 1) return usage("`confer " + name + "` takes no further arguments");
        options.verb = verb;
        return {};
    }
    if (!words.empty() && words[0] == "check") return settle_check(options, words);
    if (options.strict || options.report || options.all)
        return usage("--strict, --report and --all belong to `confer check`", {"write `confer check PATH --strict`"});
    if (!words.empty() && words[0] == "convert") return settle_convert(options, words);
    if (!words.empty() && words[0] == "weave") return settle_weave(options, words);
    if (options.out_of_date)
        return usage("--check belongs to `confer weave`", {"write `confer weave --check FILE...`"});
    if (!options.to.empty()) return usage("--to belongs to `confer convert`", {"the format of answers is --format"});
    for (const std::string& word : words) options.statement += (options.statement.empty() ? "" : " ") + word;
    if (!words.empty() && options.statement.find_first_not_of(" \t\n\r;") == std::string::npos) {
        return usage("the statement is empty",
                     {"ask something, for example `confer 'which approaches share components?'`"});
    }
    options.like_command = command_like(options.statement);
    return {};
}

// An answer, or what `check` and `plugins` say in place of one, goes where --output says.
Result<void> settle_output(const Options& options) {
    switch (options.verb) {
        case Verb::shell:
        case Verb::pipe:
        case Verb::serve:
        case Verb::weave:
        case Verb::version:
        case Verb::help:
            if (options.output.empty()) return {};
            return usage("--output is for the answer to a statement", {"write `confer --output FILE STATEMENT`"});
        default:
            return {};
    }
}

// The limits that were given for all, over those for strangers; the rest by itself.
Result<void> settle_serve(Options& options, const CLI::App& given) {
    if (options.verb != Verb::serve) {
        if (given.count_all() == 0) return {};
        return usage("the options of `confer serve` were given without it", {"write `confer serve` and the options"});
    }
    if (options.run.limits.timeout_seconds) options.serve.limits.timeout_seconds = options.run.limits.timeout_seconds;
    if (options.run.limits.max_rows) options.serve.limits.max_rows = options.run.limits.max_rows;
    if (options.run.limits.max_memory_bytes)
        options.serve.limits.max_memory_bytes = options.run.limits.max_memory_bytes;
    options.serve.graph = options.graph;
    options.serve.from = options.from;
    CONFER_CHECK(serve::settle_serve_options(options.serve));
    if (!options.run.read_only || options.serve.token.empty()) return {};
    return usage("--read-only and a token exclude each other", {"without a token, the server only reads"});
}

}  // namespace

Result<Options> parse_options(int argc, const char* const* argv) {
    Options options;
    CLI::App app{description, "confer"};
    app.footer(footer);
    app.set_help_flag("-h,--help", "Show this text");
    app.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);

    std::vector<std::string> words, parameters;
    std::string format = "table", color = "auto";
    double timeout = 0;
    std::uint64_t max_rows = 0, max_memory = 0;
    bool no_sources = false, version = false;
    app.add_option("STATEMENT", words, "What to ask");
    app.add_option("-g,--graph", options.graph,
                   "A graph in any format of `convert`; a folder holds graph.json (default: the built-in graph)")
        ->type_name("PATH");
    app.add_flag("--empty", options.empty_graph, "Start with an empty graph");
    app.add_option("-f,--format", format, engine::format::format_names_text() + " (default: table)")->type_name("NAME");
    app.add_option("-p,--param", parameters, "A parameter: $NAME in the statement; VALUE as JSON, else a string")
        ->type_name("NAME=VALUE")
        ->take_all()
        ->allow_extra_args(false);
    app.add_option("-o,--output", options.output, "Write the answer to FILE")->type_name("FILE");
    app.add_option("--to", options.to, "The format that `convert` writes (default: by the extension)")
        ->type_name("NAME");
    app.add_flag("--strict", options.strict, "With `check`: warnings count as errors");
    app.add_flag("--report", options.report, "With `check`: how well the graph is covered, and what to add next");
    app.add_flag("--all", options.all, "With `check`: each note, not only their number");
    app.add_flag("--check", options.out_of_date, "With `weave`: write nothing, say which answers are out of date");
    app.add_option("--from", options.from, "The format that `convert` or --graph reads (default: by the extension)")
        ->type_name("NAME");
    const auto* timeout_option = app.add_option("--timeout", timeout, "Stop a statement after this time")
                                     ->type_name("SECONDS")
                                     ->check(above_zero());
    const auto* rows_option =
        app.add_option("--max-rows", max_rows, "Refuse answers of more rows")->type_name("N")->check(whole_number(0));
    const auto* memory_option = app.add_option("--max-memory", max_memory, "Stop a statement that needs more memory")
                                    ->type_name("MB")
                                    ->check(whole_number(1, most_megabytes));
    app.add_flag("--read-only", options.run.read_only, "Refuse statements that change the graph");
    app.add_option("--plugin", options.plugins, "Load a plugin, which is native code; may be repeated")
        ->type_name("PATH")
        ->take_all()
        ->allow_extra_args(false);
    app.add_option("--color", color, "auto, always or never (default: auto)")->type_name("WHEN");
    app.add_flag("--no-sources", no_sources, "Leave out the footnotes to sources");
    app.add_flag("--version", version, "Show the version");
    const CLI::App* serving = serve::add_serve_options(app, options.serve);

    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        options.verb = Verb::help;
        options.help = app.help();
        return options;
    } catch (const CLI::ExtrasError&) {
        return no_such_option(app.remaining().front(), {&app, serving});
    } catch (const CLI::ParseError& wrong) {
        return usage(wrong.what());
    }

    CONFER_CHECK(settle_statement(options, words));
    if (version) options.verb = Verb::version;
    if (options.verb == Verb::help) options.help = app.help();
    CONFER_CHECK(settle_output(options));
    CONFER_TRY(options.format, format_named(format));
    for (const std::string& parameter : parameters)
        CONFER_CHECK(add_parameter(options.run.parameters, parameter, "-p"));
    if (color == "always") options.color = Color::always;
    if (color == "never") options.color = Color::never;
    if (color != "always" && color != "never" && color != "auto") {
        return usage("`" + color + "` is not a choice for --color", {"the choices are auto, always and never"});
    }
    if (options.empty_graph && !options.graph.empty()) return usage("--empty and --graph exclude each other");
    if (timeout_option->count() > 0) options.run.limits.timeout_seconds = timeout;
    if (rows_option->count() > 0) options.run.limits.max_rows = max_rows;
    if (memory_option->count() > 0) options.run.limits.max_memory_bytes = max_memory << 20;
    CONFER_CHECK(settle_serve(options, *serving));
    options.sources = !no_sources;
    options.run.with_sources = !no_sources || engine::format::draws_evidence(options.format);
    return options;
}

}  // namespace confer::hosts
