#!/usr/bin/env python3
"""PG-JSON: what is written, and what others write. pgjson_test.py CONFER"""
import json
import unittest

from exchange import *


class PgJson(Case):
    def test_it_is_json_of_two_lists_and_every_property_is_a_list(self):
        self.convert(SOURCE / "graph-data", self.folder / "x.json")
        self.convert(self.folder / "x.json", self.folder / "x.pgjson")
        graph, wanted = (json.loads((self.folder / name).read_text()) for name in ("x.pgjson", "x.json"))
        self.assertEqual(list(graph), ["nodes", "edges"])
        self.assertEqual([node["id"] for node in graph["nodes"]], [node["id"] for node in wanted["nodes"]])
        self.assertEqual([(edge["from"], edge["labels"], edge["to"]) for edge in graph["edges"]],
                         [(edge["from"], [edge["type"]], edge["to"]) for edge in wanted["edges"]])
        for element in graph["nodes"] + graph["edges"]:
            for values in element["properties"].values():
                self.assertTrue(values and isinstance(values, list), element)

    def test_what_is_lost_is_told(self):
        source = self.folder / "s.json"
        source.write_text(json.dumps({"schema": {"labels": {"A": {"properties": {"x": "any", "y": "any"}}}},
                                      "nodes": [{"id": "a", "label": "A", "x": [], "y": ["one"]}]}))
        noted = self.convert(source, self.folder / "x.pgjson")
        self.assertIn("note: PG-JSON has no empty lists: 1 left out", noted)
        self.assertIn("1 lists will be read back as values", noted)
        self.assertIn("no place for the schema", noted)

    def test_what_others_write(self):
        read = self.graph_in("x.pgjson", '{"edges": [{"from": 1, "to": "b", "labels": ["KNOWS"], "properties": {}, "undirected": true}],'
                                         '"nodes": [{"id": 1, "labels": [], "properties": {"x": [1], "y": ["a", 2.0], "z": true}}, {"id": "b"}]}')
        self.assertEqual(read["nodes"], [{"id": "1", "labels": [], "x": 1, "y": ["a", 2.0], "z": True}, {"id": "b", "labels": []}])
        self.assertEqual(read["edges"], [{"from": "1", "type": "KNOWS", "to": "b"}])

    def test_every_problem_is_told_with_its_line(self):
        self.assertEqual(self.problems_in("x.pgjson", """{"nodes": [
{"id": "a", "properties": {"x": [{}], "y": 18446744073709551615}},
{"labels": "A"},
7,
{"id": "b", "labels": ["A", 1], "properties": []}
], "edges": [
{"from": "a", "to": "c", "labels": ["T"]},
{"from": "a", "to": "b", "labels": ["T", "U"]}],
"more": 1}"""), [
            (2, "a value must be a boolean, a number or a string"), (2, "`18446744073709551615` does not fit into a 64-bit integer"),
            (3, "`id` must be a string"), (4, "what `nodes` holds must be objects"), (5, "`labels` must hold strings"),
            (5, "`properties` must be an object"), (7, "no node has the id `c`"),
            (8, "an edge must have one label, its type, and this has 2"),
            (9, "PG-JSON holds `nodes` and `edges`, and not `more`")])

    def test_broken_json(self):
        self.assertEqual(self.problems_in("x.pgjson", '{"nodes": [\n{"id": "a"}\n{"id": "b"}]}'),
                         [(3, "this is no JSON: Missing a comma or ']' after an array element.")])
        self.assertEqual(self.problems_in("x.pgjson", '{"nodes": [{"id": "a", "x": ' + "[" * 100),
                         [(1, "objects and lists are nested more than 64 deep")])


if __name__ == "__main__":
    unittest.main()
