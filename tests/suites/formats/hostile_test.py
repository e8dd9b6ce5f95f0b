#!/usr/bin/env python3
"""Names that look like markup come out of every format as text: hostile_test.py CONFER

The graph tests/graphs/hostile.json is written in each format, and read with a reader of that format, or searched for what
must not be there.
"""
import csv
import html.parser
import io
import json
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as xml

GRAPH = pathlib.Path(__file__).parents[2] / "graphs" / "hostile.json"
CONFER = ""
ROWS = "MATCH (h {id: 'hub'})-[r]->(n) RETURN n.name AS `<i>name</i> | ]] {{x}}`, r, n ORDER BY n.name WITH SOURCES"
CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def written(form, statement=ROWS):
    ran = subprocess.run([CONFER, "-g", str(GRAPH), "-f", form, statement], capture_output=True, check=True)
    return ran.stdout.decode()


def names():
    graph = json.loads(GRAPH.read_text())
    held = {edge["to"] for edge in graph["edges"]}
    return sorted(node["name"] for node in graph["nodes"] if node["id"] in held)


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.addresses, self.handlers = set(), [], []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.addresses += [value for name, value in attributes if name in ("href", "src")]
        self.handlers += [name for name, value in attributes if name.startswith("on") or name == "style"]


class Hostile(unittest.TestCase):
    def test_csv_reads_back_as_it_was(self):
        rows = list(csv.reader(io.StringIO(written("csv").replace("\0", "<nul>"), newline=""), strict=True))
        self.assertEqual(sorted(row[0] for row in rows[1:]), sorted(name.replace("\0", "<nul>") for name in names()))

    def test_tsv_has_one_line_for_each_row(self):
        lines = written("tsv").split("\n")
        self.assertEqual({line.count("\t") for line in lines[:-1]}, {2})
        self.assertEqual(len(lines) - 2, len(names()))

    def test_json_reads_back_as_it_was(self):
        self.assertEqual(sorted(row[0] for row in json.loads(written("json"))["rows"]), names())
        lines = [json.loads(line) for line in written("jsonl").split("\n")[:-1]]
        self.assertEqual(sorted(list(line.values())[0] for line in lines), names())

    def test_terminals_get_no_control_characters(self):
        for form in ("table", "list"):
            text = written(form)
            self.assertIsNone(CONTROLS.search(text), form)
            self.assertIsNone(TURNS.search(text), form)

    def test_html_has_tables_and_safe_links_only(self):
        text = written("html")
        tags = Tags()
        tags.feed(text)
        self.assertLessEqual(tags.tags, set("html head meta title style body div table caption thead tbody tr th td bdi br sup a ol li p".split()))
        self.assertTrue(all(re.match("https?://|#", address) for address in tags.addresses), tags.addresses)
        self.assertEqual(tags.handlers, [])
        self.assertIsNone(CONTROLS.search(text))

    def test_wikitext_has_no_markup_of_names(self):
        text = written("wikitext")
        text = text.replace('<references />', '')
        refs = re.sub(r'<ref name="confer-[0-9a-f]+-\d+"( />|>)|</ref>', "", text)
        self.assertNotRegex(refs, r"<(?!/?bdi>|br>)")
        self.assertNotRegex(refs, r"\[\[|\]\]|\{\{|'''?|~~~|__[A-Z]")
        self.assertNotRegex(refs, r"\[javascript")
        self.assertEqual(refs.count("{|"), 1)
        self.assertIsNone(CONTROLS.search(text))

    def test_markdown_has_no_markup_of_names(self):
        text = written("markdown")
        table = [line for line in text.split("\n") if line.startswith("|")]
        self.assertEqual(len(table) - 2, len(names()))
        for line in table:
            bare = re.sub(r"\\[\\`*_\[\]{}|~]", "", line)
            bare = re.sub(r"\[\^\d+\]", "", bare)
            self.assertNotRegex(bare, r"<(?!br>)|[\[\]`*{}~]", line)
            self.assertEqual(bare.count("|"), 4, line)
        notes = [line for line in text.split("\n") if line.startswith("[^")]
        self.assertTrue(notes)
        for line in notes:
            self.assertNotRegex(re.sub(r" <https://[^<> ]*>", "", line), r"<|javascript:alert\(1")
        self.assertIsNone(CONTROLS.search(text))
        self.assertIsNone(TURNS.search(text))

    def test_dokuwiki_has_no_markup_of_names(self):
        text = written("dokuwiki")
        bare = re.sub(r"<nowiki>.*?</nowiki>", "", text)
        bare = re.sub(r"\(\([^()]*( \[\[https://[^\[\]|{} ]*\]\])?( .graded weak.)? ?\)\)", "", bare)
        self.assertNotRegex(bare, r"<|\*\*|//|''|\[\[|\{\{|~~|%%|javascript")
        for line in bare.split("\n")[1:-1]:
            self.assertRegex(line, r"^\^ [^|^]* \| [^|^]* \| [^|^]* \|$")
        self.assertIsNone(CONTROLS.search(text))
        self.assertIsNone(TURNS.search(text))

    def test_dot_is_read_by_graphviz_with_every_name_as_it_was(self):
        drawn = subprocess.run(["dot", "-Tjson0"], input=written("dot").encode(), capture_output=True, check=True)
        self.assertEqual(drawn.stderr, b"")
        read = json.loads(drawn.stdout)
        self.assertEqual(len(read["objects"]), len(names()) + 1)
        self.assertEqual(len(read["edges"]), len(names()))
        picture = subprocess.run(["dot", "-Tsvg"], input=written("dot").encode(), capture_output=True, check=True).stdout
        tree = xml.fromstring(picture)
        self.assertEqual([e for e in tree.iter() if e.tag.endswith("}script") or e.tag.endswith("}image")], [])
        shown = "".join(tree.itertext())
        for name in ("<script>alert(1)</script>", "a|b || c", "\\N \\G \\\\ \\\"", "end style x: #35; & &amp; &lt;b&gt;"):
            self.assertIn(name.replace(" ", "\u00a0"), shown.replace(" ", "\u00a0"))

    def test_mermaid_has_nothing_but_letters_and_entities_in_its_texts(self):
        text = written("mermaid")
        for line in text.split("\n"):
            for quoted in re.findall(r'"([^"]*)"', line):
                rest = re.sub(r"#\d+;|<br>", "", quoted)
                self.assertNotRegex(rest, r"[<>#;:%{}\[\]|&`\"\\=@+*~^$_]", line)
            outside = re.sub(r'"[^"]*"', '""', line)
            self.assertRegex(outside, r'^(flowchart LR|  n\d+\[""\]|  n\d+ (-- "" -->|-\. "" \.->) n\d+|  classDef hue\d+ fill:#\w+,stroke:#\w+,color:#\w+|  class n\d+ hue\d+|)$')
        self.assertIsNone(CONTROLS.search(text))

    def test_svg_is_xml_without_scripts_and_with_safe_links_only(self):
        for statement in (ROWS, "MATCH (n) RETURN n.name AS name, n.url AS `]]>`"):
            text = written("svg", statement)
            tree = xml.fromstring(text)
            tags = {element.tag.split("}")[1] for element in tree.iter()}
            self.assertLessEqual(tags, set("svg title desc style g rect path line text tspan a circle".split()))
            for element in tree.iter():
                for name, value in element.attrib.items():
                    self.assertFalse(name.startswith("on"))
                    if name.endswith("href"):
                        self.assertRegex(value, "^https?://")
            self.assertEqual(text.count("<style>"), 1)
            self.assertIsNone(CONTROLS.search(text))

    def test_the_statement_itself_may_be_hostile(self):
        statement = "RETURN '</title><script>alert(1)</script>]]>-->' AS x, '\u202e' AS `\"onload=\"`"
        for form in ("html", "wikitext", "markdown", "dokuwiki", "svg", "dot", "mermaid"):
            self.assertNotIn("<script>", re.sub("<nowiki>.*?</nowiki>", "", written(form, statement)) if form != "dot" else "", form)
        xml.fromstring(written("svg", statement))


if __name__ == "__main__":
    CONFER = sys.argv.pop(1)
    unittest.main()
