#!/usr/bin/env python3
"""Plugins through the command: loaded when named, refused with a message, listed. plugins_test.py CONFER JACCARD_SO"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

JACCARD = str(pathlib.Path(sys.argv.pop(2)).resolve())
CONFER = str(pathlib.Path(sys.argv.pop(1)).resolve())
SOURCE = pathlib.Path(__file__).parents[3]


def confer(*arguments, stdin="", **options):
    return subprocess.run([CONFER, *arguments], input=stdin, capture_output=True, text=True, timeout=120, **options)


def value(expression):
    ran = confer("--empty", "--plugin", JACCARD, "-f", "json", f"RETURN {expression} AS x")
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)["rows"][0][0]


class TheExample(unittest.TestCase):
    def test_it_computes_the_jaccard_index(self):
        self.assertAlmostEqual(value("similarity.jaccard([1, 2], [2, 3])"), 1 / 3)
        self.assertEqual(value("similarity.jaccard(['a', 'a', null], [null, 'a'])"), 1.0)
        self.assertEqual(value("similarity.jaccard([1], [])"), 0.0)
        self.assertIsNone(value("similarity.jaccard([], [])"))
        self.assertIsNone(value("similarity.jaccard(null, [1])"))

    def test_names_of_functions_have_no_case(self):
        self.assertEqual(value("Similarity.JACCARD([1], [1.0])"), 1.0)

    def test_it_stands_inside_aggregates_and_over_nodes_of_the_graph(self):
        ran = confer("--plugin", JACCARD, "-f", "json",
                     "MATCH (a:Approach)-[:USES]->(t:Technique) WITH a, collect(t) AS ts "
                     "RETURN avg(similarity.jaccard(ts, ts)) AS same, min(similarity.jaccard(ts, [a])) AS other")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertEqual(json.loads(ran.stdout)["rows"], [[1.0, 0.0]])

    def test_the_statement_of_the_documentation_is_answered(self):
        statement = re.search(r"```cypher\n(.*?)```", (SOURCE / "docs/plugins.md").read_text(), re.DOTALL).group(1)
        ran = confer("--plugin", JACCARD, "-f", "json", statement)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        rows = json.loads(ran.stdout)["rows"]
        self.assertEqual(len(rows), 5)
        self.assertTrue(all(0 < alike <= 1 for _, _, alike in rows))

    def test_the_documentation_shows_the_file_itself(self):
        shown = re.search(r"```c\n(.*?)```", (SOURCE / "docs/plugins.md").read_text(), re.DOTALL).group(1)
        self.assertEqual(shown, (SOURCE / "plugins/extensions/jaccard.c").read_text())

    def test_the_procedures_that_the_documentation_shows_compile(self):
        shown = re.findall(r"```c\n(/\* graph\..*?)```", (SOURCE / "docs/plugins.md").read_text(), re.DOTALL)
        self.assertEqual(len(shown), 2)
        subprocess.run(["cc", "-std=c99", "-pedantic", "-Wall", "-Wno-unused-function", "-Werror", "-fsyntax-only",
                        f"-I{SOURCE}/engine/include", "-x", "c", "-"],
                       input="#include <confer/plugin.h>\n" + "".join(shown), text=True, check=True)

    def test_it_needs_nothing_but_the_c_library_and_the_header(self):
        ran = subprocess.run(["nm", "--dynamic", "--undefined-only", JACCARD], capture_output=True, text=True)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        foreign = [line for line in ran.stdout.splitlines() if "confer" in line.lower() or "_ZN" in line]
        self.assertEqual(foreign, [])
        defined = subprocess.run(["nm", "--dynamic", "--defined-only", JACCARD], capture_output=True, text=True).stdout
        self.assertIn(" T confer_plugin_init_v1", defined)

    def test_it_can_be_compiled_as_the_documentation_says(self):
        with tempfile.TemporaryDirectory() as folder:
            built = pathlib.Path(folder) / "jaccard.so"
            subprocess.run(["cc", "-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC",
                            f"-I{SOURCE}/engine/include", "-o", built, SOURCE / "plugins/extensions/jaccard.c"], check=True)
            ran = confer("--empty", "--plugin", "jaccard.so", "-f", "csv", "RETURN similarity.jaccard([1], [1]) AS j",
                         cwd=folder)
        self.assertEqual((ran.returncode, ran.stdout, ran.stderr), (0, "j\n1.0\n", ""))


class Errors(unittest.TestCase):
    def test_wrong_calls_are_told_apart_before_the_plugin_sees_them(self):
        for expression, code in (("similarity.jaccard([1])", "invalid-number-of-arguments"),
                                 ("similarity.jaccard([1], 'a')", "invalid-argument-type"),
                                 ("similarity.jacard([1], [1])", "unknown-function")):
            ran = confer("--empty", "--plugin", JACCARD, f"RETURN {expression}")
            self.assertEqual((ran.returncode, ran.stdout), (1, ""), expression)
            self.assertIn(f"error[{code}]", ran.stderr)
        self.assertIn("did you mean `similarity.jaccard`?", ran.stderr)

    def test_an_argument_of_the_wrong_kind_is_pointed_at(self):
        ran = confer("--empty", "--plugin", JACCARD, "-p", "x=1", "UNWIND [[1], 2] AS x RETURN similarity.jaccard(x, [1])")
        self.assertEqual(ran.returncode, 1)
        self.assertIn("error[invalid-argument-value]: `similarity.jaccard` takes List as `a`, not an Integer", ran.stderr)
        self.assertIn("^", ran.stderr)

    def test_without_the_plugin_there_is_no_such_function(self):
        ran = confer("--empty", "RETURN similarity.jaccard([1], [1])")
        self.assertEqual(ran.returncode, 1)
        self.assertIn("error[unknown-function]", ran.stderr)

    def test_what_is_no_plugin_is_refused_before_anything_runs(self):
        with tempfile.TemporaryDirectory() as folder:
            text = pathlib.Path(folder) / "text.so"
            text.write_text("RETURN 1")
            cut = pathlib.Path(folder) / "cut.so"
            cut.write_bytes(pathlib.Path(JACCARD).read_bytes()[:2000])
            for path in (folder, str(text), str(cut), folder + "/none.so", "libm.so.6", "$ORIGIN", "\n", "a" * 5000):
                ran = confer("--empty", "--plugin", path, "RETURN 1")
                self.assertEqual((ran.returncode, ran.stdout), (2, ""), path)
                self.assertTrue(ran.stderr.startswith("error[plugin]: "), ran.stderr)


class Listing(unittest.TestCase):
    def rows(self, *options):
        """Without those that are linked into the command."""
        return [row for row in json.loads(confer("-f", "json", *options, "plugins").stdout)["rows"] if row[-1] != "built in"]

    def test_nothing_is_loaded_from_a_file_unless_it_is_named(self):
        self.assertEqual(self.rows(), [])

    def test_a_plugin_is_listed_with_its_functions_and_path(self):
        ran = confer("-f", "json", "--plugin", JACCARD, "plugins")
        answer = json.loads(ran.stdout)
        self.assertEqual(answer["columns"], ["name", "version", "about", "functions", "procedures", "reads", "writes", "path"])
        self.assertEqual(self.rows("--plugin", JACCARD),
                         [["jaccard", "1.0", "How alike two lists are.", ["similarity.jaccard"], [], [], [],
                           str(pathlib.Path(JACCARD).resolve())]])

    def test_naming_a_plugin_twice_loads_it_once(self):
        self.assertEqual(len(self.rows("--plugin", JACCARD, "--plugin", JACCARD)), 1)

    def test_the_shell_knows_the_functions(self):
        ran = confer("--empty", "--plugin", JACCARD, "shell", stdin=":help similarity.jaccard\n:help functions\n")
        self.assertIn("similarity.jaccard(a: List, b: List)\n  How alike the lists", ran.stdout)
        self.assertIn("\nsimilarity.jaccard\n", ran.stdout)

    def test_the_pipe_knows_the_functions_and_keeps_them_when_the_graph_changes(self):
        requests = [{"id": 1, "reset": True}, {"id": 2, "query": "RETURN similarity.jaccard([1], [1]) AS j"}]
        ran = confer("--plugin", JACCARD, "pipe", stdin="".join(json.dumps(request) + "\n" for request in requests))
        self.assertEqual(json.loads(ran.stdout.splitlines()[-1])["rows"], [[1.0]])

    def test_help_tells_of_plugins(self):
        self.assertIn("--plugin", confer("--help").stdout)


if __name__ == "__main__":
    unittest.main()
