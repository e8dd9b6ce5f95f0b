#!/usr/bin/env python3
"""What pages show, in a real wiki before a real engine. pages_test.py CONFER"""
import json
import re
import sys
import unittest

from engines import answer
from stage import ERRORS, HERE, OnTheWiki, stage
from wiki import Wiki

CONFER = sys.argv.pop(1)


def setUpModule():
    stage.set_up(CONFER)


class Formats(OnTheWiki):
    def test_a_table_has_the_rows_of_the_answer(self):
        page = self.wiki.parse("<confer>which techniques are used by CBT?</confer>")
        self.assertEqual([text for text in page.texts("caption")], ["which techniques are used by CBT?"])
        rows = json.loads(stage.command("-f", "json", "which techniques are used by CBT?"))["rows"]
        shown = [re.sub(r"\[\d+\]", "", text) for text in page.texts("th")[1:]]
        self.assertEqual(shown, [row[0] for row in rows])
        self.assertEqual(page.categories, [])

    def test_a_caption_rows_and_columns_as_wished(self):
        page = self.wiki.parse('<confer caption="By year" columns="year, name" rows="2" sources="no">'
                               "MATCH (a:Approach) RETURN a.name AS name, a.year AS year ORDER BY year</confer>")
        self.assertEqual(page.texts("caption"), ["By year"])
        self.assertEqual(page.texts("tr"), ["yearname", "1896Psychoanalysis", "1951Gestalt therapy"])
        self.assertRegex(page.text, r"… and \d+ more rows")

    def test_a_pattern_is_no_caption(self):
        self.assertEqual(self.wiki.parse("<confer>MATCH (a:Approach) RETURN a.name LIMIT 1</confer>").texts("caption"), [])

    def test_values_of_every_kind(self):
        page = self.wiki.parse("<confer>MATCH p = (a:Approach {id: 'cbt'})-[r:USES]->(t {id: 'exposure'}) RETURN a, r, p, "
                          "[1, 2.0, true] AS list, {k: 'v'} AS map, null AS nothing, 0.0 / 0.0 AS nan</confer>")
        self.assertEqual(page.texts("th")[7:] + page.texts("td"), [
            "Cognitive behavioral therapy", "[:USES]", "(Cognitive behavioral therapy)-[:USES]->(Exposure)", "1, 2.0, true",
            "{k: v}", "", "NaN"])

    def test_a_list(self):
        page = self.wiki.parse('<confer format="list" sources="no">MATCH (a:Approach) WHERE a.year > 1970 '
                          "RETURN a.name AS name, a.year AS year, null AS gone ORDER BY year LIMIT 2</confer>")
        rows = json.loads(stage.command("-f", "json", "MATCH (a:Approach) WHERE a.year > 1970 "
                                  "RETURN a.name, a.year ORDER BY a.year LIMIT 2"))["rows"]
        self.assertEqual(page.texts("li"), [f"{name} · year: {year}" for name, year in rows])

    def test_a_matrix_tells_four_kinds_of_cells_apart(self):
        self.answers_of(answer(["relation", "component", "A", "B"],
                               [["uses", "Homework", "yes", "rejected"], ["uses", "Play", "unknown", "not recorded"],
                                ["draws on", "Theory", "yes", "unknown"]], view="matrix"))
        page = self.wiki.parse('<confer format="matrix">compare A, B</confer>')
        self.assertEqual(page.texts("td"), ["✓ yes", "✗ rejected", "? unknown", "· not recorded", "✓ yes", "? unknown"])
        self.assertEqual([cell["class"] for cell in page.all("td")], [
            "confer-yes", "confer-rejected", "confer-unknown", "confer-not-recorded", "confer-yes", "confer-unknown"])
        self.assertEqual(page.texts("th"), ["component", "A", "B", "uses", "Homework", "Play", "draws on", "Theory"])
        self.assertIn("? unknown – nobody has looked, which is not a no", page.text)

    def test_a_comparison_is_a_matrix_of_itself(self):
        page = self.wiki.parse("<confer>compare CBT, gestalt therapy</confer>")
        self.assertTrue(page.all("table", class_="confer-matrix"))
        self.assertTrue(page.all("td", class_="confer-unknown"))
        self.assertEqual(page.texts("tr")[0], "componentCBTGestalt therapy")

    def test_a_matrix_is_of_a_comparison_only(self):
        page = self.wiki.parse('<confer format="matrix">which approaches use homework?</confer>')
        self.assertIn("only a comparison is a matrix", page.text)

    def test_a_value_in_a_sentence(self):
        page = self.wiki.parse("Insomnia is treated by {{#confer: how many approaches treat insomnia? }} of them.")
        self.assertRegex(page.texts("p")[0], r"^Insomnia is treated by 1\[1\] of them\.$")
        version = self.engine.version()
        self.assertIn(version, page.all("span", class_="confer-value")[0]["title"])

    def test_several_values_in_a_sentence(self):
        page = self.wiki.parse("It uses {{#confer:which techniques are used by DBT?|sources=no|rows=2}}.")
        self.assertRegex(page.texts("p")[0], r"^It uses [^,]+, [^,]+ and \d+ more\.$|^It uses [^,]+ and [^,]+\.$")

    def test_no_value_in_a_sentence(self):
        page = self.wiki.parse("{{#confer:MATCH (a:Approach) WHERE a.year > 3000 RETURN a.name|sources=no}}")
        self.assertEqual(page.texts("p"), ["none"])

    def test_a_question_takes_what_a_template_is_given(self):
        page = self.wiki.parse("{{#tag:confer|which techniques are used by {{lc:DBT}}?|sources=no}}")
        self.assertEqual(page.texts("caption"), ["which techniques are used by dbt?"])

    def test_an_empty_answer_says_so(self):
        self.answers_of(answer(["approach"], []))
        self.assertIn("Nothing in the graph says so.", self.wiki.parse("<confer>which?</confer>").text)

    def test_it_speaks_the_wikis_language(self):
        self.wiki.configure(ConferServer=self.engine.url, LanguageCode="de")
        page = self.wiki.parse("<confer>compare CBT, gestalt therapy</confer> <confer format='odd'>x</confer>")
        self.assertIn("✓ ja", page.text)
        self.assertIn("Es gibt kein Format „odd“; die Formate sind table, list, matrix, graph, value", page.text)


class Sources(OnTheWiki):
    def test_references_are_numbered_with_those_of_the_page(self):
        page = self.wiki.parse("One<ref>My own book</ref>. <confer>which techniques are used by CBT?</confer> "
                          "Two<ref>Another</ref>. {{#confer:how many approaches treat insomnia?}}")
        notes = [re.sub(r"^↑( \d+\.\d+)* ?", "", text) for text in page.texts("li")]
        self.assertEqual(notes[0], "My own book")
        self.assertEqual(notes[1], "A handbook of psychotherapies. Example Press, 2011")
        self.assertIn("What we offer. A clinic's web page (graded weak)", notes)
        self.assertEqual(notes[-1], "Another")
        self.assertEqual(len(notes), len(set(notes)))  # the second answer names what the first described
        self.assertIn("1[2]", page.texts("p")[-1])
        self.assertEqual([link["href"] for link in page.all("a", class_="external")], ["https://example.org/handbook"])
        self.assertEqual(page.all("a", class_="external")[0]["rel"], "nofollow")
        self.assertNotIn("Cite error", page.text)

    def test_without_references(self):
        page = self.wiki.parse('<confer sources="no">which techniques are used by CBT?</confer>')
        self.assertEqual(page.all("sup") + page.all("ol"), [])

    def test_without_cite(self):
        plain = Wiki(stage.folder / "plain")
        self.addCleanup(plain.close)
        plain.configure(ConferServer=self.engine.url)
        page = plain.parse("<confer>which techniques are used by CBT?</confer> "
                           "<confer>which approaches use homework?</confer>")
        anchors = [item["id"] for item in page.all("li")]
        self.assertEqual(len(anchors), len(set(anchors)))
        targets = {link["href"] for link in page.all("a") if link["href"].startswith("#")}
        self.assertEqual(targets, {"#" + anchor for anchor in anchors})
        self.assertIn("A handbook of psychotherapies. Example Press, 2011", page.texts("li"))
        page = plain.parse("There is {{#confer:how many approaches treat insomnia?}}.")
        self.assertEqual(page.texts("p"), ["There is 1[1]."])
        self.assertEqual([(link["href"], link["title"]) for link in page.all("a")],
                         [("https://example.org/handbook", "A handbook of psychotherapies. Example Press, 2011")])
        self.assertEqual(plain.warnings(), [])


class Errors(OnTheWiki):
    def test_in_its_place_with_hint_and_caret(self):
        page = self.wiki.parse("Before. <confer>which approaches use homewrok?</confer> After.")
        box = page.all("div", class_="confer-error")
        self.assertEqual(len(box), 1)
        self.assertIn("did you mean homework", " ".join(page.texts("li")))
        excerpt = re.search(r"<pre>(.*?)</pre>", page.source, re.S).group(1)
        lines = re.sub(r"&#(\d+);", lambda found: chr(int(found.group(1))), excerpt).splitlines()
        self.assertEqual(lines[1].index("^"), lines[0].index("homewrok"))
        self.assertEqual(page.categories, [ERRORS])
        self.assertIn("Before.", page.text)
        self.assertIn("After.", page.text)

    def test_in_a_sentence(self):
        page = self.wiki.parse("There are {{#confer:how mny}} of them.")
        self.assertRegex(page.texts("p")[0], r"^There are Confer: mny isn't known here.* of them\.$")
        self.assertEqual(page.categories, [ERRORS])

    def test_what_is_wrong_with_options(self):
        for wikitext, message in {
            '<confer fromat="table">x</confer>': "there is no option called “fromat”",
            '<confer rows="many">x</confer>': "“many” isn't a number of rows",
            '<confer sources="maybe">x</confer>': "“maybe” isn't yes or no",
            '<confer columns="no such">which approaches use homework?</confer>': "the answer has no column called “no such”",
            "<confer></confer>": "there is no question",
            "<confer />": "there is no question",
            "{{#confer:}}": "there is no question",
            "{{#confer:x|y|z=1}}": "there is no option called “y”",
            "{{#confer:compare CBT, gestalt therapy}}": "this answer doesn't fit into a sentence",
        }.items():
            with self.subTest(wikitext):
                page = self.wiki.parse(wikitext)
                self.assertIn(message, page.text)
                self.assertEqual(page.categories, [ERRORS])

    def test_the_description_of_its_category(self):
        self.assertIn("Pages with Confer errors", self.wiki.view("Special:TrackingCategories").text)


class TheExtension(OnTheWiki):
    def test_every_message_has_its_words_in_both_languages_and_its_explanation(self):
        folder = HERE.parents[2] / "plugins/hosts/mediawiki"
        messages = {name: json.loads((folder / f"i18n/{name}.json").read_text()) for name in ("en", "de", "qqq")}
        self.assertEqual(set(messages["en"]), set(messages["de"]))
        self.assertEqual(set(messages["en"]), set(messages["qqq"]))
        for key in set(messages["en"]) - {"@metadata"}:
            english, german = (set(re.findall(r"\$\d", messages[name][key])) for name in ("en", "de"))
            self.assertEqual(english, german, key)

    def test_it_is_listed(self):
        page = self.wiki.view("Special:Version")
        self.assertIn("Shows live, cited answers of the knowledge graph engine Confer in pages", page.text)

    def test_its_style_is_served(self):
        with_style = self.wiki.api(action="parse", title="Test", contentmodel="wikitext", text="<confer>RETURN 1</confer>",
                                   prop="modules")
        self.assertIn("ext.confer.styles", with_style["parse"]["modulestyles"])


if __name__ == "__main__":
    unittest.main()
