#!/usr/bin/env python3
"""DOT: Graphviz draws it and writes it again, and what others write is read. dot_test.py CONFER"""
import json
import subprocess
import unittest

from exchange import *


def dot(*arguments):
    return subprocess.run(["dot", *map(str, arguments)], capture_output=True, text=True, timeout=120)


class Written(Case):
    def test_graphviz_draws_it_without_a_complaint(self):
        self.convert(GRAPHS / "islands.json", self.folder / "x.dot")
        drawn = dot("-Tsvg", self.folder / "x.dot")
        self.assertEqual((drawn.returncode, drawn.stderr), (0, ""))
        islands = json.loads((GRAPHS / "islands.json").read_text())
        self.assertEqual((drawn.stdout.count('class="node"'), drawn.stdout.count('class="edge"')),
                         (len(islands["nodes"]), len(islands["edges"])))

    def test_what_is_drawn_is_the_name(self):
        path = self.written({"nodes": [{"id": "a", "label": "A", "name": 'A & B <c> "d" \\n &lt;'}]}, "x.dot")
        self.assertIn('>A &amp; B &lt;c&gt; &quot;d&quot; \\n &amp;lt;</text>', dot("-Tsvg", path).stdout)

    def test_graphviz_writes_it_again_and_nothing_is_lost(self):
        for seed in range(6):
            graph = random_graph(seed)
            path = self.written(graph, "x.dot")
            again = dot("-Tcanon", path)
            self.assertEqual((again.returncode, again.stderr), (0, ""), seed)
            (self.folder / "y.dot").write_text(again.stdout)
            if again.stdout.isascii():  # Graphviz leaves quotes away that Boost's reader asks for
                self.assertEqual(snapshot(self.folder / "y.dot"), snapshot(path), seed)

    def test_it_is_readable(self):
        text = self.written({"nodes": [{"id": "a", "label": "A", "name": "Anna", "years": [1, 2]}],
                             "edges": [{"from": "a", "type": "T", "to": "a"}]}, "x.dot").read_text()
        self.assertEqual(text, 'digraph {\n  ":confer"="{\\"confer\\": 1}";\n'
                               '  "a" [label="Anna", ":LABEL"="A", "name:string"="Anna", "years:long[]"="1;2"];\n'
                               '  "a" -> "a" [label="T", ":TYPE"="T"];\n}\n')


class Read(Case):
    def test_what_others_write(self):
        read = self.graph_in("x.dot", """// comment
digraph G { rankdir=LR; node [shape=box]
  a [label="Anna", id=7]; a -> b -> c [label=knows, w="0.5"]
  subgraph cluster_1 { b -> d }
}""")
        self.assertEqual(read["nodes"], [{"id": "a", "labels": [], "name": "Anna", "id_": "7", "shape": "box"}]
                         + [{"id": one, "labels": [], "shape": "box"} for one in "bcd"])
        self.assertEqual(read["edges"], [{"from": "a", "type": "knows", "to": "b", "w": "0.5"},
                                         {"from": "b", "type": "knows", "to": "c", "w": "0.5"}, {"from": "b", "type": "EDGE", "to": "d"}])

    def test_undirected_graphs_are_read_as_they_stand(self):
        (self.folder / "x.dot").write_text("graph { b -- a }")
        self.assertIn("undirected edges are read as they stand", self.convert(self.folder / "x.dot", self.folder / "y.json"))
        self.assertEqual(json.loads((self.folder / "y.json").read_text())["edges"], [{"from": "b", "type": "EDGE", "to": "a"}])

    def test_mistakes_are_told_with_their_line(self):
        found = self.problems_in("x.dot", "digraph {\n  a -> b;\n  a -> -> c;\n  d;\n}\n")
        self.assertEqual([line for line, _ in found], [3])
        self.assertTrue(found[0][1].startswith("this is no DOT: "), found)
        self.assertEqual([line for line, _ in self.problems_in("x.dot", "digraph {\n  a [x=1];\n  b\n")], [3])

    def test_values_that_do_not_fit_their_type(self):
        found = self.problems_in("x.dot", 'digraph { ":confer"="{}"; a ["n:long"="x"] }')
        self.assertEqual(found, [(0, "`x` is not an integer of 64 bits")])


if __name__ == "__main__":
    unittest.main()
