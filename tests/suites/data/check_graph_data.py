#!/usr/bin/env python3
"""Checks the built-in graph: its form, its provenance, and that the article it grew from is in it whole.

    python3 tests/suites/data/check_graph_data.py

Needs nothing but Python 3.9 or later and the files of this repository.
"""
import importlib.util
import json
import re
import unittest
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "graph-data"

PROPERTY_TYPES = {"boolean": bool, "integer": int, "float": float, "string": str}
GRADES = {"strong", "moderate", "emerging", "mixed", "described", "harmful", "unsupported", "ungraded"}
CONFIDENCE = {"weak", "inferred", "editorial"}
QUALITY = {"primary-or-professional", "encyclopedia", "secondary", "low"}


def refuse_duplicate_keys(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError("a key occurs twice in " + json.dumps(dict(pairs))[:100])
    return dict(pairs)


def read(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return json.load(file, object_pairs_hook=refuse_duplicate_keys)


def converter():
    spec = importlib.util.spec_from_file_location("convert_facts", DATA / "convert_facts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fits(value, type_name):
    """Whether a value is of a schema's type such as `string[]`."""
    if type_name.endswith("[]"):
        return isinstance(value, list) and all(fits(item, type_name[:-2]) for item in value)
    return type(value) is PROPERTY_TYPES[type_name]


def id_of(edge):
    return edge["from"], edge["type"], edge["to"]


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
        cls.selection = read("curation/selection.json")

    def label(self, id):
        return self.nodes[id]["label"]

    def edges_of(self, *types):
        return [edge for edge in self.edges if edge["type"] in types]

    # Form

    def test_every_file_of_the_folder_is_included(self):
        found = {path.relative_to(DATA).as_posix() for path in [*DATA.glob("*.json"), *DATA.glob("families/*.json")]}
        self.assertEqual(found - {"graph.json"}, set(self.root["include"]))
        self.assertEqual(len(self.root["include"]), len(set(self.root["include"])))

    def test_writing_a_file_again_gives_the_same_bytes(self):
        render = converter().render
        for name in ["graph.json", *self.root["include"]]:
            if name != "schema.json":  # laid out by hand
                with self.subTest(file=name):
                    written = (DATA / name).read_bytes()
                    self.assertEqual(render(json.loads(written)).encode(), written)

    def test_nodes_and_edges_are_sorted_and_their_keys_in_order(self):
        order = converter()
        for name, file in self.files.items():
            with self.subTest(file=name):
                nodes, edges = file.get("nodes", []), file.get("edges", [])
                key = (lambda n: order.natural(n["id"])) if name == "sources.json" else (lambda n: n["id"])
                self.assertEqual([n["id"] for n in nodes], [n["id"] for n in sorted(nodes, key=key)])
                self.assertEqual([id_of(e) for e in edges], sorted(map(id_of, edges)))
                for node in nodes:
                    keys = order.SOURCE_KEYS if node["label"] == "Source" else order.NODE_KEYS
                    self.assertEqual(list(node), [key for key in keys if key in node])
                for edge in edges:
                    self.assertEqual(list(edge), [key for key in order.EDGE_KEYS if key in edge])

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
                    self.assertTrue(fits(value, declared[key].rstrip("!")), f"{what} {key}")
                    self.assertNotIn(value, ("", []), f"{what} {key}")
            for key, type_name in declared.items():
                self.assertTrue(not type_name.endswith("!") or key in record, f"{what} lacks {key}")

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
            for warning in ("HARMFUL_FOR", "LACKS_SUPPORT_FOR", "REJECTS"):
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
                self.assertLessEqual(set(edge["grades"]), GRADES, id_of(edge))
                self.assertNotEqual(set(edge["grades"]), {"ungraded"}, id_of(edge))
        for edge in self.edges_of("TREATS"):
            self.assertLessEqual(set(edge["grades"]), GRADES - {"harmful", "unsupported", "ungraded"}, id_of(edge))

    def test_claims_known_to_be_shaky_are_marked(self):
        for edge in self.edges:
            with self.subTest(edge=id_of(edge)):
                mark = edge.get("confidence")
                qualities = {self.nodes[source].get("quality") for source in edge["sources"]}
                inferred = all(note.lower().startswith("inferred") for note in edge["notes"])
                self.assertIn(mark, CONFIDENCE | {None})
                self.assertEqual(mark == "inferred", inferred)
                if not inferred:
                    self.assertEqual(mark == "weak", qualities == {"low"})
                if edge["type"] in ("BELONGS_TO", "FOCUSES_ON") and "V1" not in edge["sources"]:
                    self.assertIsNotNone(mark)

    def test_source_qualities_are_known(self):
        for node in self.all_nodes:
            if node["label"] == "Source":
                self.assertIn(node.get("quality"), QUALITY | {None}, node["id"])

    # Coverage

    def test_coverage_lists_the_types_that_are_recorded(self):
        recorded = defaultdict(set)
        for edge in self.edges:
            if edge["type"] != "REJECTS":
                recorded[edge["from"]].add(edge["type"])
        for node in self.all_nodes:
            if node["label"] == "Approach":
                self.assertEqual(node.get("coverage", []), sorted(recorded[node["id"]]), node["id"])

    def test_the_chosen_approaches_and_what_they_derive_from_are_covered(self):
        chosen = {approach for family in self.selection["families"].values() for approach in family}
        for approach in chosen:
            self.assertEqual(self.label(approach), "Approach")
        covered = {node["id"] for node in self.all_nodes if node.get("coverage")}
        self.assertGreaterEqual(len(covered & chosen), 60)
        self.assertGreaterEqual(len({edge["to"] for edge in self.edges_of("BELONGS_TO")}), 8)
        self.assertEqual([edge for edge in self.edges if edge["from"] not in chosen | covered
                          and self.label(edge["from"]) == "Approach"], [])

    def test_approaches_with_five_claims_or_more_have_a_summary(self):
        degree = Counter(edge["from"] for edge in self.edges)
        self.assertEqual([node["id"] for node in self.all_nodes if node["label"] == "Approach"
                          and degree[node["id"]] >= 5 and not node.get("summary")], [])

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

    def test_nothing_both_treats_and_harms_unless_sources_are_known_to_disagree(self):
        treats = {(edge["from"], edge["to"]) for edge in self.edges_of("TREATS")}
        against = {(edge["from"], edge["to"]) for edge in self.edges_of("HARMFUL_FOR", "LACKS_SUPPORT_FOR")}
        known = {(conflict["from"], conflict["to"]) for conflict in self.corrections["known_conflicts"]}
        self.assertEqual(treats & against, known)

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
        eft = {node["id"] for node in self.all_nodes if "EFT" in node.get("aliases", [])}
        self.assertLessEqual({"emotion-focused-therapy", "emotionally-focused-couples-therapy"}, eft)

    # Text

    def test_the_readme_counts_what_there_is(self):
        labels = Counter(node["label"] for node in self.all_nodes)
        covered = sum(1 for node in self.all_nodes if node.get("coverage"))
        intro = " ".join((DATA / "README.md").read_text(encoding="utf-8").split("## Files")[0].split())
        for count, what in [(labels["Approach"], "approaches"), (covered, "of them covered"),
                            (labels["Technique"], "techniques"), (labels["Condition"], "conditions"),
                            (labels["Theory"], "theories"), (labels["Person"], "people"),
                            (labels["Source"], "sources"), (len(self.edges), "relationships")]:
            self.assertRegex(intro, rf"\b{count:,} {what}\b")

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
        def normalised(name):
            return " ".join(re.findall(r"\w+", re.sub(r"['’]", "", name.lower())))

        names = Counter((node["label"], normalised(node["name"])) for node in self.all_nodes)
        self.assertEqual([name for name, count in names.items() if count > 1], [])
        others = {normalised(name) for node in self.all_nodes if node["label"] != "Source"
                  for name in [node["id"], node["name"], *node.get("aliases", [])]}
        clashes = [node["id"] for node in self.all_nodes if node["label"] == "Source"
                   and normalised(node["name"]) in others]
        self.assertEqual(clashes, [])

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

if __name__ == "__main__":
    unittest.main()
