#include "hosts/shell/shell_command.h"

#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <iostream>
#include <optional>

#include "base/suggest.h"
#include "format/changes.h"
#include "format/json_value.h"
#include "function/registry.h"
#include "hosts/shell/first_rows.h"
#include "hosts/shell/parameter.h"
#include "hosts/shell/schema_answer.h"
#include "hosts/shell/terminal.h"
#include "session/complete.h"
#include "session/why.h"

namespace confer::hosts {
namespace {

using engine::Answer;
using engine::Database;
using engine::Error;
using engine::ErrorCode;
using engine::Result;
namespace format = engine::format;

void print_error(const Error& error, std::string_view statement) {
    std::cerr << engine::render(error, statement) << '\n';
}

void print_usage_error(std::string message, std::vector<std::string> hints) {
    print_error(Error{.code = ErrorCode::usage, .message = std::move(message), .hints = std::move(hints)}, "");
}

// How many rows a reader sees at first. What goes elsewhere, and what programs read, is whole.
std::optional<std::size_t> rows_shown(const Answer& answer, const ShellOptions& options) {
    const bool for_reading = options.format == format::Format::table || options.format == format::Format::list;
    if (!options.rows || !for_reading || ::isatty(STDOUT_FILENO) == 0) return std::nullopt;
    return is_longer_than(answer, *options.rows) ? options.rows : std::nullopt;
}

void print_answer(const Answer& answer, ShellOptions& options) {
    if (::isatty(STDOUT_FILENO) != 0) options.render.width = terminal_width();
    const std::optional<std::size_t> shown = rows_shown(answer, options);
    if (shown) {
        format::RenderOptions render = options.render;
        render.max_footnotes = *shown;
        std::cout << format::render(first_rows(answer, *shown), options.format, render) << std::flush;
    } else {
        std::cout << format::render(answer, options.format, options.render) << std::flush;
    }
    for (const std::string& notice : answer.notices) std::cerr << "note: " << notice << '\n';
    const std::string changes = format::changes_text(answer.stats);
    std::cerr << '(';
    if (changes.empty() || !answer.columns.empty())
        std::cerr << answer.rows.size() << (answer.rows.size() == 1 ? " row" : " rows");
    if (shown) std::cerr << ", the first " << *shown << " shown; `:rows all` shows all";
    if (!changes.empty() && !answer.columns.empty()) std::cerr << "; ";
    std::cerr << changes;
    if (options.timing) {
        char text[32];
        std::snprintf(text, sizeof text, ", %.3f ms", answer.seconds * 1000);
        std::cerr << text;
    }
    std::cerr << ")\n";
}

// However many rows it has.
void print_whole(const Answer& answer, ShellOptions options) {
    options.rows = std::nullopt;
    print_answer(answer, options);
}

Next quit(std::string_view, Database&, ShellOptions&) {
    return Next::quit;
}

void describe_function(std::string_view name, const engine::FunctionRegistry& functions,
                       const engine::ProcedureRegistry& procedures) {
    const engine::FunctionSpec* function = functions.find(name);
    const engine::AggregateSpec* aggregate = functions.find_aggregate(name);
    if (function == nullptr && aggregate == nullptr) {
        std::vector<std::string> known = functions.names();
        for (std::string& procedure : procedures.names()) known.push_back(std::move(procedure));
        const auto near = engine::nearest_names(name, known);
        std::vector<std::string> hints;
        if (!near.empty()) hints.push_back(engine::did_you_mean(near));
        hints.emplace_back("`:help functions` and `:help procedures` list them all");
        print_usage_error("there is no function or procedure called `" + std::string(name) + "`", std::move(hints));
        return;
    }
    const auto& parameters = function != nullptr ? function->parameters : aggregate->parameters;
    std::string signature = (function != nullptr ? function->name : aggregate->name) + "(";
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        signature += (i > 0 ? ", " : "") + parameters[i].name + (parameters[i].optional ? "?" : "") + ": " +
                     to_string(parameters[i].type);
    }
    std::cout << signature << ")\n  " << (function != nullptr ? function->doc : aggregate->doc) << '\n';
    for (const auto& example : function != nullptr ? function->examples : aggregate->examples) {
        std::cout << "  " << example.expression << "  →  " << example.result << '\n';
    }
}

Next help(std::string_view argument, Database& database, ShellOptions&) {
    if (argument == "functions") {
        for (const std::string& name : database.functions().names()) std::cout << name << '\n';
        std::cout << "`:help NAME` explains one.\n";
        return Next::go_on;
    }
    if (argument == "procedures") {
        for (const std::string& name : database.procedures()->names()) std::cout << name << '\n';
        std::cout << "`:help NAME` explains one.\n";
        return Next::go_on;
    }
    if (const engine::ProcedurePtr procedure = database.procedures()->find(argument)) {
        std::cout << signature_of(*procedure) << "\n  " << procedure->doc << '\n';
        return Next::go_on;
    }
    if (!argument.empty()) {
        describe_function(argument, database.functions(), *database.procedures());
        return Next::go_on;
    }
    const std::vector<std::string> questions = engine::example_questions(database);
    if (!questions.empty()) std::cout << "Ask a question, for example:\n";
    for (const std::string& question : questions) std::cout << "  " << question << '\n';
    std::cout << (questions.empty() ? "Type" : "or type") << " a pattern, ended by a semicolon or a blank line:\n"
              << "  MATCH (a)-[r]->(b) RETURN labels(a), type(r), count(*) AS n ORDER BY n DESC LIMIT 5;\n"
              << "`explain` before either shows how it is understood. Tab completes.\n\nCommands:\n";
    for (const ShellCommand& command : shell_commands()) {
        std::string left = "  " + std::string(command.name) + " " + std::string(command.arguments);
        left.resize(std::max<std::size_t>(left.size() + 1, 26), ' ');
        std::cout << left << command.doc << '\n';
    }
    return Next::go_on;
}

Next schema(std::string_view, Database& database, ShellOptions& options) {
    const engine::GraphPtr graph = database.graph();
    std::cout << "Labels, and the words for them:\n";
    print_whole(labels_answer(graph), options);
    std::cout << "\nRelationship types, and the words for them:\n";
    print_whole(relationships_answer(graph), options);
    return Next::go_on;
}

Next set_format(std::string_view argument, Database&, ShellOptions& options) {
    if (const auto known = format::format_called(argument)) {
        options.format = *known;
        options.run.with_sources = options.render.sources || format::draws_evidence(*known);
        return Next::go_on;
    }
    std::string all;
    for (const std::string& name : format::format_names()) all += (all.empty() ? "" : ", ") + name;
    if (argument.empty()) {
        std::cerr << "the format is " << format::format_names()[static_cast<std::size_t>(options.format)]
                  << "; there are " << all << '\n';
        return Next::go_on;
    }
    print_usage_error("there is no format called `" + std::string(argument) + "`", {"the formats are " + all});
    return Next::go_on;
}

std::optional<std::size_t> whole_number(std::string_view text) {
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// Shows the last answer again where some of it was left out.
Next set_rows(std::string_view argument, Database&, ShellOptions& options) {
    const std::optional<std::size_t> number = whole_number(argument);
    if (!argument.empty() && argument != "all" && number.value_or(0) == 0) {
        print_usage_error("`:rows` takes a number above 0, or `all`", {"write `:rows 100`"});
        return Next::go_on;
    }
    const bool was_cut = options.last != nullptr && rows_shown(*options.last, options);
    if (!argument.empty()) options.rows = number;
    if (!argument.empty() && was_cut)
        print_answer(*options.last, options);
    else
        std::cerr << (options.rows ? "the first " + std::to_string(*options.rows) + " rows" : std::string("all rows"))
                  << " of an answer are shown\n";
    return Next::go_on;
}

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

void print_notes(const std::vector<std::string>& notes) {
    for (const std::string& note : notes) std::cerr << "note: " << note << '\n';
}

Next load(std::string_view argument, Database& database, ShellOptions&) {
    std::vector<std::string> notes;
    const engine::FileOptions file_options{.notes = &notes};
    if (argument.empty()) {
        print_usage_error("`:load` needs the path of a graph",
                          {"write `:load my-graph.json`, or `:load builtin` for the built-in graph"});
        return Next::go_on;
    }
    const Result<void> loaded =
        argument == "builtin" ? database.load_builtin() : database.load(std::string(argument), file_options);
    if (!loaded) {
        print_error(loaded.error(), "");
        std::cerr << "the graph stays as it was\n";
        return Next::go_on;
    }
    print_notes(notes);
    const engine::GraphPtr graph = database.graph();
    std::cerr << "loaded " << graph->node_count() << " nodes and " << graph->edge_count() << " relationships\n";
    return Next::go_on;
}

Next save(std::string_view argument, Database& database, ShellOptions&) {
    if (argument.empty()) {
        print_usage_error("`:save` needs the path of a file",
                          {"write `:save my-graph.json`; the formats are: " + joined(database.writable_formats())});
        return Next::go_on;
    }
    std::vector<std::string> notes;
    const Result<void> saved = database.save(std::string(argument), {.notes = &notes});
    if (!saved) {
        print_error(saved.error(), "");
        return Next::go_on;
    }
    print_notes(notes);
    const engine::GraphPtr graph = database.graph();
    std::cerr << "saved " << graph->node_count() << " nodes and " << graph->edge_count() << " relationships\n";
    return Next::go_on;
}

// on, off, or nothing for the other way.
void set_switch(std::string_view name, std::string_view argument, bool& value) {
    if (!argument.empty() && argument != "on" && argument != "off") {
        print_usage_error("`" + std::string(name) + "` takes `on` or `off`", {"write `" + std::string(name) + " on`"});
        return;
    }
    value = argument.empty() ? !value : argument == "on";
    std::cerr << name.substr(1) << (value ? " on\n" : " off\n");
}

Next timing(std::string_view argument, Database&, ShellOptions& options) {
    set_switch(":timing", argument, options.timing);
    return Next::go_on;
}

Next sources(std::string_view argument, Database&, ShellOptions& options) {
    set_switch(":sources", argument, options.render.sources);
    options.run.with_sources = options.render.sources || format::draws_evidence(options.format);
    return Next::go_on;
}

Next param(std::string_view argument, Database& database, ShellOptions& options) {
    if (!argument.empty()) {
        const Result<void> added = add_parameter(options.run.parameters, argument, ":param");
        if (!added) print_error(added.error(), "");
        return Next::go_on;
    }
    if (options.run.parameters.empty()) std::cerr << "no parameter is set; `:param year=1990` sets `$year`\n";
    for (const auto& [name, value] : options.run.parameters)
        std::cout << '$' << name << " = " << format::to_json(value, *database.graph()) << '\n';
    return Next::go_on;
}

// Why there is no evidence, and how to get some.
void print_no_evidence(const ShellOptions& options) {
    if (options.last == nullptr)
        return print_usage_error("there is no answer yet to explain", {"ask a question, then write `:why 1`"});
    if (!options.run.with_sources)
        return print_usage_error("the last answer was found without its sources",
                                 {"write `:sources on` and ask again"});
    if (options.last->rows.empty())
        return print_usage_error("the last answer has no rows", {"ask `why …` for what isn't recorded"});
    print_usage_error("the rows of a pattern don't say what they rest on",
                      {"ask again with `WITH SOURCES` after the `RETURN`"});
}

// The number of a row, from 1; an only row needs none. 0: there is no such row.
std::size_t row_called(std::string_view argument, std::size_t rows) {
    if (argument.empty()) return rows == 1 ? 1 : 0;
    const std::size_t row = whole_number(argument).value_or(0);
    return row <= rows ? row : 0;
}

Next why(std::string_view argument, Database&, ShellOptions& options) {
    if (options.last == nullptr || options.last->evidence.empty()) {
        print_no_evidence(options);
        return Next::go_on;
    }
    const std::size_t rows = options.last->evidence.size(), row = row_called(argument, rows);
    if (row == 0) {
        print_usage_error("`:why` needs the number of a row",
                          {"the last answer has " + (rows == 1 ? "one row" : "rows 1 to " + std::to_string(rows)) +
                           ": write `:why " + std::to_string(rows) + "`"});
        return Next::go_on;
    }
    const Answer answer = engine::why(*options.last, row - 1);
    if (answer.rows.empty()) {
        std::cerr << "note: this row rests on no claim of the graph\n";
        return Next::go_on;
    }
    print_whole(answer, options);
    return Next::go_on;
}

std::vector<std::string> near_codes(std::string_view name) {
    std::vector<std::string> codes;
    for (const engine::ErrorCodeInfo& code : engine::error_codes()) codes.emplace_back(code.name);
    return engine::nearest_names(name, codes);
}

Next explain(std::string_view argument, Database& database, ShellOptions& options) {
    if (const auto code = engine::error_code(argument)) {
        std::cout << engine::explain(*code) << '\n';
    } else if (argument.empty()) {
        print_usage_error("`:explain` needs an error's code or a statement",
                          {"write `:explain unknown-name`, or `:explain which approaches use mindfulness?`"});
    } else if (const std::vector<std::string> near = near_codes(argument); !near.empty()) {
        print_usage_error("there is no error `" + std::string(argument) + "`", {engine::did_you_mean(near)});
    } else {
        run_shell_statement("explain " + std::string(argument), database, options);
    }
    return Next::go_on;
}

struct Entry {
    ShellCommand command;
    Next (*run)(std::string_view argument, Database&, ShellOptions&);
};

const std::vector<Entry>& entries() {
    static const std::string formats_doc = "how answers look: " + format::format_names_text();
    static const std::vector<Entry> all = {
        {{":help", "[NAME]", "this text; what a function or procedure does; `:help functions`, `:help procedures`"},
         help},
        {{":schema", "", "the graph's labels and relationships, and the words for them"}, schema},
        {{":format", "[NAME]", formats_doc}, set_format},
        {{":rows", "[N|all]", "how many rows of an answer are shown on a terminal"}, set_rows},
        {{":sources", "[on|off]", "footnotes to the sources of an answer"}, sources},
        {{":why", "[ROW]", "what a row of the last answer rests on: each claim with its sources"}, why},
        {{":load", "PATH", "another graph: a file, a folder, or `builtin`"}, load},
        {{":save", "PATH", "the graph into a file; its name tells the format"}, save},
        {{":param", "[NAME=VALUE]", "a parameter: $NAME in statements; the value as JSON, else a string"}, param},
        {{":timing", "[on|off]", "the time inside the engine after each answer"}, timing},
        {{":explain", "CODE|STATEMENT", "what an error means; how a statement is understood"}, explain},
        {{":quit", "", "the end (also Ctrl-D)"}, quit},
    };
    return all;
}

}  // namespace

const std::vector<ShellCommand>& shell_commands() {
    static const std::vector<ShellCommand> commands = [] {
        std::vector<ShellCommand> all;
        for (const Entry& entry : entries()) all.push_back(entry.command);
        return all;
    }();
    return commands;
}

Next run_shell_command(std::string_view line, Database& database, ShellOptions& options) {
    const std::size_t space = line.find_first_of(" \t");
    const std::string_view name = line.substr(0, space);
    std::string_view argument = space == std::string_view::npos ? std::string_view() : line.substr(space);
    argument.remove_prefix(std::min(argument.find_first_not_of(" \t"), argument.size()));
    for (const Entry& entry : entries()) {
        if (entry.command.name == name) return entry.run(argument, database, options);
    }
    std::vector<std::string> names;
    for (const Entry& entry : entries()) names.emplace_back(entry.command.name);
    const auto near = engine::nearest_names(name, names);
    std::vector<std::string> hints;
    if (!near.empty()) hints.push_back(engine::did_you_mean(near));
    hints.emplace_back("`:help` lists all commands");
    print_usage_error("there is no command `" + std::string(name) + "`", std::move(hints));
    return Next::go_on;
}

void run_shell_statement(std::string_view statement, Database& database, ShellOptions& options) {
    Result<Answer> answer = database.run(statement, options.run);
    if (answer) {
        print_answer(answer.value(), options);
        options.last = std::make_shared<const Answer>(std::move(answer).value());
    } else {
        print_error(answer.error(), statement);
    }
}

}  // namespace confer::hosts
