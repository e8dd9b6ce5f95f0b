#!/usr/bin/env python3
"""Saving graphs: `confer convert` and `:save` write the whole file or leave what was there. save_test.py CONFER"""
import json
import os
import pathlib
import random
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest

CONFER = sys.argv.pop(1)
GRAPHS = pathlib.Path(__file__).parents[2] / "graphs"


def confer(*arguments, stdin="", **more):
    return subprocess.run([CONFER, *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=120, **more)


class Save(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.out = self.folder / "graph.json"

    def convert(self, source, target, *more, **limits):
        return confer("convert", source, target, *more, **limits)

    def big_graph(self, nodes):
        path = self.folder / "big.json"
        path.write_text(json.dumps({"nodes": [{"id": f"n{i}", "label": "A", "text": "x" * 40} for i in range(nodes)],
                                    "edges": []}))
        return path

    def unfinished(self):
        return [file for file in self.folder.iterdir() if file.name.startswith("graph.json.")]

    def test_a_graph_of_several_files_becomes_one_that_is_canonical(self):
        self.assertEqual(self.convert(GRAPHS / "kitchen.json", self.out).returncode, 0)
        again = self.folder / "again.json"
        self.assertEqual(self.convert(self.out, again).returncode, 0)
        self.assertEqual(self.out.read_bytes(), again.read_bytes())
        asked = "MATCH (n) RETURN count(*) AS n"
        self.assertEqual(confer("-g", self.out, asked).stdout, confer("-g", GRAPHS / "kitchen.json", asked).stdout)

    def test_standard_output_can_be_named(self):
        done = self.convert(GRAPHS / "islands.json", "/dev/stdout", "--to", "json")
        self.assertEqual(len(json.loads(done.stdout)["nodes"]), 5)

    def test_an_unknown_format_is_refused_with_the_formats_that_there_are(self):
        for target, more in (("graph.txt", []), ("graph", []), ("graph.json", ["--to", "turtle"])):
            done = self.convert(GRAPHS / "islands.json", self.folder / target, *more)
            self.assertEqual(done.returncode, 2, target)
            self.assertRegex(done.stderr, r"the formats are: csv, .*\bjson\b.*\bttl\b")
            self.assertFalse((self.folder / target).exists())

    def test_wrong_use(self):
        for arguments in (["convert"], ["convert", "a.json"], ["convert", "a", "b", "c"], ["--to", "json", "RETURN 1"],
                          ["-g", "x.json", "convert", "a.json", "b.json"]):
            done = confer(*arguments)
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)

    def test_a_graph_that_cannot_be_read_writes_nothing(self):
        self.out.write_text("before")
        self.assertEqual(self.convert(self.folder / "none.json", self.out).returncode, 3)
        self.assertEqual(self.out.read_text(), "before")

    def test_permissions_and_links_stay(self):
        self.out.write_text("before")
        self.out.chmod(0o640)
        link = self.folder / "link.json"
        link.symlink_to(self.out)
        self.assertEqual(self.convert(GRAPHS / "islands.json", link).returncode, 0)
        self.assertTrue(link.is_symlink())
        self.assertEqual(stat.S_IMODE(self.out.stat().st_mode), 0o640)
        self.assertIn("ashby", self.out.read_text())

    def test_errors_name_the_path(self):
        for target in (self.folder / "none" / "graph.json", self.folder):
            done = self.convert(GRAPHS / "islands.json", target, "--to", "json")
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"`{target}` can't be written: ", done.stderr)

    def test_a_full_disk_leaves_what_was_there(self):
        self.out.write_text("before")
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        done = self.convert(self.big_graph(20_000), self.out, preexec_fn=limit)
        self.assertEqual(done.returncode, 2)
        self.assertIn("File too large", done.stderr)
        self.assertEqual(self.out.read_text(), "before")
        self.assertEqual(self.unfinished(), [])

    def test_killed_at_any_moment_the_file_is_the_old_or_the_new_one(self):
        source = self.big_graph(60_000)
        start = time.monotonic()
        self.assertEqual(self.convert(source, self.out).returncode, 0)
        taken = time.monotonic() - start
        new, old = self.out.read_bytes(), b'{"nodes": [], "edges": []}\n'
        interrupted = 0
        for round_ in range(25):
            self.out.write_bytes(old)
            start = time.monotonic()
            process = subprocess.Popen([CONFER, "convert", str(source), str(self.out)])
            try:
                process.wait(random.Random(round_).uniform(0.3, 1.1) * taken)
                taken = time.monotonic() - start  # the machine may have less to do by now
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
            interrupted += process.wait() == -signal.SIGKILL
            self.assertIn(self.out.read_bytes(), (old, new))
        self.assertGreater(interrupted, 0)

    def test_the_shell_saves_and_says_what_is_wrong(self):
        done = confer("-g", GRAPHS / "islands.json", "shell", stdin=f":save {self.out}\n:save\n:save {self.folder}/x.txt\n")
        self.assertIn("saved 5 nodes and 6 relationships", done.stderr)
        self.assertEqual(len(json.loads(self.out.read_text())["edges"]), 6)
        self.assertIn("`:save` needs the path of a file", done.stderr)
        self.assertIn("graphs can't be saved as `txt`", done.stderr)


if __name__ == "__main__":
    unittest.main()
