#!/usr/bin/env python3
"""A floor that uses or includes one above it must be refused: check_refusals.py SOURCE_DIR SCRATCH_DIR.

Works on a copy: CMake has to refuse the use, check_floors.py the #include.
"""
import pathlib
import shutil
import subprocess
import sys

source, scratch = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
shutil.rmtree(scratch, ignore_errors=True)
scratch.mkdir(parents=True)


def refused(command, message):
    ran = subprocess.run(command, capture_output=True, text=True)
    said = " ".join((ran.stdout + ran.stderr).split())
    if ran.returncode == 0 or message not in said:
        sys.exit(f"not refused with `{message}`: {command}\n{said}")


# CMake: `lower` is declared first and asks for `upper`.
for floor in ("lower", "upper"):
    (scratch / floor).mkdir()
    (scratch / floor / f"{floor}.cpp").write_text(f"int {floor}() {{ return 0; }}\n")
(scratch / "CMakeLists.txt").write_text(
    "cmake_minimum_required(VERSION 3.25)\nproject(Refusal LANGUAGES CXX)\nadd_library(confer_warnings INTERFACE)\n"
    f"include({source}/engine/floor.cmake)\nconfer_floor(lower USES upper)\nconfer_floor(upper)\n")
refused(["cmake", "-S", scratch, "-B", scratch / "build", "-G", "Ninja"], "floor 'lower' uses 'upper', which is not below it")

# The include check: base/ reaches up to value/; value/ reaches into another folder's internals.
copy = scratch / "source"
shutil.copytree(source / "engine", copy / "engine")
shutil.copytree(source / "docs", copy / "docs")
floors = scratch / "floors.txt"
cmake_lists = (source / "engine/CMakeLists.txt").read_text()
lines = []
for line in cmake_lists.splitlines():
    if line.startswith("confer_floor("):
        words = line.strip(")").replace("confer_floor(", "").split()
        below = words[words.index("USES") + 1:] if "USES" in words else []
        lines.append(f"{words[0]}: {' '.join(below[:below.index('LINKS')] if 'LINKS' in below else below)}")
floors.write_text("\n".join(lines) + "\n")
check = [sys.executable, source / "tests/architecture/check_floors.py", copy, floors]
if subprocess.run(check, capture_output=True).returncode != 0:
    sys.exit("the untouched copy does not pass: " + subprocess.run(check, capture_output=True, text=True).stdout)
(copy / "engine/base/reaches_up.h").write_text('#include "value/value.h"\n')
refused(check, "floor `base` may not include `value`")
(copy / "engine/base/reaches_up.h").unlink()
(copy / "engine/session/peeks.h").write_text('#include "format/format_internal.h"\n')
refused(check, "floor `session` may not include `format`")
print("refused")
