#!/usr/bin/env python3
"""The command's contract: options, formats, streams and exit statuses. command_test.py CONFER"""
import csv
import io
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.append(str(pathlib.Path(__file__).parents[2] / "support"))
from waiting import wait_until_at_work

CONFER = sys.argv.pop(1)
KITCHEN = str(pathlib.Path(__file__).parents[2] / "graphs" / "kitchen.json")


def confer(*arguments, stdin=""):
    return subprocess.run([CONFER, *arguments], input=stdin, capture_output=True, text=True, timeout=120)


class TheMainJob(unittest.TestCase):
    def test_pairs_that_share_components_come_with_counts(self):
        ran = confer("which approaches share components?", "--format", "csv")
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        rows = list(csv.DictReader(io.StringIO(ran.stdout)))
        self.assertGreater(len(rows), 100)
        counts = [int(row["shared"]) for row in rows]
        self.assertEqual(counts, sorted(counts, reverse=True))
        for row in rows[:50]:
            self.assertEqual(len(row["components"].split("; ")), int(row["shared"]))

    def test_family_systems_therapy_combines_the_five_theories_of_the_article(self):
        ran = confer("what does family systems therapy combine?", "--format", "json")
        answer = json.loads(ran.stdout)
        said_by_the_article = {row[0] for row, cited in zip(answer["rows"], answer["citations"]) if "V1" in cited}
        self.assertEqual(said_by_the_article,
                         {"Cybernetics", "Family development theory", "General systems theory",
                          "Object relations theory", "Social learning theory"})
        self.assertEqual(answer["sources"]["V1"]["title"], "What Is Integrative Therapy?")
        shown = confer("what does family systems therapy combine?").stdout
        self.assertIn("What Is Integrative Therapy?", shown)

    def test_a_misspelt_technique_is_pointed_at_and_its_neighbour_offered(self):
        ran = confer("which approaches use mindfullness?")
        self.assertEqual((ran.returncode, ran.stdout), (1, ""))
        self.assertIn("error[unknown-name]", ran.stderr)
        self.assertIn("1 | which approaches use mindfullness?\n  |                      ^^^^^^^^^^^^\n", ran.stderr)
        self.assertIn("hint: did you mean `mindfulness`?", ran.stderr)

    def test_the_pattern_that_explain_shows_gives_the_same_rows(self):
        for question in ("which approaches share components?", "what does family systems therapy combine?",
                         "which approaches use mindfulness and treat depression?", "who developed gestalt therapy?",
                         "how many approaches treat insomnia?"):
            asked = json.loads(confer("--format", "json", question).stdout)
            explained = json.loads(confer("--format", "json", "explain " + question).stdout)
            pattern = dict(explained["rows"])["pattern"]
            self.assertEqual(asked["pattern"], pattern)
            self.assertEqual(json.loads(confer("--format", "json", pattern).stdout)["rows"], asked["rows"], question)

    def test_the_words_of_a_question_need_no_quotes(self):
        self.assertEqual(confer("who", "developed", "gestalt", "therapy", "-f", "csv").stdout,
                         confer("who developed gestalt therapy", "-f", "csv").stdout)


class Formats(unittest.TestCase):
    def ask(self, name, statement="which dishes contain saffron?", *more):
        ran = confer("-g", KITCHEN, "-f", name, statement, *more)
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        return ran.stdout

    def test_table(self):
        self.assertEqual(self.ask("table"),
                         " dish    │ sources\n─────────┼─────────\n Paella  │ 1\n Risotto │ 1, 2*\n\n"
                         " [1] The rice book. Kitchen Press, 1988. https://example.org/rice\n"
                         " [2*] A grandmother's notes\n"
                         " * a source graded weak: no claim should rest on it alone\n")

    def test_list(self):
        self.assertEqual(self.ask("list").splitlines()[:3], ["- Paella [1]", "- Risotto [1, 2*]", ""])

    def test_csv_joins_lists_by_semicolons_and_quotes_by_rfc_4180(self):
        self.assertEqual(self.ask("csv", "RETURN ['a', 'b, c'] AS list, 'say \"hi\"' AS text, null AS nothing"),
                         'list,text,nothing\n"a; b, c","say ""hi""",\n')

    def test_json_is_one_object(self):
        answer = json.loads(self.ask("json"))
        self.assertEqual(list(answer), ["columns", "rows", "stats", "notices", "sources", "citations", "statement", "pattern"])
        self.assertEqual(answer["columns"], ["dish"])
        self.assertEqual(answer["rows"], [["Paella"], ["Risotto"]])
        self.assertEqual(answer["citations"], [["K1"], ["K1", "K2"]])
        self.assertEqual(answer["sources"]["K2"], {"title": "A grandmother's notes", "quality": "low", "weak": True})
        self.assertEqual(answer["statement"], "which dishes contain saffron?")
        self.assertEqual(set(answer["stats"].values()), {0})

    def test_markdown(self):
        self.assertEqual(self.ask("markdown").splitlines()[:4],
                         ["| dish |", "| --- |", "| Paella[^1] |", "| Risotto[^1][^2] |"])

    def test_markdown_escapes_what_would_be_markup(self):
        self.assertIn("a\\|b &lt;i&gt; \\*c\\*", self.ask("markdown", "RETURN 'a|b <i> *c*' AS x"))

    def test_sources_can_be_left_out(self):
        self.assertEqual(self.ask("csv", "which dishes contain saffron?", "--no-sources"), "dish\nPaella\nRisotto\n")
        self.assertNotIn("rice book", self.ask("table", "which dishes contain saffron?", "--no-sources"))

    def test_an_unknown_format_is_refused_with_the_known_ones(self):
        ran = confer("-f", "tabel", "RETURN 1")
        self.assertEqual(ran.returncode, 2)
        self.assertIn("did you mean `table`?", ran.stderr)

    def test_only_formats_that_exist_are_advertised(self):
        help_text = confer("--help").stdout
        self.assertIn("table, list, csv, tsv, json, jsonl, markdown, html, wikitext, dokuwiki, dot, mermaid or svg", help_text)

    def test_html_is_one_page_around_all_answers(self):
        out = confer("--empty", "-f", "html", "RETURN 1 AS x; RETURN 2 AS y").stdout
        self.assertEqual([out.count(tag) for tag in ("<!DOCTYPE html>", "<table>", "</html>")], [1, 2, 1])
        self.assertTrue(out.endswith("</html>\n"))

    def test_json_lines_of_several_answers_have_nothing_between_them(self):
        self.assertEqual(confer("--empty", "-f", "jsonl", "RETURN 1 AS x; RETURN 2 AS x").stdout, '{"x":1}\n{"x":2}\n')


class Options(unittest.TestCase):
    def test_parameters_are_json_or_else_strings(self):
        ran = confer("--empty", "-f", "json", "-p", "n=1", "-p", "x=[1.5, null]", "-p", "s=Lombardy", "RETURN $n, $x, $s")
        self.assertEqual(json.loads(ran.stdout)["rows"], [[1, [1.5, None], "Lombardy"]])

    def test_an_integer_that_does_not_fit_is_no_string(self):
        ran = confer("-p", "n=9223372036854775808", "RETURN $n")
        self.assertEqual((ran.returncode, ran.stdout), (2, ""))
        self.assertIn("the number 9223372036854775808 does not fit into 64 bits", ran.stderr)
        for text in ("-9223372036854775808", "9223372036854775808.0", "0123", "2026-11-22", "-", '"12345678901234567890"'):
            self.assertEqual(confer("-p", "n=" + text, "RETURN 1").returncode, 0, text)

    def test_numbers_are_refused_in_words(self):
        for given, said in {"--timeout=0": "--timeout: `0` is not a number above 0",
                            "--timeout=1e999": "--timeout: `1e999` is not a number above 0",
                            "--max-rows=-1": "--max-rows: `-1` is not a whole number from 0 on",
                            "--max-rows=99999999999999999999":
                                "--max-rows: `99999999999999999999` is not a whole number from 0 on",
                            "--max-memory=half": "--max-memory: `half` is not a whole number from 1 to 17592186044415",
                            "--port=65536": "--port: `65536` is not a whole number from 0 to 65535"}.items():
            ran = confer(given, "RETURN 1")
            self.assertEqual((ran.returncode, ran.stdout), (2, ""), given)
            self.assertIn(f"error[usage]: {said}\n", ran.stderr)

    def test_an_option_given_twice_counts_as_given_last(self):
        self.assertEqual(confer("-f", "json", "RETURN 1 AS one", "-f", "csv").stdout, "one\n1\n")

    def test_a_misspelt_option_is_told_with_its_neighbours(self):
        ran = confer("--fromat", "csv", "RETURN 1")
        self.assertEqual((ran.returncode, ran.stdout), (2, ""))
        self.assertIn("error[usage]: there is no option `--fromat`\nhint: did you mean `--format` or `--from`?\n",
                      ran.stderr)

    def test_a_missing_parameter_is_an_error(self):
        ran = confer("--empty", "RETURN $n")
        self.assertEqual(ran.returncode, 1)
        self.assertIn("error[missing-parameter]", ran.stderr)

    def test_output_goes_to_a_file_and_nowhere_else(self):
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder) / "out.csv"
            ran = confer("--empty", "-f", "csv", "-o", str(target), "RETURN 1 AS n")
            self.assertEqual((ran.returncode, ran.stdout, target.read_text()), (0, "", "n\n1\n"))
            self.assertEqual(os.listdir(folder), ["out.csv"])

    def test_output_is_refused_where_there_is_no_answer(self):
        for verb in (["pipe"], ["shell"], ["serve"], ["version"], ["weave", "page.md"]):
            ran = confer(*verb, "-o", "/no/such/file")
            self.assertEqual((ran.returncode, ran.stdout), (2, ""), verb)
            self.assertIn("error[usage]: --output is for the answer to a statement", ran.stderr)

    def test_a_failed_statement_leaves_the_file_as_it_was(self):
        with tempfile.TemporaryDirectory() as folder:
            target = pathlib.Path(folder) / "out.csv"
            target.write_text("precious")
            self.assertEqual(confer("--empty", "-o", str(target), "RETURN nope").returncode, 1)
            self.assertEqual(target.read_text(), "precious")

    def test_an_answer_that_finds_no_room_is_an_error(self):
        for arguments in (["RETURN 1"], ["UNWIND range(1, 100000) AS x RETURN x"], ["version"]):
            with open("/dev/full", "w") as full:
                ran = subprocess.run([CONFER, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
            self.assertEqual(ran.returncode, 2, arguments)
            self.assertIn("error[cannot-write]", ran.stderr)

    def test_an_unwritable_file_is_an_error(self):
        ran = confer("--empty", "-o", "/no/such/folder/out", "RETURN 1")
        self.assertEqual(ran.returncode, 2)
        self.assertIn("error[cannot-write]", ran.stderr)

    def test_too_many_rows_is_a_limit(self):
        ran = confer("--empty", "--max-rows", "10", "UNWIND range(1, 11) AS n RETURN n")
        self.assertEqual((ran.returncode, ran.stdout), (4, ""))
        self.assertIn("error[row-limit]", ran.stderr)
        self.assertEqual(confer("--empty", "--max-rows", "11", "UNWIND range(1, 11) AS n RETURN n").returncode, 0)

    def test_an_algorithm_meets_the_timeout(self):
        ring = {"nodes": [{"id": str(i), "label": "A"} for i in range(20_000)],
                "edges": [{"from": str(i), "type": "R", "to": str((i * step + 1) % 20_000)}
                          for i in range(20_000) for step in (1, 7, 13)]}
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "ring.json"
            path.write_text(json.dumps(ring))
            ran = confer("-g", str(path), "--timeout", "0.3", "CALL graph.betweenness() YIELD score RETURN count(*)")
        self.assertEqual(ran.returncode, 4)
        self.assertIn("error[timeout]", ran.stderr)

    def test_a_long_statement_meets_its_timeout(self):
        endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)"
        start = time.monotonic()
        ran = confer("--empty", "--timeout", "0.3", endless)
        self.assertEqual(ran.returncode, 4)
        self.assertIn("error[timeout]", ran.stderr)
        self.assertLess(time.monotonic() - start, 30)

    def test_a_greedy_statement_meets_its_memory_limit(self):
        ran = confer("--empty", "--max-memory", "20", "UNWIND range(1, 3000000) AS n RETURN collect(n) AS numbers")
        self.assertEqual(ran.returncode, 4)
        self.assertIn("error[memory-limit]", ran.stderr)

    def test_interrupting_a_statement_is_status_4(self):
        endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)"
        running = subprocess.Popen([CONFER, "--empty", endless], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        wait_until_at_work(running.pid)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=300)
        self.assertEqual((running.returncode, out), (4, ""))
        self.assertIn("error[interrupted]", err)

    def test_colour_only_when_asked_for(self):
        self.assertNotIn("\x1b", confer("--empty", "RETURN 1 AS n").stdout)
        self.assertIn("\x1b[1m", confer("--empty", "--color", "always", "RETURN 1 AS n").stdout)


class Statuses(unittest.TestCase):
    def test_an_empty_answer_is_an_answer(self):
        self.assertEqual(confer("-g", KITCHEN, "MATCH (d:Dish {id: 'nothing'}) RETURN d.name AS name").returncode, 0)

    def test_wrong_options_are_usage_errors(self):
        for arguments in (["--frobnicate"], ["--timeout", "soon", "RETURN 1"], ["-p", "novalue", "RETURN 1"], ["pipe", "twice"],
                          ["--empty", "-g", KITCHEN, "RETURN 1"], [""], ["--color", "sometimes", "RETURN 1"]):
            ran = confer(*arguments)
            self.assertEqual((ran.returncode, ran.stdout), (2, ""), arguments)
            self.assertIn("error[usage]", ran.stderr)

    def test_a_misspelt_command_is_told_with_its_neighbour(self):
        ran = confer("chekc", KITCHEN)
        self.assertEqual((ran.returncode, ran.stdout), (1, ""))
        self.assertIn("hint: did you mean the command `confer check`?\n", ran.stderr)

    def test_a_graph_that_cannot_be_loaded_is_status_3(self):
        ran = confer("-g", "/no/such/graph.json", "RETURN 1")
        self.assertEqual((ran.returncode, ran.stdout), (3, ""))
        self.assertIn("error[cannot-read]", ran.stderr)

    def test_bad_data_is_named_with_file_line_and_pointer(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "bad.json"
            path.write_text('{"nodes": [{"id": "a", "label": "A"}],\n "edges": [{"from": "a", "type": "R", "to": "b"}]}')
            ran = confer("-g", str(path), "RETURN 1")
        self.assertEqual(ran.returncode, 3)
        self.assertIn(f"{path}:2", ran.stderr)
        self.assertIn("/edges/0/to", ran.stderr)

    def test_version_and_help(self):
        self.assertRegex(confer("version").stdout, r"^confer \d+\.\d+\.\d+\n$")
        self.assertEqual(confer("--version").stdout, confer("version").stdout)
        self.assertEqual(confer("help").stdout, confer("--help").stdout)


class StandardInput(unittest.TestCase):
    def test_statements_are_separated_by_semicolons(self):
        ran = confer("--empty", "-f", "csv", stdin="RETURN 1 AS a; RETURN ';' AS b;\n")
        self.assertEqual((ran.returncode, ran.stdout), (0, "a\n1\n\nb\n;\n"))

    def test_the_first_wrong_statement_ends_the_run(self):
        ran = confer("--empty", "-f", "csv", stdin="RETURN 1 AS a; RETURN nope; RETURN 3 AS c")
        self.assertEqual((ran.returncode, ran.stdout), (1, "a\n1\n"))
        self.assertIn(" --> script:1:23\n", ran.stderr)

    def test_a_wrong_statement_is_shown_where_it_stands(self):
        ran = confer("--empty", stdin="RETURN 1 AS a;\n// the second\nRETURN 2 AS b;\n\nRETURN\n  nope")
        self.assertIn(" --> script:6:3\n6 |   nope\n  |   ^^^^\n", ran.stderr)
        self.assertIn(" --> query:2:1\n", confer("--empty", stdin="RETURN\nnope;").stderr)

    def test_what_a_statement_changes_is_told_beside_the_answer_and_later_ones_see_it(self):
        ran = confer("--empty", "-f", "csv", stdin="CREATE (:A {x: 1}), (:A); MATCH (a:A) RETURN count(*) AS n")
        self.assertEqual((ran.returncode, ran.stdout), (0, "n\n2\n"))
        self.assertEqual(ran.stderr, "2 nodes created, 2 labels added, 1 property set\n")

    def test_read_only_refuses_to_write(self):
        ran = confer("--empty", "--read-only", "CREATE (:A)")
        self.assertEqual((ran.returncode, ran.stdout), (1, ""))
        self.assertIn("error[read-only]", ran.stderr)

    def test_no_statement_at_all_is_fine(self):
        self.assertEqual(confer("--empty", stdin=" ;\n").returncode, 0)


if __name__ == "__main__":
    unittest.main()
