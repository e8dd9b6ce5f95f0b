#!/usr/bin/env python3
"""Every C++ file is as clang-format leaves it: check_format.py SOURCE_DIR."""
import pathlib
import subprocess
import sys

source = pathlib.Path(sys.argv[1])
files = [path for folder in ("engine", "plugins", "tests") for path in sorted((source / folder).rglob("*")) if path.suffix in {".h", ".hpp", ".cpp"}]
ran = subprocess.run(["clang-format", "--dry-run", "--Werror", *map(str, files)], capture_output=True, text=True)
print(ran.stderr or f"{len(files)} files formatted")
sys.exit(ran.returncode)
