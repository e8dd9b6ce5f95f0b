#!/usr/bin/env python3
"""Nothing that a page, the graph or the engine says becomes markup. hostile_test.py CONFER"""
import json
import re
import sys
import unittest

from engines import Engine
from stage import ERRORS, HERE, OnTheWiki, stage

CONFER = sys.argv.pop(1)


def setUpModule():
    stage.set_up(CONFER)


class Hostile(OnTheWiki):
    def assertNothingInjected(self, page, *, elements=()):
        for tag in ("script", "iframe", "svg", "object", "form", "input"):
            self.assertEqual(page.all(tag), [], tag)
        self.assertEqual([image for image in page.all("img") if "confer-picture" not in image.get("class", "")], [])
        for tag, attributes in page.elements:
            for name, value in attributes.items():
                self.assertFalse(name.startswith("on"), (tag, attributes))
                if name == "href":
                    self.assertRegex(value, r"^(#|https?://|/index\.php)", attributes)
        for kind in ("links", "templates", "images"):
            self.assertEqual(page.parsed[kind], [], kind)
        self.assertEqual(page.parsed["properties"], {} if isinstance(page.parsed["properties"], dict) else [])
        self.assertNotIn("UNIQ", re.sub(r"UNIQ--(ref|nowiki)-0{8}-QINU", "", page.text))  # but for what was typed

    def test_names_and_sources_of_the_graph(self):
        hostile = Engine(stage.confer, stage.folder, "--graph", HERE / "hostile.json")
        self.addCleanup(hostile.close)
        self.wiki.configure(ConferServer=hostile.url)
        nodes = json.loads((HERE / "hostile.json").read_text())["nodes"]
        names = [node["name"] for node in nodes if node["label"] == "Technique"]
        names = {re.sub(r"\s+", " ", name.replace("\x7f", "")) for name in names}
        for text in ("<confer>which techniques are used by Plain?</confer>",
                     '<confer format="list">which techniques are used by Plain?</confer>',
                     "{{#confer:which techniques are used by Plain?}}"):
            with self.subTest(text):
                page = self.wiki.parse("Before. " + text + " After.<ref>mine</ref>")
                self.assertNothingInjected(page)
                for name in names:
                    self.assertIn(name, re.sub(r"\[\d+\]", "", page.text))
                self.assertEqual(page.categories, [])
                self.assertEqual(len(page.texts("ol")), 1)
                self.assertIn("</ref><script>alert(2)</script>]] {{Evil}}", page.text)
                self.assertEqual(page.all("hr") + page.all("h2"), [])
                addresses = [link["href"] for link in page.all("a", class_="external")]
                self.assertEqual(len(addresses), 1)
                self.assertTrue(addresses[0].startswith("https://example.org/a%20b%22%27%3E%5D%3Cscript%3E"), addresses)
        page = self.wiki.parse('<confer format="graph">which techniques are used by Plain?</confer>')
        self.assertNothingInjected(page)
        page = self.wiki.parse("<confer>compare Plain, Plain</confer><confer>describe Plain</confer>")
        self.assertNothingInjected(page)

    def test_questions(self):
        for question in ["<script>alert(1)</script>", "[[Category:Injected]]", "''x'' {{Evil}} {{{1}}}",
                         "\"' onmouseover=alert(1) x=\"",
                         "<nowiki>x</nowiki>", "<ref>x</ref>", "\x7f'\"`UNIQ--nowiki-00000000-QINU`\"'\x7f",
                         "RETURN '<img src=x onerror=alert(1)>'", "RETURN '[[Category:Injected]]' AS `<b>[[x]]`",
                         "{{!}} |- |}"]:
            with self.subTest(question):
                page = self.wiki.parse(f"<confer>{question}</confer>")
                self.assertNothingInjected(page)
                self.assertNotIn("Injected", " ".join(page.categories))

    def test_options(self):
        page = self.wiki.parse('<confer caption="&lt;script&gt;alert(1)&lt;/script&gt; [[Category:Injected]] &quot; '
                               'onload=&quot;x" sources="no">RETURN 1, 2</confer>')
        self.assertNothingInjected(page)
        self.assertEqual(page.texts("caption"), ['<script>alert(1)</script> [[Category:Injected]] " onload="x'])
        page = self.wiki.parse('<confer format="&lt;b&gt;{{Evil}}[[x]]">x</confer>')
        self.assertNothingInjected(page)
        self.assertIn("<b>{{evil}}[[x]]", page.text)

    def test_other_tags_in_a_function(self):
        page = self.wiki.parse("{{#confer:RETURN '<nowiki>x</nowiki>' <ref>y</ref>|sources=<nowiki>no</nowiki>}}")
        self.assertNothingInjected(page)

    def test_subst_saves_no_answer(self):
        text = "{{subst:#confer:RETURN '{{Evil}}'}}"
        saved = self.wiki.api(action="parse", title="Test", text=text, pst=1, onlypst=1, contentmodel="wikitext")
        self.assertEqual(saved["parse"]["text"], text)

    def test_replies_that_are_no_answers(self):
        odd = {"columns": ["a"], "rows": [1, None, [], [{"$node": 1}], [{"$path": [1, {}]}], ["x", "y"]], "sources": [1],
               "citations": {"a": 1}, "cell_citations": [[["x"]]], "notices": [1, {}], "view": 3}
        for body in [b"", b"null", b"[]", b'"x"', b"{", b'{"columns":1,"rows":2}', b'{"columns":[],"rows":[]}',
                     b'{"error":"x"}', b"\xff\xfe", json.dumps(odd).encode()]:
            with self.subTest(body):
                self.answers_of((200, {"Content-Type": "application/json", "X-Confer-Graph": "<b>'"}, body))
                page = self.wiki.parse("<confer>x</confer> {{#confer:x}}")
                self.assertNothingInjected(page)
                self.assertTrue(page.text)
                self.assertNotIn("<b>", page.text)

    def test_errors_of_the_engine(self):
        error = {"error": {"message": "<script>alert(1)</script> [[Category:Injected]]", "hints": ["{{Evil}} <b>", 7],
                           "rendered": "1 | <script>[[x]]\n  | ^\n"}}
        self.answers_of((400, {"Content-Type": "application/json"}, json.dumps(error).encode()))
        page = self.wiki.parse("<confer>x</confer> {{#confer:x}}")
        self.assertNothingInjected(page)
        self.assertEqual(page.categories, [ERRORS])
        self.assertIn("1 | <script>[[x]] | ^", page.text)


if __name__ == "__main__":
    unittest.main()
