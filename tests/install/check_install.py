#!/usr/bin/env python3
"""Installs Confer into a fresh folder and uses it from outside: check_install.py BUILD_DIR SCRATCH_DIR.

The same small program in C++ and in C is built in every way that the package offers: with find_package and with
pkg-config, against the shared and the static library; and in Python, through ctypes. A plugin is built with nothing but
the installed header. All of them give what the installed command gives. The examples stay under 30 lines. The programs in
docs/libraries.md are built and run as well.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

build, scratch = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
examples = pathlib.Path(__file__).resolve().parent
plugins = examples.parent.parent / "plugins" / "extensions"
shutil.rmtree(scratch, ignore_errors=True)
scratch.mkdir(parents=True)
prefix = scratch / "prefix"


def run(*command, **options):
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if ran.returncode != 0:
        sys.exit(f"{shlex.join(map(str, command))}\n{ran.stdout}{ran.stderr}")
    return ran.stdout


run("cmake", "--install", build, "--prefix", prefix)
shared = next(prefix.rglob("libconfer.so"), None)
static = next(prefix.rglob("libconfer.a"), None)
library = (shared or static).parent
env = os.environ | {"PKG_CONFIG_PATH": str(library / "pkgconfig"), "LD_LIBRARY_PATH": str(library)}
outputs = {}


def find_package(language, kind):
    out = scratch / f"{language}-{kind}"
    run("cmake", "-S", examples, "-B", out, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DLANGUAGE={language}",
        f"-DConfer_USE_STATIC_LIBS={'ON' if kind == 'static' else 'OFF'}")
    run("cmake", "--build", out)
    outputs[f"find_package, {language}, {kind}"] = run(out / "embed")
    return out / "embed"


def pkg_config(source, compiler, *flags):
    asked = ["--static"] if "-static" in flags else []
    found = shlex.split(run("pkg-config", *asked, "--cflags", "--libs", "confer", env=env))
    out = scratch / f"pkg-config-{source}-{'static' if asked else 'shared'}"
    run(compiler, examples / source, "-o", out, *flags, *found)
    outputs[out.name] = run(out, env={} if asked else env)
    return out


def needs_library(program):
    return "libconfer" in run("objdump", "-p", program)


c99 = ["-std=c99", "-Wall", "-Wextra", "-pedantic-errors", "-Werror"]
if shared:
    assert needs_library(find_package("CXX", "shared"))
    assert needs_library(find_package("C", "shared"))
    pkg_config("embed.cpp", "g++", "-std=c++20")
    pkg_config("embed.c", "gcc", *c99)
    outputs["ctypes"] = run(sys.executable, examples / "embed.py", env=env)
if static:
    assert not needs_library(find_package("CXX", "static"))
    assert not needs_library(find_package("C", "static"))
    assert not needs_library(pkg_config("embed.c", "gcc", *c99, "-static"))

command = run(prefix / "bin" / "confer", "--format", "csv", "what does family systems therapy combine?")
names = [line.split(",")[0] for line in command.splitlines()[1:]]
first = next(iter(outputs.values()))
assert names and [line.split(" [")[0] for line in first.splitlines()] == names, (first, names)
assert all("[" in line for line in first.splitlines()), first
for how, output in outputs.items():
    assert output == first, (how, output, first)
for example in examples.glob("embed.*"):
    lines = len(example.read_text().splitlines())
    assert lines < 30, (example.name, lines)

# The programs of the documentation, too.
shown = (examples.parent.parent / "docs" / "libraries.md").read_text()
programs = {language: re.search(rf"```{language}\n(.*?)```", shown, re.DOTALL)[1] for language in ("cpp", "c", "python")}
for language, code in programs.items():
    (scratch / f"shown.{language}").write_text(code)
if shared:
    flags = shlex.split(run("pkg-config", "--cflags", "--libs", "confer", env=env))
    run("g++", "-std=c++20", scratch / "shown.cpp", "-o", scratch / "shown-cpp", *flags)
    run("gcc", *c99, scratch / "shown.c", "-o", scratch / "shown-c", *flags)
    in_cpp, in_c = run(scratch / "shown-cpp", env=env), run(scratch / "shown-c", env=env)
    assert in_cpp == in_c and in_c.strip(), (in_cpp, in_c)
    assert in_c.splitlines()[0] in run(sys.executable, scratch / "shown.python", env=env)

# A plugin sees one header.
header = scratch / "header" / "confer"
header.mkdir(parents=True)
shutil.copy(prefix / "include" / "confer" / "plugin.h", header)
run("cc", *c99, "-shared", "-fPIC", "-I", header.parent, "-o", scratch / "jaccard.so", plugins / "jaccard.c")
asked = run(prefix / "bin" / "confer", "--plugin", scratch / "jaccard.so", "--format", "csv",
            "RETURN similarity.jaccard([1, 2], [2, 3]) AS j")
assert asked.splitlines()[1].startswith("0.333"), asked
print(f"installed, found and used in {len(outputs)} ways; {len(names)} rows")
