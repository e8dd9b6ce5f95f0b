#!/usr/bin/env python3
"""The names that the server answers to, which is what keeps a page elsewhere from reading what only this machine reaches (DNS
rebinding). host_test.py CONFER"""
import subprocess
import sys
import unittest

from served import Server, status_of

CONFER = sys.argv.pop(1)


class Names(unittest.TestCase):
    def serve(self, *arguments):
        self.server = Server(CONFER, *arguments)
        self.addCleanup(self.server.close)

    def status(self, host, path="/api/query?q=RETURN+1"):
        return self.server.get(path, headers={"Host": host}).status

    def test_addresses_and_localhost_are_answered_to(self):
        self.serve()
        for host in ("127.0.0.1", "127.0.0.1:8642", "localhost", "LOCALHOST:1", "localhost.", "confer.localhost:8642", "[::1]", "[::1]:8642",
                     "192.0.2.1:80"):
            self.assertEqual(self.status(host), 200, host)

    def test_other_names_are_not(self):
        self.serve()
        for host in ("evil.example.org", "evil.example.org:8642", "127.0.0.1.evil.example.org", "localhost.evil.example.org", "notlocalhost",
                     "evil.example.org:127.0.0.1", "[evil.example.org]", "127.0.0.1 evil.example.org", "@localhost@evil", "[", ":", "."):
            self.assertEqual(self.status(host), 421, host)
        reply = self.server.ask("RETURN 1", headers={"Host": "evil.example.org"})
        self.assertEqual(reply.error["name"], "unknown-host")
        self.assertIn("--host-name", reply.error["hints"][0])
        self.assertNotIn("evil", reply.text)

    def test_that_holds_for_every_path(self):
        self.serve()
        for path in ("/", "/page.js", "/confer-query.js", "/api/schema", "/api/complete?q=", "/health", "/metrics", "/openapi.json", "/nothing"):
            self.assertEqual(self.status("evil.example.org", path), 421, path)

    def test_names_that_it_was_given_are_answered_to(self):
        self.serve("--host-name", "Confer.example.org", "--host-name", "kb.example.org")
        for host in ("confer.example.org", "CONFER.EXAMPLE.ORG:443", "kb.example.org", "localhost", "127.0.0.1"):
            self.assertEqual(self.status(host), 200, host)
        self.assertEqual(self.status("other.example.org"), 421)

    def test_a_server_for_everybody_answers_to_any_name_unless_it_was_given_some(self):
        self.serve("--bind", "0.0.0.0")
        self.assertEqual(self.status("confer.example.org"), 200)
        self.serve("--bind", "0.0.0.0", "--host-name", "confer.example.org")
        self.assertEqual(self.status("confer.example.org"), 200)
        self.assertEqual(self.status("other.example.org"), 421)

    def test_http_1_0_may_leave_it_out(self):
        self.serve()
        self.assertEqual(status_of(self.server.raw(b"GET /health HTTP/1.0\r\n\r\n")), 200)

    def test_what_is_no_name_is_refused_at_the_start(self):
        for name in ("https://confer.example.org", "confer.example.org:443", "", "*", "a b"):
            ran = subprocess.run([CONFER, "serve", "--port", "0", "--host-name", name], capture_output=True, text=True, timeout=120)
            self.assertEqual(ran.returncode, 2, name)


if __name__ == "__main__":
    unittest.main()
