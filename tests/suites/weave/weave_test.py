#!/usr/bin/env python3
"""Answers in pages that live in files: weave_test.py CONFER [--approve]

pages/NAME.before.EXT, woven with the graph of the kitchen, must become pages/NAME.after.EXT; --approve writes the latter.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
KITCHEN = HERE.parents[1] / "graphs" / "kitchen.json"
CONFER, APPROVE = "", False


class Weave(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def page(self, text, name="page.md"):
        path = self.folder / name
        path.write_bytes(text.encode())
        return path

    def weave(self, *words, graph=KITCHEN):
        return subprocess.run([CONFER, "-g", str(graph), "weave", *map(str, words)], capture_output=True, text=True)

    def woven(self, text, name="page.md"):
        path = self.page(text, name)
        ran = self.weave(path)
        self.assertEqual((ran.returncode, ran.stdout), (0, ""), ran.stderr)
        return path.read_bytes().decode()

    def test_pages_become_what_they_should(self):
        for before in sorted((HERE / "pages").glob("*.before.*")):
            after = before.with_name(before.name.replace(".before.", ".after."))
            woven = self.woven(before.read_text(), before.name.replace(".before", ""))
            if APPROVE:
                after.write_text(woven)
            self.assertEqual(woven, after.read_text(), before.name)

    def test_weaving_twice_changes_nothing(self):
        for after in sorted((HERE / "pages").glob("*.after.*")):
            path = self.page(after.read_text(), after.name.replace(".after", ""))
            self.weave(path)
            stamp = path.stat().st_mtime_ns
            ran = self.weave(path)
            self.assertIn("up to date", ran.stderr)
            self.assertEqual(path.read_text(), after.read_text())
            self.assertEqual(path.stat().st_mtime_ns, stamp)

    def test_footnotes_of_several_answers_keep_apart_in_markdown(self):
        query = "```confer\nwhich dishes contain saffron?\n```\n"
        text = self.woven(query + query)
        self.assertIn("| Risotto[^1][^2] |", text)
        self.assertIn("| Risotto[^2-1][^2-2] |", text)
        self.assertIn("\n[^2-1]: The rice book.", text)
        escaped = "```confer\nRETURN 'a[^1] \\\\[^2]' AS x\n```\n"
        self.assertEqual(self.woven(escaped + escaped).count("| a\\[^1\\] \\\\\\[^2\\] |"), 2)

    def test_a_picture_is_a_file_beside_the_page(self):
        text = self.woven("```confer format=svg\nwhat do risotto and paella share?\n```\n", "two words.md")
        self.assertIn("![what do risotto and paella share?](two%20words.1.svg)", text)
        self.assertIn("<svg ", (self.folder / "two words.1.svg").read_text())

    def test_a_picture_stays_beside_its_page(self):
        path = self.page("```confer format=svg file=../x.svg\nRETURN 1 AS n\n```\n")
        self.assertEqual(self.weave(path).returncode, 1)
        self.assertFalse((self.folder.parent / "x.svg").exists())

    def test_check_passes_what_is_up_to_date_and_writes_nothing(self):
        path = self.page("```confer\nwhich dishes contain saffron?\n```\n")
        self.assertEqual(self.weave("--check", path).returncode, 1)
        self.assertEqual(path.read_text(), "```confer\nwhich dishes contain saffron?\n```\n")
        self.weave(path)
        ran = self.weave("--check", path)
        self.assertEqual((ran.returncode, ran.stdout, ran.stderr), (0, "", ""))

    def test_check_says_where_the_page_would_change_and_how(self):
        path = self.page("Text.\n\n```confer sources=no\nwhich dishes contain saffron?\n```\n")
        self.weave(path)
        path.write_text(path.read_text().replace("| Paella |", "| Payela |"))
        ran = self.weave("--check", path)
        self.assertEqual(ran.returncode, 1)
        self.assertRegex(ran.stderr, rf"^{re.escape(str(path))}:11: an answer is out of date; .*\n  - \| Payela \|\n  \+ \| Paella \|\n$")

    def test_check_misses_no_picture(self):
        path = self.page("```confer format=svg\nwhich dishes contain saffron?\n```\n")
        self.weave(path)
        picture = self.folder / "page.1.svg"
        picture.write_text(picture.read_text().replace("Paella", "Payela"))
        ran = self.weave("--check", path)
        self.assertEqual(ran.returncode, 1)
        self.assertIn("page.1.svg is out of date", ran.stderr)

    def test_another_graph_or_statement_makes_an_answer_out_of_date(self):
        path = self.page("```confer\nwhich dishes contain saffron?\n```\n")
        self.weave(path)
        other = self.folder / "other.json"
        other.write_text(KITCHEN.read_text().replace('"year": 1840', '"year": 1841'))
        self.assertEqual(self.weave("--check", path, graph=other).returncode, 1)
        path.write_text(path.read_text().replace("contain saffron?\n```", "contain rice?\n```"))
        self.assertEqual(self.weave("--check", path).returncode, 1)

    def test_on_an_error_the_last_answer_stays_and_the_others_are_written(self):
        path = self.page("```confer sources=no\nwhich dishes contain saffron?\n```\n\n```confer\nRETURN 1 AS n\n```\n")
        self.weave(path)
        answered = path.read_text()
        path.write_text(answered.replace("contain saffron?\n```", "contain safron?\n```").replace("RETURN 1 AS n\n", "RETURN 2 AS n\n"))
        ran = self.weave(path)
        self.assertEqual((ran.returncode, ran.stdout), (1, ""))
        self.assertIn("error[unknown-name]", ran.stderr)
        self.assertIn(f"--> {path}:2:22\n2 | which dishes contain safron?\n", ran.stderr)
        self.assertIn("did you mean `saffron`?", ran.stderr)
        self.assertIn("| Paella |", path.read_text())
        self.assertIn("| 2 |", path.read_text())

    def test_errors_name_the_line_of_the_page(self):
        cases = {"a\n\n```confer colour=red\nRETURN 1 AS n\n```\n": (3, "is no option of a query"),
                 "a\n```confer format=tabel\nRETURN 1 AS n\n```\n": (2, "did you mean `table`?"),
                 "```confer\nRETURN 1 AS n\n": (1, "the block that begins here does not end"),
                 "a\n<!-- confer RETURN 1 AS n\n": (2, "the comment that begins here does not end"),
                 "```confer\n\n```\n": (1, "this query is empty"),
                 "```confer\nRETURN 1 AS a; RETURN 2 AS b\n```\n": (1, "a query is one statement"),
                 "```confer\nCREATE (n)\n```\n": (1, "read-only"),
                 "```confer\nRETURN 1 AS n\n```\n<!-- confer-answer x -->\n": (4, "`<!-- /confer-answer -->` is missing")}
        for text, (line, message) in cases.items():
            path = self.page(text)
            ran = self.weave(path)
            self.assertEqual(ran.returncode, 1, text)
            self.assertIn(message, ran.stderr)
            self.assertRegex(ran.stderr, rf"{re.escape(str(path))}:{line}\b|{re.escape(str(path))}:{line + 1}:")
            self.assertEqual(path.read_text(), text)

    def test_a_page_that_is_none_is_refused(self):
        self.assertIn("is no page that Confer knows", self.weave(self.page("x", "page.html")).stderr)
        self.assertEqual(self.weave(self.folder / "missing.md").returncode, 1)
        ran = subprocess.run([CONFER, "weave"], capture_output=True, text=True)
        self.assertEqual(ran.returncode, 2)

    def test_one_bad_page_does_not_keep_others_from_being_written(self):
        good = self.page("```confer\nRETURN 1 AS n\n```\n")
        self.assertEqual(self.weave(self.folder / "missing.md", good).returncode, 1)
        self.assertIn("| 1 |", good.read_text())

    def test_ends_of_lines_and_a_missing_last_one_are_kept(self):
        text = self.woven("a\r\n```confer\r\nRETURN 1 AS n\r\n```\r\nb\r\n")
        self.assertEqual(text.count("\n"), text.count("\r\n"))
        self.assertTrue(text.endswith("<!-- /confer-answer -->\r\nb\r\n"))
        self.assertTrue(self.woven("```confer\nRETURN 1 AS n\n```").endswith("<!-- /confer-answer -->\n"))

    def test_a_statement_with_the_ends_of_comments_is_stamped_safely(self):
        text = self.woven("```confer\nMATCH (a)-->(b) RETURN '*/ --> \"' AS x LIMIT 1\n```\n")
        self.assertIn('statement="MATCH (a)-&#45;&gt;(b) RETURN \'*&#47; -&#45;&gt; &quot;\' AS x LIMIT 1" -->', text)
        text = self.woven("/* confer RETURN 'a' AS x */\n", "page.txt")
        self.assertEqual(self.woven(text, "page.txt"), text)

    def test_names_in_an_answer_do_not_end_it(self):
        graph = self.folder / "graph.json"
        graph.write_text('{"nodes": [{"id": "x", "label": "X", "name": "a\\n<!-- /confer-answer -->\\n```\\n<!-- confer RETURN 1 -->"}], "edges": []}')
        for name, query in (("page.md", "```confer format=csv\nMATCH (n) RETURN n.name AS x, 1 AS y\n```\nend\n"),
                            ("page.md", "```confer\nMATCH (n) RETURN n.name AS x, 1 AS y\n```\nend\n"),
                            ("page.wiki", "<!-- confer format=csv\nMATCH (n) RETURN n.name AS x, 1 AS y\n-->\nend\n"),
                            ("page.txt", "/* confer format=csv\nMATCH (n) RETURN n.name AS x, 1 AS y\n*/\nend\n")):
            path = self.page(query, name)
            self.assertEqual(self.weave(path, graph=graph).returncode, 0)
            once = path.read_text()
            self.assertEqual(self.weave(path, graph=graph).returncode, 0)
            self.assertEqual(path.read_text(), once, name)
            self.assertTrue(once.endswith("\nend\n"))


if __name__ == "__main__":
    CONFER = sys.argv.pop(1)
    if "--approve" in sys.argv:
        sys.argv.remove("--approve")
        APPROVE = True
    unittest.main()
