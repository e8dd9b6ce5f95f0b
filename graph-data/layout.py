"""How the graph is laid out in files, and what is computed for it: marks of confidence, coverage, names of sources.

Used by tidy.py, which brings files that were edited by hand into this form, and by convert_facts.py.
"""
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
UNGRADED = "ungraded"  # in `grades`, for a source that says it without a grade
ARTICLE = "V1"  # the article that the graph grew from: everything that it says is in the graph
ARTICLE_SOURCES = ["V%d" % n for n in range(1, 13)]

# A source is about an approach when the graph takes claims from it for no more approaches than SURVEY, or
# at least CHAPTER claims for this one. Lists, guidelines and reviews that name an approach in passing are not.
SURVEY, CHAPTER = 3, 5

# Notes that say no more than that the source names it.
GENERIC_NOTES = {
    "Described as delivered in this format", "Described as growing out of this approach", "Listed among applications",
    "Listed among indications", "Listed among target problems", "Listed among uses", "Listed use",
    "Named among its methods", "Named as a focus of the work", "Named as a theoretical basis",
    "Named as originator or key developer", "Presented as important to change", "Source places it in this family",
}

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


class Refused(Exception):
    """The data hold something that must be mended by a person."""


class Facts:
    """Nodes and sources by id, and edges, each with its claims: source, note and, where there is one, evidence."""

    def __init__(self, nodes, edges, sources):
        self.nodes = {node["id"]: node for node in nodes}
        self.sources = {source["id"]: source for source in sources}
        self.edges = edges
        for what in ([node["id"] for node in nodes + sources], [" ".join(id_of(edge)) for edge in edges]):
            twice = sorted(name for name, count in Counter(what).items() if count > 1)
            if twice:
                raise Refused("these stand twice: " + ", ".join(twice))
        for edge in edges:
            for end in (edge["from"], edge["to"]):
                if end not in self.nodes:
                    raise Refused(f"`{end}`, of {' '.join(id_of(edge))}, is no node")
            for claim in edge["claims"]:
                if claim["source"] not in self.sources:
                    raise Refused(f"`{claim['source']}`, of {' '.join(id_of(edge))}, is no source")

    def label(self, node):
        return self.nodes[node]["label"]


def id_of(edge):
    return edge["from"], edge["type"], edge["to"]


def normalised(name):
    return " ".join(re.findall(r"\w+", re.sub(r"['’]", "", name.lower())))


def natural(name):
    """V2 before V12: digits compare as numbers."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.findall(r"\d+|\D+", name)]


def confidence(edge, sources):
    """What is known against a relationship as a whole; None when nothing is."""
    claims = edge["claims"]
    if edge.get("inferred") or all(claim["note"].lower().startswith("inferred") for claim in claims):
        return "inferred"
    if all(sources[claim["source"]].get("quality") == "low" for claim in claims):
        return "weak"
    if edge["type"] in ("BELONGS_TO", "FOCUSES_ON") and not any(claim["source"] == ARTICLE for claim in claims):
        return "editorial"
    if all(claim["note"] in GENERIC_NOTES for claim in claims):
        return "generic"
    return None


def edge_record(edge, facts):
    claims = edge["claims"]
    record = {"from": edge["from"], "type": edge["type"], "to": edge["to"],
              "sources": [claim["source"] for claim in claims], "notes": [claim["note"] for claim in claims]}
    if any(claim.get("evidence") for claim in claims):
        record["grades"] = [claim.get("evidence") or UNGRADED for claim in claims]
    mark = confidence(edge, facts.sources)
    if mark:
        record["confidence"] = mark
    return {key: record[key] for key in EDGE_KEYS if key in record}


def coverage_of(facts):
    """Approach -> the relationship types that a source about it was gone through for."""
    speaks = defaultdict(lambda: defaultdict(int))  # source -> approach -> claims
    for edge in facts.edges:
        if facts.label(edge["from"]) == "Approach":
            for claim in edge["claims"]:
                speaks[claim["source"]][edge["from"]] += 1
    coverage = defaultdict(set)
    for edge in facts.edges:
        approaches = [speaks[claim["source"]] for claim in edge["claims"]]
        if any(len(each) <= SURVEY or each[edge["from"]] >= CHAPTER for each in approaches):
            coverage[edge["from"]].add(edge["type"])
    return {approach: sorted(types - {"REJECTS"}) for approach, types in coverage.items()
            if facts.label(approach) == "Approach"}


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


def family_files(facts):
    """Approach -> file: the first of its families in curation/families.json; other.json when it has none."""
    with open(HERE / "curation" / "families.json", encoding="utf-8") as file:
        order = json.load(file)["order"]
    families = defaultdict(set)
    for edge in facts.edges:
        if edge["type"] == "BELONGS_TO":
            families[edge["from"]].add(edge["to"])
    every = {id for id, node in facts.nodes.items() if node["label"] == "Family"}
    if set(order) != every or len(order) != len(every):
        raise Refused("curation/families.json: `order` must name each family once; it differs in "
                      + ", ".join(sorted(set(order) ^ every)))
    return {id: "families/%s.json" % next((family for family in order if family in families[id]), "other")
            for id, node in facts.nodes.items() if node["label"] == "Approach"}


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


def files_of(facts):
    """The graph's files: name -> text. schema.json is not among them: it is laid out by hand."""
    coverage = coverage_of(facts)
    cited = {claim["source"] for edge in facts.edges for claim in edge["claims"]}
    cited |= {source for node in facts.nodes.values() for source in node.get("sources", [])} | set(ARTICLE_SOURCES)
    used = [facts.sources[id] for id in sorted(cited, key=natural)]
    names = source_names(used, {normalised(name) for id, node in facts.nodes.items()
                                for name in [id, node["name"], *node.get("aliases", [])]})

    file_of = family_files(facts)
    contents = defaultdict(lambda: {"nodes": [], "edges": []})
    for id, node in sorted(facts.nodes.items()):
        if file_of.setdefault(id, FILE_OF_LABEL.get(node["label"])) is None:
            raise Refused(f"`{id}` has the label `{node['label']}`, for which there is no file")
        contents[file_of[id]]["nodes"].append(node_record(node, coverage.get(id)))
    for edge in sorted(facts.edges, key=id_of):
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


def write(files, check):
    """Writes what changed, or with `check` only names it. Returns the names."""
    stale = [f"families/{path.name}" for path in sorted((HERE / "families").glob("*.json"))
             if f"families/{path.name}" not in files]
    changed = [name for name, text in sorted(files.items())
               if not (HERE / name).is_file() or (HERE / name).read_text(encoding="utf-8") != text]
    if not check:
        (HERE / "families").mkdir(exist_ok=True)
        for name in stale:
            (HERE / name).unlink()
        for name in changed:
            (HERE / name).write_text(files[name], encoding="utf-8", newline="\n")
    return changed + stale
