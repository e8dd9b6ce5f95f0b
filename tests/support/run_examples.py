#!/usr/bin/env python3
"""Runs every example of the documentation: run_examples.py CONFER FILE...

An example is a fenced block with the info string `confer`; its statements are separated by semicolons or blank lines.
Each must be answered, with rows, on the built-in graph. A block marked `confer error=CODE` must fail with that error;
`confer empty` may come back without rows.
"""
import json
import pathlib
import re
import subprocess
import sys

confer = sys.argv[1]
FENCE = re.compile(r"^```confer( [^\n]*)?\n(.*?)^```", re.MULTILINE | re.DOTALL)


def statements(block):
    return [part.strip() for part in re.split(r";\s*\n|\n\s*\n", block.rstrip().rstrip(";") + "\n") if part.strip()]


failures, count = [], 0
for name in sys.argv[2:]:
    for match in FENCE.finditer(pathlib.Path(name).read_text()):
        options = (match.group(1) or "").split()
        wanted = next((option.removeprefix("error=") for option in options if option.startswith("error=")), None)
        for statement in statements(match.group(2)):
            count += 1
            ran = subprocess.run([confer, "--format", "json", statement], capture_output=True, text=True)
            where = f"{name}: {statement}"
            if wanted:
                if ran.returncode != 1 or f"error[{wanted}]" not in ran.stderr:
                    failures.append(f"{where}\n  should fail with {wanted}, gave {ran.returncode}: {ran.stderr.strip()}")
            elif ran.returncode != 0:
                failures.append(f"{where}\n  {ran.stderr.strip()}")
            elif not json.loads(ran.stdout)["rows"] and "empty" not in options:
                failures.append(f"{where}\n  has no rows")

if count == 0:
    failures.append("there are no examples in " + ", ".join(sys.argv[2:]))
print("\n".join(failures) or f"{count} examples run")
sys.exit(1 if failures else 0)
