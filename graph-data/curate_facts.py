"""The changes of curation/ to the collected facts: spelling, names, merges, what was wrong, what is inferred.

Every entry must still apply: one that names a node, a source or a claim that the facts no longer hold is refused,
so that corrections do not outlive what they correct.
"""
import json
import re

from layout import Refused, id_of, normalised

# Names, summaries and notes are in American spelling; titles of sources stay as they are.
AMERICAN = [(re.compile(british, re.IGNORECASE), american) for british, american in [
    (r"behaviour", "behavior"), (r"programme(?!d)", "program"), (r"\bcentring\b", "centering"), (r"centred", "centered"),
    (r"\bcentre", "center"), (r"counsell", "counsel"), (r"humour", "humor"), (r"colour", "color"),
    (r"honour", "honor"), (r"favour", "favor"), (r"armour", "armor"), (r"labelled", "labeled"),
    (r"modell(?=ed|ing)", "model"), (r"trialled", "trialed"), (r"trialling", "trialing"),
    (r"practis(?=e|ing)", "practic"), (r"\bdistils\b", "distills"), (r"analys(?=ed\b|ing\b)", "analyz"),
    (r"sceptic", "skeptic"), (r"paediatric", "pediatric"), (r"aetiolog", "etiolog"), (r"anaesthes", "anesthes"),
    (r"\boffence", "offense"), (r"\bdefence", "defense"), (r"\bfulfil\b", "fulfill"), (r"\bageing\b", "aging"),
    (r"\b(\w*(?:custom|demoral|organ|manual|ideal|real|recogn|general|stabil|emphas|traumat|contextual|external|"
     r"internal|personal|normal|individual|transdiagnost|computer|social|moral|character|critic|final|util|special|"
     r"random|conceptual|popular|summar|formal|verbal|visual|systemat|synthes|hypothes|categor|theor|minim|maxim|"
     r"sensit|local|regular|hypnot|hospital|priorit|psycholog|empath|catastroph|patholog|legal|medical|mobil|neutral|"
     r"optim|standard|victim|accommodat|harmon|actual|symbol|ritual))is(?=e[sdr]?\b|ing\b|ation)", r"\1iz"),
]]
CAUTION = ["mixed", "described", "emerging", "moderate", "strong"]  # the more cautious grade first


class Curation:
    """The files of curation/, as they are."""

    def __init__(self, folder):
        def read(name):
            with open(folder / name, encoding="utf-8") as file:
                return json.load(file)

        self.names = read("names.json")
        self.summaries = read("summaries.json")["summaries"]
        self.corrections = read("corrections.json")


def american(text):
    for british, spelling in AMERICAN:
        text = british.sub(lambda m, s=spelling: m.expand(s).capitalize() if m[0][0].isupper() else m.expand(s), text)
    return text


def written(edge):
    """An edge as the curation files write it: "from TYPE to"."""
    return " ".join(id_of(edge))


def curate(facts, curation):
    """Applies everything to the facts, in place."""
    corrections = curation.corrections
    note_denials(facts, corrections["denials"])
    merge_nodes(facts, corrections["merged_nodes"])
    merge_sources(facts, corrections["merged_sources"])
    change_edges(facts, corrections)
    name_nodes(facts, curation)
    tidy_notes(facts)
    dispute(facts, corrections["known_conflicts"])


def refuse(part, problem):
    raise Refused(f"curation/corrections.json: {part}: {problem}")


# Denials are checked against the notes as they were taken down, hence first.
def note_denials(facts, denials):
    notes = {(edge["from"], claim["source"], claim["note"]) for edge in facts.edges for claim in edge["claims"]}
    affirmed = {(edge["from"], edge["to"]) for edge in facts.edges}
    for denial in denials:
        if (denial["from"], denial["source"], denial["note"]) not in notes:
            refuse("denials", f"no source says of `{denial['from']}`: {denial['note']}")
        if (denial["from"], denial["to"]) in affirmed:
            refuse("denials", f"`{denial['from']}` has an edge to `{denial['to']}` already")
    for denial in denials:
        facts.edges.append({"from": denial["from"], "type": "REJECTS", "to": denial["to"],
                            "claims": [{"source": denial["source"], "note": denial["note"]}]})


def merge_nodes(facts, merges):
    into = {}
    for merge in merges:
        if merge["id"] not in facts.nodes or merge["into"] not in facts.nodes:
            refuse("merged_nodes", f"`{merge['id']}` or `{merge['into']}` is no node")
        into[merge["id"]] = merge["into"]
        gone, kept = facts.nodes.pop(merge["id"]), facts.nodes[merge["into"]]
        kept["aliases"] = kept.get("aliases", []) + [gone["name"]] + gone.get("aliases", [])
        kept["sources"] = kept.get("sources", []) + [s for s in gone.get("sources", []) if s not in kept["sources"]]
    for edge in facts.edges:
        edge["from"], edge["to"] = into.get(edge["from"], edge["from"]), into.get(edge["to"], edge["to"])
    join_edges(facts)


def merge_sources(facts, merges):
    into = {merge["id"]: merge["into"] for merge in merges}
    for gone, kept in into.items():
        if gone not in facts.sources or kept not in facts.sources:
            refuse("merged_sources", f"`{gone}` or `{kept}` is no source")
        record = facts.sources.pop(gone)
        for key, value in record.items():
            facts.sources[kept].setdefault(key, value)
    for node in facts.nodes.values():
        node["sources"] = list(dict.fromkeys(into.get(source, source) for source in node.get("sources", [])))
    for edge in facts.edges:
        claims = {}
        for claim in edge["claims"]:
            claim = {**claim, "source": into.get(claim["source"], claim["source"])}
            same = claims.get(claim["source"])
            claims[claim["source"]] = one_claim(same, claim) if same else claim
        edge["claims"] = list(claims.values())


def one_claim(first, second):
    """Two readings of one page: the longer note or, when they differ, also in grade, both; the more cautious grade."""
    shorter, longer = sorted((first["note"], second["note"]), key=len)
    stems = [{word[:5] for word in normalised(note).split() if len(word) > 2} for note in (shorter, longer)]
    if 2 * len(stems[0] & stems[1]) >= len(stems[0]) and first.get("evidence") == second.get("evidence"):
        note = longer
    else:
        note = f"{first['note']}; {uncapitalised(second['note'])}"
    grades = sorted((c["evidence"] for c in (first, second) if c.get("evidence")), key=CAUTION.index)
    return {**first, "note": note, **({"evidence": grades[0]} if grades else {})}


def uncapitalised(note):
    """In the middle of a sentence; but abbreviations stay as they are."""
    return note if note[1:2].isupper() else note[:1].lower() + note[1:]


def join_edges(facts):
    """One edge for each (from, type, to), with the claims of all."""
    joined = {}
    for edge in facts.edges:
        same = joined.setdefault(id_of(edge), {**edge, "claims": []})
        known = {claim["source"] for claim in same["claims"]}
        same["claims"] += [claim for claim in edge["claims"] if claim["source"] not in known]
    facts.edges = list(joined.values())


def change_edges(facts, corrections):
    edges = {written(edge): edge for edge in facts.edges}

    def find(part, name):
        if name not in edges:
            refuse(part, f"there is no `{name}`")
        return edges[name]

    removed = {name for removal in corrections["removed"] for name in removal["edges"]}
    for name in removed:
        find("removed", name)
    for change in corrections["changed"]:
        edge = find("changed", change["edge"])
        edge["from"], edge["type"], edge["to"] = change["now"].split()
        for claim in edge["claims"]:
            if edge["type"] != "TREATS":
                claim.pop("evidence", None)
    for inference in corrections["inferred"]:
        for name in inference["edges"]:
            find("inferred", name)["inferred"] = True
    facts.edges = [edge for name, edge in edges.items() if name not in removed]
    join_edges(facts)


def name_nodes(facts, curation):
    for key, ids in [("names", curation.names["names"]), ("aliases_added", curation.names["aliases_added"]),
                     ("summaries", curation.summaries)]:
        for id in ids:
            if id not in facts.nodes:
                raise Refused(f"curation: {key} names `{id}`, which the facts do not hold")
    for removal in curation.names["aliases_removed"]:
        aliases = facts.nodes[removal["id"]].get("aliases", [])
        if removal["alias"] not in aliases:
            raise Refused(f"curation/names.json: `{removal['id']}` has no alias `{removal['alias']}`")
        aliases.remove(removal["alias"])
    for id, node in facts.nodes.items():
        collected = node["name"]
        node["name"] = american(curation.names["names"].get(id, collected))
        summary = curation.summaries.get(id, node.get("summary"))
        if summary:
            node["summary"] = american(summary)
        aliases = node.get("aliases", []) + curation.names["aliases_added"].get(id, [])
        if node["label"] == "Person":
            aliases += [name for name in [surname(node["name"])] if name not in curation.names["words_not_surnames"]]
        node["aliases"] = tidy_aliases(node["name"], aliases)


def surname(name):
    """Rogers; de Shazer; McCullough, without Jr."""
    words = [word for word in name.split() if word != "Jr."]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in ("de", "van"):
        start -= 1
    return " ".join(words[start:])


def tidy_aliases(name, aliases):
    """Each once, and none that is the name again, but for its British spelling."""
    kept = []
    for alias in aliases:
        known = {normalised(other) for other in [*kept, name]}
        if normalised(alias) not in known or (alias != name and american(alias) != alias and alias not in kept):
            kept.append(alias)
    return kept


def tidy_notes(facts):
    """American spelling, and a capital letter first."""
    for edge in facts.edges:
        for claim in edge["claims"]:
            note = american(claim["note"].strip())
            claim["note"] = note[:1].upper() + note[1:]


def dispute(facts, known):
    """What a source calls harmful or unsupported for a condition, no other source makes a treatment of it."""
    against = {(edge["from"], edge["to"]) for edge in facts.edges
               if edge["type"] in ("HARMFUL_FOR", "LACKS_SUPPORT_FOR")}
    found = set()
    for edge in facts.edges:
        if edge["type"] == "TREATS" and (edge["from"], edge["to"]) in against:
            edge["type"] = "CLAIMED_FOR"
            found.add((edge["from"], edge["to"]))
    for pair in sorted(found ^ {(conflict["from"], conflict["to"]) for conflict in known}):
        refuse("known_conflicts", "and the facts disagree about `%s` and `%s`" % pair)
