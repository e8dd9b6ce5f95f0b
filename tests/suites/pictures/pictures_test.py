#!/ usr / bin / env python3
"""Pictures as the command draws them, with Graphviz and without: pictures_test.py CONFER"""
import os
import pathlib
import stat
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

CONFER = ""
SVG = "{http://www.w3.org/2000/svg}"
QUESTIONS = ("which approaches treat insomnia?", "how is CBT related to buddhist psychology?",
             "which approaches use mindfulness and treat depression?",
             "MATCH p = (:Approach {id: 'dialectical-behavior-therapy'})-[]->() RETURN p",
             "MATCH p = (a:Approach)-[:DERIVES_FROM]->() RETURN p ORDER BY a.id LIMIT 60", "list families")
NUMBERS_AND_SHAPES = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789{}[]<>=,;.\"/-_ \n")


class Pictures(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def drawn(self, statement, path=None):
        environment = dict(os.environ, PATH=str(path)) if path else None
        ran = subprocess.run([CONFER, "--no-sources", "-f", "svg", statement], capture_output=True, text=True, env=environment)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return xml.fromstring(ran.stdout)

    def stand_in(self, script):
        """A program called dot that does something else."""
        program = self.folder / "dot"
        program.write_text("#!/bin/sh\n" + script)
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return self.folder

    @staticmethod
    def texts(tree):
        """Without white space: lines are broken where the picture's width makes them."""
        return sorted("".join("".join(text.itertext()).split()) for text in tree.iter(SVG + "text"))

    @staticmethod
    def boxes(tree):
        found = []
        for rect in tree.iter(SVG + "rect"):
            if rect.get("rx") == "6":
                found.append(tuple(float(rect.get(name)) for name in ("x", "y", "width", "height")))
        return found

    def check_apart(self, boxes, question):
        for i, (x, y, width, height) in enumerate(boxes):
            for left, top, wide, high in boxes[:i]:
                apart = x >= left + wide or left >= x + width or y >= top + high or top >= y + height
                self.assertTrue(apart, f"{question}: boxes overlap")

    def test_graphviz_and_our_own_layout_show_the_same(self):
        for question in QUESTIONS:
            with_dot, without = self.drawn(question), self.drawn(question, "/nowhere")
            self.assertEqual(self.texts(with_dot), self.texts(without), question)
            for tree in (with_dot, without):
                self.assertTrue(self.boxes(tree))
                self.check_apart(self.boxes(tree), question)

    def test_graphviz_is_told_no_names(self):
        seen = self.folder / "seen"
        self.drawn(QUESTIONS[0], self.stand_in(f"/bin/cat > {seen}\necho '{{}}'\n"))
        request = seen.read_text()
        self.assertIn("n0 [width=", request)
        self.assertLessEqual(set(request), NUMBERS_AND_SHAPES)
        self.assertNotIn("nsomnia", request)

    def test_a_graphviz_that_fails_is_done_without(self):
        own = self.texts(self.drawn(QUESTIONS[0], "/nowhere"))
        for script in ("exit 3", "echo '{'", "echo '{\"bb\": \"0,0,1,1\"}'", ":", "kill -9 $$"):
            self.assertEqual(self.texts(self.drawn(QUESTIONS[0], self.stand_in(script))), own)

    def test_the_same_picture_comes_out_every_time(self):
        for question in QUESTIONS[:3]:
            one, other = (xml.tostring(self.drawn(question, "/nowhere")) for _ in range(2))
            self.assertEqual(one, other)

    def test_boxes_stay_inside_their_picture(self):
        for question in QUESTIONS + ("compare CBT, DBT", "which approaches share components?", "lineage of CBT"):
            tree = self.drawn(question)
            width, height = float(tree.get("width")), float(tree.get("height"))
            for box in self.boxes(tree):
                self.assertLessEqual(box[0] + box[2], width)
                self.assertLessEqual(box[1] + box[3], height)


if __name__ == "__main__":
    CONFER = sys.argv.pop(1)
    unittest.main()
