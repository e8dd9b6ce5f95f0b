#!/usr/bin/env python3
"""`confer check`: its forms of output, exit statuses, and the built-in graph's own data. check_command_test.py CONFER"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

CONFER = sys.argv.pop(1)
DATA = pathlib.Path(__file__).parents[3] / "graph-data"
SCHEMA = {"labels": {"Tea": {"properties": {"name": "string", "year": "integer"}}},
          "relationships": {"FROM": {"from": ["Tea"], "to": ["Tea"], "lineage": True, "verb": ["come from", "comes from"]}}}


def check(*arguments):
    return subprocess.run([CONFER, "check", *map(str, arguments)], capture_output=True, text=True, timeout=300)


class Check(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def graph(self, nodes, edges=()):
        path = pathlib.Path(self.folder.name) / "graph.json"
        elements = {"confer": 1, "schema": SCHEMA, "nodes": list(nodes), "edges": list(edges)}
        path.write_text(json.dumps(elements, indent=1), encoding="utf-8")
        return path

    def younger(self):
        return self.graph([{"id": "a", "label": "Tea", "name": "A", "year": 1900},
                           {"id": "b", "label": "Tea", "name": "B", "year": 1950}],
                          [{"from": "a", "type": "FROM", "to": "b"}])

    def test_the_built_in_graph_is_clean(self):
        ran = check(DATA, "--strict")
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        self.assertIn("0 errors, 0 warnings", ran.stdout)

    def test_its_report_shows_every_approach(self):
        rows = json.loads(check(DATA, "--report", "--format", "json").stdout)["rows"]
        counted = subprocess.run([CONFER, "MATCH (a:Approach) RETURN a.name ORDER BY a.name", "--format", "json"],
                                 capture_output=True, text=True, timeout=300)
        self.assertEqual(sorted(row[0] for row in rows), sorted(row[0] for row in json.loads(counted.stdout)["rows"]))

    def test_the_report_lists_groups_members_and_what_to_add_next(self):
        report = check(DATA, "--report").stdout
        for heading in ("Coverage by group", "Coverage of each", "Most worth adding to"):
            self.assertIn(heading, report)

    def test_a_finding_has_its_code_sentence_and_place(self):
        path = self.younger()
        ran = check(path)
        line = 1 + path.read_text(encoding="utf-8").split('"from": "a"')[0].rstrip("{ \n").count("\n") + 1
        self.assertIn("warning[younger-ancestor]: `A` comes from `B`, which is younger: 1900 and 1950\n"
                      f" --> {path}:{line}\n", ran.stdout)

    def test_warnings_fail_only_when_strict(self):
        path = self.younger()
        self.assertEqual(check(path).returncode, 0)
        self.assertEqual(check(path, "--strict").returncode, 1)

    def test_errors_fail(self):
        path = self.graph([{"id": "a", "label": "Tea", "name": "A"}], [{"from": "a", "type": "FROM", "to": "a"}])
        ran = check(path)
        self.assertEqual(ran.returncode, 1)
        self.assertIn("error[circle]", ran.stdout)

    def test_a_graph_that_does_not_load_is_told_as_such(self):
        path = self.graph([{"id": "a", "label": "Tee"}])
        ran = check(path)
        self.assertEqual((ran.returncode, ran.stdout), (3, ""))
        self.assertIn("did you mean `Tea`?", ran.stderr)

    def test_findings_are_rows_in_other_formats(self):
        answer = json.loads(check(self.younger(), "--format", "json").stdout)
        self.assertEqual(answer["columns"], ["severity", "lint", "message", "of", "file", "line", "hints"])
        self.assertEqual(answer["rows"][0][:2] + answer["rows"][0][3:4],
                         ["warning", "younger-ancestor", ["a FROM b", "a", "b"]])

    def test_accepted_findings_are_left_out(self):
        path = self.younger()
        accepted = [{"lint": "younger-ancestor", "of": ["a", "FROM", "b"], "why": "both years are guesses"}]
        (path.parent / "accepted.json").write_text(json.dumps(accepted), encoding="utf-8")
        ran = check(path, "--strict")
        self.assertEqual(ran.returncode, 0, ran.stdout)

    def test_notes_are_counted_and_shown_with_all(self):
        path = self.graph([{"id": "a", "label": "Tea", "name": "A"}, {"id": "b", "label": "Tea", "name": "B"},
                           {"id": "a", "label": "Tea", "name": "C"}][:2], [{"from": "a", "type": "FROM", "to": "b"}])
        self.assertIn("0 notes", check(path).stdout)
        counted = check(DATA).stdout
        self.assertIn("(--all shows each note)", counted)
        self.assertGreater(len(check(DATA, "--all").stdout), 10 * len(counted))

    def test_wrong_use_says_how(self):
        self.assertEqual(check().returncode, 2)
        self.assertEqual(subprocess.run([CONFER, "list approaches", "--strict"], capture_output=True,
                                        timeout=300).returncode, 2)


if __name__ == "__main__":
    unittest.main()
