#!/usr/bin/env python3
"""Graphs through each format and back: nothing is lost that the format can hold. round_trip_test.py CONFER MODULE

MODULE: the extension as a module of its own, which does what the linked one does.
"""
import json
import sys
import unittest

from exchange import *

MODULE = sys.argv.pop(1)
LOSSLESS = ("csv", "graphml", "cypher", "ttl", "jsonld")


def as_pgjson_has_it(graph):
    """Without the head, without empty lists, and with lists of one as values."""
    def changed(element):
        return {key: value[0] if isinstance(value, list) and len(value) == 1 and key != "labels" else value
                for key, value in element.items() if value != [] or key == "labels"}
    return {part: sorted(json.dumps(changed(one), sort_keys=True) for one in graph[part]) for part in ("nodes", "edges")}


def in_any_order(graph):
    return {part: sorted(json.dumps(one, sort_keys=True) for one in value) if part in ("nodes", "edges") else value
            for part, value in graph.items()}


class RoundTrips(Case):
    def test_hostile_graphs_come_back_byte_for_byte(self):
        for seed in range(12):
            source = self.written(random_graph(seed), "source.json")
            for form in LOSSLESS:
                with self.subTest(seed=seed, form=form):
                    self.convert(source, self.folder / f"x.{form}")
                    self.assertEqual(self.canonical(self.folder / f"x.{form}"), source.read_text())

    def test_dot_keeps_all_but_the_order(self):
        for seed in range(12):
            source = self.written(random_graph(seed), "source.json")
            self.convert(source, self.folder / "x.dot")
            self.assertEqual(in_any_order(json.loads(self.canonical(self.folder / "x.dot"))),
                             in_any_order(json.loads(source.read_text())), seed)

    def test_pgjson_keeps_what_it_has_a_place_for(self):
        for seed in range(12):
            source = self.written(random_graph(seed), "source.json")
            self.convert(source, self.folder / "x.pgjson")
            self.assertEqual(as_pgjson_has_it(json.loads(self.canonical(self.folder / "x.pgjson"))),
                             as_pgjson_has_it(json.loads(source.read_text())), seed)

    def test_the_built_in_graph_comes_back_with_its_schema(self):
        source = self.folder / "source.json"
        self.convert(SOURCE / "graph-data", source)
        for form in LOSSLESS:
            self.convert(source, self.folder / f"x.{form}")
            self.assertEqual(self.canonical(self.folder / f"x.{form}"), source.read_text(), form)

    def test_the_same_graph_gives_the_same_bytes(self):
        source = self.written(random_graph(1), "source.json")
        again = self.folder / "again.json"
        for form in LOSSLESS + ("dot", "pgjson"):
            self.convert(source, self.folder / f"x.{form}")
            self.convert(self.folder / "x.csv", again)  # a graph that went another way
            self.convert(again, self.folder / f"y.{form}")
            for file in self.folder.glob("x.*"):
                self.assertEqual(file.read_bytes(), (self.folder / file.name.replace("x.", "y.", 1)).read_bytes(), file)
                if form != "csv":
                    file.unlink() if not file.name.endswith((".csv", ".json")) else None

    def test_what_json_has_no_number_for_goes_from_one_to_the_next(self):
        statement = ("CREATE (:A {id: 'a', nan: 0.0 / 0.0, up: 1.0 / 0.0, down: -1.0 / 0.0, list: [0.0 / 0.0, 1.5, 1.0 / 0.0]})"
                     "-[:T {nan: 0.0 / 0.0}]->(:B {id: 'b'})")
        first = self.folder / "0.csv"
        ran = confer("--empty", "shell", stdin=f"{statement};\n:save {first}\n")
        self.assertIn("saved 2 nodes and 1 relationships", ran.stderr)
        wanted = snapshot(first)
        self.assertIn('"nan": {"$float": "NaN"}', wanted["nodes"][0])
        for form in ("graphml", "dot", "cypher", "ttl", "jsonld"):
            self.convert(first, self.folder / f"x.{form}")
            self.assertEqual(snapshot(self.folder / f"x.{form}"), wanted, form)

    def test_what_can_not_be_written_is_an_error_and_leaves_nothing(self):
        first = self.folder / "0.csv"
        confer("--empty", "shell", stdin=f"CREATE (:A {{id: 'a', x: 0.0 / 0.0}});\n:save {first}\n")
        for form in ("pgjson", "json"):
            ran = confer("convert", first, self.folder / f"x.{form}")
            self.assertEqual(ran.returncode, 2, ran.stderr)
            self.assertIn("`x` of `a` is no number that JSON can hold", ran.stderr)
            self.assertFalse((self.folder / f"x.{form}").exists())

    def test_a_node_without_an_id_is_given_one(self):
        for form in LOSSLESS + ("dot", "pgjson"):
            path = self.folder / f"x.{form}"
            ran = confer("--empty", "shell", stdin=f"CREATE (:A {{n: 1}})-[:T]->(:B);\n:save {path}\n")
            self.assertIn("saved 2 nodes", ran.stderr)
            self.assertEqual([node["id"] for node in json.loads(self.canonical(path))["nodes"]], ["node-0", "node-1"], form)

    def test_an_empty_graph_is_a_graph(self):
        for form in LOSSLESS + ("dot", "pgjson"):
            path = self.written({"nodes": [], "edges": []}, f"x.{form}")
            self.assertEqual(json.loads(self.canonical(path)), {"confer": 1, "nodes": [], "edges": []}, form)

    def test_every_format_can_be_asked(self):
        for form in LOSSLESS + ("dot", "pgjson"):
            self.convert(GRAPHS / "kitchen.json", self.folder / f"x.{form}")
            ran = confer("-g", self.folder / f"x.{form}", "MATCH (d:Dish)-[:CONTAINS]->(i) RETURN count(*) AS n", "-f", "csv")
            self.assertEqual(ran.stdout, confer("-g", GRAPHS / "kitchen.json", "MATCH (d:Dish)-[:CONTAINS]->(i) RETURN count(*) AS n",
                                                "-f", "csv").stdout, form)

    def test_a_question_is_understood_where_the_schema_came_along(self):
        for form in LOSSLESS + ("dot",):
            self.convert(GRAPHS / "kitchen.json", self.folder / f"x.{form}")
            ran = confer("-g", self.folder / f"x.{form}", "which dishes contain saffron?", "--no-sources", "-f", "csv")
            self.assertEqual(ran.stdout, "dish\nPaella\nRisotto\n", form)

    def test_the_module_does_the_same_through_its_door(self):
        source = self.written(random_graph(3), "source.json")
        for form in LOSSLESS + ("dot", "pgjson"):
            self.convert(source, self.folder / f"linked.{form}")
            self.convert(source, self.folder / f"module.{form}", "--plugin", MODULE)
            self.assertEqual(self.canonical(self.folder / f"module.{form}", "--plugin", MODULE),
                             self.canonical(self.folder / f"linked.{form}"), form)
        listed = json.loads(confer("-f", "json", "--plugin", MODULE, "plugins").stdout)["rows"]
        twice = [row[:-1] for row in listed if row[0] == "interchange"]
        self.assertEqual(twice, [twice[0]] * 2)

    def test_formats_can_be_named_where_names_do_not_tell(self):
        self.convert(GRAPHS / "islands.json", self.folder / "islands.txt", "--to", "ttl")
        asked = ["-g", self.folder / "islands.txt", "--from", "ttl", "MATCH (n) RETURN count(*) AS n", "-f", "csv"]
        self.assertEqual(confer(*asked).stdout, "n\n5\n")
        for wrong in (["--from", "turtle"], ["--from", "txt"]):
            ran = confer("convert", self.folder / "islands.txt", self.folder / "y.json", *wrong)
            self.assertEqual(ran.returncode, 2, ran.stderr)
            self.assertIn("the formats are: csv, cypher, dot, graphml, json, jsonld, pgjson, ttl", ran.stderr)

    def test_help_names_every_format(self):
        told = confer("help").stdout
        for form in ("json",) + LOSSLESS + ("dot", "pgjson"):
            self.assertRegex(told, rf"\.{form}\b")

    def test_files_that_are_not_there_or_empty(self):
        for form in LOSSLESS + ("dot", "pgjson"):
            ran = confer("convert", self.folder / f"none.{form}", self.folder / "y.json")
            self.assertEqual(ran.returncode, 3, ran.stderr)
            self.assertIn("cannot be read: No such file or directory", ran.stderr)
        for form in ("graphml", "dot", "pgjson"):
            self.assertEqual(len(self.problems_in(f"empty.{form}", "")), 1, form)


if __name__ == "__main__":
    unittest.main()
