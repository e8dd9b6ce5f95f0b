#!/usr/bin/env python3
"""Files that are broken in every way: each is read or refused, and nothing else ever happens. broken_test.py CONFER"""
import random
import unittest

from exchange import *

FORMS = ("csv", "graphml", "dot", "pgjson", "cypher", "ttl", "jsonld")


class Broken(Case):
    def read_or_refused(self, path, what):
        ran = subprocess.run([CONFER, "-g", str(path), "-f", "csv", "RETURN 1 AS n"], capture_output=True, timeout=120)
        self.assertIn((ran.returncode, ran.stdout), ((0, b"n\r\n1\r\n"), (3, b"")), (what, ran.stderr[:500]))
        return ran.returncode

    def damaged(self, pick, bytes_):
        """Cut, changed, doubled or with something strange in it."""
        data = bytearray(bytes_)
        for _ in range(pick.choice([1, 1, 2, 5])):
            at = pick.randrange(len(data))
            how = pick.randrange(5)
            if how == 0:
                del data[at:]
            elif how == 1:
                data[at] = pick.randrange(256)
            elif how == 2:
                data[at:at] = data[at:at + pick.randrange(200)]
            elif how == 3:
                del data[at:at + pick.randrange(50)]
            else:
                data[at:at] = pick.choice([b"\0", b"\xff\xfe", b'"', b"'", b"<", b">", b"]]>", b"{", b"}", b"[", b"(", b"\\", b";", b",", b"\n",
                                           b"&", b"%", b"\xf0\x9f", b"99999999999999999999", b"<!--", b"/*", b"#", b"null"])
            if not data:
                data += b"\n"
        return bytes(data)

    def test_damaged_files(self):
        for form in FORMS:
            pick = random.Random(form)
            name = "x.nodes.csv" if form == "csv" else f"x.{form}"
            path = self.folder / name
            refused = 0
            sound = []
            for seed in range(4):
                self.written(random_graph(seed), f"x.{form}")
                sound.append(path.read_bytes())
            for round_ in range(30):
                path.write_bytes(self.damaged(pick, sound[round_ % 4]))
                refused += self.read_or_refused(path, (form, round_)) == 3
            self.assertGreater(refused, 0, form)

    def test_files_that_nest_without_end(self):
        deep = 200_000
        prefixes = "@prefix n: <urn:confer:node:> . @prefix p: <urn:confer:prop:> .\n"
        for name, text in {"a.ttl": prefixes + "n:a p:x " + "(" * deep, "b.ttl": prefixes + "n:a p:x " + "[ p:y " * deep,
                           "c.ttl": prefixes + "n:a p:x '''(''' , '(' , <(> , " + "( " * deep, "a.dot": "digraph {" + "{" * deep,
                           "b.dot": "digraph { a [x=<<b title=\"}\">\"</b>>] " + "subgraph {" * deep, "a.jsonld": "[" * deep,
                           "b.jsonld": '{"@graph":[' + '{"a":' * deep, "a.pgjson": '{"nodes":' * deep,
                           "a.graphml": "<graphml>" + "<data>" * deep, "a.cypher": "RETURN " + "[" * deep}.items():
            (self.folder / name).write_text(text)
            self.assertEqual(self.read_or_refused(self.folder / name, name), 3, name)

    def test_brackets_in_texts_are_no_nesting(self):
        many = "([{" * 200
        graph = {"nodes": [{"id": "a", "label": "A", "x": many, "y": [many + "'", '"' + many, "'''" + many, '"""' + many]}], "edges": []}
        for form in FORMS:
            self.assertEqual(json.loads(self.canonical(self.written(graph, f"x.{form}")))["nodes"], graph["nodes"], form)


if __name__ == "__main__":
    unittest.main()
