#!/usr/bin/env python3
"""Makes the graph out of collected facts.

    python3 graph-data/convert_facts.py FACTS            writes the files beside this script
    python3 graph-data/convert_facts.py FACTS --check    writes nothing; says which files would change

FACTS is a folder with nodes.jsonl, edges.jsonl and sources.jsonl. Everything in it is taken; every change on
the way is in curation/, with its reason, and made by curate_facts.py. The same input always gives the same
bytes. What the converter refuses it reports with the file to mend, and then writes nothing.
"""
import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from curate_facts import Curation, curate  # noqa: E402
from layout import Facts, Refused, files_of, write  # noqa: E402


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def refuse_without_summary(facts):
    bare = [id for id, node in sorted(facts.nodes.items()) if node["label"] == "Approach" and not node.get("summary")]
    if bare:
        raise Refused("curation/summaries.json: these approaches have no summary: " + ", ".join(bare))


def main():
    parser = argparse.ArgumentParser(description="Makes the graph out of collected facts.")
    parser.add_argument("facts", type=Path, metavar="FACTS", help="folder with nodes, edges and sources (.jsonl)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file would change")
    options = parser.parse_args()
    try:
        facts = Facts(*(read_lines(options.facts / f"{name}.jsonl") for name in ("nodes", "edges", "sources")))
        curate(facts, Curation(HERE / "curation"))
        refuse_without_summary(facts)
        files = files_of(facts)
    except (Refused, OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    changed = write(files, options.check)
    for name in changed:
        print(f"{name} {'would change' if options.check else 'changed'}")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
