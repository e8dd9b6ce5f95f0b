#!/usr/bin/env python3
"""openCypher scripts: what they say, and that they can be run. cypher_test.py CONFER"""
import json
import unittest

from exchange import *


class Script(Case):
    def test_it_is_readable(self):
        text = self.written({"nodes": [{"id": "a", "label": "A", "name": "it's", "odd key": [1, 2.5, True]},
                                       {"id": "b", "labels": ["B", "a b"]}, {"id": "c", "labels": []}],
                             "edges": [{"from": "a", "type": "T", "to": "b", "since": 1951}, {"from": "a", "type": "U V", "to": "c"}]},
                            "x.cypher").read_text()
        self.assertEqual(text, """// {"confer": 1}
CREATE
  (:A {id: 'a', name: 'it\\'s', `odd key`: [1, 2.5, true]}),
  (:B:`a b` {id: 'b'}),
  ({id: 'c'});
UNWIND [
  ['a', 'b', {since: 1951}]
] AS row
MATCH (a:A {id: row[0]}), (b:B {id: row[1]})
CREATE (a)-[r:T]->(b)
SET r = row[2];
UNWIND [
  ['a', 'c', {}]
] AS row
MATCH (a:A {id: row[0]}), (b {id: row[1]})
CREATE (a)-[r:`U V`]->(b)
SET r = row[2];
""")

    def test_it_is_a_script_like_any_other(self):
        """Run statement by statement, without the schema, as another database would."""
        self.convert(GRAPHS / "kitchen.json", self.folder / "x.cypher")
        script = (self.folder / "x.cypher").read_text()
        ran = confer("--empty", "-f", "csv", stdin=script + "MATCH (a)-[r]->(b) RETURN count(*) AS n")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        wanted = confer("-g", GRAPHS / "kitchen.json", "-f", "csv", "MATCH (a)-[r]->(b) RETURN count(*) AS n").stdout
        self.assertTrue(ran.stdout.endswith(wanted), ran.stdout)

    def test_statements_are_of_bounded_size(self):
        graph = {"nodes": [{"id": f"n{i}", "label": "A"} for i in range(1201)],
                 "edges": [{"from": "n0", "type": "T", "to": f"n{i}"} for i in range(1201)]}
        path = self.written(graph, "x.cypher")
        text = path.read_text()
        self.assertEqual((text.count("CREATE\n"), text.count("UNWIND")), (3, 3))
        self.assertEqual(len(json.loads(self.canonical(path))["edges"]), 1201)

    def test_a_script_of_others_is_run(self):
        read = self.graph_in("x.cypher", "CREATE (a:Person {id: 'anna'}), (b:Person {id: 'bo'});\n"
                                         "MATCH (a:Person), (b:Person) WHERE a.id < b.id MERGE (a)-[:KNOWS]->(b);\nMATCH (n) RETURN n;")
        self.assertEqual([edge["type"] for edge in read["edges"]], ["KNOWS"])

    def test_the_first_statement_that_fails_is_told_with_its_line(self):
        found = self.problems_in("x.cypher", "CREATE (:A {id: 'a'});\n\nMATCH (a)\nRETRUN a;\nFOO;\n")
        self.assertEqual([line for line, _ in found], [4])

    def test_a_file_can_not_be_read_by_a_script(self):
        found = self.problems_in("x.cypher", "LOAD CSV FROM 'file:///etc/passwd' AS row CREATE (:A {id: row[0]});")
        self.assertEqual(len(found), 1)


if __name__ == "__main__":
    unittest.main()
