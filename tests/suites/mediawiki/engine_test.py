#!/usr/bin/env python3
"""The wiki and its engine: limits, what is kept, and what when the engine is away. engine_test.py CONFER"""
import json
import shutil
import signal
import sys
import time
import unittest

from engines import FalseEngine, answer
from processes import wait_until
from stage import ERRORS, STALE, THERAPY, OnTheWiki, stage

CONFER = sys.argv.pop(1)


def setUpModule():
    stage.set_up(CONFER)


class Limits(OnTheWiki):
    def test_of_questions_on_a_page(self):
        self.wiki.configure(ConferServer=self.engine.url, ConferMaxQueriesPerPage=2)
        page = self.wiki.parse("<confer>which approaches use homework?</confer>\n"
                               "{{#confer:RETURN 7}}\n<confer>RETURN 8</confer>")
        self.assertIn("this page has more than 2 questions", page.text)
        self.assertIn("7", page.texts("p"))
        self.assertNotIn("8", page.texts("td") + page.texts("span"))
        self.assertEqual(page.categories, [ERRORS])

    def test_of_a_questions_length(self):
        self.wiki.configure(ConferServer=self.engine.url, ConferMaxQueryLength=10)
        self.assertIn("more than 10 bytes", self.wiki.parse("<confer>which approaches use homework?</confer>").text)

    def test_a_long_question_goes_by_post(self):
        false = self.answers_of(answer(["a"], [["b"]]), ConferMaxQueryLength=20000)
        page = self.wiki.parse("<confer>RETURN '" + "x" * 9000 + "'</confer>")
        self.assertEqual(page.texts("th"), ["a", "b"])
        self.assertEqual([request[0] for request in false.requests], ["POST"])

    def test_of_rows(self):
        self.wiki.configure(ConferServer=self.engine.url, ConferMaxRows=3)
        page = self.wiki.parse('<confer rows="5">UNWIND range(1, 10) AS n RETURN n</confer>')
        self.assertEqual(page.texts("tr"), ["n", "1", "2", "3"])
        self.assertIn("… and 7 more rows", page.text)

    def test_of_an_answers_size(self):
        self.answers_of(answer(["a"], [["x" * 100]] * 100), ConferMaxAnswerBytes=5000)
        self.assertIn("the answer is larger than this wiki takes", self.wiki.parse("<confer>x</confer>").text)

    def test_of_an_answers_time(self):
        def drip():
            for _ in range(100):
                yield b" "
                time.sleep(0.3)
        self.answers_of(lambda request: (200, {"Content-Type": "application/json"}, drip()), ConferTimeout=1)
        before = time.monotonic()
        page = self.wiki.parse("<confer>x</confer>")
        self.assertLess(time.monotonic() - before, 25)
        self.assertIn("the engine can't be reached", page.text)

    def test_a_page_waits_once_for_an_engine_that_is_away(self):
        false = self.answers_of((200, {"Content-Type": "text/html"}, b"not Confer"), ConferRetryTime=60)
        page = self.wiki.parse("<confer>a</confer><confer>b</confer><confer>c</confer>")
        self.assertEqual(len(page.all("div", class_="confer-error")), 3)
        self.assertEqual(len(false.requests), 1)


class Caching(OnTheWiki):
    def requests_while(self, act):
        before = len(self.engine.statuses())
        result = act()
        return result, self.engine.statuses()[before:]

    def test_an_answer_is_asked_for_again_by_its_tag(self):
        question = "<confer>which approaches use exposure?</confer>"
        first, statuses = self.requests_while(lambda: self.wiki.parse(question))
        self.assertEqual(statuses, [200])
        second, statuses = self.requests_while(lambda: self.wiki.parse(question))
        self.assertEqual(statuses, [304])
        self.assertEqual(second.text, first.text)

    def test_a_young_answer_is_not_asked_for(self):
        self.wiki.configure(ConferServer=self.engine.url, ConferRefreshTime=3600)
        question = "<confer>which techniques are used by gestalt therapy?</confer>"
        self.assertEqual(self.requests_while(lambda: self.wiki.parse(question))[1], [200])
        self.assertEqual(self.requests_while(lambda: self.wiki.parse(question))[1], [])

    def test_a_saved_page_is_rendered_once(self):
        self.wiki.save("Saved", "<confer>which approaches use homework?</confer>")
        time.sleep(1.1)  # MediaWiki doesn't trust what it kept in the second of the change
        self.wiki.view("Saved")
        page, statuses = self.requests_while(lambda: self.wiki.view("Saved"))
        self.assertEqual(statuses, [])
        self.assertIn("which approaches use homework?", page.texts("caption"))

    def test_how_long_a_page_is_kept(self):
        times = {"<confer>which approaches use homework?</confer>": 1800, "<confer>x</confer>": 60, "Nothing": 86400}
        for wikitext, seconds in times.items():
            with self.subTest(wikitext):
                self.wiki.configure(ConferServer=self.engine.url, ConferPageTime=1800)
                self.wiki.save("Kept", wikitext)
                self.assertIn(f"Cache expiry: {seconds}", self.wiki.view("Kept").comments)

    def test_another_graph_changes_the_page(self):
        self.wiki.configure(ConferServer=self.engine.url, ConferRefreshTime=3600)
        question = "<confer>which techniques are used by CBT?</confer>"
        other = "<confer>which approaches use exposure?</confer>"
        before = self.wiki.parse(question + other)
        version = self.engine.version()
        self.assertIn(version, before.text)
        changed = json.loads(stage.graph.read_text())
        next(node for node in changed["nodes"] if node["id"] == "exposure")["name"] = "Facing it"
        stage.graph.write_text(json.dumps(changed))
        self.addCleanup(self.restore_graph)
        self.reload()
        # A new question tells of the new graph; then the young answers of the old one no longer count.
        after = self.wiki.parse("<confer>RETURN 'something new'</confer>" + question)
        self.assertIn("Facing it", after.text)
        self.assertNotIn("Exposure", after.text)
        self.assertNotIn(version, after.text)

    def restore_graph(self):
        shutil.copy(THERAPY, stage.graph)
        self.reload()

    def reload(self):
        before = self.engine.version()
        self.engine.process.send_signal(signal.SIGHUP)
        wait_until(lambda: self.engine.version() != before)


class EngineAway(OnTheWiki):
    def test_the_last_good_answer_stays_and_is_called_old(self):
        question = "<confer>which approaches use homework?</confer> {{#confer:how many approaches treat insomnia?}}"
        good = self.wiki.parse(question)
        self.assertEqual(good.categories, [])
        self.engine.stop()
        try:
            old = self.wiki.parse(question)
            self.assertEqual(old.texts("tr"), good.texts("tr"))
            self.assertIn("The engine gives no answer now. This one is of", old.text)
            self.assertTrue(old.all("span", class_="confer-stale-value"))
            self.assertEqual(old.categories, [STALE])
            never = self.wiki.parse("<confer>which approaches use the empty chair?</confer>")
            self.assertIn("the engine can't be reached, and there is no earlier answer", never.text)
            self.assertEqual(never.categories, [ERRORS])
        finally:
            self.engine.start()
        self.assertEqual(self.wiki.parse(question).categories, [])

    def test_no_other_server_is_asked(self):
        other = FalseEngine(lambda request: answer(["a"], [["stolen"]]))
        self.addCleanup(other.close)
        self.answers_of((302, {"Location": other.url + "/api/query"}, b""))
        page = self.wiki.parse(f"<confer>x</confer> <confer>{other.url}/api/query</confer>")
        self.assertEqual(other.requests, [])
        self.assertNotIn("stolen", page.text)
        for server in ["file:///etc/passwd", "", "gopher://127.0.0.1:1", "127.0.0.1"]:
            self.wiki.configure(ConferServer=server)
            self.assertIn("$wgConferServer isn't the address of a server", self.wiki.parse("<confer>x</confer>").text)


if __name__ == "__main__":
    unittest.main()
