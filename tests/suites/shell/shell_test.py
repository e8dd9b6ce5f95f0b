#!/usr/bin/env python3
"""The real shell, driven through a pseudo-terminal as a person would. shell_test.py CONFER"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import pexpect

sys.path.append(str(pathlib.Path(__file__).parents[2] / "support"))
from waiting import wait_until_at_work

CONFER = sys.argv.pop(1)
KITCHEN = str(pathlib.Path(__file__).parents[2] / "graphs" / "kitchen.json")
LEAKS = str(pathlib.Path(__file__).parents[2] / "support" / "leaks.supp")
PROMPT = "confer> "


class Shell(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.start()

    def start(self, *arguments, columns=100):
        environment = {"PATH": os.environ["PATH"], "HOME": self.home.name, "TERM": "xterm", "LANG": "C.UTF-8", "NO_COLOR": "1",
                       "LSAN_OPTIONS": f"suppressions={LEAKS}:print_suppressions=0"}
        self.shell = pexpect.spawn(CONFER, list(arguments or ("-g", KITCHEN)), env=environment, encoding="utf-8",
                                   dimensions=(40, columns), timeout=120)
        self.shell.expect_exact(PROMPT)

    def tearDown(self):
        self.shell.close(force=True)
        self.home.cleanup()

    def ask(self, line, until=PROMPT):
        """Types a line and returns what the shell printed up to the next prompt."""
        self.shell.sendline(line)
        self.shell.expect_exact(until)
        text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.shell.before).replace("\r", "")
        return text.split("\n", 1)[1] if "\n" in text else text

    def test_it_greets_with_the_graph_and_what_to_do(self):
        self.shell.close(force=True)
        environment = {"PATH": os.environ["PATH"], "HOME": self.home.name, "TERM": "xterm", "LANG": "C.UTF-8"}
        self.shell = pexpect.spawn(CONFER, ["-g", KITCHEN], env=environment, encoding="utf-8", timeout=120)
        self.shell.expect_exact("A little kitchen, 14 nodes, 13 relationships")
        self.shell.expect_exact(":help")

    def test_a_question_is_answered_with_its_sources(self):
        text = self.ask("which dishes contain saffron?")
        self.assertIn(" Paella  │ 1\n Risotto │ 1, 2*\n", text)
        self.assertIn("[1] The rice book", text)
        self.assertIn("(2 rows)", text)

    def test_an_error_is_shown_and_the_shell_goes_on(self):
        text = self.ask("which dishes contain safron?")
        self.assertIn("error[unknown-name]", text)
        self.assertIn("did you mean `saffron`?", text)
        self.assertIn("(1 row)", self.ask("RETURN 1 AS n;"))

    def test_what_a_statement_changed_stands_where_the_rows_are_counted(self):
        self.assertIn("(1 node created, 1 label added, 2 properties set)",
                      self.ask("CREATE (:Dish {id: 'toast', name: 'Toast'});"))
        self.assertIn("(1 row)", self.ask("MATCH (d:Dish {id: 'toast'}) RETURN d.name;"))

    def test_a_pattern_goes_on_until_its_semicolon(self):
        self.ask("MATCH (d:Dish)", until="...> ")
        self.ask("WHERE d.year < 1900", until="...> ")
        text = self.ask("RETURN d.name AS dish ORDER BY dish;")
        self.assertIn(" Paella\n Risotto\n", text)

    def test_a_blank_line_ends_a_pattern_too(self):
        self.ask("RETURN 41 + 1 AS n", until="...> ")
        self.assertIn("42", self.ask(""))

    def test_ctrl_c_drops_the_line_and_stops_a_query_but_not_the_shell(self):
        self.shell.send("which dishes cont")
        self.shell.sendintr()
        self.shell.expect_exact(PROMPT)
        self.shell.sendline("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a + b < 0 RETURN count(*);")
        wait_until_at_work(self.shell.pid)
        self.shell.sendintr()
        self.shell.expect_exact("error[interrupted]")
        self.shell.expect_exact(PROMPT)
        self.assertIn("(1 row)", self.ask("RETURN 1 AS n;"))

    def test_history_is_kept_across_starts(self):
        self.ask("which dishes come from lombardy?")
        self.shell.sendline(":quit")
        self.shell.expect(pexpect.EOF)
        self.start()
        self.shell.send("\x1b[A")  # up: the last line, which was :quit
        self.shell.send("\x1b[A")
        self.shell.expect_exact("which dishes come from lombardy?")
        self.shell.send("\r")
        self.shell.expect_exact("Risotto")

    def type_keys(self, *keys):
        """Types the keys one by one, then returns what was printed up to the next prompt."""
        for key in keys:
            self.shell.send(key)
        self.shell.expect_exact(PROMPT)
        return self.shell.before

    def test_tab_completes_nouns_verbs_and_names(self):
        self.assertIn("Paella", self.type_keys("which dis", "\t", "cont", "\t", "saff", "\t", "\r"))

    def test_tab_completes_a_name_of_several_words(self):
        self.assertIn("Beans on toast", self.type_keys("describe beans on t", "\t", "\r"))

    def test_tab_completes_keywords_labels_and_functions(self):
        self.assertIn("RISOTTO", self.type_keys("MAT", "\t", "(d:Dis", "\t", ") RETURN toUpp", "\t", "(d.name);\r"))

    def test_tab_completes_commands(self):
        self.assertIn("Relationship types", self.type_keys(":sch", "\t", "\r"))

    def drop_line(self, line):
        """Drops the line being typed. After a list of candidates the editor writes prompt and line again: only then may keys follow."""
        self.shell.expect_exact(PROMPT + line)
        self.shell.sendintr()
        self.shell.expect_exact(PROMPT)

    def test_tabs_offer_what_each_form_of_question_goes_on_with(self):
        for begun, offered in (("compare ", "Risotto"), ("compare risotto, paella by ", "ingredients"),
                               ("which dishes ", "contain"), ("why does risotto ", "contain"),
                               ("why does risotto contain ", "Saffron"), ("how is risotto related to ", "Saffron"),
                               ("which dishes contain saffron ", "without weak sources")):
            self.shell.send(begun + "\t")
            self.shell.expect(r"\n(.*\s\s|)" + offered)
            self.drop_line(begun)

    def test_a_tab_adds_nothing_that_only_some_candidates_begin_with(self):
        self.shell.close(force=True)
        self.start("--color", "never")
        self.shell.send("how is \t")
        self.shell.expect(r"and \d{3,} more")
        self.drop_line("how is ")

    def test_why_tells_what_a_row_rests_on(self):
        self.ask("which dishes contain saffron?")
        text = self.ask(":why 2")
        self.assertRegex(text, r" Risotto contains Saffron +│ The rice book +│ 1988 │ In Milan")
        self.assertIn("In Milan", text)
        self.assertIn("(2 rows)", text)
        self.assertIn("rows 1 to 2", self.ask(":why"))
        self.assertIn("rows 1 to 2", self.ask(":why 3"))

    def test_why_says_how_to_get_what_isnt_there(self):
        self.assertIn("no answer yet", self.ask(":why"))
        self.ask("MATCH (d:Dish)-[:CONTAINS]->() RETURN d.name AS dish LIMIT 1;")
        self.assertIn("WITH SOURCES", self.ask(":why"))
        self.ask("MATCH (d:Dish)-[:CONTAINS]->() RETURN d.name AS dish LIMIT 1 WITH SOURCES;")
        self.assertIn("contains", self.ask(":why"))
        self.ask(":sources off")
        self.ask("which dishes contain saffron?")
        self.assertIn(":sources on", self.ask(":why 1"))

    def test_what_is_typed_after_ctrl_c_belongs_to_the_next_line(self):
        for _ in range(20):
            self.shell.send("which dishes\x03RETURN 41 + 1 AS n;\r")
            self.shell.expect_exact("42")
            self.shell.expect_exact(PROMPT)

    def test_tables_fit_the_width_of_the_terminal_and_wide_characters_line_up(self):
        self.shell.close(force=True)
        self.start(columns=50)
        long = " ".join(["word"] * 40)
        text = self.ask(f"RETURN '{long}' AS a, '心理療法' AS b, 'x' AS c;")
        rows = [line for line in text.splitlines() if "│" in line]
        self.assertGreater(len(rows), 3)
        for row in rows:
            self.assertLessEqual(len(row) + row.count("心") * 4, 50)

    def test_of_a_long_answer_the_first_rows_are_shown_until_all_are_asked_for(self):
        statement = "UNWIND range(1, 50) AS n RETURN 'row ' + n AS row;"
        text = self.ask(statement)
        self.assertIn(" row 40\n", text)
        self.assertNotIn("row 41", text)
        self.assertIn("(50 rows, the first 40 shown; `:rows all` shows all)", text)
        text = self.ask(":rows all")
        self.assertIn(" row 50\n", text)
        self.assertIn("(50 rows)", text)
        self.assertIn("(50 rows)", self.ask(statement))
        self.ask(":rows 3")
        self.assertIn(" row 3\n(50 rows, the first 3 shown", self.ask(statement).replace("\n\n", "\n"))
        self.assertIn("takes a number above 0, or `all`", self.ask(":rows some"))

    def test_below_the_first_rows_stand_as_many_footnotes_and_the_number_of_others(self):
        statement = "MATCH (d:Dish)-[r:CONTAINS]->(i) RETURN d.name AS dish, i.name AS ingredient ORDER BY dish DESC, ingredient DESC WITH SOURCES;"
        self.ask(":rows 1")
        for form in ("table", "list"):
            self.ask(":format " + form)
            text = self.ask(statement)
            self.assertIn("[1] The rice book", text)
            self.assertIn("… and 1 more source\n", text)
            self.assertNotIn("A grandmother", text)
        self.assertIn("[2*] A grandmother's notes\n", self.ask(":rows all"))

    def test_comparisons_are_shown_whole(self):
        self.ask(":rows 1")
        self.assertNotIn("shown", self.ask("compare paella, risotto"))

    def test_commands(self):
        self.assertIn(":schema", self.ask(":help"))
        self.assertIn(":explain CODE|STATEMENT what", self.ask(":help"))
        self.assertIn("toUpper(", self.ask(":help toupper"))
        self.assertIn("did you mean `db.labels`?", self.ask(":help db.lables"))
        schema = self.ask(":schema")
        for word in ("Dish", "recipe", "CONTAINS", "contained in"):
            self.assertIn(word, schema)
        self.ask(":format csv")
        self.assertIn("n\n1\n", self.ask("RETURN 1 AS n;"))
        self.assertIn("did you mean", self.ask(":fromat csv"))
        self.assertIn("on", self.ask(":timing on"))
        self.assertRegex(self.ask("RETURN 1 AS n;"), r"\(1 row, \d+\.\d+ ms\)")
        self.assertIn("name", self.ask(":explain unknown-name"))
        self.assertIn("did you mean `unknown-name`?", self.ask(":explain unknown-nme"))
        self.assertIn("MATCH", self.ask(":explain which dishes contain rice?"))
        self.assertIn("no command", self.ask(":dance"))

    def test_parameters_are_kept_for_later_statements(self):
        self.assertIn("no parameter is set", self.ask(":param"))
        self.assertIn("error[missing-parameter]", self.ask("RETURN $year AS n;"))
        self.ask(":param year=1990")
        self.ask(":param who=Perls, Fritz")
        self.assertEqual(self.ask(":param"), '$who = "Perls, Fritz"\n$year = 1990\n')
        self.assertIn("1991 │ Perls, Fritz", self.ask("RETURN $year + 1 AS n, $who AS who;"))
        self.assertIn("write `:param NAME=VALUE`", self.ask(":param year 1990"))

    def test_load_takes_another_graph_and_a_bad_one_changes_nothing(self):
        self.assertIn("the graph stays as it was", self.ask(":load /no/such/graph"))
        self.assertIn("4", self.ask("MATCH (d:Dish) RETURN count(d) AS n;"))
        self.assertIn("loaded", self.ask(":load builtin"))
        self.assertIn("error[unknown-label]", self.ask("MATCH (d:Dish) RETURN d;"))

    def test_quit_and_end_of_input_end_it(self):
        self.shell.sendline(":quit")
        self.shell.expect(pexpect.EOF)
        self.shell.close()
        self.assertEqual(self.shell.exitstatus, 0)
        self.start()
        self.shell.sendeof()
        self.shell.expect(pexpect.EOF)
        self.shell.close()
        self.assertEqual(self.shell.exitstatus, 0)


class WithoutATerminal(unittest.TestCase):
    def test_lines_are_read_without_prompts(self):
        ran = subprocess.run([CONFER, "-g", KITCHEN, "-f", "csv", "shell"], input="which dishes contain beans?\n:quit\n",
                             capture_output=True, text=True, timeout=300)
        self.assertEqual(ran.stdout.replace("\r", ""), "dish\nBeans on toast\n")
        self.assertNotIn("confer>", ran.stderr)


if __name__ == "__main__":
    unittest.main()
