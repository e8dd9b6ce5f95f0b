#!/usr/bin/env python3
"""The extension for MediaWiki, in a real wiki before a real engine. mediawiki_test.py CONFER"""
import json
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

from wiki import Engine, FalseEngine, Wiki, answer, screenshot

CONFER = sys.argv.pop(1)
HERE = pathlib.Path(__file__).parent
GRAPHS = HERE.parents[1] / "graphs"
ERRORS, STALE = "Pages_with_Confer_errors", "Pages_with_old_Confer_answers"


def setUpModule():
    global folder, graph, engine, wiki
    folder = tempfile.TemporaryDirectory()
    graph = pathlib.Path(folder.name) / "graph.json"
    shutil.copy(GRAPHS / "therapy.json", graph)
    unittest.addModuleCleanup(folder.cleanup)
    engine = Engine(CONFER, folder.name, "--graph", graph)
    unittest.addModuleCleanup(engine.close)
    wiki = Wiki(pathlib.Path(folder.name) / "wiki", "wfLoadExtension( 'Cite' );\nwfLoadExtension( 'ParserFunctions' );\n")
    unittest.addModuleCleanup(wiki.close)


def command(*arguments):
    return subprocess.run([CONFER, *arguments], capture_output=True, timeout=60, check=True).stdout.decode()


def graph_version():
    with urllib.request.urlopen(engine.url + "/health", timeout=60) as reply:
        return json.loads(reply.read())["version"]


class OnTheWiki(unittest.TestCase):
    def setUp(self):
        wiki.configure(ConferServer=engine.url)

    def tearDown(self):
        self.assertEqual(wiki.warnings(), [])

    def answers_of(self, reply, **variables):
        false = FalseEngine(reply if callable(reply) else lambda request: reply)
        self.addCleanup(false.close)
        wiki.configure(ConferServer=false.url, **variables)
        return false


class Formats(OnTheWiki):
    def test_a_table_has_the_rows_of_the_answer(self):
        page = wiki.parse("<confer>which techniques are used by CBT?</confer>")
        self.assertEqual([text for text in page.texts("caption")], ["which techniques are used by CBT?"])
        rows = json.loads(command("-g", graph, "-f", "json", "which techniques are used by CBT?"))["rows"]
        shown = [re.sub(r"\[\d+\]", "", text) for text in page.texts("th")[1:]]
        self.assertEqual(shown, [row[0] for row in rows])
        self.assertEqual(page.categories, [])

    def test_a_caption_rows_and_columns_as_wished(self):
        page = wiki.parse('<confer caption="By year" columns="year, name" rows="2" sources="no">'
                          "MATCH (a:Approach) RETURN a.name AS name, a.year AS year ORDER BY year</confer>")
        self.assertEqual(page.texts("caption"), ["By year"])
        self.assertEqual(page.texts("tr"), ["yearname", "1896Psychoanalysis", "1951Gestalt therapy"])
        self.assertRegex(page.text, r"… and \d+ more rows")

    def test_a_pattern_is_no_caption(self):
        self.assertEqual(wiki.parse("<confer>MATCH (a:Approach) RETURN a.name LIMIT 1</confer>").texts("caption"), [])

    def test_values_of_every_kind(self):
        page = wiki.parse("<confer>MATCH p = (a:Approach {id: 'cbt'})-[r:USES]->(t {id: 'exposure'}) RETURN a, r, p, "
                          "[1, 2.0, true] AS list, {k: 'v'} AS map, null AS nothing, 0.0 / 0.0 AS nan</confer>")
        self.assertEqual(page.texts("th")[7:] + page.texts("td"), [
            "Cognitive behavioral therapy", "[:USES]", "(Cognitive behavioral therapy)-[:USES]->(Exposure)", "1, 2.0, true",
            "{k: v}", "", "NaN"])

    def test_a_list(self):
        page = wiki.parse('<confer format="list" sources="no">MATCH (a:Approach) WHERE a.year > 1970 '
                          "RETURN a.name AS name, a.year AS year, null AS gone ORDER BY year LIMIT 2</confer>")
        rows = json.loads(command("-g", graph, "-f", "json", "MATCH (a:Approach) WHERE a.year > 1970 "
                                  "RETURN a.name, a.year ORDER BY a.year LIMIT 2"))["rows"]
        self.assertEqual(page.texts("li"), [f"{name} · year: {year}" for name, year in rows])

    def test_a_matrix_tells_four_kinds_of_cells_apart(self):
        self.answers_of(answer(["relation", "component", "A", "B"],
                               [["uses", "Homework", "yes", "rejected"], ["uses", "Play", "unknown", "not recorded"],
                                ["draws on", "Theory", "yes", "unknown"]], view="matrix"))
        page = wiki.parse('<confer format="matrix">compare A, B</confer>')
        self.assertEqual(page.texts("td"), ["✓ yes", "✗ rejected", "? unknown", "· not recorded", "✓ yes", "? unknown"])
        self.assertEqual([cell["class"] for cell in page.all("td")], [
            "confer-yes", "confer-rejected", "confer-unknown", "confer-not-recorded", "confer-yes", "confer-unknown"])
        self.assertEqual(page.texts("th"), ["component", "A", "B", "uses", "Homework", "Play", "draws on", "Theory"])
        self.assertIn("? unknown – nobody has looked, which is not a no", page.text)

    def test_a_comparison_is_a_matrix_of_itself(self):
        page = wiki.parse("<confer>compare CBT, gestalt therapy</confer>")
        self.assertTrue(page.all("table", class_="confer-matrix"))
        self.assertTrue(page.all("td", class_="confer-unknown"))
        self.assertEqual(page.texts("tr")[0], "componentCBTGestalt therapy")

    def test_a_matrix_is_of_a_comparison_only(self):
        page = wiki.parse('<confer format="matrix">which approaches use homework?</confer>')
        self.assertIn("only a comparison is a matrix", page.text)

    def test_a_value_in_a_sentence(self):
        page = wiki.parse("Insomnia is treated by {{#confer: how many approaches treat insomnia? }} of them.")
        self.assertRegex(page.texts("p")[0], r"^Insomnia is treated by 1\[1\] of them\.$")
        version = graph_version()
        self.assertIn(version, page.all("span", class_="confer-value")[0]["title"])

    def test_several_values_in_a_sentence(self):
        page = wiki.parse("It uses {{#confer:which techniques are used by DBT?|sources=no|rows=2}}.")
        self.assertRegex(page.texts("p")[0], r"^It uses [^,]+, [^,]+ and \d+ more\.$|^It uses [^,]+ and [^,]+\.$")

    def test_no_value_in_a_sentence(self):
        page = wiki.parse("{{#confer:MATCH (a:Approach) WHERE a.year > 3000 RETURN a.name|sources=no}}")
        self.assertEqual(page.texts("p"), ["none"])

    def test_a_question_takes_what_a_template_is_given(self):
        page = wiki.parse("{{#tag:confer|which techniques are used by {{lc:DBT}}?|sources=no}}")
        self.assertEqual(page.texts("caption"), ["which techniques are used by dbt?"])

    def test_an_empty_answer_says_so(self):
        self.answers_of(answer(["approach"], []))
        self.assertIn("Nothing in the graph says so.", wiki.parse("<confer>which?</confer>").text)

    def test_it_speaks_the_wikis_language(self):
        wiki.configure(ConferServer=engine.url, LanguageCode="de")
        page = wiki.parse("<confer>compare CBT, gestalt therapy</confer> <confer format='odd'>x</confer>")
        self.assertIn("✓ ja", page.text)
        self.assertIn("Es gibt kein Format „odd“; die Formate sind table, list, matrix, graph, value", page.text)


class Pictures(OnTheWiki):
    def test_a_picture_and_the_same_as_a_table(self):
        page = wiki.parse('<confer format="graph">compare CBT, gestalt therapy</confer>')
        image = page.all("img", class_="confer-picture")[0]
        self.assertTrue(image["src"].startswith("data:image/svg+xml;base64,"), image["src"][:80])
        self.assertIn("compare CBT, gestalt therapy", image["alt"])
        self.assertTrue(page.all("table", class_="confer-matrix"))
        self.assertEqual(page.all("svg"), [])

    def test_what_the_picture_holds_stays_inside_the_image(self):
        def reply(request):
            if "format=svg" in request.path:
                return 200, {"Content-Type": "image/svg+xml"}, b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
            return answer(["a"], [["b"]])
        self.answers_of(reply)
        page = wiki.parse('<confer format="graph">x</confer>')
        self.assertEqual(len(page.all("img")), 1)
        self.assertEqual(page.all("script") + page.all("svg"), [])

    def test_what_is_no_picture_is_refused(self):
        def reply(request):
            if "format=svg" in request.path:
                return 200, {"Content-Type": "text/html"}, b"<script>alert(1)</script></svg>"
            return answer(["a"], [["b"]])
        self.answers_of(reply)
        page = wiki.parse('<confer format="graph">x</confer>')
        self.assertEqual(page.all("img"), [])
        self.assertIn("the engine can't be reached", page.text)

    def test_a_picture_too_large(self):
        def reply(request):
            if "format=svg" in request.path:
                return 200, {"Content-Type": "image/svg+xml"}, b"<svg>" + b" " * 2000 + b"</svg>"
            return answer(["a"], [["b"]])
        self.answers_of(reply, ConferMaxPictureBytes=1000)
        self.assertIn("the picture is larger than this wiki shows", wiki.parse('<confer format="graph">x</confer>').text)


class Sources(OnTheWiki):
    def test_references_are_numbered_with_those_of_the_page(self):
        page = wiki.parse("One<ref>My own book</ref>. <confer>which techniques are used by CBT?</confer> "
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
        page = wiki.parse('<confer sources="no">which techniques are used by CBT?</confer>')
        self.assertEqual(page.all("sup") + page.all("ol"), [])

    def test_without_cite(self):
        plain = Wiki(pathlib.Path(folder.name) / "plain")
        self.addCleanup(plain.close)
        plain.configure(ConferServer=engine.url)
        page = plain.parse("<confer>which techniques are used by CBT?</confer> <confer>which approaches use homework?</confer>")
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
        page = wiki.parse("Before. <confer>which approaches use homewrok?</confer> After.")
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
        page = wiki.parse("There are {{#confer:how mny}} of them.")
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
                page = wiki.parse(wikitext)
                self.assertIn(message, page.text)
                self.assertEqual(page.categories, [ERRORS])

    def test_the_description_of_its_category(self):
        self.assertIn("Pages with Confer errors", wiki.view("Special:TrackingCategories").text)


class Limits(OnTheWiki):
    def test_of_questions_on_a_page(self):
        wiki.configure(ConferServer=engine.url, ConferMaxQueriesPerPage=2)
        page = wiki.parse("<confer>which approaches use homework?</confer>\n{{#confer:RETURN 7}}\n<confer>RETURN 8</confer>")
        self.assertIn("this page has more than 2 questions", page.text)
        self.assertIn("7", page.texts("p"))
        self.assertNotIn("8", page.texts("td") + page.texts("span"))
        self.assertEqual(page.categories, [ERRORS])

    def test_of_a_questions_length(self):
        wiki.configure(ConferServer=engine.url, ConferMaxQueryLength=10)
        self.assertIn("more than 10 bytes", wiki.parse("<confer>which approaches use homework?</confer>").text)

    def test_a_long_question_goes_by_post(self):
        false = self.answers_of(answer(["a"], [["b"]]), ConferMaxQueryLength=20000)
        page = wiki.parse("<confer>RETURN '" + "x" * 9000 + "'</confer>")
        self.assertEqual(page.texts("th"), ["a", "b"])
        self.assertEqual([request[0] for request in false.requests], ["POST"])

    def test_of_rows(self):
        wiki.configure(ConferServer=engine.url, ConferMaxRows=3)
        page = wiki.parse('<confer rows="5">UNWIND range(1, 10) AS n RETURN n</confer>')
        self.assertEqual(page.texts("tr"), ["n", "1", "2", "3"])
        self.assertIn("… and 7 more rows", page.text)

    def test_of_an_answers_size(self):
        self.answers_of(answer(["a"], [["x" * 100]] * 100), ConferMaxAnswerBytes=5000)
        self.assertIn("the answer is larger than this wiki takes", wiki.parse("<confer>x</confer>").text)

    def test_of_an_answers_time(self):
        def drip():
            for _ in range(100):
                yield b" "
                time.sleep(0.3)
        self.answers_of(lambda request: (200, {"Content-Type": "application/json"}, drip()), ConferTimeout=1)
        before = time.monotonic()
        page = wiki.parse("<confer>x</confer>")
        self.assertLess(time.monotonic() - before, 25)
        self.assertIn("the engine can't be reached", page.text)

    def test_a_page_waits_once_for_an_engine_that_is_away(self):
        false = self.answers_of((200, {"Content-Type": "text/html"}, b"not Confer"), ConferRetryTime=60)
        page = wiki.parse("<confer>a</confer><confer>b</confer><confer>c</confer>")
        self.assertEqual(len(page.all("div", class_="confer-error")), 3)
        self.assertEqual(len(false.requests), 1)


class Caching(OnTheWiki):
    def requests_while(self, act):
        before = len(engine.statuses())
        result = act()
        return result, engine.statuses()[before:]

    def test_an_answer_is_asked_for_again_by_its_tag(self):
        question = "<confer>which approaches use exposure?</confer>"
        first, statuses = self.requests_while(lambda: wiki.parse(question))
        self.assertEqual(statuses, [200])
        second, statuses = self.requests_while(lambda: wiki.parse(question))
        self.assertEqual(statuses, [304])
        self.assertEqual(second.text, first.text)

    def test_a_young_answer_is_not_asked_for(self):
        wiki.configure(ConferServer=engine.url, ConferRefreshTime=3600)
        question = "<confer>which techniques are used by gestalt therapy?</confer>"
        self.assertEqual(self.requests_while(lambda: wiki.parse(question))[1], [200])
        self.assertEqual(self.requests_while(lambda: wiki.parse(question))[1], [])

    def test_a_saved_page_is_rendered_once(self):
        wiki.save("Saved", "<confer>which approaches use homework?</confer>")
        wiki.view("Saved")
        page, statuses = self.requests_while(lambda: wiki.view("Saved"))
        self.assertEqual(statuses, [])
        self.assertIn("which approaches use homework?", page.texts("caption"))

    def test_how_long_a_page_is_kept(self):
        for wikitext, seconds in {"<confer>which approaches use homework?</confer>": 1800, "<confer>x</confer>": 60, "Nothing": 86400}.items():
            with self.subTest(wikitext):
                wiki.configure(ConferServer=engine.url, ConferPageTime=1800)
                wiki.save("Kept", wikitext)
                self.assertIn(f"Cache expiry: {seconds}", wiki.view("Kept").comments)

    def test_another_graph_changes_the_page(self):
        wiki.configure(ConferServer=engine.url, ConferRefreshTime=3600)
        question, other = "<confer>which techniques are used by CBT?</confer>", "<confer>which approaches use exposure?</confer>"
        before = wiki.parse(question + other)
        version = graph_version()
        self.assertIn(version, before.text)
        changed = json.loads(graph.read_text())
        next(node for node in changed["nodes"] if node["id"] == "exposure")["name"] = "Facing it"
        graph.write_text(json.dumps(changed))
        self.addCleanup(self.restore_graph)
        self.reload()
        # A new question tells of the new graph; then the young answers of the old one no longer count.
        after = wiki.parse("<confer>RETURN 'something new'</confer>" + question)
        self.assertIn("Facing it", after.text)
        self.assertNotIn("Exposure", after.text)
        self.assertNotIn(version, after.text)

    def restore_graph(self):
        shutil.copy(GRAPHS / "therapy.json", graph)
        self.reload()

    def reload(self):
        before = graph_version()
        engine.process.send_signal(signal.SIGHUP)
        deadline = time.monotonic() + 60
        while graph_version() == before and time.monotonic() < deadline:
            time.sleep(0.05)


class EngineAway(OnTheWiki):
    def test_the_last_good_answer_stays_and_is_called_old(self):
        question = "<confer>which approaches use homework?</confer> {{#confer:how many approaches treat insomnia?}}"
        good = wiki.parse(question)
        self.assertEqual(good.categories, [])
        engine.stop()
        try:
            old = wiki.parse(question)
            self.assertEqual(old.texts("tr"), good.texts("tr"))
            self.assertIn("The engine can't be reached. This answer is of", old.text)
            self.assertTrue(old.all("span", class_="confer-stale-value"))
            self.assertEqual(old.categories, [STALE])
            never = wiki.parse("<confer>which approaches use the empty chair?</confer>")
            self.assertIn("the engine can't be reached, and there is no earlier answer", never.text)
            self.assertEqual(never.categories, [ERRORS])
        finally:
            engine.start()
        self.assertEqual(wiki.parse(question).categories, [])

    def test_no_other_server_is_asked(self):
        other = FalseEngine(lambda request: answer(["a"], [["stolen"]]))
        self.addCleanup(other.close)
        self.answers_of((302, {"Location": other.url + "/api/query"}, b""))
        page = wiki.parse(f"<confer>x</confer> <confer>{other.url}/api/query</confer>")
        self.assertEqual(other.requests, [])
        self.assertNotIn("stolen", page.text)
        for server in ["file:///etc/passwd", "", "gopher://127.0.0.1:1", "127.0.0.1"]:
            wiki.configure(ConferServer=server)
            self.assertIn("$wgConferServer isn't the address of a server", wiki.parse("<confer>x</confer>").text)


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
        hostile = Engine(CONFER, folder.name, "--graph", HERE / "hostile.json")
        self.addCleanup(hostile.close)
        wiki.configure(ConferServer=hostile.url)
        names = [node["name"] for node in json.loads((HERE / "hostile.json").read_text())["nodes"] if node["label"] == "Technique"]
        names = {re.sub(r"\s+", " ", name.replace("\x7f", "")) for name in names}
        for text in ("<confer>which techniques are used by Plain?</confer>",
                     '<confer format="list">which techniques are used by Plain?</confer>',
                     "{{#confer:which techniques are used by Plain?}}"):
            with self.subTest(text):
                page = wiki.parse("Before. " + text + " After.<ref>mine</ref>")
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
        page = wiki.parse('<confer format="graph">which techniques are used by Plain?</confer>')
        self.assertNothingInjected(page)
        page = wiki.parse("<confer>compare Plain, Plain</confer><confer>describe Plain</confer>")
        self.assertNothingInjected(page)

    def test_questions(self):
        for question in ["<script>alert(1)</script>", "[[Category:Injected]]", "''x'' {{Evil}} {{{1}}}", "\"' onmouseover=alert(1) x=\"",
                         "<nowiki>x</nowiki>", "<ref>x</ref>", "\x7f'\"`UNIQ--nowiki-00000000-QINU`\"'\x7f",
                         "RETURN '<img src=x onerror=alert(1)>'", "RETURN '[[Category:Injected]]' AS `<b>[[x]]`", "{{!}} |- |}"]:
            with self.subTest(question):
                page = wiki.parse(f"<confer>{question}</confer>")
                self.assertNothingInjected(page)
                self.assertNotIn("Injected", " ".join(page.categories))

    def test_options(self):
        page = wiki.parse('<confer caption="&lt;script&gt;alert(1)&lt;/script&gt; [[Category:Injected]] &quot; onload=&quot;x" '
                          'sources="no">RETURN 1, 2</confer>')
        self.assertNothingInjected(page)
        self.assertEqual(page.texts("caption"), ['<script>alert(1)</script> [[Category:Injected]] " onload="x'])
        page = wiki.parse('<confer format="&lt;b&gt;{{Evil}}[[x]]">x</confer>')
        self.assertNothingInjected(page)
        self.assertIn("<b>{{evil}}[[x]]", page.text)

    def test_other_tags_in_a_function(self):
        page = wiki.parse("{{#confer:RETURN '<nowiki>x</nowiki>' <ref>y</ref>|sources=<nowiki>no</nowiki>}}")
        self.assertNothingInjected(page)

    def test_subst_saves_no_answer(self):
        saved = wiki.api(action="parse", title="Test", text="{{subst:#confer:RETURN '{{Evil}}'}}", pst=1, onlypst=1, contentmodel="wikitext")
        self.assertEqual(saved["parse"]["text"], "{{subst:#confer:RETURN '{{Evil}}'}}")

    def test_replies_that_are_no_answers(self):
        for body in [b"", b"null", b"[]", b'"x"', b"{", b'{"columns":1,"rows":2}', b'{"columns":[],"rows":[]}', b'{"error":"x"}', b"\xff\xfe",
                     b'{"columns":["a"],"rows":[1,null,[],[{"$node":1}],[{"$path":[1,{}]}],["x","y"]],"sources":[1],"citations":{"a":1},'
                     b'"cell_citations":[[["x"]]],"notices":[1,{}],"view":3}']:
            with self.subTest(body):
                self.answers_of((200, {"Content-Type": "application/json", "X-Confer-Graph": "<b>'"}, body))
                page = wiki.parse("<confer>x</confer> {{#confer:x}}")
                self.assertNothingInjected(page)
                self.assertTrue(page.text)
                self.assertNotIn("<b>", page.text)

    def test_errors_of_the_engine(self):
        error = {"error": {"message": "<script>alert(1)</script> [[Category:Injected]]", "hints": ["{{Evil}} <b>", 7],
                           "rendered": "1 | <script>[[x]]\n  | ^\n"}}
        self.answers_of((400, {"Content-Type": "application/json"}, json.dumps(error).encode()))
        page = wiki.parse("<confer>x</confer> {{#confer:x}}")
        self.assertNothingInjected(page)
        self.assertEqual(page.categories, [ERRORS])
        self.assertIn("1 | <script>[[x]] | ^", page.text)


class InABrowser(OnTheWiki):
    def test_styles_and_pictures_show_and_no_script_of_theirs_runs(self):
        def reply(request):
            if "format=svg" not in request.path:
                return answer(["component", "A"], [["Homework", "yes"]], view="matrix")
            return 200, {"Content-Type": "image/svg+xml"}, b"""<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">
                <rect width="200" height="200" fill="#c01040"/>
                <script>document.querySelector("rect").setAttribute("fill", "#10c040")</script></svg>"""
        self.answers_of(reply)
        wiki.save("Looked at", '<confer>compare A</confer>\n<confer format="graph">compare A</confer>')
        seen = screenshot(f"{wiki.url}/index.php?title=Looked_at", pathlib.Path(folder.name) / "chromium")
        self.assertGreater(seen[0xEA, 0xF5, 0xED], 200)  # behind `yes`
        self.assertGreater(seen[0xC0, 0x10, 0x40], 30000)
        self.assertEqual(seen[0x10, 0xC0, 0x40], 0)


class TheExtension(OnTheWiki):
    def test_every_message_has_its_words_in_both_languages_and_its_explanation(self):
        folder = HERE.parents[2] / "plugins/hosts/mediawiki"
        messages = {name: json.loads((folder / f"i18n/{name}.json").read_text()) for name in ("en", "de", "qqq")}
        self.assertEqual(set(messages["en"]), set(messages["de"]))
        self.assertEqual(set(messages["en"]), set(messages["qqq"]))
        for key in set(messages["en"]) - {"@metadata"}:
            self.assertEqual(sorted(set(re.findall(r"\$\d", messages["en"][key]))), sorted(set(re.findall(r"\$\d", messages["de"][key]))), key)

    def test_it_is_listed(self):
        page = wiki.view("Special:Version")
        self.assertIn("Shows live, cited answers of the knowledge graph engine Confer in pages", page.text)

    def test_its_style_is_served(self):
        with_style = wiki.api(action="parse", title="Test", contentmodel="wikitext", text="<confer>RETURN 1</confer>", prop="modules")
        self.assertIn("ext.confer.styles", with_style["parse"]["modulestyles"])


if __name__ == "__main__":
    unittest.main()
