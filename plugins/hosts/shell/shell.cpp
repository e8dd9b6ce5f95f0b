#include "hosts/shell/shell.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <iostream>

#include "hosts/shell/line_editor.h"
#include "hosts/shell/shell_command.h"
#include "session/complete.h"
#include "syntax/parse.h"

namespace confer::hosts {
namespace {

engine::CancelToken* running = nullptr;

void on_interrupt(int) {
    running->request();
}

// Without SA_RESTART, so that reading a line ends too.
void catch_interrupts(engine::CancelToken& token) {
    running = &token;
    struct sigaction action {};
    action.sa_handler = on_interrupt;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

void greet(const engine::Database& database) {
    const engine::GraphPtr graph = database.graph();
    const std::vector<std::string> questions = engine::example_questions(database);
    std::cerr << "Confer: " << (graph->description().name.empty() ? "a graph" : graph->description().name) << ", "
              << graph->node_count() << " nodes, " << graph->edge_count() << " relationships.\n"
              << (questions.empty()
                      ? "Type a pattern"
                      : "Ask a question, such as `" + questions[std::min<std::size_t>(1, questions.size() - 1)] + "`")
              << "\n:help helps, Tab completes, :quit ends.\n";
}

std::vector<Candidate> candidates(const engine::Database& database, std::string_view text) {
    std::vector<Candidate> out;
    if (!text.empty() && text[0] == ':') {
        for (const ShellCommand& command : shell_commands()) {
            if (command.name.substr(0, text.size()) == text) out.push_back({std::string(command.name), text.size()});
        }
        return out;
    }
    for (engine::Completion& completion : engine::complete(database, text)) {
        out.push_back({std::move(completion.text), completion.replaced});
    }
    return out;
}

}  // namespace

int run_shell(engine::Database& database, ShellOptions options, engine::CancelToken& interrupt) {
    const bool talking = ::isatty(STDIN_FILENO) != 0;
    catch_interrupts(interrupt);
    LineEditor editor([&](std::string_view text) { return candidates(database, text); },
                      [&] { return interrupt.requested(); });
    if (talking) greet(database);

    std::string statement, line;
    for (;;) {
        const LineEditor::Outcome outcome = editor.read(statement.empty() ? "confer> " : "   ...> ", statement, line);
        if (outcome == LineEditor::Outcome::interrupted) {
            statement.clear();
            interrupt.reset();
            std::cerr << '\n';
            continue;
        }
        if (outcome == LineEditor::Outcome::end_of_input) {
            if (talking) std::cerr << '\n';
            if (!trimmed(statement).empty()) run_shell_statement(statement, database, options);
            return 0;
        }
        if (statement.empty() && trimmed(line).empty()) continue;

        // A blank line ends a statement that would wait for its semicolon.
        const bool ended_by_blank = !statement.empty() && trimmed(line).empty();
        statement += line + '\n';
        const std::string_view text = trimmed(statement);
        if (text[0] == ':') {
            editor.remember(text);
            if (run_shell_command(text, database, options) == Next::quit) return 0;
        } else {
            if (!ended_by_blank && engine::syntax::is_incomplete(statement)) continue;
            editor.remember(text);
            for (const std::string_view piece : engine::syntax::split_statements(text))
                run_shell_statement(piece, database, options);
        }
        statement.clear();
        interrupt.reset();
    }
}

}  // namespace confer::hosts
