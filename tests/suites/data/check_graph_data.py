#!/usr/bin/env python3
"""Checks the built-in graph: its form, its provenance, and that the article it grew from is in it whole.

    python3 tests/suites/data/check_graph_data.py
    python3 tests/suites/data/check_graph_data.py --sample [N]   prints N claims at random, 30 unless told, to
                                                                 read beside their sources

Needs nothing but Python 3.9 or later and the files of this repository.
"""
import difflib
import json
import random
import re
import sys
import unittest
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "graph-data"

sys.path.insert(0, str(DATA))
sys.dont_write_bytecode = True
import layout  # noqa: E402
import tidy  # noqa: E402
from curate_facts import american  # noqa: E402
from layout import id_of, normalised  # noqa: E402

PROPERTY_TYPES = {"boolean": bool, "integer": int, "float": float, "string": str}
EVIDENCE = {"strong", "moderate", "emerging", "mixed", "described"}
GRADED = {"TREATS": EVIDENCE, "CLAIMED_FOR": EVIDENCE, "EMPHASIZES": EVIDENCE | {"ungraded"},
          "LACKS_SUPPORT_FOR": EVIDENCE | {"ungraded"}, "HARMFUL_FOR": {"harmful", "unsupported", "ungraded"}}
AGAINST = ("HARMFUL_FOR", "LACKS_SUPPORT_FOR")
SURVEY, CHAPTER = 3, 5  # when a source is about an approach; see docs/data.md, Coverage


def refuse_duplicate_keys(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError("a key occurs twice in " + json.dumps(dict(pairs))[:100])
    return dict(pairs)


def read(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return json.load(file, object_pairs_hook=refuse_duplicate_keys)


def declared_type(declared):
    """Of a property: "string!", or {"type": "string!", "values": […]}."""
    return declared["type"] if isinstance(declared, dict) else declared


def allowed_values(declared):
    return declared.get("values") if isinstance(declared, dict) else None


def fits(value, type_name):
    """Whether a value is of a schema's type such as `string[]`."""
    if type_name.endswith("[]"):
        return isinstance(value, list) and all(fits(item, type_name[:-2]) for item in value)
    return type(value) is PROPERTY_TYPES[type_name]


class GraphData(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.root = read("graph.json")
        cls.files = {name: read(name) for name in cls.root["include"]}
        cls.schema = cls.files["schema.json"]["schema"]
        cls.all_nodes = [node for file in cls.files.values() for node in file.get("nodes", [])]
        cls.nodes = {node["id"]: node for node in cls.all_nodes}
        cls.edges = [edge for file in cls.files.values() for edge in file.get("edges", [])]
        cls.corrections = read("curation/corrections.json")

    def label(self, id):
        return self.nodes[id]["label"]

    def edges_of(self, *types):
        return [edge for edge in self.edges if edge["type"] in types]

    # Form

    def test_every_file_of_the_folder_is_included(self):
        found = {path.relative_to(DATA).as_posix() for path in [*DATA.glob("*.json"), *DATA.glob("families/*.json")]}
        self.assertEqual(found - {"graph.json", "accepted.json"}, set(self.root["include"]))
        self.assertEqual(len(self.root["include"]), len(set(self.root["include"])))

    def test_files_are_tidy(self):
        for name, text in layout.files_of(tidy.read_graph()).items():
            with self.subTest(file=name):
                self.assertEqual((DATA / name).read_bytes(), text.encode())

    def test_ids_are_unique_and_well_formed(self):
        self.assertEqual([id for id, count in Counter(n["id"] for n in self.all_nodes).items() if count > 1], [])
        for id, node in self.nodes.items():
            self.assertRegex(id, r"^[A-Z]+\d+$" if node["label"] == "Source" else r"^[a-z0-9]+(-[a-z0-9]+)*$")

    def test_there_is_one_edge_for_each_pair_and_type(self):
        self.assertEqual([key for key, count in Counter(map(id_of, self.edges)).items() if count > 1], [])

    def test_an_edge_is_written_where_its_first_node_is(self):
        home = {node["id"]: name for name, file in self.files.items() for node in file.get("nodes", [])}
        for name, file in self.files.items():
            for edge in file.get("edges", []):
                self.assertEqual(home[edge["from"]], name, id_of(edge))

    # Schema

    def test_properties_are_those_the_schema_declares(self):
        def check(what, record, declared, structural):
            for key, value in record.items():
                if key not in structural:
                    self.assertIn(key, declared, what)
                    self.assertTrue(fits(value, declared_type(declared[key]).rstrip("!")), f"{what} {key}")
                    self.assertNotIn(value, ("", []), f"{what} {key}")
                    allowed = allowed_values(declared[key])
                    if allowed:
                        self.assertLessEqual(set(value if isinstance(value, list) else [value]), set(allowed), what)
            for key, one in declared.items():
                self.assertTrue(not declared_type(one).endswith("!") or key in record, f"{what} lacks {key}")

        for node in self.all_nodes:
            check(node["id"], node, self.schema["labels"][node["label"]]["properties"], {"id", "label"})
        for edge in self.edges:
            declared = self.schema["relationships"][edge["type"]]["properties"]
            check(id_of(edge), edge, declared, {"from", "type", "to"})

    def test_endpoints_exist_and_have_the_labels_that_the_type_joins(self):
        for edge in self.edges:
            with self.subTest(edge=id_of(edge)):
                relationship = self.schema["relationships"][edge["type"]]
                self.assertIn(edge["from"], self.nodes)
                self.assertIn(edge["to"], self.nodes)
                self.assertIn(self.label(edge["from"]), relationship["from"])
                self.assertIn(self.label(edge["to"]), relationship["to"])
                self.assertNotEqual(edge["from"], edge["to"])

    def test_no_node_has_more_of_a_type_than_the_schema_allows(self):
        counts = Counter((edge["type"], edge["from"]) for edge in self.edges)
        for (type, node), count in counts.items():
            self.assertLessEqual(count, self.schema["relationships"][type].get("max", count), node)

    def test_every_type_joins_its_nodes_once(self):
        self.assertEqual([name for name, type in self.schema["relationships"].items() if not type.get("unique")], [])

    def test_relationships_that_hold_both_ways_or_onwards_say_so(self):
        types = self.schema["relationships"].items()
        self.assertEqual({name for name, type in types if type.get("symmetric")}, {"CONTRASTS_WITH", "CONFUSED_WITH"})
        self.assertEqual({name for name, type in types if type.get("transitive")}, {"IS_A", "PART_OF", "DERIVES_FROM"})
        for name, type in types:
            if type.get("symmetric"):
                self.assertEqual(type["verb"], type["inverse"], name)
        edges = {id_of(edge) for edge in self.edges}
        mirrored = [edge for edge in edges if self.schema["relationships"][edge[1]].get("symmetric")
                    and (edge[2], edge[1], edge[0]) in edges]
        self.assertEqual(mirrored, [], "what holds both ways is written once")

    def test_components_are_what_approaches_are_made_of(self):
        components = {name for name, type in self.schema["relationships"].items() if type.get("component")}
        self.assertEqual(components, {"USES", "DRAWS_ON", "FOCUSES_ON", "EMPHASIZES"})

    def test_one_noun_stands_for_one_label(self):
        nouns = Counter(noun for label in self.schema["labels"].values()
                        for noun in {label["singular"], label["plural"], *label["also"]})
        self.assertEqual([noun for noun, count in nouns.items() if count > 1], [])

    def test_words_of_support_are_not_words_of_warning(self):
        types = self.schema["relationships"]
        for word in ("verb", "inverse"):
            for warning in ("HARMFUL_FOR", "LACKS_SUPPORT_FOR", "CLAIMED_FOR", "REJECTS"):
                self.assertEqual(set(types[warning][word]) & set(types["TREATS"][word] + types["USES"][word]), set())

    # Provenance

    def test_every_claim_has_a_source_that_exists_and_a_note(self):
        for edge in self.edges:
            with self.subTest(edge=id_of(edge)):
                self.assertTrue(edge["sources"])
                self.assertEqual(len(set(edge["sources"])), len(edge["sources"]))
                self.assertEqual(len(edge["notes"]), len(edge["sources"]))
                for source in edge["sources"]:
                    self.assertEqual(self.label(source), "Source")
                self.assertTrue(all(note.strip() for note in edge["notes"]))

    def test_sources_of_nodes_exist(self):
        for node in self.all_nodes:
            for source in node.get("sources", []):
                self.assertEqual(self.label(source), "Source", node["id"])

    def test_every_source_is_cited_except_the_references_of_the_article(self):
        cited = {source for record in [*self.all_nodes, *self.edges] for source in record.get("sources", [])}
        unused = {id for id, node in self.nodes.items() if node["label"] == "Source"} - cited
        self.assertLessEqual(unused, {"V%d" % n for n in range(2, 13)})

    def test_grades_run_parallel_to_sources(self):
        for edge in self.edges:
            if "grades" in edge:
                self.assertEqual(len(edge["grades"]), len(edge["sources"]), id_of(edge))
                self.assertLessEqual(set(edge["grades"]), GRADED[edge["type"]], id_of(edge))
                self.assertNotEqual(set(edge["grades"]), {"ungraded"}, id_of(edge))

    def test_a_page_is_one_source(self):
        apart = {id for pair in self.corrections["kept_apart"] for id in pair["ids"]}
        pages = Counter(node["url"].rstrip("/") for node in self.all_nodes if "url" in node and node["id"] not in apart)
        self.assertEqual([page for page, count in pages.items() if count > 1], [])

    def test_claims_known_to_be_shaky_are_marked(self):
        by_review = {edge for group in self.corrections["inferred"] for edge in group["edges"]}
        for edge in self.edges:
            with self.subTest(edge=id_of(edge)):
                mark = edge.get("confidence")
                qualities = {self.nodes[source].get("quality") for source in edge["sources"]}
                inferred = (all(note.lower().startswith("inferred") for note in edge["notes"])
                            or " ".join(id_of(edge)) in by_review)
                self.assertEqual(mark == "inferred", inferred)
                if not inferred:
                    self.assertEqual(mark == "weak", qualities == {"low"})
                if edge["type"] in ("BELONGS_TO", "FOCUSES_ON") and "V1" not in edge["sources"]:
                    self.assertIsNotNone(mark)
                if set(edge["notes"]) <= layout.GENERIC_NOTES:
                    self.assertIsNotNone(mark)

    # Coverage

    def test_coverage_lists_the_types_that_are_recorded(self):
        speaks = Counter((source, edge["from"]) for edge in self.edges for source in edge["sources"]
                         if self.label(edge["from"]) == "Approach" and edge["type"] != "REJECTS")
        breadth = Counter(source for source, _ in speaks)
        covered = defaultdict(set)
        for edge in self.edges:
            if edge["type"] != "REJECTS" and any(breadth[source] <= SURVEY or speaks[source, edge["from"]] >= CHAPTER
                                                 for source in edge["sources"]):
                covered[edge["from"]].add(edge["type"])
        for node in self.all_nodes:
            if node["label"] == "Approach":
                self.assertEqual(node.get("coverage", []), sorted(covered[node["id"]]), node["id"])

    def test_every_approach_has_a_summary(self):
        self.assertEqual([node["id"] for node in self.all_nodes
                          if node["label"] == "Approach" and not node.get("summary")], [])

    def test_nothing_stands_alone(self):
        joined = {edge[end] for edge in self.edges for end in ("from", "to")}
        self.assertEqual([node["id"] for node in self.all_nodes
                          if node["label"] != "Source" and node["id"] not in joined], [])

    def test_corrections_are_in_the_graph(self):
        edges = {" ".join(id_of(edge)) for edge in self.edges}
        for change in self.corrections["changed"]:
            self.assertIn(change["now"], edges)
            self.assertNotIn(change["edge"], edges)
        for removal in self.corrections["removed"]:
            self.assertEqual(set(removal["edges"]) & edges, set())
        for merge in self.corrections["merged_nodes"] + self.corrections["merged_sources"]:
            self.assertNotIn(merge["id"], self.nodes)
            self.assertIn(merge["into"], self.nodes)
        for part in ("merged_nodes", "merged_sources", "removed", "changed", "inferred", "known_conflicts", "kept_apart"):
            self.assertTrue(all(entry["why"] for entry in self.corrections[part]))

    # What it says

    def test_all_that_the_article_says_is_there(self):
        expected = (HERE / "article_claims.txt").read_text(encoding="utf-8").split("\n")[:-1]
        actual = sorted(" ".join(id_of(edge)) for edge in self.edges if "V1" in edge["sources"])
        self.assertEqual(actual, expected)
        self.assertEqual(len(expected), ARTICLE_CLAIMS)

    def test_the_article_and_its_references_are_sources(self):
        for n in range(1, 13):
            self.assertEqual(self.label("V%d" % n), "Source")

    def test_family_systems_therapy_combines_the_five_theories_of_the_article(self):
        combined = {edge["to"] for edge in self.edges_of("DRAWS_ON", "DERIVES_FROM")
                    if edge["from"] == "family-systems-therapy" and "V1" in edge["sources"]}
        self.assertEqual(combined, {"cybernetics", "family-development-theory", "general-systems-theory",
                                    "object-relations-theory", "social-learning-theory"})

    def test_what_a_source_calls_harmful_or_unsupported_treats_nothing(self):
        treats = {(edge["from"], edge["to"]) for edge in self.edges_of("TREATS")}
        against = {(edge["from"], edge["to"]) for edge in self.edges_of(*AGAINST)}
        self.assertEqual(treats & against, set())

    def test_claims_against_such_a_source_are_kept_as_claims(self):
        claimed = {(edge["from"], edge["to"]) for edge in self.edges_of("CLAIMED_FOR")}
        against = {(edge["from"], edge["to"]) for edge in self.edges_of(*AGAINST)}
        known = {(conflict["from"], conflict["to"]) for conflict in self.corrections["known_conflicts"]}
        self.assertEqual(claimed, known)
        self.assertLessEqual(claimed, against)

    def test_nothing_is_both_rejected_and_taken_up(self):
        rejected = {(edge["from"], edge["to"]) for edge in self.edges_of("REJECTS")}
        self.assertTrue(rejected)
        taken_up = {(edge["from"], edge["to"]) for edge in self.edges if edge["type"] != "REJECTS"}
        self.assertEqual(rejected & taken_up, set())

    def test_lineage_has_no_circles(self):
        parents = defaultdict(set)
        for edge in self.edges_of("DERIVES_FROM", "IS_A", "PART_OF"):
            parents[edge["type"], edge["from"]].add((edge["type"], edge["to"]))
        done, path = set(), []

        def walk(node):
            self.assertNotIn(node, path, " -> ".join(name for _, name in path))
            if node not in done:
                path.append(node)
                for parent in sorted(parents[node]):
                    walk(parent)
                path.pop()
                done.add(node)

        for node in list(parents):
            walk(node)

    def test_abbreviations_that_stand_for_several_approaches_stay_ambiguous(self):
        bearers = {"EFT": 3, "SST": 3, "MCT": 3, "ART": 2, "CET": 2, "PRT": 2, "BA": 2, "TA": 2}
        for abbreviation, count in bearers.items():
            found = [node["id"] for node in self.all_nodes
                     if node["label"] == "Approach" and abbreviation in node.get("aliases", [])]
            self.assertEqual(len(found), count, abbreviation)

    # Text

    def test_the_readmes_count_what_there_is(self):
        labels = Counter(node["label"] for node in self.all_nodes)
        intro = " ".join((DATA / "README.md").read_text(encoding="utf-8").split("## Files")[0].split())
        for count, what in [(labels["Approach"], "approaches"), (labels["Family"], "families"),
                            (labels["Technique"], "techniques"), (labels["Condition"], "conditions"),
                            (labels["Theory"], "theories"), (labels["Person"], "people"),
                            (labels["Source"], "sources"), (len(self.edges), "relationships"),
                            (sum(len(edge["sources"]) for edge in self.edges), "claims")]:
            self.assertRegex(intro, rf"\b{count:,} {what}\b")
        front = " ".join((DATA.parent / "README.md").read_text(encoding="utf-8").split())
        self.assertIn(f"{labels['Approach']} approaches in {labels['Family']} families and {len(self.edges):,} "
                      f"relationships from {labels['Source']:,} sources", front)

    def test_the_picture_shows_the_whole_schema(self):
        picture = (DATA.parent / "docs" / "schema.svg").read_text(encoding="utf-8")
        words = set(re.findall(r"[A-Za-z_]+", re.sub(r"<[^>]*>", " ", picture)))
        self.assertLessEqual({*self.schema["labels"], *self.schema["relationships"]}, words)

    def test_the_form_for_claims_offers_what_can_be_said_of_an_approach(self):
        form = (DATA.parent / ".github" / "ISSUE_TEMPLATE" / "claim.yml").read_text(encoding="utf-8")
        said = {name for name, type in self.schema["relationships"].items() if "Approach" in type["from"]}
        self.assertEqual(set(re.findall(r"\(([A-Z_]{4,})\)", form)), said - {"CLAIMED_FOR"})  # the curators' part

    def test_the_graph_in_the_manual_is_well_formed(self):
        manual = (DATA.parent / "docs" / "data.md").read_text(encoding="utf-8")
        blocks = re.findall(r"```json\n(.*?)```", manual, re.DOTALL)
        for block in blocks:
            json.loads(block, object_pairs_hook=refuse_duplicate_keys)
        graph = json.loads(blocks[-1])
        labels = {node["id"]: node["label"] for node in graph["nodes"]}
        for node in graph["nodes"]:
            self.assertLessEqual(set(node) - {"id", "label"}, set(graph["schema"]["labels"][node["label"]]["properties"]))
        for edge in graph["edges"]:
            type = graph["schema"]["relationships"][edge["type"]]
            self.assertIn(labels[edge["from"]], type["from"])
            self.assertIn(labels[edge["to"]], type["to"])
            self.assertEqual({labels[source] for source in edge["sources"]}, {"Source"})

    def test_names_are_told_apart_within_a_label(self):
        names = Counter((node["label"], normalised(node["name"])) for node in self.all_nodes)
        self.assertEqual([name for name, count in names.items() if count > 1], [])
        others = {normalised(name) for node in self.all_nodes if node["label"] != "Source"
                  for name in [node["id"], node["name"], *node.get("aliases", [])]}
        clashes = [node["id"] for node in self.all_nodes if node["label"] == "Source"
                   and normalised(node["name"]) in others]
        self.assertEqual(clashes, [])

    def test_names_that_are_nearly_the_same_were_looked_at(self):
        apart = [set(pair["ids"]) for pair in self.corrections["kept_apart"]]
        by_label = defaultdict(list)
        for node in self.all_nodes:
            if node["label"] != "Source":
                by_label[node["label"]].append((node["id"], normalised(node["name"])))
        near = []
        for nodes in by_label.values():
            for i, (id, name) in enumerate(nodes):
                words = sorted(name.rstrip("s").split())
                for other, other_name in nodes[i + 1:]:
                    matcher = difflib.SequenceMatcher(None, name, other_name)
                    alike = (sorted(other_name.rstrip("s").split()) == words
                             or matcher.real_quick_ratio() > 0.94 and matcher.quick_ratio() > 0.94
                             and matcher.ratio() > 0.94)
                    if alike and {id, other} not in apart:
                        near.append((id, other))
        self.assertEqual(near, [])

    def test_an_alias_of_an_approach_is_not_another_ones_name(self):
        names = {normalised(name): node["id"] for node in self.all_nodes if node["label"] == "Approach"
                 for name in (node["id"], node["name"])}
        clashes = [(node["id"], alias) for node in self.all_nodes if node["label"] == "Approach"
                   for alias in node.get("aliases", []) if names.get(normalised(alias), node["id"]) != node["id"]]
        self.assertEqual(clashes, [])

    def test_spelling_is_american_and_notes_begin_with_a_capital(self):
        for node in self.all_nodes:
            if node["label"] != "Source":
                for text in [node["name"], node.get("summary", "")]:
                    self.assertEqual(american(text), text, node["id"])
        for edge in self.edges:
            for note in edge["notes"]:
                self.assertEqual(american(note), note, id_of(edge))
                self.assertFalse(note[0].islower(), id_of(edge))

    def test_text_is_clean(self):
        for record in [*self.all_nodes, *self.edges]:
            for text in json.dumps(record, ensure_ascii=False), *map(str, record.values()):
                self.assertNotRegex(text, r"[\x00-\x1f\x7f\ufffd]|  |TODO|lorem ipsum")
        for node in self.all_nodes:
            for text in [node["name"], *node.get("aliases", []), node.get("summary", "x")]:
                self.assertEqual(text, text.strip(), node["id"])

    def test_summaries_describe_and_do_not_recommend(self):
        advice = re.compile(r"\b(you|your|we|our|should|must try|recommend(ed)? for you|best (choice|therapy|treatment)|"
                            r"ask your|proven|guarantee\w*|cures?)\b", re.IGNORECASE)
        for node in self.all_nodes:
            self.assertIsNone(advice.search(node.get("summary", "")), node["id"])
            self.assertLess(len(node.get("summary", "")), 220, node["id"])


ARTICLE_CLAIMS = 101  # counted when the article was taken down

def print_sample(count):
    """Claims at random, each with what its source is, to read beside the page."""
    GraphData.setUpClass()
    nodes = GraphData.nodes
    claims = [(edge, place) for edge in GraphData.edges for place in range(len(edge["sources"]))]
    for edge, place in random.sample(claims, count):
        source = nodes[edge["sources"][place]]
        grade = f" [{edge['grades'][place]}]" if "grades" in edge else ""
        mark = f" ({edge['confidence']})" if "confidence" in edge else ""
        print(f"{nodes[edge['from']]['name']} {edge['type']} {nodes[edge['to']]['name']}{grade}{mark}")
        print(f"    {edge['notes'][place]}")
        print(f"    {source['id']} {source['title']}. {source['publisher']}. {source.get('url', 'no address')}")


if __name__ == "__main__":
    if "--sample" in sys.argv:
        numbers = [int(argument) for argument in sys.argv if argument.isdigit()]
        print_sample(numbers[0] if numbers else 30)
    else:
        unittest.main()
