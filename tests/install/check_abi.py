#!/usr/bin/env python3
"""Holds libconfer.so to the C ABI that was promised: check_abi.py LIBRARY HEADER [--record].

tests/install/abi.txt is the record: for each version, what the header declares under it: functions, numbers of enums,
members of structures. What stands there may neither change nor go. What is new has to be recorded (--record), in the
version that libconfer.map gives it. Besides, the library shows these functions, the C++ door, and nothing else.
"""
import pathlib
import re
import subprocess
import sys

library, header = sys.argv[1], pathlib.Path(sys.argv[2])
record = pathlib.Path(__file__).with_name("abi.txt")

text = re.sub(r"/\*.*?\*/", " ", header.read_text(), flags=re.DOTALL)
text = re.sub(r"^#.*$", "", text, flags=re.MULTILINE)


def plain(code):
    return re.sub(r"\s+", " ", code).strip()


declared = {}  # what it is called -> what the header says of it
for function in re.findall(r"CONFER_C_API ([^;{]+);", text):
    function = plain(function)
    declared[re.search(r"(\w+)\(", function)[1]] = function
for body in re.findall(r"\benum(?: \w+)? \{([^}]*)\}", text):
    for name, number in re.findall(r"(\w+) = (\d+)", body):
        declared[name] = number
for name, body in re.findall(r"typedef struct (\w+) \{([^}]*)\}", text):
    for position, member in enumerate(plain(body).rstrip(";").split(";")):
        declared[f"{name}.{position}"] = plain(member)

shown = {}  # symbol -> version
symbols = subprocess.run(["nm", "-D", "--defined-only", "--with-symbol-versions", library], capture_output=True,
                         text=True, check=True).stdout
for line in symbols.splitlines():
    name, _, version = line.split()[-1].partition("@@")
    if version:
        shown[name] = version

recorded = {}
for line in record.read_text().splitlines() if record.exists() else []:
    version, name, what = line.split(" ", 2)
    recorded[name] = (version, what)

functions = {name for name, what in declared.items() if "(" in what}
versions = {name: shown.get(name, max(v for v in shown.values() if not v.startswith("CONFER_CXX"))) for name in declared}

problems = []
for name, (version, what) in recorded.items():
    if name not in declared:
        problems.append(f"{name} is gone from the header; it was promised: {what}")
    elif declared[name] != what:
        problems.append(f"{name} has changed:\n  promised: {what}\n  now:      {declared[name]}")
    elif name in functions and shown.get(name) != version:
        problems.append(f"the library shows {name} as {shown.get(name)}, not as {version}")
for name in functions - shown.keys():
    problems.append(f"the library does not show {name}, which the header declares")
for name in shown.keys() - functions:
    if not (name.startswith(("_ZN6confer", "_ZNK6confer", "_ZNO6confer")) and "6engine" not in name):
        problems.append(f"the library shows {name}, which belongs to no door")

new = sorted(declared.keys() - recorded.keys())
if "--record" in sys.argv and not problems:
    with record.open("a") as out:
        for name in new:
            out.write(f"{versions[name]} {name} {declared[name]}\n")
elif new:
    problems.append(f"not recorded yet: {', '.join(new)}; run check_abi.py with --record")

print("\n".join(problems) or f"{len(functions)} functions as promised")
sys.exit(1 if problems else 0)
