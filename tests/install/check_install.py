#!/usr/bin/env python3
"""Installs Confer into a fresh folder and uses it from outside: check_install.py BUILD_DIR SCRATCH_DIR.

The example is built with find_package and again with pkg-config; both must give the same answer as the installed
command, and the example must stay under 30 lines.
"""
import os
import pathlib
import shlex
import shutil
import subprocess
import sys

build, scratch = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
example = pathlib.Path(__file__).parent
shutil.rmtree(scratch, ignore_errors=True)
prefix = scratch / "prefix"


def run(*command, **options):
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if ran.returncode != 0:
        sys.exit(f"{shlex.join(map(str, command))}\n{ran.stdout}{ran.stderr}")
    return ran.stdout


run("cmake", "--install", build, "--prefix", prefix)
library = next(prefix.rglob("libconfer.so")).parent

run("cmake", "-S", example, "-B", scratch / "out", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}")
run("cmake", "--build", scratch / "out")
by_cmake = run(scratch / "out" / "embed")

env = os.environ | {"PKG_CONFIG_PATH": str(library / "pkgconfig"), "LD_LIBRARY_PATH": str(library)}
flags = shlex.split(run("pkg-config", "--cflags", "--libs", "confer", env=env))
run("g++", "-std=c++20", example / "embed.cpp", "-o", scratch / "embed", *flags)
by_pkg_config = run(scratch / "embed", env=env)

command = run(prefix / "bin" / "confer", "--format", "csv", "what does family systems therapy combine?")
names = [line.split(",")[0] for line in command.splitlines()[1:]]
lines = len((example / "embed.cpp").read_text().splitlines())
assert by_cmake == by_pkg_config, (by_cmake, by_pkg_config)
assert names and [line.split(" [")[0] for line in by_cmake.splitlines()] == names, (by_cmake, names)
assert all("[" in line for line in by_cmake.splitlines()), by_cmake
assert lines < 30, lines
print(f"installed, found and used; {len(names)} rows, example of {lines} lines")
