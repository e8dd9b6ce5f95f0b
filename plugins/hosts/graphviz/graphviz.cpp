// Test: tests/suites/pictures/pictures_test.py.
#include "hosts/graphviz/graphviz.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <string>

extern char** environ;  // NOLINT: POSIX declares it so

namespace confer::hosts {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// What `dot` writes for what stands in `request`: a file, so that neither waits for the other.
std::optional<std::string> run_dot(int request) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, request, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string program = "dot", format = "-Tjson0";
    char* arguments[] = {program.data(), format.data(), nullptr};
    pid_t process = 0;
    const int failed = ::posix_spawnp(&process, "dot", &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::string out;
    if (failed == 0) {
        char buffer[1 << 14];
        for (ssize_t count; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;)
            out.append(buffer, static_cast<std::size_t>(count));
    }
    ::close(ends[0]);
    if (failed != 0) return std::nullopt;
    int status = 0;
    if (::waitpid(process, &status, 0) != process || status != 0) return std::nullopt;
    return out;
}

std::optional<engine::picture::Layout> layout(const engine::picture::LayoutInput& input) {
    const std::string request = engine::picture::graphviz_request(input);
    const File file(std::tmpfile());
    if (file == nullptr || std::fwrite(request.data(), 1, request.size(), file.get()) != request.size())
        return std::nullopt;
    if (std::fflush(file.get()) != 0 || ::lseek(::fileno(file.get()), 0, SEEK_SET) != 0) return std::nullopt;
    const auto json = run_dot(::fileno(file.get()));
    return json ? engine::picture::graphviz_layout(*json, input) : std::nullopt;
}

}  // namespace

engine::picture::Layouter graphviz_layouter() {
    return layout;
}

}  // namespace confer::hosts
