// Editing by libedit's native interface, because completion has to replace several words at once ("cognitive
// behav" -> "cognitive behavioral therapy"). Test: tests/suites/shell, through a pseudo-terminal.
#include "hosts/shell/line_editor.h"

#include <histedit.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <filesystem>
#include <iostream>

#include "base/text_position.h"
#include "hosts/shell/terminal.h"

namespace confer::hosts {
namespace {

constexpr int history_length = 1000;
constexpr std::size_t most_listed = 60;

std::filesystem::path history_file() {
    const char* state = std::getenv("XDG_STATE_HOME");
    const char* home = std::getenv("HOME");
    if (state != nullptr && *state == '/') return std::filesystem::path(state) / "confer" / "history";
    if (home != nullptr && *home == '/') return std::filesystem::path(home) / ".local" / "state" / "confer" / "history";
    return {};
}

std::string common_prefix(const std::vector<Candidate>& candidates) {
    std::string prefix = candidates.front().text;
    for (const Candidate& candidate : candidates) {
        std::size_t same = 0;
        while (same < prefix.size() && same < candidate.text.size() && prefix[same] == candidate.text[same]) ++same;
        while (same > 0 && same < prefix.size() && (static_cast<unsigned char>(prefix[same]) & 0xC0U) == 0x80) --same;
        prefix.resize(same);
    }
    return prefix;
}

// The candidates in columns, top to bottom, as `ls` lists files.
void list_candidates(const std::vector<Candidate>& candidates) {
    const std::size_t shown = std::min(candidates.size(), most_listed);
    std::size_t width = 0;
    for (std::size_t i = 0; i < shown; ++i) width = std::max(width, engine::display_width(candidates[i].text) + 2);
    const std::size_t columns = std::max<std::size_t>(1, terminal_width() / width);
    const std::size_t lines = (shown + columns - 1) / columns;
    std::string out = "\n";
    for (std::size_t line = 0; line < lines; ++line) {
        for (std::size_t i = line; i < shown; i += lines) {
            out += candidates[i].text;
            if (i + lines < shown) out.append(width - engine::display_width(candidates[i].text), ' ');
        }
        out += '\n';
    }
    if (shown < candidates.size()) out += "… and " + std::to_string(candidates.size() - shown) + " more\n";
    std::cerr << out << std::flush;
}

// Waits for a key. SIGINT is let through only while waiting, so that none can come unnoticed just before. One that came
// together with a key was typed before it: the key is for the next line.
bool wait_for_key(const std::function<bool()>& interrupted) {
    sigset_t interrupts, before;
    sigemptyset(&interrupts);
    sigaddset(&interrupts, SIGINT);
    pthread_sigmask(SIG_BLOCK, &interrupts, &before);
    pollfd keys{STDIN_FILENO, POLLIN, 0};
    bool ready = false;
    while (!ready && !interrupted()) {
        const int found = ::ppoll(&keys, 1, nullptr, &before);
        ready = found > 0 || (found < 0 && errno != EINTR);  // an error shows again when reading
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return ready && !interrupted();
}

}  // namespace

struct LineEditor::State {
    Completer completer;
    std::function<bool()> interrupted;
    bool editing = false;
    EditLine* editor = nullptr;
    History* history = nullptr;
    std::filesystem::path file;
    std::string prompt;
    std::string earlier;

    static char* give_prompt(EditLine* editor) {
        State* state = nullptr;
        el_get(editor, EL_CLIENTDATA, &state);
        return state->prompt.data();
    }

    static int read_key(EditLine* editor, wchar_t* key) {
        State* state = nullptr;
        el_get(editor, EL_CLIENTDATA, &state);
        std::mbstate_t partial{};
        for (;;) {
            if (!wait_for_key(state->interrupted)) {
                errno = EINTR;
                return -1;
            }
            char byte = 0;
            const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return static_cast<int>(count);
            const std::size_t converted = std::mbrtowc(key, &byte, 1, &partial);
            if (converted == 0 || converted == 1) return 1;
            if (converted == static_cast<std::size_t>(-1)) partial = {};  // not UTF-8: leave the byte out
        }
    }

    static unsigned char on_tab(EditLine* editor, int) {
        State* state = nullptr;
        el_get(editor, EL_CLIENTDATA, &state);
        return state->complete();
    }

    unsigned char complete() {
        const LineInfo* line = el_line(editor);
        const std::string typed(line->buffer, line->cursor);
        const std::vector<Candidate> candidates = completer(earlier + typed);
        if (candidates.empty()) return CC_REFRESH_BEEP;

        const std::size_t replaced = std::min(candidates.front().replaced, typed.size());
        std::string insert = common_prefix(candidates);
        if (candidates.size() == 1) insert += ' ';
        if (candidates.size() > 1 && insert.size() <= replaced) {
            list_candidates(candidates);
            return CC_REDISPLAY;
        }
        el_deletestr(editor, static_cast<int>(
                                 engine::count_code_points(std::string_view(typed).substr(typed.size() - replaced))));
        el_insertstr(editor, insert.c_str());
        return CC_REFRESH;
    }
};

LineEditor::LineEditor(Completer completer, std::function<bool()> interrupted) : state_(std::make_unique<State>()) {
    state_->completer = std::move(completer);
    state_->interrupted = std::move(interrupted);
    state_->editing = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDERR_FILENO) != 0;
    if (!state_->editing) return;

    std::setlocale(LC_CTYPE, "C.UTF-8");  // texts are UTF-8 here, whatever the terminal was told
    // Prompts and editing belong to standard error: answers alone go to standard output.
    state_->editor = el_init("confer", stdin, stderr, stderr);
    state_->history = history_init();
    HistEvent event;
    history(state_->history, &event, H_SETSIZE, history_length);
    history(state_->history, &event, H_SETUNIQUE, 1);
    state_->file = history_file();
    if (!state_->file.empty()) history(state_->history, &event, H_LOAD, state_->file.c_str());

    el_set(state_->editor, EL_CLIENTDATA, state_.get());
    el_set(state_->editor, EL_PROMPT, &State::give_prompt);
    el_set(state_->editor, EL_GETCFN, &State::read_key);
    el_set(state_->editor, EL_EDITOR, "emacs");
    el_set(state_->editor, EL_HIST, history, state_->history);
    el_set(state_->editor, EL_ADDFN, "confer-complete", "Complete the word at the cursor", &State::on_tab);
    el_set(state_->editor, EL_BIND, "^I", "confer-complete", nullptr);
    el_set(state_->editor, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    el_source(state_->editor, nullptr);  // the user's ~/.editrc
}

LineEditor::~LineEditor() {
    if (state_->editor != nullptr) el_end(state_->editor);
    if (state_->history != nullptr) history_end(state_->history);
}

LineEditor::Outcome LineEditor::read(const std::string& prompt, std::string_view earlier, std::string& line) {
    if (!state_->editing) return std::getline(std::cin, line) ? Outcome::line : Outcome::end_of_input;

    state_->prompt = prompt;
    state_->earlier = earlier;
    int length = 0;
    errno = 0;
    const char* text = el_gets(state_->editor, &length);
    if (text == nullptr || length <= 0) {
        if (errno == EINTR) {
            el_reset(state_->editor);
            return Outcome::interrupted;
        }
        return Outcome::end_of_input;
    }
    line.assign(text, static_cast<std::size_t>(length));
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
    return Outcome::line;
}

void LineEditor::remember(std::string_view statement) {
    if (!state_->editing) return;
    std::string line(statement);
    std::replace(line.begin(), line.end(), '\n', ' ');
    HistEvent event;
    history(state_->history, &event, H_ENTER, line.c_str());
    if (state_->file.empty()) return;
    std::error_code failed;
    std::filesystem::create_directories(state_->file.parent_path(), failed);
    if (!failed) history(state_->history, &event, H_SAVE, state_->file.c_str());
}

}  // namespace confer::hosts
