#!/usr/bin/env python3
"""seen_to_fail.py BUILD [PAIR ...]: breaks the engine on purpose until each golden pair was seen to fail.

Builds the engine in the folder BUILD with every condition wrapped, notes which conditions each pair (tests/suites/*/*.query;
all of them when none is named) comes by, and turns one of them round after the other, those first that the fewest pairs
come by. Prints a line for each pair: the condition that it was seen to need, or that none was found. Exit status 1 for that.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree

from instrument import Mutant, instrument_tree

ROOT = Path(__file__).resolve().parents[2]
TRIES = 400  # mutants for a pair at most
SECONDS = 20  # for a pair that no longer ends


def build(folder: Path) -> list[Mutant]:
    source, table = folder / "source", folder / "mutants.json"
    if not table.exists():
        rmtree(source, ignore_errors=True)
        copytree(ROOT, source, ignore=ignore_patterns("build", ".git", "node_modules"))
        mutants = instrument_tree(source / "engine", floors_left_out={"door", "plugin", "base"})
        flags = f"-include {ROOT / 'tests/mutation/mutated.h'} -w -O1"
        subprocess.run(["cmake", "-S", source, "-B", folder / "build", "-G", "Ninja", "-DCMAKE_BUILD_TYPE=",
                        f"-DCMAKE_CXX_FLAGS={flags}"], check=True)
        subprocess.run(["cmake", "--build", folder / "build", "--target", "golden_runner"], check=True)
        table.write_text(json.dumps([vars(mutant) for mutant in mutants]))
    return [Mutant(**mutant) for mutant in json.loads(table.read_text())]


def outcome(runner: Path, pair: Path, **environment: str) -> str | None:
    """What became of a pair: None when it held, else in a word how it failed."""
    command = [runner, "--filter", f"/{pair.parent.name}/{pair.name}", ROOT / "tests/suites"]
    try:
        ran = subprocess.run(command, env=os.environ | environment, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return "does not end"
    if ran.returncode == 0:
        return None
    return "another answer" if ran.returncode == 1 else "breaks off"


def conditions_of(runner: Path, pair: Path) -> set[int]:
    with tempfile.NamedTemporaryFile() as trace:
        failed = outcome(runner, pair, TRACE=trace.name)
        if failed is not None:
            sys.exit(f"{pair}: fails before anything is broken ({failed})")
        return {int(line) for line in Path(trace.name).read_text().split()}


def needed(runner: Path, pair: Path, conditions: list[int]) -> tuple[int, str] | None:
    """The first condition without which the pair gives another answer; one that breaks it off, if there is no better."""
    second_best = None
    for condition in conditions[:TRIES]:
        how = outcome(runner, pair, MUTANT=str(condition))
        if how == "another answer":
            return condition, how
        second_best = second_best or (how and (condition, how))
    return second_best


def main() -> int:
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    folder = Path(sys.argv[1]).resolve()
    pairs = [Path(name).resolve() for name in sys.argv[2:]] or sorted((ROOT / "tests/suites").rglob("*.query"))
    folder.mkdir(parents=True, exist_ok=True)
    mutants = build(folder)
    (runner,) = (folder / "build").rglob("golden_runner")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        asked = dict(zip(pairs, pool.map(lambda pair: conditions_of(runner, pair), pairs)))
        common = Counter(condition for conditions in asked.values() for condition in conditions)
        ordered = [sorted(asked[pair], key=lambda condition: (common[condition], condition)) for pair in pairs]
        missing = 0
        for pair, found in zip(pairs, pool.map(lambda pair, order: needed(runner, pair, order), pairs, ordered)):
            name = f"{pair.parent.name}/{pair.stem}"
            if found is None:
                missing += 1
                print(f"{name}: never seen to fail", flush=True)
                continue
            mutant = mutants[found[0] - 1]
            print(f"{name}: {found[1]} when turned round: {mutant.file}:{mutant.line}: {mutant.condition}", flush=True)
    print(f"{len(pairs)} pairs, {missing} never seen to fail")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
