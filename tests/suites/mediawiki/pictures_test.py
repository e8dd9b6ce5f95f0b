#!/usr/bin/env python3
"""Pictures, and a look in Chromium. pictures_test.py CONFER"""
import sys
import unittest

from browser import screenshot
from engines import answer
from stage import OnTheWiki, stage

CONFER = sys.argv.pop(1)


def setUpModule():
    stage.set_up(CONFER)


class Pictures(OnTheWiki):
    def test_a_picture_and_the_same_as_a_table(self):
        page = self.wiki.parse('<confer format="graph">compare CBT, gestalt therapy</confer>')
        image = page.all("img", class_="confer-picture")[0]
        self.assertTrue(image["src"].startswith("data:image/svg+xml;base64,"), image["src"][:80])
        self.assertIn("compare CBT, gestalt therapy", image["alt"])
        self.assertTrue(page.all("table", class_="confer-matrix"))
        self.assertEqual(page.all("svg"), [])

    def test_what_the_picture_holds_stays_inside_the_image(self):
        def reply(request):
            if "format=svg" in request.path:
                svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                return 200, {"Content-Type": "image/svg+xml"}, svg
            return answer(["a"], [["b"]])
        self.answers_of(reply)
        page = self.wiki.parse('<confer format="graph">x</confer>')
        self.assertEqual(len(page.all("img")), 1)
        self.assertEqual(page.all("script") + page.all("svg"), [])

    def test_what_is_no_picture_is_refused(self):
        def reply(request):
            if "format=svg" in request.path:
                return 200, {"Content-Type": "text/html"}, b"<script>alert(1)</script></svg>"
            return answer(["a"], [["b"]])
        self.answers_of(reply)
        page = self.wiki.parse('<confer format="graph">x</confer>')
        self.assertEqual(page.all("img"), [])
        self.assertIn("the engine can't be reached", page.text)

    def test_a_picture_too_large(self):
        def reply(request):
            if "format=svg" in request.path:
                return 200, {"Content-Type": "image/svg+xml"}, b"<svg>" + b" " * 2000 + b"</svg>"
            return answer(["a"], [["b"]])
        self.answers_of(reply, ConferMaxPictureBytes=1000)
        self.assertIn("the picture is larger than this wiki shows", self.wiki.parse('<confer format="graph">x</confer>').text)


class InABrowser(OnTheWiki):
    def test_styles_and_pictures_show_and_no_script_of_theirs_runs(self):
        def reply(request):
            if "format=svg" not in request.path:
                return answer(["component", "A"], [["Homework", "yes"]], view="matrix")
            return 200, {"Content-Type": "image/svg+xml"}, b"""<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">
                <rect width="200" height="200" fill="#c01040"/>
                <script>document.querySelector("rect").setAttribute("fill", "#10c040")</script></svg>"""
        self.answers_of(reply)
        self.wiki.save("Looked at", '<confer>compare A</confer>\n<confer format="graph">compare A</confer>')
        seen = screenshot(f"{self.wiki.url}/index.php?title=Looked_at", stage.folder / "chromium")
        self.assertGreater(seen[0xEA, 0xF5, 0xED], 200)  # behind `yes`
        self.assertGreater(seen[0xC0, 0x10, 0x40], 30000)
        self.assertEqual(seen[0x10, 0xC0, 0x40], 0)


if __name__ == "__main__":
    unittest.main()
