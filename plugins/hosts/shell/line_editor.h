#pragma once
// LineEditor: reads one line at a time: with editing, history and completion on a terminal, plainly elsewhere.
//
// Ownership  history is kept in a file across starts: $XDG_STATE_HOME/confer/history, else
//            ~/.local/state/confer/history; no file when neither is known or the folder can't be made.
// Threads    one thread; at most one editor at a time (libedit's callbacks find it through its handle).
// Source     libedit, editline(3).
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace confer::hosts {

// What may stand at the cursor: `text` replaces the `replaced` bytes before it.
struct Candidate {
    std::string text;
    std::size_t replaced = 0;
};

class LineEditor {
public:
    // Gives the candidates for the text before the cursor, which includes earlier lines of the statement.
    using Completer = std::function<std::vector<Candidate>(std::string_view before_cursor)>;

    // `interrupted` says whether SIGINT came since it was last answered; asked while waiting for keys.
    LineEditor(Completer completer, std::function<bool()> interrupted);
    ~LineEditor();

    enum class Outcome : unsigned char { line, end_of_input, interrupted };
    // `earlier` holds the statement's lines so far. The line comes without its line break.
    Outcome read(const std::string& prompt, std::string_view earlier, std::string& line);

    // Adds a whole statement to the history (as one line) and writes it to the file.
    void remember(std::string_view statement);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace confer::hosts
