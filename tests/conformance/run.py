#!/usr/bin/env python3
"""The openCypher conformance suite against `confer pipe`, strictly: rows, side effects, types and codes of errors.

    run.py CONFER [--approve]

The suite and its runner are no part of this repository. They are looked for in the folder that the environment variable
CONFER_TCK names, else in ../shared/tck beside the checkout; where they are missing, the exit status is 77: skipped.
Temporal types are left out. What is known to fail stands in known_failures.txt, one scenario a line: the run fails when
another scenario fails, and when a listed one passes, so that the list only ever shrinks. --approve writes the list anew.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
KNOWN = HERE / "known_failures.txt"
SKIPPED = 77


def suite():
    named = os.environ.get("CONFER_TCK")
    folder = pathlib.Path(named) if named else HERE.parents[1].parent / "shared" / "tck"
    return folder if (folder / "run.py").exists() and (folder / "features").is_dir() else None


def scenarios(folder, confer):
    """What became of each scenario that was run, in the order of the suite."""
    with tempfile.TemporaryDirectory() as scratch:
        report = pathlib.Path(scratch) / "report.json"
        subprocess.run(
            [sys.executable, folder / "run.py", "run", folder / "features", "--engine", f"{confer} pipe",
             "--exclude", "temporal", "--json", report],
            stdout=subprocess.DEVNULL, check=False)
        return json.loads(report.read_text())["scenarios"]


def fails(scenario):
    ignored = scenario["status"] == "skip" and "unsupported" not in scenario.get("reason", "")
    return not scenario["strict"] and not ignored


def show(title, names, reasons):
    if not names:
        return
    print(f"{title}: {len(names)}")
    for name in names:
        print(f"  {name}  {reasons.get(name, '')}".rstrip())


def main():
    confer, *options = sys.argv[1:]
    folder = suite()
    if folder is None:
        print("the conformance suite is not here: CONFER_TCK does not name it, and there is no ../shared/tck")
        return SKIPPED
    outcomes = scenarios(folder, os.path.abspath(confer))
    failing = [outcome["id"] for outcome in outcomes if fails(outcome)]
    print(f"{len(outcomes)} scenarios, {len(outcomes) - len(failing)} pass strictly or are ignored, {len(failing)} fail")
    if options == ["--approve"]:
        KNOWN.write_text("".join(name + "\n" for name in failing))
        return 0
    known = KNOWN.read_text().split("\n")[:-1]
    reasons = {o["id"]: ": ".join(filter(None, [o.get("reason"), o.get("strict_note") or o.get("message")]))
               for o in outcomes}
    ran = {outcome["id"] for outcome in outcomes}
    regressions = [name for name in failing if name not in set(known)]
    mended = [name for name in known if name in ran and name not in set(failing)]
    show("these fail and are not known to", regressions, reasons)
    show("these are listed in known_failures.txt and pass: take them off the list (--approve)", mended, {})
    return 1 if regressions or mended or not outcomes else 0


if __name__ == "__main__":
    sys.exit(main())
