#!/usr/bin/env python3
"""Clients who ask the same thing at once have it run once. together_test.py CONFER"""
import sys
import threading
import unittest
import urllib.parse

from served import Server, counter, read_all, status_of, wait_until

CONFER = sys.argv.pop(1)
TOKEN = "a-token-for-the-tests-0123456789"
LONG = "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 1000) AS c RETURN sum(a * b + c)"


class Together(unittest.TestCase):
    def setUp(self):
        self.serve("--workers", "2", "--timeout", "300", "--token", TOKEN)

    def serve(self, *arguments):
        self.server = Server(CONFER, *arguments)
        self.addCleanup(self.server.close)

    def begin(self, statement=LONG, *headers):
        client = self.server.connect(timeout=300)
        self.addCleanup(client.close)
        client.sendall(f"GET /api/query?q={urllib.parse.quote(statement)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".encode()
                       + b"".join(header.encode() + b"\r\n" for header in headers) + b"\r\n")
        return client

    def numbers(self):
        return [counter(self.server, f"confer_statements_{name}") for name in ("running", "joined_total", "cancelled_total")]

    def wait_for(self, running, joined, cancelled):
        wait_until(lambda: self.numbers() == [running, joined, cancelled])

    def test_the_same_statement_runs_once(self):
        clients = [self.begin() for _ in range(5)]
        self.wait_for(1, 4, 0)
        for client in clients:
            client.close()

    def test_it_goes_on_until_the_last_client_has_gone(self):
        clients = [self.begin() for _ in range(3)]
        self.wait_for(1, 2, 0)
        clients[0].close()
        clients[1].close()
        wait_until(lambda: counter(self.server, "confer_connections") == 2)  # the one that still waits, and this one
        self.assertEqual(self.numbers(), [1, 2, 0])
        clients[2].close()
        self.wait_for(0, 2, 1)

    def test_who_comes_after_the_last_one_has_gone_has_it_run_anew(self):
        self.begin().close()
        self.wait_for(0, 0, 1)
        self.begin()
        self.wait_for(1, 0, 1)

    def test_all_have_the_same_reply_each_in_its_form(self):
        self.serve("--timeout", "5")
        clients = [self.begin(), self.begin(LONG, "Accept-Encoding: gzip"), self.begin()]
        self.wait_for(1, 2, 0)
        for client in clients:
            received = read_all(client)
            self.assertEqual(status_of(received), 504)
            self.assertIn(b"timeout", received)

    def test_another_statement_is_another(self):
        self.begin(LONG)
        self.begin(LONG + " ")
        self.wait_for(2, 0, 0)

    def test_what_differs_each_time_is_run_for_each(self):
        self.begin(LONG + ", rand()")
        self.begin(LONG + ", rand()")
        self.wait_for(2, 0, 0)

    def test_who_might_write_waits_for_nobody(self):
        self.begin(LONG, f"Authorization: Bearer {TOKEN}")
        self.begin(LONG, f"Authorization: Bearer {TOKEN}")
        self.wait_for(2, 0, 0)

    def test_a_question_that_many_ask_at_once_is_answered_to_all(self):
        replies = []
        clients = [threading.Thread(target=lambda: replies.append(self.server.ask("compare CBT, gestalt therapy, EMDR").json["rows"]))
                   for _ in range(30)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        self.assertEqual(len(replies), 30)
        self.assertTrue(all(rows == replies[0] for rows in replies))

    def test_each_counts_against_its_own_rate(self):
        self.serve("--rate", "1", "--timeout", "300", "--trust-proxy", "127.0.0.1")
        for _ in range(2):
            self.begin(LONG, "X-Forwarded-For: 192.0.2.1")
        self.wait_for(1, 1, 0)
        self.assertEqual(status_of(read_all(self.begin(LONG, "X-Forwarded-For: 192.0.2.1"))), 429)


if __name__ == "__main__":
    unittest.main()
