#!/usr/bin/env python3
"""Makes graph JSON out of collected facts.

    python3 graph-data/convert_facts.py FACTS            writes the files beside this script
    python3 graph-data/convert_facts.py FACTS --check    writes nothing; says which files would change

FACTS is a folder with nodes.jsonl, edges.jsonl and sources.jsonl. Which approaches are taken, and every
change on the way, is in curation/. The same input always gives the same bytes. What the converter
refuses it reports with the file to mend, and then writes nothing.
"""
import argparse
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
UNGRADED = "ungraded"  # in `grades`, for a source that says it without a grade
ARTICLE = "V1"  # the article that the graph grew from: everything that it says is in the graph
ARTICLE_SOURCES = ["V%d" % n for n in range(1, 13)]

NODE_KEYS = ["id", "label", "name", "aliases", "summary", "year", "year_text", "decade", "coverage", "sources"]
SOURCE_KEYS = ["id", "label", "name", "title", "publisher", "authors", "year", "doi", "url", "quality"]
EDGE_KEYS = ["from", "type", "to", "sources", "grades", "notes", "confidence"]

# Where a node is written; an edge goes where the node goes that it starts from. Approaches: families/.
FILE_OF_LABEL = {
    "Source": "sources.json", "Family": "classification.json", "IntegrationMode": "classification.json",
    "Theory": "theories.json", "Technique": "techniques.json", "Condition": "conditions.json",
    "Focus": "foci.json", "CommonFactor": "common-factors.json", "Model": "common-factors.json",
    "Person": "people.json", "Format": "delivery.json", "Setting": "delivery.json", "Provider": "delivery.json",
}
INCLUDE_FIRST = ["schema.json", "classification.json", "theories.json", "techniques.json", "conditions.json",
                 "foci.json", "common-factors.json", "delivery.json", "people.json"]

# Names and summaries are written in American spelling; notes stay as they were taken down.
AMERICAN = [(re.compile(british, re.IGNORECASE), american) for british, american in [
    (r"behaviour", "behavior"), (r"programme", "program"), (r"centred", "centered"), (r"counsell", "counsel"),
    (r"humour", "humor"), (r"colour", "color"), (r"practis(?=e|ing)", "practic"), (r"\bdistils\b", "distills"),
    (r"\b(custom|demoral|organ|manual|ideal|real|recogn|general|stabil|emphas|traumat|contextual|external|internal|"
     r"personal|normal|individual|transdiagnost|reorgan|computer|social|moral|character|critic|final|util)"
     r"is(?=e[sdr]?\b|ing\b|ation)", r"\1iz"),
]]


class Refused(Exception):
    """The facts or the curation files hold something that must be mended by a person."""


def natural(name):
    """V2 before V12: digits compare as numbers."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.findall(r"\d+|\D+", name)]


def normalised(name):
    return " ".join(re.findall(r"\w+", re.sub(r"['’]", "", name.lower())))


def american(text):
    for british, spelling in AMERICAN:
        text = british.sub(lambda m, s=spelling: m.expand(s).capitalize() if m[0][0].isupper() else m.expand(s), text)
    return text


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def read_curation(name):
    with open(HERE / "curation" / name, encoding="utf-8") as file:
        return json.load(file)


class Facts:
    def __init__(self, folder):
        self.nodes = {node["id"]: node for node in read_lines(folder / "nodes.jsonl")}
        self.edges = read_lines(folder / "edges.jsonl")
        self.sources = {source["id"]: source for source in read_lines(folder / "sources.jsonl")}
        for edge in self.edges:
            for end in (edge["from"], edge["to"]):
                if end not in self.nodes:
                    raise Refused(f"edges.jsonl: `{end}` is no node")
            for claim in edge["claims"]:
                if claim["source"] not in self.sources:
                    raise Refused(f"edges.jsonl: `{claim['source']}` is no source")

    def label(self, node):
        return self.nodes[node]["label"]


def correct(facts, corrections):
    """Applies names, aliases and summaries to the nodes, in place."""
    for key in ("names", "aliases_added", "summaries"):
        for node in corrections[key]:
            if node not in facts.nodes:
                raise Refused(f"curation/corrections.json: {key} names `{node}`, which the facts do not hold")
    for removal in corrections["aliases_removed"]:
        aliases = facts.nodes[removal["id"]].get("aliases", [])
        if removal["alias"] not in aliases:
            raise Refused(f"curation/corrections.json: `{removal['id']}` has no alias `{removal['alias']}`")
        aliases.remove(removal["alias"])
    for id, node in facts.nodes.items():
        node["name"] = american(corrections["names"].get(id, node["name"]))
        summary = corrections["summaries"].get(id, node.get("summary"))
        if summary:
            node["summary"] = american(summary)
        aliases = []
        for alias in node.get("aliases", []) + corrections["aliases_added"].get(id, []):
            if normalised(alias) not in {normalised(other) for other in [*aliases, node["name"]]} or \
                    (alias != node["name"] and american(alias) != alias and alias not in aliases):
                aliases.append(alias)
        node["aliases"] = aliases


def covered_approaches(facts, selection):
    """The chosen approaches and all that they derive from."""
    covered = {approach for chosen in selection["families"].values() for approach in chosen}
    for approach in sorted(covered):
        if approach not in facts.nodes or facts.label(approach) != "Approach":
            raise Refused(f"curation/selection.json: `{approach}` is no approach of the facts")
    parents = defaultdict(set)
    for edge in facts.edges:
        if edge["type"] == "DERIVES_FROM":
            parents[edge["from"]].add(edge["to"])
    pending = sorted(covered)
    while pending:
        for parent in parents[pending.pop()] - covered:
            covered.add(parent)
            pending.append(parent)
    return covered


def chosen_edges(facts, covered):
    """What the covered approaches and the article say, and what connects the nodes that this brings in."""
    def by_article(edge):
        return any(claim["source"] == ARTICLE for claim in edge["claims"])

    edges = [edge for edge in facts.edges
             if edge["from"] in covered or by_article(edge) or facts.label(edge["from"]) in ("Model", "Provider")]
    present = set(covered) | {edge[end] for edge in edges for end in ("from", "to")}
    present |= {id for id, node in facts.nodes.items() if set(node.get("sources", [])) & set(ARTICLE_SOURCES)}
    taken = set(map(id_of, edges))
    for edge in facts.edges:  # is a kind of, is part of, and what sources say about a technique by itself
        if id_of(edge) not in taken and facts.label(edge["from"]) != "Approach" and \
                edge["from"] in present and edge["to"] in present:
            edges.append(edge)
    return edges, present


def id_of(edge):
    return edge["from"], edge["type"], edge["to"]


def confidence(type, claims, sources):
    """What is known against a relationship as a whole; None when nothing is."""
    if all(claim["note"].lower().startswith("inferred") for claim in claims):
        return "inferred"
    if all(sources[claim["source"]].get("quality") == "low" for claim in claims):
        return "weak"
    if type in ("BELONGS_TO", "FOCUSES_ON") and not any(claim["source"] == ARTICLE for claim in claims):
        return "editorial"
    return None


def edge_record(edge, facts):
    claims = edge["claims"]
    record = {"from": edge["from"], "type": edge["type"], "to": edge["to"],
              "sources": [claim["source"] for claim in claims], "notes": [claim["note"] for claim in claims]}
    if any(claim.get("evidence") for claim in claims):
        record["grades"] = [claim.get("evidence") or UNGRADED for claim in claims]
    mark = confidence(edge["type"], claims, facts.sources)
    if mark:
        record["confidence"] = mark
    return {key: record[key] for key in EDGE_KEYS if key in record}


def denial_edges(facts, covered, corrections):
    """REJECTS, read off notes that say so. The note must be one that the facts hold."""
    notes = {(edge["from"], claim["source"], claim["note"]) for edge in facts.edges for claim in edge["claims"]}
    affirmed = {(edge["from"], edge["to"]) for edge in facts.edges}
    edges = []
    for denial in corrections["denials"]:
        if (denial["from"], denial["source"], denial["note"]) not in notes:
            raise Refused(f"curation/corrections.json: no source says of `{denial['from']}`: {denial['note']}")
        if (denial["from"], denial["to"]) in affirmed:
            raise Refused(f"curation/corrections.json: `{denial['from']}` has an edge to `{denial['to']}` already")
        if denial["from"] in covered:
            edges.append({"from": denial["from"], "type": "REJECTS", "to": denial["to"],
                          "claims": [{"source": denial["source"], "note": denial["note"]}]})
    return edges


def refuse_contradictions(edges, corrections):
    treats = {(edge["from"], edge["to"]) for edge in edges if edge["type"] == "TREATS"}
    against = {(edge["from"], edge["to"]) for edge in edges if edge["type"] in ("HARMFUL_FOR", "LACKS_SUPPORT_FOR")}
    known = {(conflict["from"], conflict["to"]) for conflict in corrections["known_conflicts"]}
    for pair in sorted((treats & against) ^ known):
        raise Refused("curation/corrections.json: known_conflicts and the facts disagree about `%s` and `%s`" % pair)


def node_record(node, coverage):
    record = dict(node)
    if coverage:
        record["coverage"] = coverage
    return {key: record[key] for key in NODE_KEYS if record.get(key) not in (None, "", [])}


def source_names(used, taken):
    """Titles, told apart from one another and from the names of other nodes by publisher, then by id."""
    titles = defaultdict(int)
    for source in used:
        titles[normalised(source["title"])] += 1
    names, seen = {}, set(taken)
    for source in used:
        name = source["title"]
        if titles[normalised(name)] > 1 or normalised(name) in taken:
            name = f"{source['title']} ({source['publisher']})"
        if normalised(name) in seen:
            name = f"{source['title']} ({source['publisher']}, {source['id']})"
        seen.add(normalised(name))
        names[source["id"]] = name
    return names


def source_record(source, name):
    record = {**source, "label": "Source", "name": name}
    return {key: record[key] for key in SOURCE_KEYS if record.get(key) not in (None, "")}


def family_files(facts, selection, covered, present):
    """Approach -> file: as selected; what came in as an ancestor by its first family; the rest as mentioned."""
    files = {approach: f"families/{family}.json"
             for family, chosen in selection["families"].items() for approach in chosen}
    first = {}
    for edge in sorted(facts.edges, key=id_of):
        if edge["type"] == "BELONGS_TO":
            first.setdefault(edge["from"], edge["to"])
    for approach in sorted(present):
        if facts.label(approach) == "Approach" and approach not in files:
            files[approach] = f"families/{first.get(approach, 'other') if approach in covered else 'mentioned'}.json"
    return files


def render(document):
    """One node or edge a line, so that a change is a small diff."""
    def line(value):
        return json.dumps(value, ensure_ascii=False)

    parts = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            parts.append(f"  {line(key)}: [\n" + ",\n".join("    " + line(item) for item in value) + "\n  ]")
        else:
            parts.append(f"  {line(key)}: {line(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def convert(facts, selection, corrections):
    """File name -> text."""
    correct(facts, corrections)
    covered = covered_approaches(facts, selection)
    edges, present = chosen_edges(facts, covered)
    coverage = defaultdict(set)
    for edge in edges:
        if edge["from"] in covered:
            coverage[edge["from"]].add(edge["type"])
    denials = denial_edges(facts, covered, corrections)
    present |= {edge["to"] for edge in denials}
    edges += denials
    refuse_contradictions(edges, corrections)

    sparse = [id for id in sorted(covered) if not facts.nodes[id].get("summary")
              and sum(edge["from"] == id for edge in edges) >= 5]
    if sparse:
        raise Refused("these approaches have no summary: " + ", ".join(sparse))

    cited = {claim["source"] for edge in edges for claim in edge["claims"]}
    cited |= {source for id in present for source in facts.nodes[id].get("sources", [])} | set(ARTICLE_SOURCES)
    used = [facts.sources[id] for id in sorted(cited, key=natural)]
    taken = {normalised(name) for id in present
             for name in [id, facts.nodes[id]["name"], *facts.nodes[id].get("aliases", [])]}
    names = source_names(used, taken)

    file_of = family_files(facts, selection, covered, present)
    for id in present:
        file_of.setdefault(id, FILE_OF_LABEL.get(facts.label(id)))
    contents = defaultdict(lambda: {"nodes": [], "edges": []})
    for id in sorted(present):
        contents[file_of[id]]["nodes"].append(node_record(facts.nodes[id], sorted(coverage.get(id, ()))))
    for edge in sorted(edges, key=id_of):
        contents[file_of[edge["from"]]]["edges"].append(edge_record(edge, facts))
    contents["sources.json"]["nodes"] = [source_record(source, names[source["id"]]) for source in used]

    families = sorted(name for name in contents if name.startswith("families/"))
    root = {
        "confer": 1,
        "name": "Integrative psychotherapy",
        "version": "2026.11",
        "license": "CC-BY-4.0",
        "description": "Psychotherapy approaches and what they are made of: theories, techniques, foci and common "
                       "factors, who developed them, what they are used for and who says so. It describes what "
                       "sources say and recommends nothing.",
        "include": INCLUDE_FIRST + families + ["sources.json"],
    }
    files = {name: render({key: part for key, part in document.items() if part})
             for name, document in contents.items()}
    files["graph.json"] = render(root)
    return files


def main():
    parser = argparse.ArgumentParser(description="Makes graph JSON out of collected facts.")
    parser.add_argument("facts", type=Path, metavar="FACTS", help="folder with nodes, edges and sources (.jsonl)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file would change")
    options = parser.parse_args()
    try:
        files = convert(Facts(options.facts), read_curation("selection.json"), read_curation("corrections.json"))
    except (Refused, OSError, ValueError) as problem:
        print(problem, file=sys.stderr)
        return 1
    stale = [path for path in sorted((HERE / "families").glob("*.json")) if f"families/{path.name}" not in files]
    changed = [name for name, text in sorted(files.items())
               if not (HERE / name).is_file() or (HERE / name).read_text(encoding="utf-8") != text]
    if options.check:
        for name in changed + [f"families/{path.name}" for path in stale]:
            print(f"{name} would change", file=sys.stderr)
        return 1 if changed or stale else 0
    (HERE / "families").mkdir(exist_ok=True)
    for path in stale:
        path.unlink()
    for name in changed:
        (HERE / name).write_text(files[name], encoding="utf-8", newline="\n")
    print(f"{len(files)} files, {len(changed)} changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
