#include "hosts/command/command.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <optional>

#include "extensions/extensions.h"
#include "format/changes.h"
#include "format/render.h"
#include "hosts/command/check_command.h"
#include "hosts/command/plugins_answer.h"
#include "hosts/command/process_memory.h"
#include "hosts/command/progress_bar.h"
#include "hosts/graphviz/graphviz.h"
#include "hosts/pipe/pipe.h"
#include "hosts/serve/serve.h"
#include "hosts/shell/shell.h"
#include "hosts/shell/terminal.h"
#include "hosts/version.h"
#include "hosts/weave/weave.h"
#include "load/atomic_file.h"
#include "syntax/parse.h"

namespace confer::hosts {
namespace {

using engine::Answer;
using engine::Database;
using engine::Error;
using engine::Result;
namespace format = engine::format;

engine::CancelToken interrupt;

// The first Ctrl-C stops the statement; a second one, should the first not help, the program.
void stop_statement(int) {
    interrupt.request();
    std::signal(SIGINT, SIG_DFL);
}

int report(const Error& error, std::string_view source, std::string_view source_name = "query") {
    std::cerr << engine::render(error, source, source_name) << '\n';
    return engine::info(error.code).exit_status;
}

// Of the only statement.
int report_alone(std::string_view statement, Error error, const std::string& like_command) {
    if (error.code == engine::ErrorCode::unknown_question && !like_command.empty())
        error.hints.insert(error.hints.begin(), "did you mean the command `confer " + like_command + "`?");
    return report(error, statement);
}

// Of one statement among several, with its place among them.
int report_in(std::string_view script, std::string_view statement, Error error) {
    const auto before = static_cast<std::uint32_t>(statement.data() - script.data());
    if (error.span) error.span = {error.span->begin + before, error.span->end + before};
    return report(error, script, "script");
}

// The extensions that come with Confer and are linked in.
Result<void> add_extensions(Database& database) {
    for (const engine::PluginInit extension : extensions) CONFER_CHECK(database.add_extension(extension));
    return {};
}

// Those that were named.
Result<void> load_plugins(Database& database, const Options& options) {
    for (const std::string& path : options.plugins) CONFER_CHECK(database.load_plugin(path));
    return {};
}

void print_notes(const std::vector<std::string>& notes) {
    for (const std::string& note : notes) std::cerr << "note: " << note << '\n';
}

Result<void> load_graph(Database& database, const Options& options) {
    ProgressBar progress;
    std::vector<std::string> notes;
    CONFER_CHECK(database.load(options.graph, {.format = options.from, .progress = progress.shown(), .notes = &notes}));
    progress.clear();
    print_notes(notes);
    return {};
}

Result<void> save_graph(const Database& database, const Options& options) {
    ProgressBar progress;
    std::vector<std::string> notes;
    CONFER_CHECK(database.save(options.output, {.format = options.to, .progress = progress.shown(), .notes = &notes}));
    progress.clear();
    print_notes(notes);
    return {};
}

Result<void> open_graph(Database& database, const Options& options) {
    if (options.empty_graph) return {};
    return options.graph.empty() ? database.load_builtin() : load_graph(database, options);
}

format::RenderOptions render_options(const Options& options) {
    const bool to_terminal = options.output.empty() && ::isatty(STDOUT_FILENO) != 0;
    const bool color =
        options.color == Color::always || (options.color == Color::automatic && to_terminal && terminal_has_color());
    return {.width = to_terminal ? terminal_width() : 0,
            .color = color,
            .sources = options.sources,
            .layout = graphviz_layouter()};
}

// To the file that was asked for, else to standard output.
int write_out(const Options& options, std::string_view text) {
    if (options.output.empty()) {
        std::cout << text << std::flush;
        return 0;
    }
    const Result<void> written = engine::load::write_file(options.output, text);
    return written ? 0 : report(written.error(), "");
}

int run_script(Database& database, const Options& options, std::string_view script) {
    const std::vector<std::string_view> statements = engine::syntax::split_statements(script);
    const format::RenderOptions render = render_options(options);
    const format::Frame frame = format::frame_of(options.format);
    const bool apart = options.format != format::Format::json && options.format != format::Format::jsonl;
    std::string out;
    const auto write = [&](std::string_view text) {
        options.output.empty() ? void(std::cout << text << std::flush) : void(out.append(text));
    };
    int status = 0;
    bool first = true;
    // The last answer is left to the end of the process, which gives all memory back at once; to take a large one apart
    // would be a tenth of the time from the question to the prompt.
    static auto& answer = *new std::optional<Result<Answer>>;
    for (const std::string_view statement : statements) {
        answer.reset();
        answer.emplace(database.run(statement, options.run));
        if (!answer->has_value()) {
            status = statements.size() == 1 ? report_alone(statement, answer->error(), options.like_command)
                                            : report_in(script, statement, answer->error());
            break;
        }
        for (const std::string& notice : answer->value().notices) std::cerr << "note: " << notice << '\n';
        if (const std::string changes = format::changes_text(answer->value().stats); !changes.empty())
            std::cerr << changes << '\n';
        const std::string text = format::render(answer->value(), options.format, render);
        if (text.empty()) continue;
        write(first ? frame.before : apart ? "\n" : "");
        write(text);
        first = false;
    }
    if (!first) write(frame.after);
    if (status == 0 && !options.output.empty()) return write_out(options, out);
    return status;
}

int convert(Database& database, const Options& options) {
    Result<void> done = load_graph(database, options);
    if (done) done = save_graph(database, options);
    return done ? 0 : report(done.error(), "");
}

int check(Database& database, const Options& options) {
    if (const Result<void> loaded = load_graph(database, options); !loaded) return report(loaded.error(), "");
    const Result<Checked> checked = check_graph(database.graph(), options, render_options(options));
    if (!checked) return report(checked.error(), "");
    const int status = write_out(options, checked.value().text);
    return status != 0 ? status : checked.value().exit_status;
}

std::string read_all(std::istream& in) {
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// What was printed may still be on its way, and find the disk full.
int end_output(int status) {
    std::cout.flush();
    if (std::cout.good() || status != 0) return status;
    return report({.code = engine::ErrorCode::cannot_write,
                   .message = "standard output can't take all of the answer",
                   .hints = {"see whether its disk is full"}},
                  "");
}

int run(Options options) {
    if (options.verb == Verb::help) {
        std::cout << options.help;
        return 0;
    }
    if (options.verb == Verb::version) {
        std::cout << "confer " << version << '\n';
        return 0;
    }

    std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error like others
    const bool at_terminal = ::isatty(STDIN_FILENO) != 0;
    const bool in_shell =
        options.verb == Verb::shell || (options.verb == Verb::statement && options.statement.empty() && at_terminal);
    if (options.run.limits.max_memory_bytes)
        expect_tight_memory();
    else if (!in_shell && options.verb != Verb::pipe && options.verb != Verb::serve)
        expect_short_life();
    // Left to the end of the process, like the answers: nothing that it holds is taken apart.
    static Database& database = *new Database;
    if (const Result<void> added = add_extensions(database); !added) return report(added.error(), "");
    if (const Result<void> loaded = load_plugins(database, options); !loaded) {
        report(loaded.error(), "");
        return engine::info(engine::ErrorCode::usage).exit_status;  // the wrong file was named
    }
    if (options.verb == Verb::convert) return convert(database, options);
    if (options.verb == Verb::check) return check(database, options);
    if (options.verb == Verb::plugins) {
        return write_out(options, format::render(plugins_answer(database), options.format, render_options(options)));
    }
    if (const Result<void> opened = open_graph(database, options); !opened) return report(opened.error(), "");
    if (options.verb == Verb::serve) {
        const Result<void> served = serve::run_serve(database, options.serve);
        return served ? 0 : report(served.error(), "");
    }
    options.run.cancel = &interrupt;

    if (options.verb == Verb::pipe) return run_pipe(database, options.run, std::cin, std::cout);
    if (in_shell) {
        return run_shell(database, {.format = options.format, .render = render_options(options), .run = options.run},
                         interrupt);
    }
    std::signal(SIGINT, stop_statement);
    if (options.verb == Verb::weave) {
        return weave(database, {options.pages, options.out_of_date, options.sources, options.run});
    }
    return run_script(database, options, options.statement.empty() ? read_all(std::cin) : options.statement);
}

}  // namespace

int run_command(Options options) {
    return end_output(run(std::move(options)));
}

}  // namespace confer::hosts
