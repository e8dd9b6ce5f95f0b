#!/usr/bin/env python3
"""Starting, reloading, stopping, and what the server says of itself. lifecycle_test.py CONFER"""
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse

from served import GRAPHS, KITCHEN, Server, counter, read_all, status_of, wait_until

CONFER = sys.argv.pop(1)
LONG = "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 1000) AS c RETURN sum(a * b + c)"


def refused(*arguments):
    return subprocess.run([CONFER, "serve", *arguments], capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)


class Started(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.servers = []

    def tearDown(self):
        for server in self.servers:
            server.close()
        self.folder.cleanup()

    def start(self, *arguments):
        self.servers.append(Server(CONFER, *arguments))
        return self.servers[-1]

    def path(self, name):
        return pathlib.Path(self.folder.name) / name


class Starting(Started):
    def test_the_first_line_says_where_it_listens(self):
        server = self.start()
        first = json.loads(server.lines[0])
        self.assertEqual((first["event"], first["url"]), ("listening", f"http://127.0.0.1:{server.port}/"))
        self.assertEqual(first["graph"], server.get("/health").json["version"])

    def test_a_port_that_is_taken(self):
        server = self.start()
        ran = refused("--port", str(server.port))
        self.assertEqual(ran.returncode, 2)
        self.assertIn("Address already in use", ran.stderr)

    def test_options_that_are_none(self):
        for arguments in (["--bind", "nowhere"], ["--allow-origin", "wiki.example.org"], ["--allow-origin", "https://x/y"],
                          ["--port", "70000"], ["--timeout", "-1"], ["--trust-proxy", "x"], ["--workers", "0"], ["more"],
                          ["--token-file", "/nonexistent"]):
            self.assertIn(refused("--port", "0", *arguments).returncode, (2, 3), arguments)

    def test_its_options_belong_to_it(self):
        ran = subprocess.run([CONFER, "--port", "0", "RETURN 1"], capture_output=True, text=True, timeout=300)
        self.assertEqual(ran.returncode, 2)
        self.assertIn("confer serve", ran.stderr)

    def test_a_graph_that_cannot_be_loaded(self):
        broken = self.path("broken.json")
        broken.write_text("{")
        self.assertEqual(refused("--port", "0", "--graph", str(broken)).returncode, 3)

    def test_ipv6(self):
        server = self.start("--bind", "::1")
        self.assertIn(f"http://[::1]:{server.port}/", server.lines[0].decode())
        connection = http.client.HTTPConnection("::1", server.port, timeout=300)
        connection.request("GET", "/health")
        self.assertEqual(connection.getresponse().status, 200)
        connection.close()

    def test_nothing_goes_to_standard_output(self):
        server = self.start()
        server.ask("RETURN 1")
        server.signal(signal.SIGTERM)
        self.assertEqual(server.process.stdout.read(), b"")


class Stopping(Started):
    def test_it_ends_when_it_is_asked_to(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            server = self.start()
            idle = server.connect()
            server.signal(number)
            self.assertEqual(server.process.wait(300), 0)
            self.assertEqual(read_all(idle), b"")
            idle.close()
            server.wait_for("stopped")

    def test_what_runs_is_finished(self):
        server = self.start("--timeout", "5", "--grace", "100")
        with server.connect() as client:
            client.sendall(b"GET /api/query?q=" + urllib.parse.quote(LONG).encode() + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
            wait_until(lambda: counter(server, "confer_statements_running") == 1)
            server.signal(signal.SIGTERM)
            server.wait_for("stopping")
            with self.assertRaises(OSError):
                server.connect()
            received = read_all(client)
        self.assertEqual(status_of(received), 504)  # its own limit, not ours
        self.assertIn(b"Connection: close", received)
        self.assertEqual(server.process.wait(300), 0)

    def test_but_not_for_ever(self):
        server = self.start("--timeout", "1000", "--grace", "0.2")
        with server.connect() as client:
            client.sendall(b"GET /api/query?q=" + urllib.parse.quote(LONG).encode() + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
            wait_until(lambda: counter(server, "confer_statements_running") == 1)
            server.signal(signal.SIGTERM)
            self.assertEqual(read_all(client), b"")
        self.assertEqual(server.process.wait(300), 0)

    def test_a_second_signal_ends_it_at_once(self):
        server = self.start("--timeout", "1000", "--grace", "1000")
        with server.connect() as client:
            client.sendall(b"GET /api/query?q=" + urllib.parse.quote(LONG).encode() + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
            wait_until(lambda: counter(server, "confer_statements_running") == 1)
            server.signal(signal.SIGTERM)
            server.wait_for("stopping")
            server.signal(signal.SIGTERM)
            self.assertEqual(server.process.wait(300), 0)


class Reloading(Started):
    def setUp(self):
        super().setUp()
        self.graph = self.path("graph.json")
        shutil.copy(KITCHEN, self.graph)

    def replace(self, other):
        fresh = self.path("fresh.json")
        fresh.write_text(other)
        os.replace(fresh, self.graph)

    def test_another_graph_is_served_after_sighup(self):
        server = self.start("--graph", str(self.graph))
        before = server.ask("MATCH (n) RETURN count(n)")
        self.replace((GRAPHS / "garden.json").read_text())
        server.signal(signal.SIGHUP)
        event = server.wait_for("reloaded")
        after = server.ask("MATCH (n) RETURN count(n)", headers={"If-None-Match": before.headers["ETag"]})
        self.assertEqual(after.status, 200)
        self.assertEqual(after.json["rows"], [[event["nodes"]]])
        self.assertEqual(after.headers["X-Confer-Graph"], event["graph"])
        self.assertNotEqual(event["graph"], before.headers["X-Confer-Graph"])
        self.assertIn("confer_reloads_total 1", server.get("/metrics").text)

    def test_a_broken_file_keeps_the_graph_that_there_was(self):
        server = self.start("--graph", str(self.graph))
        before = server.get("/health").json
        self.replace('{"confer": 1, "nodes": [{"label": "X"}]}')
        server.signal(signal.SIGHUP)
        event = server.wait_for("not-reloaded")
        self.assertIn("graph.json", event["error"])
        self.assertEqual(server.get("/health").json, before)
        self.assertIn("confer_reloads_failed_total 1", server.get("/metrics").text)

        shutil.copy(KITCHEN, self.graph)
        server.signal(signal.SIGHUP)
        self.assertEqual(server.wait_for("reloaded")["graph"], before["version"])

    def test_the_builtin_graph_stays(self):
        server = self.start()
        server.signal(signal.SIGHUP)
        server.wait_for("not-reloaded")
        self.assertTrue(server.is_well())

    def test_no_request_is_dropped_meanwhile(self):
        server = self.start("--graph", str(self.graph))
        graphs = [(GRAPHS / name).read_text() for name in ("kitchen.json", "garden.json")]
        done, failures, asked = threading.Event(), [], [0]

        def client(number):
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=300)
            while not done.is_set():
                try:
                    connection.request("GET", f"/api/query?q=MATCH+(n)+RETURN+count(n),+{number}+*+{asked[0]}")
                    response = connection.getresponse()
                    body = response.read()
                    asked[0] += 1
                    if response.status != 200 or json.loads(body)["version"] != response.headers["X-Confer-Graph"]:
                        failures.append((response.status, body))
                except (OSError, http.client.HTTPException) as error:
                    failures.append(error)
                    return
            connection.close()

        clients = [threading.Thread(target=client, args=(number,)) for number in range(8)]
        for each in clients:
            each.start()
        turn = 0
        while turn < 10 or asked[0] <= 20:
            self.replace(graphs[turn % 2])
            server.signal(signal.SIGHUP)
            server.wait_for("reloaded")
            turn += 1
        done.set()
        for each in clients:
            each.join()
        self.assertEqual(failures, [])


class Logging(Started):
    def test_a_line_for_each_request(self):
        log = self.path("access.log")
        server = self.start("--access-log", str(log))
        server.ask("RETURN 1", headers={"User-Agent": "a test"})
        server.ask("RETURN 1")
        server.ask("oops")
        server.stop()
        entries = [json.loads(line) for line in log.read_text().splitlines()]
        self.assertEqual([(entry["status"], entry["cache"]) for entry in entries], [(200, False), (200, True), (400, False)])
        self.assertEqual((entries[0]["agent"], entries[0]["method"], entries[0]["client"]), ("a test", "GET", "127.0.0.1"))
        self.assertEqual(entries[0]["target"], "/api/query?q=RETURN+1")
        self.assertRegex(entries[0]["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")

    def test_sighup_opens_the_file_anew(self):
        log = self.path("access.log")
        server = self.start("--access-log", str(log))
        server.ask("RETURN 1")
        wait_until(log.read_bytes)
        log.rename(self.path("access.log.1"))
        server.signal(signal.SIGHUP)
        server.wait_for("not-reloaded")
        wait_until(log.exists)
        server.ask("RETURN 2")
        server.stop()
        self.assertIn("RETURN+2", log.read_text())
        self.assertIn("RETURN+1", self.path("access.log.1").read_text())

    def test_it_may_go_to_standard_error(self):
        server = self.start("--access-log", "-")
        server.ask("RETURN 1")
        server.stop()
        self.assertTrue(any(b'"target":"/api/query?q=RETURN+1"' in line for line in server.lines))

    def test_a_file_that_cannot_be_written(self):
        ran = refused("--port", "0", "--access-log", self.folder.name)
        self.assertEqual(ran.returncode, 2)
        self.assertIn("access log", ran.stderr)


class Counting(Started):
    LINE = re.compile(r'^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+)$')

    def test_the_text_is_prometheus(self):
        server = self.start()
        server.ask("RETURN 1")
        server.ask("RETURN 1")
        server.get("/nothing")
        text = server.get("/metrics").text
        for line in text.splitlines():
            self.assertRegex(line, self.LINE)
        types = re.findall(r"^# TYPE ([a-z_]+) ", text, re.MULTILINE)
        self.assertEqual(len(types), len(set(types)))
        self.assertIn('confer_http_requests_total{route="/api/query",method="GET",status="200"} 2', text)
        self.assertIn('confer_http_requests_total{route="unknown",method="GET",status="404"} 1', text)
        self.assertIn("confer_cache_hits_total 1", text)
        self.assertIn('confer_http_request_duration_seconds_count{route="/api/query"} 2', text)


if __name__ == "__main__":
    unittest.main()
