#!/usr/bin/env python3
"""Brings the graph's files into their form after they were edited by hand.

    python3 graph-data/tidy.py            rewrites the files that need it
    python3 graph-data/tidy.py --check    writes nothing; says which files are not tidy

Lines may be added to any of the files and in any order: each goes to its file and its place, with its keys in
order. What can be computed is: `coverage` of approaches, `name` of sources, and `confidence`, but for `inferred`,
which is a person's judgement and stays. Files say what they mean only once tidy, so run it before checking.
"""
import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from layout import UNGRADED, Facts, Refused, files_of, write  # noqa: E402


def read_graph():
    documents = []
    for path in [*sorted(HERE.glob("*.json")), *sorted(HERE.glob("families/*.json"))]:
        if path.name == "accepted.json":  # what `confer check` accepts
            continue
        with open(path, encoding="utf-8") as file:
            try:
                documents.append(json.load(file))
            except ValueError as problem:
                raise Refused(f"{path.relative_to(HERE)}: {problem}") from problem
    nodes = [node for document in documents for node in document.get("nodes", [])]
    edges = [edge for document in documents for edge in document.get("edges", [])]
    return Facts([node for node in nodes if node["label"] != "Source"], [with_claims(edge) for edge in edges],
                 [node for node in nodes if node["label"] == "Source"])


def with_claims(edge):
    """The parallel lists of a relationship as claims, one for each source."""
    name = f"{edge['from']} {edge['type']} {edge['to']}"
    lists = [edge[key] for key in ("sources", "notes", "grades") if key in edge]
    if len({len(each) for each in lists}) != 1:
        raise Refused(f"{name}: `sources`, `notes` and `grades` must be of one length")
    claims = []
    for place, source in enumerate(edge["sources"]):
        claim = {"source": source, "note": edge["notes"][place]}
        if edge.get("grades", [UNGRADED] * len(edge["sources"]))[place] != UNGRADED:
            claim["evidence"] = edge["grades"][place]
        claims.append(claim)
    return {"from": edge["from"], "type": edge["type"], "to": edge["to"], "claims": claims,
            "inferred": edge.get("confidence") == "inferred"}


def main():
    parser = argparse.ArgumentParser(description="Brings the graph's files into their form.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is not tidy")
    options = parser.parse_args()
    try:
        files = files_of(read_graph())
    except (Refused, KeyError) as problem:
        print(f"a record lacks {problem}" if isinstance(problem, KeyError) else problem, file=sys.stderr)
        return 1
    changed = write(files, options.check)
    for name in changed:
        print(f"{name} {'is not tidy' if options.check else 'changed'}")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
