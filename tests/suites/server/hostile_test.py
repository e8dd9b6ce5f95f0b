#!/usr/bin/env python3
"""Strangers' questions and hostile data: nothing of them becomes script, header, log line or file access; and bytes of
all kinds leave the server answering. hostile_test.py CONFER"""
import json
import pathlib
import random
import re
import socket
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
from html.parser import HTMLParser

from served import Server, read_all, status_of, wait_until

CONFER = sys.argv.pop(1)
SCRIPT = "<script>alert(1)</script>"
NASTY = [
    SCRIPT,
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "]]></style></textarea></title><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "a | b || c ]] [[File:x]] {{x}} <nowiki>",
    "\u202egnp.exe\u202c\u200f\u2066",
    "line\r\nSet-Cookie: stolen=1\r\n\r\n<html>",
    "\x1b[2J\x1b]0;owned\x07",
    "${jndi:ldap://127.0.0.1/a}",
    "=cmd|' /C calc'!A0",
]


def hostile_graph():
    nodes = [{"id": f"n{i}" + text, "label": "Gadget", "name": f"{i} {text}", "summary": text, "sources": [f"S{i}"],
              "aliases": [f"gadget {i}"]}
             for i, text in enumerate(NASTY)]
    nodes += [{"id": f"S{i}", "label": "Source", "name": text, "title": text, "url": text, "publisher": text}
              for i, text in enumerate(NASTY)]
    edges = [{"from": nodes[i]["id"], "type": "PREFERS", "to": nodes[(i + 1) % len(NASTY)]["id"], "sources": [f"S{i}"], "notes": [text]}
             for i, text in enumerate(NASTY)]
    schema = {"labels": {"Gadget": {"singular": "gadget", "plural": "gadgets",
                                   "properties": {"name": "string", "aliases": "string[]", "summary": "string", "sources": "string[]"}},
                         "Source": {"properties": {"name": "string", "title": "string", "url": "string", "publisher": "string"}}},
              "relationships": {"PREFERS": {"from": ["Gadget"], "to": ["Gadget"], "verb": ["prefer", "prefers"], "inverse": ["preferred by"],
                                          "properties": {"sources": "string[]", "notes": "string[]"}}}}
    return {"confer": 1, "name": SCRIPT, "schema": schema, "nodes": nodes, "edges": edges}


def setUpModule():
    global folder, server, log
    folder = tempfile.TemporaryDirectory()
    path = pathlib.Path(folder.name) / "graph.json"
    path.write_text(json.dumps(hostile_graph()))
    log = pathlib.Path(folder.name) / "access.log"
    server = Server(CONFER, "--graph", str(path), "--access-log", str(log), "--allow-origin", "https://wiki.example.org")


def tearDownModule():
    server.close()
    folder.cleanup()


class Markup(HTMLParser):
    """What a browser would make of a text: elements and attributes that could run something."""

    def __init__(self, text):
        super().__init__()
        self.dangers = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "img", "svg", "iframe", "style", "object", "embed", "form", "base", "meta", "link"):
            self.dangers.append(tag)
        for name, value in attributes:
            if name.startswith("on") or (name in ("href", "src") and not re.match(r"https?://|#", value or "")):
                self.dangers.append((tag, name, value))


class Script(unittest.TestCase):
    ALL = "MATCH (a:Gadget)-[r:PREFERS]->(b) RETURN a, r, b, a.name, b.summary, [a.name], {key: a.summary}"

    def assert_harmless(self, reply):
        if reply.headers.get_content_type() == "text/html":
            self.assertEqual(Markup(reply.text).dangers, [])
        else:
            self.assertNotIn(reply.headers.get_content_type(), ("text/xml", "application/xhtml+xml"))
            self.assertEqual(reply.headers["X-Content-Type-Options"], "nosniff")
        if reply.headers.get_content_type() == "image/svg+xml":
            self.assertNotRegex(reply.text, r"<script|<[^>]*\son\w+=|javascript:[^<]*\"\s*[/>]")
        self.assertIn("sandbox", reply.headers["Content-Security-Policy"])
        self.assertIsNone(reply.headers["Set-Cookie"])

    def test_names_in_answers(self):
        for statement in (self.ALL, "which gadgets prefer 'gadget 1'?", "describe 'gadget 0'", "list gadgets",
                          "MATCH (s:Source) RETURN s"):
            for format in ("html", "json", "csv", "tsv", "jsonl", "markdown", "wikitext", "dokuwiki", "table", "list", "svg", "dot", "mermaid"):
                reply = server.ask(statement, format=format)
                self.assertEqual(reply.status, 200, (statement, format))
                self.assert_harmless(reply)

    def test_names_in_graphs_nodes_and_the_schema(self):
        graph = server.ask(self.ALL, graph="true").json["graph"]
        self.assertEqual(len(graph["nodes"]), len(NASTY))
        for node in graph["nodes"]:
            reply = server.get("/api/node/" + urllib.parse.quote(node["id"], safe=""))
            self.assertEqual((reply.status, reply.json["node"]["id"]), (200, node["id"]))
            self.assert_harmless(reply)
        self.assertEqual(server.get("/api/schema").json["name"], SCRIPT)

    def test_questions_and_error_messages(self):
        for text in NASTY:
            for statement in (text, f"which gadgets prefer {text}?", f"RETURN '{text}", f"RETURN `{text}`", f"MATCH (n:`{text}`) RETURN n"):
                for format in ("html", "json"):
                    reply = server.ask(statement, format=format)
                    self.assertIn(reply.status, (200, 400), statement)
                    self.assert_harmless(reply)

    def test_columns(self):
        for text in NASTY:
            for format in ("html", "json", "svg"):
                reply = server.ask("RETURN 1 AS `" + text.replace("`", "") + "`", format=format)
                if reply.status == 200:
                    self.assert_harmless(reply)

    def test_addresses_formats_and_parameters(self):
        for text in NASTY:
            for path in ("/" + urllib.parse.quote(text), "/api/node/" + urllib.parse.quote(text, safe=""),
                         "/api/query?q=RETURN+1&format=" + urllib.parse.quote(text), "/api/query?" + urllib.parse.quote(text) + "=1&q=",
                         "/api/complete?q=" + urllib.parse.quote(text), "/api/complete?at=" + urllib.parse.quote(text)):
                reply = server.get(path)
                self.assertIn(reply.status, (200, 400, 404), path)
                self.assert_harmless(reply)


class Headers(unittest.TestCase):
    def heads(self, path, *headers):
        request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n".encode() + b"".join(h + b"\r\n" for h in headers) + b"Connection: close\r\n\r\n"
        return server.raw(request).split(b"\r\n\r\n")[0]

    def test_nothing_that_is_sent_comes_back_in_one(self):
        injected = "x%0d%0aSet-Cookie:%20stolen=1%0d%0a%0d%0a<script>"
        for path in (f"/{injected}", f"/api/query?q={injected}", f"/api/query?q=RETURN+1&format={injected}", f"/api/node/{injected}",
                     f"/api/complete?q={injected}", f"/api/query?q=RETURN+1&max_rows={injected}"):
            head = self.heads(path)
            self.assertNotIn(b"stolen", head, path)
            self.assertNotIn(b"Set-Cookie", head, path)

    def test_nor_of_the_headers(self):
        for header in (b"Origin: https://wiki.example.org\x0bSet-Cookie: stolen=1", b"Origin: https://evil.example.org",
                       b"If-None-Match: \"stolen\"", b"Accept: text/html;stolen", b"User-Agent: stolen", b"X-Forwarded-For: stolen",
                       b"Authorization: Bearer stolen", b"Host: stolen", b"Access-Control-Request-Headers: stolen"):
            head = self.heads("/api/query?q=RETURN+1", header)
            self.assertNotIn(b"stolen", head, header)
            self.assertNotIn(b"evil", head, header)

    def test_folded_ones_neither(self):
        head = self.heads("/health", b"Origin: https://wiki.example.org\r\n Set-Cookie: stolen=1")
        self.assertNotIn(b"stolen", head)


class Logs(unittest.TestCase):
    def lines_up_to(self, agent):
        """The log's lines, once that of a request of this agent is there."""
        server.get("/health", headers={"User-Agent": agent})
        wait_until(lambda: agent.encode() in log.read_bytes())
        return log.read_bytes().splitlines(keepends=True)

    def test_a_request_is_one_line_of_ascii_whatever_it_holds(self):
        before = len(self.lines_up_to("the first"))
        texts = NASTY + ["\x7f\x80\xff", "{\"status\":200}\n{\"client\":\"fake\"}"]
        for text in texts:
            server.get("/api/query?q=" + urllib.parse.quote(text))
            server.raw(b"GET /" + text.encode("utf-8", "replace").replace(b"\r\n", b"") + b" HTTP/1.1\r\nHost: localhost\r\nUser-Agent: "
                       + text.encode().replace(b"\r\n", b"\r\n ") + b"\r\nConnection: close\r\n\r\n")
        lines = self.lines_up_to("the last")
        self.assertLessEqual(len(lines) - before, 2 * len(texts) + 1)
        for line in lines:
            self.assertRegex(line, rb"^[\x20-\x7e]*\n$")
            entry = json.loads(line)
            self.assertEqual(sorted(entry), ["agent", "bytes", "cache", "client", "method", "ms", "status", "target", "time"])
            self.assertEqual(entry["client"], "127.0.0.1")

    def test_tokens_are_not_in_it(self):
        server.get("/api/query?q=RETURN+1", headers={"Authorization": "Bearer do-not-log-this-please"})
        self.assertNotIn(b"do-not-log", b"".join(self.lines_up_to("after the token")))


class Files(unittest.TestCase):
    def test_no_statement_reads_files_or_opens_connections(self):
        secret = pathlib.Path(folder.name) / "secret.csv"
        secret.write_text("do not tell\n")
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(0.01)
            port = listener.getsockname()[1]
            for target in (secret.as_uri(), str(secret), f"http://127.0.0.1:{port}/"):
                for statement in ("LOAD CSV FROM '{}' AS row RETURN row", "LOAD CSV WITH HEADERS FROM '{}' AS row RETURN row",
                                  "CALL apoc.load.json('{}')", "CALL dbms.load('{}')", "RETURN file('{}')", "RETURN load('{}')",
                                  ":load {}", "CALL db.load('{}')", "USE `{}` RETURN 1"):
                    reply = server.ask(statement.format(target))
                    self.assertEqual(reply.status, 400, statement)
                    self.assertNotIn("do not tell", reply.text)
                for procedure in server.ask("CALL confer.procedures() YIELD name RETURN name").json["rows"]:
                    self.assertNotIn("do not tell", server.ask(f"CALL {procedure[0]}('{target}')").text)
                for function in server.ask("CALL confer.functions() YIELD name RETURN name").json["rows"]:
                    self.assertNotIn("do not tell", server.ask(f"RETURN {function[0]}('{target}')").text)
            with self.assertRaises(TimeoutError):
                listener.accept()

    def test_no_plugin_is_there_unless_it_was_named(self):
        listing = "CALL confer.functions() YIELD name RETURN name"
        of_command = subprocess.run([CONFER, "--empty", "-f", "json", listing], capture_output=True, check=True, timeout=300).stdout
        self.assertEqual(server.ask(listing).json["rows"], json.loads(of_command)["rows"])


class RandomBytes(unittest.TestCase):
    COUNT, SEED = 10_000, 20261122
    PIECES = [b"GET ", b"POST ", b"HEAD ", b"OPTIONS ", b"/", b"/api/query", b"?q=", b"/api/node/", b"/api/complete", b"&format=", b"%",
              b"%00", b"%ff", b" HTTP/1.1", b" HTTP/1.0", b"\r\n", b"\n", b"\r\n\r\n", b"Host: localhost", b"Host: ", b"Content-Length: ", b"10", b"0",
              b"99999999999999999999", b"-1", b"Transfer-Encoding: chunked", b"Content-Type: application/json", b"Expect: 100-continue",
              b"Connection: close", b"Connection: keep-alive", b"Accept: ", b"*/*", b";q=", b"If-None-Match: ", b"W/\"", b"Origin: ", b"{\"query\":",
              b"\"RETURN 1\"}", b"[[[[", b"MATCH (n) RETURN n", b"which gadgets prefer ", b"Authorization: Bearer ", b"\x00", b"\xff\xfe", b"a" * 300]

    def request(self, chance):
        if chance.random() < 0.3:
            return chance.randbytes(chance.randrange(1, 200))
        pieces = []
        for _ in range(chance.randrange(1, 25)):
            pieces.append(chance.choice(self.PIECES) if chance.random() < 0.9 else chance.randbytes(chance.randrange(1, 9)))
        if chance.random() < 0.5:
            pieces.insert(0, b"GET /api/query?q=RETURN+1 HTTP/1.1\r\nHost: localhost\r\n")
        return b"".join(pieces)

    # The client resets its connection after each, so that neither side waits: what counts is that the server goes on.
    def test_they_leave_the_server_answering(self):
        chance = random.Random(self.SEED)
        reset = b"\x01\x00\x00\x00\x00\x00\x00\x00"
        statuses = set()
        for number in range(self.COUNT):
            with server.connect() as client:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
                client.sendall(self.request(chance))
                if number % 50 == 0:
                    client.shutdown(socket.SHUT_WR)
                    statuses.add(status_of(read_all(client)))
            if number % 1000 == 0:
                self.assertTrue(server.is_well(), number)
        self.assertTrue(server.is_well())
        self.assertIsNone(server.process.poll())
        self.assertLessEqual(statuses, {0, 200, 204, 304, 400, 404, 405, 406, 413, 414, 415, 431, 505})
        self.assertEqual(server.ask("RETURN 1").json["rows"], [[1]])


if __name__ == "__main__":
    unittest.main()
