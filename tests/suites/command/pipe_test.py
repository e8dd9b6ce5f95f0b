#!/usr/bin/env python3
"""The pipe protocol: one JSON request a line in, one reply a line out. pipe_test.py CONFER"""
import json
import pathlib
import subprocess
import sys
import unittest

CONFER = sys.argv.pop(1)
KITCHEN = str(pathlib.Path(__file__).parents[2] / "graphs" / "kitchen.json")


class Pipe(unittest.TestCase):
    def setUp(self):
        self.process = subprocess.Popen([CONFER, "pipe"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.next_id = 0

    def tearDown(self):
        self.process.stdin.close()
        self.assertEqual(self.process.wait(timeout=300), 0)
        self.process.stdout.close()

    def send(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, **request):
        self.next_id += 1
        reply = self.send(json.dumps({"id": self.next_id, **request}))
        self.assertEqual(reply.pop("id"), self.next_id)
        return reply

    def test_hello(self):
        reply = self.ask(hello=True)
        self.assertEqual(reply["name"], "confer")
        self.assertEqual(reply["capabilities"], {"snapshot": True, "procedures": True})

    def test_it_starts_with_the_built_in_graph_and_reset_empties_it(self):
        count = "MATCH (n) RETURN count(n) AS n"
        self.assertGreater(self.ask(query=count)["rows"][0][0], 100)
        self.assertEqual(self.ask(reset=True), {})
        self.assertEqual(self.ask(query=count)["rows"], [[0]])
        self.assertEqual(self.ask(snapshot=True), {"nodes": [], "rels": []})

    def test_a_refused_number_leaves_the_request_its_id(self):
        for too_large in ("9223372036854775808", "-9223372036854775809"):
            reply = self.send('{"id": "x", "query": "RETURN $n", "params": {"n": %s}}' % too_large)
            self.assertEqual((reply["id"], reply["error"]["name"]), ("x", "protocol"))
            self.assertIn(too_large, reply["error"]["message"])
        self.assertIsNone(self.send('{"id": 9223372036854775808, "hello": true}')["id"])

    def test_null_parameters_are_none(self):
        self.assertEqual(self.ask(query="RETURN 1 AS one", params=None)["rows"], [[1]])

    def test_an_id_is_not_given_again_after_the_last_was_deleted(self):
        self.ask(reset=True)
        number = lambda query: self.ask(query=query)["rows"][0]
        self.assertEqual(number("CREATE (a)-[r:R]->(b) RETURN id(a), id(b), id(r)"), [0, 1, 0])
        self.ask(query="MATCH ()-[r]->() DELETE r")
        self.assertEqual(number("MATCH (a), (b) WHERE id(a) < id(b) CREATE (a)-[r:R]->(b) RETURN id(r)"), [1])
        self.ask(query="MATCH (n) DETACH DELETE n")
        self.assertEqual(number("CREATE (a)-[r:R]->(b) RETURN id(a), id(b), id(r)"), [2, 3, 2])
        self.ask(query="MATCH (n) WHERE id(n) = 2 DETACH DELETE n")
        self.assertEqual(number("CREATE (a) RETURN id(a)"), [4])

    def test_property_keys_are_those_in_use(self):
        keys = lambda: [row[0] for row in self.ask(query="CALL db.propertyKeys()")["rows"]]
        self.ask(reset=True)
        self.assertEqual(keys(), [])
        self.ask(query="CREATE ({a: 1})-[:R {b: 2}]->({c: 3})")
        self.assertEqual(keys(), ["a", "b", "c"])
        self.ask(query="MATCH ({a: 1})-[r]->(n) REMOVE r.b SET n = {}")
        self.assertEqual(keys(), ["a"])

    CITIES = {
        "name": "test.city",
        "inputs": [["name", "STRING?"]],
        "outputs": [["city", "STRING?"], ["code", "NUMBER?"]],
        "columns": ["code", "name", "city"],
        "rows": [[46, "Ada", "Malmö"], [49, "Bo", "Berlin"], [47.5, "Bo", "Oslo"], [0, None, "nowhere"]],
    }

    def test_a_declared_procedure_gives_the_rows_whose_inputs_are_the_arguments(self):
        self.assertEqual(self.ask(procedure=self.CITIES), {})
        reply = self.ask(query="CALL test.city($name)", params={"name": "Bo"})
        self.assertEqual(reply["columns"], ["city", "code"])
        self.assertEqual(reply["rows"], [["Berlin", 49], ["Oslo", 47.5]])
        self.assertEqual(self.ask(query="CALL test.city", params={"name": "Ada"})["rows"], [["Malmö", 46]])
        self.assertEqual(self.ask(query="CALL test.city(null) YIELD city")["rows"], [["nowhere"]])
        self.assertEqual(self.ask(query="CALL test.city")["error"]["code"], "MissingParameter")

    def test_a_void_procedure_keeps_the_rows(self):
        self.ask(procedure={"name": "test.nothing", "inputs": [], "outputs": [], "columns": [], "rows": []})
        reply = self.ask(query="CALL test.nothing()")
        self.assertEqual((reply["columns"], reply["rows"]), ([], []))
        reply = self.ask(query="UNWIND [1, 2] AS x CALL test.nothing() RETURN x")
        self.assertEqual(reply["rows"], [[1], [2]])

    def test_reset_forgets_procedures_and_load_keeps_them(self):
        self.ask(procedure=self.CITIES)
        self.ask(load=KITCHEN)
        self.assertEqual(len(self.ask(query="CALL test.city('Bo')")["rows"]), 2)
        self.ask(reset=True)
        self.assertEqual(self.ask(query="CALL test.city('Bo')")["error"]["code"], "ProcedureNotFound")

    def test_a_procedure_declared_again_takes_the_place_of_the_first(self):
        self.ask(procedure=self.CITIES)
        self.ask(procedure={**self.CITIES, "rows": []})
        self.assertEqual(self.ask(query="CALL test.city('Bo')")["rows"], [])

    def test_procedures_that_cannot_be_declared(self):
        for change in ({"inputs": [["name", "WORD"]]}, {"inputs": 1}, {"name": "db.labels"}, {"rows": [[1]]},
                       {"columns": ["name", "city", "other"]}):
            self.assertIn("message", self.ask(procedure={**self.CITIES, **change})["error"], change)
        self.assertIn("message", self.ask(procedure=3)["error"])
    def test_queries_change_the_graph_and_count_what_they_did(self):
        self.ask(reset=True)
        stats = self.ask(query="CREATE (:A {x: 1})-[:R]->(:B) WITH 1 AS one MATCH (a:A) SET a:C REMOVE a.x")["stats"]
        self.assertEqual(stats, {"nodesCreated": 2, "nodesDeleted": 0, "relationshipsCreated": 1, "relationshipsDeleted": 0,
                                 "labelsAdded": 3, "labelsRemoved": 0, "propertiesSet": 1, "propertiesRemoved": 1})
        snapshot = self.ask(snapshot=True)
        self.assertEqual([node["$node"]["labels"] for node in snapshot["nodes"]], [["A", "C"], ["B"]])
        self.assertEqual(snapshot["rels"][0]["$rel"]["type"], "R")

    def test_elements_keep_their_ids(self):
        self.ask(reset=True)
        self.ask(query="UNWIND [1, 2, 3] AS i CREATE (:N {i: i})")
        self.ask(query="MATCH (n:N {i: 2}) DELETE n")
        self.ask(query="CREATE (:N {i: 4})")
        self.assertEqual([node["$node"]["id"] for node in self.ask(snapshot=True)["nodes"]], [0, 2, 3])

    def test_a_failed_query_changes_nothing(self):
        self.ask(reset=True)
        error = self.ask(query="UNWIND [1, 0] AS i CREATE (:N {i: 1 / i})")["error"]
        self.assertEqual((error["phase"], error["name"]), ("runtime", "division-by-zero"))
        self.assertEqual(self.ask(snapshot=True)["nodes"], [])

    def test_load_counts_and_times(self):
        reply = self.ask(load=KITCHEN)
        self.assertEqual((reply["nodes"], reply["edges"]), (14, 13))
        self.assertGreater(reply["seconds"], 0)

    def test_a_failed_load_keeps_the_graph(self):
        self.ask(load=KITCHEN)
        error = self.ask(load="/no/such/file")["error"]
        self.assertEqual(error["name"], "cannot-read")
        self.assertEqual(self.ask(query="MATCH (d:Dish) RETURN count(d) AS n")["rows"], [[4]])

    def test_query_with_parameters(self):
        self.ask(load=KITCHEN)
        reply = self.ask(query="MATCH (d:Dish) WHERE d.year > $year RETURN d.name AS name ORDER BY name", params={"year": 1830})
        self.assertEqual(reply["columns"], ["name"])
        self.assertEqual(reply["rows"], [["Beans on toast"], ["Paella"]])
        self.assertEqual(reply["stats"]["nodesCreated"], 0)
        self.assertGreater(reply["seconds"], 0)

    def test_questions_are_queries_too(self):
        self.ask(load=KITCHEN)
        self.assertEqual(self.ask(query="which dishes contain saffron?")["rows"], [["Paella"], ["Risotto"]])

    def test_values(self):
        self.ask(reset=True)
        reply = self.send('{"id": 7, "query": "RETURN 1 AS i, 1.0 AS f, 1e300 AS big, 0.0/0.0 AS nan, [true, null] AS list, '
                          '{a: {b: 2}} AS map, {`$x`: 1} AS odd, $p AS p", "params": {"p": {"$float": "-Infinity"}}}')
        self.assertEqual(reply["rows"][0][:2], [1, 1.0])
        self.assertIsInstance(reply["rows"][0][0], int)
        self.assertIsInstance(reply["rows"][0][1], float)
        self.assertEqual(reply["rows"][0][2:], [1e300, {"$float": "NaN"}, [True, None], {"a": {"b": 2}}, {"$map": {"$x": 1}},
                                                {"$float": "-Infinity"}])

    def test_nodes_relationships_and_paths(self):
        self.ask(load=KITCHEN)
        row = self.ask(query="MATCH p = (d {id: 'pilaf'})-[r:COOKED_BY]->(m) RETURN d, r, p")["rows"][0]
        node, rel, path = row
        self.assertEqual(node["$node"]["labels"], ["Dish"])
        self.assertEqual(node["$node"]["properties"], {"id": "pilaf", "name": "Pilaf", "aliases": ["pilau", "plov"]})
        self.assertEqual(rel["$rel"]["type"], "COOKED_BY")
        self.assertEqual(rel["$rel"]["start"], node["$node"]["id"])
        self.assertEqual(rel["$rel"]["properties"], {"sources": ["K2"]})
        self.assertEqual(path["$path"][:2], [node, rel])
        self.assertEqual(path["$path"][2]["$node"]["id"], rel["$rel"]["end"])

    def test_snapshot_is_the_whole_graph(self):
        self.ask(load=KITCHEN)
        reply = self.ask(snapshot=True)
        self.assertEqual((len(reply["nodes"]), len(reply["rels"])), (14, 13))

    def test_errors_carry_type_phase_code_and_place(self):
        self.ask(reset=True)
        error = self.ask(query="RETURN 1 AS a\nORDER BY b")["error"]
        self.assertEqual((error["type"], error["phase"], error["code"]), ("SyntaxError", "compile", "UndefinedVariable"))
        self.assertEqual((error["line"], error["column"]), (2, 10))
        self.assertIn("error[undefined-variable]", error["rendered"])
        error = self.ask(query="UNWIND [1, 'a'] AS x RETURN x % 2")["error"]
        self.assertEqual((error["type"], error["phase"]), ("TypeError", "runtime"))

    def test_a_broken_request_is_answered_and_the_pipe_goes_on(self):
        self.assertEqual(self.send("{broken")["error"]["code"], "InvalidRequest")
        self.assertEqual(self.send("[1]")["error"]["code"], "InvalidRequest")
        self.assertEqual(self.send('{"id": "x", "dance": true}')["id"], "x")
        self.assertEqual(self.ask(query="RETURN 1 AS n")["rows"], [[1]])


if __name__ == "__main__":
    unittest.main()
