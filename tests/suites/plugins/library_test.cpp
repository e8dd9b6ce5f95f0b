// What is no plugin's file, and how that is said.
#include "plugin/library.h"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "loaded.h"

using confer::test::fixture;
using confer::test::refusal;

namespace {

// A folder for bad files, gone at the end.
class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "confer-plugins-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }

    std::string operator/(const std::string& name) const { return path_ / name; }
    std::string write(const std::string& name, std::string_view content) const {
        std::ofstream(path_ / name, std::ios::binary) << content;
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("a file that is not there is no plugin", "[plugin][library][error]") {
    CHECK(refusal("/no/such/plugin.so") == "`/no/such/plugin.so` does not exist");
    CHECK(refusal("") == "the path of a plugin can't be empty");
    CHECK(refusal(std::string("a\0b", 3)) == "the path of a plugin can't be empty");
    CHECK(refusal(std::string(100000, 'x')).find("can't be found: File name too long") != std::string::npos);
}

TEST_CASE("a plain name is a file here, not one of the system's libraries", "[plugin][library][error]") {
    CHECK(refusal("libm.so.6") == "`libm.so.6` does not exist");
}

TEST_CASE("a folder and a pipe are no plugins", "[plugin][library][error]") {
    const Folder folder;
    CHECK(refusal(folder / ".").find("is a folder, not a plugin") != std::string::npos);
    const std::string pipe = folder / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(refusal(pipe) == "`" + pipe + "` is no regular file");
}

TEST_CASE("a text, an empty file and a script are no plugins", "[plugin][library][error]") {
    const Folder folder;
    for (const std::string_view content : {"MATCH (a) RETURN a\n", "", "#!/bin/sh\nexit 0\n",
                                           "\x7f"
                                           "EL"}) {
        const std::string path = folder.write("plugin.so", content);
        CHECK(refusal(path) == "`" + path + "` is no shared library");
    }
}

TEST_CASE("a library that was cut short anywhere is refused and never crashes", "[plugin][library][error]") {
    const Folder folder;
    const std::string whole = bytes_of(fixture("probe"));
    REQUIRE(whole.size() > 4096);
    for (const double part : {0.0005, 0.002, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5}) {
        const auto size = static_cast<std::size_t>(static_cast<double>(whole.size()) * part) + 4;
        const std::string path = folder.write("cut_" + std::to_string(size) + ".so", whole.substr(0, size));
        INFO(size << " of " << whole.size() << " bytes");
        CHECK(refusal(path) != "loaded");
    }
    const std::string path = folder.write("header.so", whole.substr(0, 64));
    CHECK(refusal(path) == "`" + path + "` is incomplete");
}

TEST_CASE("a library whose header lies about its size is refused", "[plugin][library][error]") {
    const Folder folder;
    const std::string whole = bytes_of(fixture("probe"));
    std::string lying = whole;
    lying.replace(32, 8, "\xff\xff\xff\xff\xff\xff\xff\x7f", 8);  // where the program headers are
    CHECK(refusal(folder.write("lying.so", lying)).find("is incomplete") != std::string::npos);
    lying = whole;
    lying[18] = '\x02';  // built for another machine
    lying[19] = '\x00';
    CHECK(refusal(folder.write("foreign.so", lying)).find("can't be loaded") != std::string::npos);
    CHECK(refusal(folder.write("junk.so", whole.substr(0, 64) + std::string(5000, '\xA5'))) != "loaded");
}

TEST_CASE("a program is no plugin", "[plugin][library][error]") {
    CHECK(refusal("/bin/sh").find("`/bin/sh` can't be loaded: ") == 0);
}

TEST_CASE("a file that may not be read is refused", "[plugin][library][error]") {
    if (::geteuid() == 0) return;  // root may read everything
    const Folder folder;
    const std::string path = folder.write("secret.so", bytes_of(fixture("probe")));
    REQUIRE(::chmod(path.c_str(), 0) == 0);
    CHECK(refusal(path) == "`" + path + "` can't be read: Permission denied");
}

TEST_CASE("a path that the linker would rewrite is refused", "[plugin][library][error]") {
    const Folder folder;
    const std::string path = folder.write("$ORIGIN.so", bytes_of(fixture("probe")));
    CHECK(refusal(path).find("has a `$` in its path") != std::string::npos);
}

TEST_CASE("a library without the door's symbol is no plugin", "[plugin][library][error]") {
    CHECK(refusal(fixture("not_a_plugin")).find("does not export `confer_plugin_init_v1`") != std::string::npos);
}

TEST_CASE("a plugin for a later door is told from a library that is no plugin", "[plugin][library][error]") {
    CHECK(refusal(fixture("later_door")).find("was built for a later version") != std::string::npos);
}
