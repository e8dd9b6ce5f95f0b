#!/usr/bin/env python3
"""What goes out compressed, and to whom. coding_test.py CONFER"""
import gzip
import sys
import unittest
import urllib.parse

from served import Server, counter, wait_until

CONFER = sys.argv.pop(1)
LARGE, SMALL = "list techniques", "RETURN 1"
GZIP = {"Accept-Encoding": "gzip, deflate, br"}


def setUpModule():
    global server
    server = Server(CONFER)


def tearDownModule():
    server.close()


class Answers(unittest.TestCase):
    def test_a_large_one_is_compressed_for_who_takes_that(self):
        plain = server.ask(LARGE)
        coded = server.ask(LARGE, headers=GZIP)
        self.assertEqual((plain.headers["Content-Encoding"], coded.headers["Content-Encoding"]), (None, "gzip"))
        self.assertEqual(gzip.decompress(coded.body), plain.body)
        self.assertLess(len(coded.body), len(plain.body) / 2)

    def test_it_is_so_from_the_first_time_on(self):
        statement = "UNWIND range(1, 1000) AS only_here RETURN only_here"
        replies = [server.ask(statement, headers=GZIP) for _ in range(2)]
        self.assertEqual([reply.headers["Content-Encoding"] for reply in replies], ["gzip", "gzip"])
        self.assertEqual(replies[0].body, replies[1].body)

    def test_a_small_one_is_not(self):
        self.assertIsNone(server.ask(SMALL, headers=GZIP).headers["Content-Encoding"])

    def test_all_formats_are(self):
        for format in ("json", "html", "svg", "csv", "markdown", "wikitext"):
            reply = server.ask(LARGE, headers=GZIP, format=format)
            self.assertEqual(gzip.decompress(reply.body), server.ask(LARGE, format=format).body, format)

    def test_those_of_posts_are(self):
        reply = server.post(headers=GZIP, query=LARGE)
        self.assertIn(b"Mindfulness", gzip.decompress(reply.body))

    def test_the_tag_is_weak_and_stands_for_both_forms(self):
        plain, coded = server.ask(LARGE), server.ask(LARGE, headers=GZIP)
        self.assertEqual(plain.headers["ETag"], coded.headers["ETag"])
        self.assertTrue(plain.headers["ETag"].startswith("W/"))
        again = server.ask(LARGE, headers={**GZIP, "If-None-Match": coded.headers["ETag"]})
        self.assertEqual((again.status, again.body, again.headers["Content-Encoding"]), (304, b"", None))

    def test_caches_are_told_on_what_it_depends(self):
        for reply in (server.ask(LARGE), server.ask(LARGE, headers=GZIP), server.ask(SMALL), server.get("/")):
            self.assertIn("Accept-Encoding", ",".join(reply.headers.get_all("Vary")))

    def test_clients_say_what_they_take(self):
        for accepted, coding in (("gzip", "gzip"), ("GZIP", "gzip"), ("x-gzip", "gzip"), ("*", "gzip"), ("br;q=1, gzip;q=0.2", "gzip"),
                                 ("gzip;q=0", None), ("*, gzip;q=0", None), ("gzip;q=0, *", None), ("identity", None), ("", None), ("br", None),
                                 ("gzipped", None)):
            reply = server.ask(LARGE, headers={"Accept-Encoding": accepted})
            self.assertEqual(reply.headers["Content-Encoding"], coding, accepted)

    def test_head_says_what_get_would(self):
        address = "/api/query?q=list+techniques"
        get, head = server.get(address, headers=GZIP), server.request("HEAD", address, headers=GZIP)
        for name in ("Content-Encoding", "Content-Length", "ETag"):
            self.assertEqual(head.headers[name], get.headers[name], name)


class Others(unittest.TestCase):
    def test_schema_nodes_and_the_description_are(self):
        for path in ("/api/schema", "/api/node/gestalt-therapy", "/openapi.json"):
            reply = server.get(path, headers=GZIP)
            self.assertEqual(gzip.decompress(reply.body), server.get(path).body, path)

    def test_what_changes_each_time_is_not(self):
        for path in ("/health", "/metrics"):
            self.assertIsNone(server.get(path, headers=GZIP).headers["Content-Encoding"], path)


class WhileStatementsRun(unittest.TestCase):
    """None of these has been asked for compressed before, and the only worker is busy."""

    ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN max(a * b)"

    def setUp(self):
        self.server = Server(CONFER, "--workers", "1")
        self.addCleanup(self.server.close)
        self.server.ask(LARGE)
        self.server.post(query=LARGE, format="markdown")
        runner = self.server.connect()
        self.addCleanup(runner.close)
        runner.sendall(f"GET /api/query?q={urllib.parse.quote(self.ENDLESS)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        wait_until(lambda: counter(self.server, "confer_statements_running") == 1)

    def test_the_description_is(self):
        self.assertEqual(self.server.get("/openapi.json", headers=GZIP).headers["Content-Encoding"], "gzip")

    def test_what_is_in_the_cache_is(self):
        self.assertEqual(self.server.ask(LARGE, headers=GZIP).headers["Content-Encoding"], "gzip")
        self.assertEqual(self.server.post(query=LARGE, format="markdown", headers=GZIP).headers["Content-Encoding"], "gzip")


class Files(unittest.TestCase):
    def setUp(self):
        if b"/api/query?q=" in server.get("/").body:
            self.skipTest("this program was built without the page")

    def test_the_pages_files_are_and_each_form_has_a_strong_tag(self):
        for path in ("/", "/page.js", "/page.css", "/confer-query.js"):
            plain, coded = server.get(path), server.get(path, headers=GZIP)
            self.assertEqual(coded.headers["Content-Encoding"], "gzip", path)
            self.assertEqual(gzip.decompress(coded.body), plain.body, path)
            self.assertNotEqual(coded.headers["ETag"], plain.headers["ETag"], path)
            self.assertTrue(coded.headers["ETag"].startswith('"'), path)

    def test_a_tag_counts_for_the_form_that_it_names(self):
        plain, coded = server.get("/page.js"), server.get("/page.js", headers=GZIP)
        self.assertEqual(server.get("/page.js", headers={**GZIP, "If-None-Match": coded.headers["ETag"]}).status, 304)
        self.assertEqual(server.get("/page.js", headers={"If-None-Match": plain.headers["ETag"]}).status, 304)
        self.assertEqual(server.get("/page.js", headers={**GZIP, "If-None-Match": plain.headers["ETag"]}).status, 200)


if __name__ == "__main__":
    unittest.main()
