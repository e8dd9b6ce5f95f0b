#!/usr/bin/env python3
"""Holds the #includes of the engine to its floors: check_floors.py SOURCE_DIR FLOORS_FILE.

FLOORS_FILE is written by CMake, one line a floor, lowest first: `graph: base value`. A file on a floor may include its
own folder and the floors listed, nothing else of ours; *_internal.h only from its own folder. The table in
docs/architecture.md must name the same floors in the same order. At the top of the tree stands what README.md names.
"""
import pathlib
import re
import sys

source, floors_file = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
engine = source / "engine"
floors = {}
for line in floors_file.read_text().splitlines():
    floor, below = line.split(":")
    floors[floor] = below.split()

problems = []
for floor, below in floors.items():
    for path in sorted((engine / floor).rglob("*.[hc]*")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            found = re.match(r'\s*#include "([^"]+)"', line)
            if not found:
                continue
            included, where = found.group(1), f"{path.relative_to(source)}:{number}"
            folder = included.split("/")[0]
            if "/" not in included and not any(engine.rglob(included)):
                continue  # generated from the grammar, or ANTLR's own
            if folder not in floors:
                problems.append(f'{where}: "{included}" is not on a floor')
            elif folder != floor and folder not in below:
                problems.append(f"{where}: floor `{floor}` may not include `{folder}`")
            elif included.endswith("_internal.h") and folder != floor:
                problems.append(f"{where}: {included} belongs to floor `{folder}`")

top = {"CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "run", "test",
       "grammar", "engine", "graph-data", "plugins", "tests", "docs", "build", "compile_commands.json"}
problems += [f"{path.name} has no place at the top" for path in sorted(source.iterdir())
             if path.name not in top and not path.name.startswith(".")]

folders = {path.name for path in engine.iterdir() if path.is_dir() and path.name not in {"include", "door"}}
problems += [f"engine/{name} is on no floor" for name in sorted(folders - floors.keys()) if any((engine / name).rglob("*.*"))]

table = re.findall(r"^\| [^|]+ \| `engine/(\w+)/` \|", (source / "docs/architecture.md").read_text(), re.MULTILINE)
if table != list(floors):
    problems.append(f"docs/architecture.md lists the floors {table}, CMake has {list(floors)}")

print("\n".join(problems) or f"{len(floors)} floors hold")
sys.exit(1 if problems else 0)
