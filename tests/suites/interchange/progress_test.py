#!/usr/bin/env python3
"""Progress: a bar on a terminal where it takes over a second, and nowhere else. progress_test.py CONFER"""
import os
import threading
import time
import unittest

import pexpect

from exchange import *


class Progress(Case):
    def slow_file(self):
        """A pipe whose second half comes after more than a second."""
        path = self.folder / "slow.pgjson"
        os.mkfifo(path)

        def write():
            with open(path, "w") as pipe:
                pipe.write('{"nodes": [' + '{"id": "a"}' + " " * 200_000)
                pipe.flush()
                time.sleep(1.3)
                pipe.write(" " * 200_000 + "]}")
        threading.Thread(target=write, daemon=True).start()
        return path

    def test_a_terminal_shows_what_is_read_and_forgets_it(self):
        child = pexpect.spawn(CONFER, ["convert", str(self.slow_file()), str(self.folder / "x.json")], encoding="utf-8", timeout=120)
        child.expect("reading slow.pgjson")
        child.expect_exact("\r\x1b[K")
        child.expect(pexpect.EOF)
        child.close()
        self.assertEqual(child.exitstatus, 0)
        self.assertTrue((self.folder / "x.json").exists())

    def test_a_file_shows_nothing(self):
        self.assertEqual(self.convert(self.slow_file(), self.folder / "x.json"), "")

    def test_what_is_quick_shows_nothing(self):
        child = pexpect.spawn(CONFER, ["convert", str(GRAPHS / "islands.json"), str(self.folder / "x.ttl")], encoding="utf-8", timeout=120)
        child.expect(pexpect.EOF)
        self.assertNotIn("islands.json [", child.before)


if __name__ == "__main__":
    unittest.main()
