#!/usr/bin/env python3
"""GraphML: valid for xmllint, the same graph for NetworkX and for Boost.Graph, and what others write.
graphml_test.py CONFER BOOST_READER"""
import json
import subprocess
import sys
import unittest

import networkx

from exchange import *

BOOST_READER = sys.argv.pop(1)
SCHEMA = pathlib.Path(__file__).with_name("graphml.xsd")
PLAIN = {"nodes": [{"id": "a", "label": "A", "name": "two  spaces\nand <tags> & ]]>", "year": 1951, "aliases": ["x", "y"]},
                   {"id": "b", "labels": ["A", "B"], "weight": 0.1, "ok": True}],
         "edges": [{"from": "a", "type": "KNOWS", "to": "b", "since": 2**53 + 1}, {"from": "a", "type": "KNOWS", "to": "b"}]}


class Written(Case):
    def valid(self, path):
        ran = subprocess.run(["xmllint", "--noout", "--huge", "--schema", SCHEMA, path], capture_output=True, text=True)
        self.assertEqual(ran.returncode, 0, ran.stderr[:2000])

    def test_xmllint_finds_it_valid_however_hostile_the_graph(self):
        for seed in range(12):
            self.valid(self.written(random_graph(seed), "x.graphml"))

    def test_xmllint_finds_the_built_in_graph_valid(self):
        self.convert(SOURCE / "graph-data", self.folder / "x.graphml")
        self.valid(self.folder / "x.graphml")

    def test_networkx_reads_the_same_nodes_and_edges(self):
        graph = networkx.read_graphml(self.written(PLAIN, "x.graphml"), force_multigraph=True)
        self.assertTrue(graph.is_directed())
        self.assertEqual(graph.nodes["a"], {"labels": ":A", "name": PLAIN["nodes"][0]["name"], "year": 1951, "aliases": '["x", "y"]'})
        self.assertEqual(graph.nodes["b"], {"labels": ":A:B", "weight": 0.1, "ok": True})
        self.assertEqual([(a, b, data) for a, b, data in graph.edges(data=True)],
                         [("a", "b", {"type": "KNOWS", "since": 2**53 + 1}), ("a", "b", {"type": "KNOWS"})])

    def test_networkx_reads_the_built_in_graph_whole(self):
        self.convert(SOURCE / "graph-data", self.folder / "x.json")
        wanted = json.loads((self.folder / "x.json").read_text())
        self.convert(self.folder / "x.json", self.folder / "x.graphml")
        graph = networkx.read_graphml(self.folder / "x.graphml", force_multigraph=True)
        self.assertEqual(set(graph.nodes), {node["id"] for node in wanted["nodes"]})
        self.assertEqual(sorted((a, data["type"], b) for a, b, data in graph.edges(data=True)),
                         sorted((edge["from"], edge["type"], edge["to"]) for edge in wanted["edges"]))
        self.assertEqual({key: data["name"] for key, data in graph.nodes(data=True) if "name" in data},
                         {node["id"]: node["name"] for node in wanted["nodes"] if "name" in node})

    def test_boosts_own_reader_reads_it(self):
        """But for booleans, which it knows as 0 and 1 only."""
        path = self.written({**PLAIN, "nodes": [{key: value for key, value in node.items() if key != "ok"} for node in PLAIN["nodes"]]},
                            "x.graphml")
        with open(path) as file:
            ran = subprocess.run([BOOST_READER], stdin=file, capture_output=True, text=True)
        self.assertEqual(ran.stdout, "node :A 1951\nnode :A:B\nedge 0 KNOWS 1 9007199254740993\nedge 0 KNOWS 1\n", ran.stderr)

    def test_what_xml_can_not_hold_is_escaped(self):
        text = self.written({"nodes": [{"id": "a b", "label": "A", "x": "\x01_x0041_\ufffe"}]}, "x.graphml").read_text()
        self.assertIn('<node id="a_x0020_b">', text)
        self.assertIn(">_x0001__x005F_x0041__xFFFE_</data>", text)


class Read(Case):
    def test_what_networkx_writes(self):
        graph = networkx.MultiDiGraph(title="T")
        graph.add_node("a", name="Anna\n& Co", age=5, weight=0.5, ok=True, id="other")
        graph.add_node("b")
        graph.add_edge("a", "b", label="KNOWS", since=1951)
        graph.add_edge("a", "b", key="second")
        networkx.write_graphml(graph, self.folder / "x.graphml")
        read = json.loads(self.canonical(self.folder / "x.graphml"))
        self.assertEqual(read["nodes"], [{"id": "a", "labels": [], "name": "Anna\n& Co", "age": 5, "id_": "other", "ok": True, "weight": 0.5},
                                         {"id": "b", "labels": []}])
        self.assertEqual(read["edges"], [{"from": "a", "type": "KNOWS", "to": "b", "since": 1951}, {"from": "a", "type": "EDGE", "to": "b"}])

    def test_what_neo4j_writes(self):
        read = self.graph_in("x.graphml", """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="born" for="node" attr.name="born" attr.type="long"/><key id="tags" for="node" attr.name="tags" attr.type="string" attr.list="string"/>
<key id="labels" for="node" attr.name="labels" attr.type="string"/><key id="label" for="edge" attr.name="label" attr.type="string"/>
<graph id="G" edgedefault="directed">
<node id="n0" labels=":Person:Actor"><data key="labels">:Person:Actor</data><data key="born"> 1964 </data><data key="tags">["a","b"]</data></node>
<node id="n1" labels=":Movie"><data key="labels">:Movie</data></node>
<edge id="e0" source="n0" target="n1" label="ACTED_IN"><data key="label">ACTED_IN</data></edge>
</graph></graphml>""")
        self.assertEqual(read["nodes"], [{"id": "n0", "labels": ["Actor", "Person"], "born": 1964, "tags": ["a", "b"]},
                                         {"id": "n1", "label": "Movie"}])
        self.assertEqual(read["edges"], [{"from": "n0", "type": "ACTED_IN", "to": "n1"}])

    def test_defaults_nested_graphs_and_drawings(self):
        path = self.folder / "x.graphml"
        path.write_text("""<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="c" for="node" attr.name="color" attr.type="string"><default>red</default></key><key id="g" for="node" yfiles.type="nodegraphics"/>
<graph edgedefault="undirected"><node id="a"><data key="g"><y:ShapeNode><y:NodeLabel>x</y:NodeLabel></y:ShapeNode></data>
<graph edgedefault="directed"><node id="b"><data key="c">blue</data></node></graph></node>
<edge source="a" target="b"/></graph></graphml>""")
        noted = self.convert(path, self.folder / "y.json")
        read = json.loads((self.folder / "y.json").read_text())
        self.assertEqual([(node["id"], node["color"]) for node in read["nodes"]], [("a", "red"), ("b", "blue")])
        for sentence in ("graphs inside of nodes are flattened", "undirected edges are read", "the drawing is left out"):
            self.assertIn(sentence, noted)

    def problems(self, body, keys='<key id="n" for="node" attr.name="n" attr.type="int"/>'):
        return self.problems_in("x.graphml", f'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}\n<graph>\n{body}\n</graph>\n</graphml>')

    def test_every_problem_is_told_with_its_line(self):
        self.assertEqual(self.problems('<node id="a"><data key="n">x</data></node>\n<node id="a"/>\n<node/>\n<edge source="a" target="z"/>\n'
                                       '<edge source="a"/>\n<node id="b"><data key="m">1</data></node>\n<hyperedge/>'), [
            (3, "`x` is not an integer of 64 bits"),
            (4, f"the id `a` is taken by the node in `{self.folder}/x.graphml`, line 3"),
            (5, "this node has no `id`"), (6, "no node has the id `z`"),
            (7, "this edge lacks its `source` or its `target`"), (8, "no key `m` is declared"),
            (9, "a graph has no edges of more than two ends")])

    def test_broken_xml(self):
        self.assertEqual(self.problems('<node id="a">\n</nodes>'), [(4, "this is no XML: mismatched tag")])
        self.assertEqual(self.problems_in("x.graphml", "<html></html>"), [(0, "the file holds no GraphML graph")])

    def test_entities_that_grow_without_end_are_refused(self):
        bombs = "".join(f'<!ENTITY e{i} "{("&e%d;" % (i - 1)) * 10 if i else "x" * 1000}">' for i in range(10))
        found = self.problems_in("x.graphml", f'<!DOCTYPE g [{bombs}]><graphml><key id="n" for="node"/><graph><node id="a">'
                                              '<data key="n">&e9;</data></node></graph></graphml>')
        self.assertTrue(found and found[0][1].startswith("this is no XML: "), found)


if __name__ == "__main__":
    unittest.main()
