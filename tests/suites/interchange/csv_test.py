#!/usr/bin/env python3
"""CSV: tables that Python's own reader reads, and tables of others. csv_test.py CONFER"""
import csv
import json
import unittest

from exchange import *


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


class Written(Case):
    def test_pythons_reader_finds_every_node_and_edge(self):
        graph = random_graph(5)
        self.written(graph, "x.csv")
        nodes, edges = table(self.folder / "x.nodes.csv"), table(self.folder / "x.edges.csv")
        self.assertEqual([row["id:ID"] for row in nodes], [node["id"] for node in graph["nodes"]])
        self.assertEqual(sorted((row[":START_ID"], row[":TYPE"], row[":END_ID"]) for row in edges),
                         sorted((edge["from"], edge["type"], edge["to"]) for edge in graph["edges"]))
        for row, node in zip(nodes, graph["nodes"]):
            for key, value in node.items():
                if isinstance(value, str) and key != "id":
                    self.assertEqual(row[f"{key}:string"], value, key)
                if isinstance(value, int) and not isinstance(value, bool):
                    self.assertEqual(int(row[f"{key}:long"]), value, key)
                if isinstance(value, float):
                    self.assertEqual(float(row[f"{key}:double"]), value, key)

    def test_the_tables_are_readable(self):
        graph = {"nodes": [{"id": "a", "label": "A", "name": "Anna", "aliases": ["Ann", "A. B; C"], "year": 1951},
                           {"id": "b", "labels": ["A", "B"], "name": "", "aliases": []}],
                 "edges": [{"from": "a", "type": "KNOWS", "to": "b", "since": 1.5, "close": True}]}
        self.written(graph, "x.csv")
        self.assertEqual((self.folder / "x.nodes.csv").read_text(),
                         'id:ID,:LABEL,aliases:string[],name:string,year:long\n'
                         'a,A,Ann;A. B\\; C,Anna,1951\nb,A;B,\\[],"",\n')
        self.assertEqual((self.folder / "x.edges.csv").read_text(),
                         ":START_ID,:TYPE,:END_ID,close:boolean,since:double\na,KNOWS,b,true,1.5\n")
        self.assertFalse((self.folder / "x.schema.json").exists())

    def test_the_schema_is_a_graph_file_beside_them(self):
        self.convert(GRAPHS / "kitchen.json", self.folder / "x.csv")
        self.assertIn("Dish", json.loads((self.folder / "x.schema.json").read_text())["schema"]["labels"])
        self.assertEqual(json.loads(self.canonical(self.folder / "x.schema.json"))["nodes"], [])

    def test_a_folder_can_hold_them(self):
        self.convert(GRAPHS / "kitchen.json", f"{self.folder}/kitchen/", "--to", "csv")
        self.assertEqual(sorted(file.name for file in (self.folder / "kitchen").iterdir()),
                         ["edges.csv", "nodes.csv", "schema.json"])
        for name in ("kitchen", "kitchen/", "kitchen/nodes.csv"):
            self.assertEqual(json.loads(self.canonical(self.folder / name)), json.loads(self.canonical(GRAPHS / "kitchen.json")), name)

    def test_each_of_the_files_stands_for_all(self):
        self.convert(GRAPHS / "islands.json", self.folder / "x.nodes.csv")
        wanted = self.canonical(GRAPHS / "islands.json")
        for name in ("x.csv", "x.nodes.csv", "x.edges.csv"):
            self.assertEqual(self.canonical(self.folder / name), wanted, name)

    def test_a_file_that_can_not_be_written_leaves_none(self):
        (self.folder / "x.edges.csv").mkdir()
        ran = confer("convert", GRAPHS / "islands.json", self.folder / "x.csv")
        self.assertEqual(ran.returncode, 2)
        self.assertEqual([file.name for file in self.folder.iterdir()], ["x.edges.csv"])


class Read(Case):
    def graph(self, nodes, edges=":START_ID,:TYPE,:END_ID\n"):
        (self.folder / "x.edges.csv").write_text(edges, newline="")
        return self.graph_in("x.nodes.csv", nodes)

    def test_tables_as_neo4j_documents_them(self):
        graph = self.graph("personId:ID(Person),name,born:int{min:1},:LABEL,skip:IGNORE,height:float\r\n"
                           'keanu,"Keanu ""Neo"" Reeves",1964,Actor;Person,x,1.86\r\n\r\nlana,Lana,,Person,,\r\n',
                           ":START_ID(Person),:END_ID(Person),:TYPE,roles:string[]\r\nkeanu,lana,KNOWS,Neo;Mr. Anderson\r\n")
        self.assertEqual(graph["nodes"], [
            {"id": "Person/keanu", "labels": ["Actor", "Person"], "name": 'Keanu "Neo" Reeves', "born": 1964, "height": 1.86,
             "personId": "keanu"},
            {"id": "Person/lana", "label": "Person", "name": "Lana", "personId": "lana"}])
        self.assertEqual(graph["edges"], [{"from": "Person/keanu", "type": "KNOWS", "to": "Person/lana",
                                           "roles": ["Neo", "Mr. Anderson"]}])

    def test_a_byte_order_mark_is_no_part_of_the_first_heading(self):
        self.assertEqual(self.graph("\ufeffid:ID,:LABEL\na,A\n")["nodes"], [{"id": "a", "label": "A"}])

    def test_the_last_line_need_not_end(self):
        self.assertEqual(self.graph("id:ID,:LABEL,x:long\na,A,1")["nodes"], [{"id": "a", "label": "A", "x": 1}])

    def problems(self, nodes, edges=":START_ID,:TYPE,:END_ID\n"):
        (self.folder / "x.edges.csv").write_text(edges)
        return self.problems_in("x.nodes.csv", nodes)

    def test_every_problem_is_told_with_its_line(self):
        self.assertEqual(self.problems('id:ID,:LABEL,n:long,b:boolean[]\na,A,x,\nb,A,1,true;no\nc,A\n"d\ne",A,1,\na,A,1,\n'), [
            (2, "`x` is not an integer of 64 bits"),
            (3, "`no` is not true or false"),
            (4, "the row has 2 fields, and the table 4 columns"),
            (7, f"the id `a` is taken by the node in `{self.folder}/x.nodes.csv`, line 2")])

    def test_edges_lead_somewhere(self):
        self.assertEqual(self.problems("id:ID,:LABEL\na,A\n", ":START_ID,:TYPE,:END_ID\na,T,b\na,,a\n"), [
            (2, "no node has the id `b`"), (3, "`type` must not be empty")])

    def test_columns_that_must_be_there(self):
        self.assertEqual(self.problems("id,:LABEL\na,A\n", ":START_ID,:TYPE\n"),
                         [(1, "the table has no column `:ID`"), (1, "the table has no column `:END_ID`")])

    def test_quotes_that_do_not_close(self):
        self.assertEqual(self.problems('id:ID,:LABEL\n"a,A\n'), [(2, "the file ends inside of a quoted field")])
        self.assertEqual(self.problems('id:ID,:LABEL\n"a"b,A\nc,A\n'), [(2, "something follows the closing quote of a field")])

    def test_text_that_is_not_utf8(self):
        self.assertIn((2, "the text is not valid UTF-8"),
                      self.problems_in("y.nodes.csv", "id:ID,:LABEL,x\na,A,\xe9\n", "latin-1")
                      if (self.folder / "y.edges.csv").write_text(":START_ID,:TYPE,:END_ID\n") else [])

    def test_a_schema_holds_for_tables_too(self):
        self.convert(GRAPHS / "kitchen.json", self.folder / "x.csv")
        nodes = (self.folder / "x.nodes.csv").read_text().replace(",Dish,", ",Dihs,", 1)
        found = self.problems_in("x.nodes.csv", nodes)
        self.assertTrue(any(message == "the schema has no label `Dihs`" for _, message in found), found)


if __name__ == "__main__":
    unittest.main()
