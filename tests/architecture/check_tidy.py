#!/usr/bin/env python3
"""Runs clang-tidy over our own sources: check_tidy.py SOURCE_DIR BUILD_DIR [PATH...]

PATHs (files or folders, relative to the source) narrow it; by default everything is looked at, which takes long. Sources
that see ANTLR's headers are left out: Debian's clang 14 rejects those.
"""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys

source, build = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
wanted = [source / path for path in sys.argv[3:] or ("engine", "plugins")]


def sees_antlr(entry):
    return "antlr4-runtime" in entry["command"]


entries = json.loads((build / "compile_commands.json").read_text())
files = sorted({entry["file"] for entry in entries
                if not sees_antlr(entry) and any(pathlib.Path(entry["file"]).is_relative_to(path) for path in wanted)})


def tidy(file):
    # The commands are GCC's, with warnings that clang has no name for; RapidJSON's iterators compare as they did before C++20.
    quiet = ["--extra-arg=-Wno-unknown-warning-option", "--extra-arg=-Wno-ambiguous-reversed-operator"]
    ran = subprocess.run(["clang-tidy", "-p", build, "--quiet", *quiet, file], capture_output=True, text=True)
    return ran.returncode, ran.stdout


failed = 0
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    for file, (status, said) in zip(files, pool.map(tidy, files)):
        if status != 0:
            failed += 1
            print(f"--- {file}\n{said}")
print(f"{len(files)} files looked at, {failed} with findings")
sys.exit(1 if failed or not files else 0)
