#!/usr/bin/env python3
"""What the server does with clients of all kinds: HTTP itself, slow ones, too many of them. connection_test.py CONFER"""
import contextlib
import http.client
import socket
import sys
import threading
import unittest
import urllib.parse

from served import Server, counter, read_all, status_of, wait_until

CONFER = sys.argv.pop(1)
LONG = ("UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b UNWIND range(1, 1000) AS c "
        "RETURN sum(a * b + c)")


def get(path, *headers, version="1.1"):
    return f"GET {path} HTTP/{version}\r\n".encode() + b"".join(h.encode() + b"\r\n" for h in ("Host: localhost", *headers)) + b"\r\n"


def asking_for_much(server, letters):
    """A client that asks for an answer of some megabytes, and does not read it."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.connect(("127.0.0.1", server.port))
    statement = f"RETURN reduce(s = '{letters * 1000}', i IN range(1, 12) | s + s)"
    client.sendall(get("/api/query?format=csv&q=" + urllib.parse.quote(statement)))
    return client


class WithServer(unittest.TestCase):
    arguments = ()

    @classmethod
    def setUpClass(cls):
        cls.server = Server(CONFER, *cls.arguments)

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def tearDown(self):
        self.assertTrue(self.server.is_well())


class Http(WithServer):
    arguments = ("--allow-origin", "https://wiki.example.org")

    def test_a_connection_serves_many_requests(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=300)
        connection.connect()
        first = connection.sock
        for n in range(20):
            connection.request("GET", f"/api/query?q=RETURN+{n}")
            self.assertIn(f"[[{n}]]", connection.getresponse().read().decode())
            self.assertIs(connection.sock, first)
        connection.close()

    def test_requests_in_a_row_are_answered_in_their_order(self):
        requests = [get(f"/api/query?q=RETURN+{n}+AS+n&format=csv") for n in range(30)]
        requests.append(get("/health", "Connection: close"))
        received = self.server.raw(b"".join(requests)).decode()
        places = [received.index(f"n\r\n{n}\r\n") for n in range(30)]
        self.assertEqual(places, sorted(places))
        self.assertEqual(received.count("HTTP/1.1 200 OK"), 31)

    def test_connections_are_closed_when_the_client_wants_so(self):
        self.assertIn(b"Connection: close", self.server.raw(get("/health", "Connection: close")))
        self.assertIn(b"Connection: close", self.server.raw(get("/health", version="1.0")))

    def test_http_1_0_may_keep_its_connection(self):
        with self.server.connect() as client:
            for _ in range(2):
                client.sendall(get("/health", "Connection: keep-alive", version="1.0"))
                self.assertIn(b"Connection: keep-alive", client.recv(65536))

    def test_bodies_in_chunks(self):
        body = b'{"query":"RETURN 7 AS x"}'
        chunks = b"".join(b"%x\r\n%c\r\n" % (1, byte) for byte in body) + b"0\r\n\r\n"
        received = self.server.raw(b"POST /api/query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                   b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks)
        self.assertIn(b"[[7]]", received)

    def test_who_waits_for_it_is_told_to_go_on(self):
        with self.server.connect() as client:
            client.sendall(b"POST /api/query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                           b"Expect: 100-continue\r\nContent-Length: 20\r\nConnection: close\r\n\r\n")
            self.assertEqual(client.recv(65536), b"HTTP/1.1 100 Continue\r\n\r\n")
            client.sendall(b'{"query":"RETURN 1"}')
            self.assertEqual(status_of(read_all(client)), 200)

    def test_absolute_addresses(self):
        self.assertEqual(status_of(self.server.raw(get("http://localhost/health", "Connection: close"))), 200)

    def test_requests_that_are_none(self):
        for request in (b"\r\n\r\n\r\n", b"hello\r\n\r\n", b"GET\r\n\r\n", b"GET /health\r\n\r\n", b"GET /health HTTP/1.1\r\n\r\n",
                        b"GET /health HTTP/1.1\r\nHost: localhost\r\nHost: y\r\n\r\n", b"GET /health HTTP/1.1\r\nHost x\r\n\r\n",
                        b"GET /health HTTP/1.1\r\nHo st: x\r\n\r\n", b"GET  /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        b"GET /health HTTP/1.1\nHost: localhost\n\n", b"GET /h\x00ealth HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        b"G\xc3\xa4T /health HTTP/1.1\r\nHost: localhost\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
                        b"POST /api/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                        b"POST /api/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5, 6\r\n\r\n",
                        b"POST /api/query HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
                        b"POST /api/query HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n",
                        b"POST /api/query HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"):
            received = self.server.raw(request)
            self.assertEqual(status_of(received), 400, request)
            self.assertIn(b"Connection: close", received)
            self.assertEqual(received.count(b"HTTP/1.1 "), 1, request)

    def test_other_versions_are_505(self):
        self.assertEqual(status_of(self.server.raw(b"GET /health HTTP/2.0\r\nHost: localhost\r\n\r\n")), 505)

    def test_addresses_that_are_none_are_400(self):
        for path in ("*", "health", "/%", "/%4", "/%zz", "/%ff", "/api/query?q=%c3%28", "/api/query?%"):
            self.assertEqual(status_of(self.server.raw(get(path, "Connection: close"))), 400, path)

    def test_what_is_nowhere_is_404(self):
        for path in ("/nothing", "/api", "/api/query/", "/API/query", "/api/node/", "/../etc/passwd", "/%2e%2e/etc/passwd", "//health",
                     "/health%00"):
            self.assertEqual(status_of(self.server.raw(get(path, "Connection: close"))), 404, path)

    def test_unknown_methods_are_405(self):
        for method in (b"DELETE", b"PUT", b"TRACE", b"CONNECT", b"PROPFIND", b"SPLENDID"):
            received = self.server.raw(method + b" /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            self.assertEqual(status_of(received), 405, method)

    def test_what_is_too_large(self):
        self.assertEqual(status_of(self.server.raw(get("/" + "a" * 9000))), 414)
        self.assertEqual(status_of(self.server.raw(b"GET /" + b"a" * 100_000)), 414)
        self.assertEqual(status_of(self.server.raw(get("/health", *(f"X-{n}: {'a' * 100}" for n in range(500))))), 431)
        self.assertEqual(status_of(self.server.raw(get("/health", "X: " + "a" * 100_000))), 431)
        for length in (300_000, 10**18):
            head = (f"POST /api/query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    f"Content-Length: {length}\r\n\r\n").encode()
            self.assertEqual(status_of(self.server.raw(head + b" " * min(length, 300_000))), 413)
        chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        head = b"POST /api/query HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        self.assertEqual(status_of(self.server.raw(head + chunk * 6)), 413)

    def test_sites_that_are_allowed_may_read(self):
        reply = self.server.ask("RETURN 1", headers={"Origin": "https://wiki.example.org"})
        self.assertEqual(reply.headers["Access-Control-Allow-Origin"], "https://wiki.example.org")
        self.assertIn("Origin", ",".join(reply.headers.get_all("Vary")))
        self.assertIn("ETag", reply.headers["Access-Control-Expose-Headers"])
        self.assertIsNone(reply.headers["Access-Control-Allow-Credentials"])

    def test_others_may_not(self):
        for origin in ("https://evil.example.org", "https://wiki.example.org.evil.org", "http://wiki.example.org", "null",
                       "https://wiki.example.org:444", "HTTPS://WIKI.EXAMPLE.ORG"):
            reply = self.server.ask("RETURN 1", headers={"Origin": origin})
            self.assertEqual((reply.status, reply.headers["Access-Control-Allow-Origin"]), (200, None), origin)
            self.assertIn("Origin", ",".join(reply.headers.get_all("Vary")))

    def test_browsers_that_ask_before_are_told(self):
        asked = {"Origin": "https://wiki.example.org", "Access-Control-Request-Method": "POST",
                 "Access-Control-Request-Headers": "content-type"}
        reply = self.server.request("OPTIONS", "/api/query", headers=asked)
        self.assertEqual(reply.status, 204)
        self.assertIn("POST", reply.headers["Access-Control-Allow-Methods"])
        self.assertIn("Content-Type", reply.headers["Access-Control-Allow-Headers"])
        reply = self.server.request("OPTIONS", "/api/query", headers={**asked, "Origin": "https://evil.example.org"})
        self.assertEqual((reply.status, reply.headers["Access-Control-Allow-Methods"]), (204, None))


class EverySite(WithServer):
    arguments = ("--allow-origin", "*")

    def test_all_sites_may_read(self):
        reply = self.server.ask("RETURN 1", headers={"Origin": "https://any.example.org"})
        self.assertEqual(reply.headers["Access-Control-Allow-Origin"], "*")


class Slow(WithServer):
    arguments = ("--client-timeout", "2", "--idle-timeout", "2")

    def test_a_request_that_does_not_end_is_408(self):
        requests = (b"GET /hea", b"GET /health HTTP/1.1\r\nHost: localhost\r\n",
                    b"POST /api/query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{")
        clients = [self.server.connect() for _ in requests]
        for client, begun in zip(clients, requests):
            client.sendall(begun)
        for client, begun in zip(clients, requests):
            self.assertEqual(status_of(read_all(client)), 408, begun)
            client.close()

    def test_a_byte_now_and_then_does_not_help(self):
        with self.server.connect() as client:
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
            client.settimeout(0.05)
            for _ in range(1000):
                client.sendall(b"a")
                with contextlib.suppress(TimeoutError):
                    received = client.recv(65536)
                    break
            else:
                self.fail("the server listened to all of it")
            self.assertEqual(status_of(received), 408)

    def test_many_slow_clients_keep_nobody_from_asking(self):
        slow = [self.server.connect() for _ in range(200)]
        for client in slow:
            client.sendall(b"GET /health HTTP/1.1\r\n")
        self.assertEqual(self.server.ask("RETURN 1").status, 200)
        for client in slow:
            self.assertEqual(status_of(read_all(client)), 408)
            client.close()

    def test_idle_connections_are_closed(self):
        with self.server.connect() as client:
            client.sendall(get("/health"))
            self.assertEqual(status_of(read_all(client)), 200)
        self.assertEqual(self.server.raw(b""), b"")

    # At the rate that is allowed, an answer may take minutes; what a test can wait for is that others are served.
    def test_a_client_that_does_not_take_its_answer_keeps_nobody_from_asking(self):
        client = asking_for_much(self.server, "x")
        wait_until(lambda: counter(self.server, "confer_connections") >= 2)
        self.assertEqual(self.server.ask("RETURN 1").status, 200)
        client.close()
        wait_until(lambda: counter(self.server, "confer_connections") == 1)


class Crowded(WithServer):
    arguments = ("--workers", "1", "--max-queue", "2", "--timeout", "300", "--max-connections", "20")

    def begin(self, number):
        client = self.server.connect()
        client.sendall(get("/api/query?q=" + urllib.parse.quote(f"{LONG}, {number}")))  # the same one would run once for all
        return client

    def at_work(self):
        return counter(self.server, "confer_statements_queued") + counter(self.server, "confer_statements_running")

    def fill(self):
        """Clients whose statements take the worker and the whole queue."""
        wait_until(lambda: self.at_work() == 0)  # a worker is done a little after its reply has come
        busy = [self.begin(0)]
        wait_until(lambda: counter(self.server, "confer_statements_running") == 1)
        busy += [self.begin(1), self.begin(2)]
        wait_until(lambda: counter(self.server, "confer_statements_queued") == 2)
        return busy

    def leave(self, busy):
        """They go away, which cancels what runs for them; gives how many were cancelled."""
        before = counter(self.server, "confer_statements_cancelled_total")
        for client in busy:
            client.close()
        wait_until(lambda: counter(self.server, "confer_statements_cancelled_total") - before >= len(busy))
        wait_until(lambda: self.at_work() == 0)
        return counter(self.server, "confer_statements_cancelled_total") - before

    def test_when_the_queue_is_full_clients_come_back_later(self):
        busy = self.fill()
        reply = self.server.ask("RETURN 'new'")
        self.assertEqual((reply.status, reply.error["name"], reply.headers["Retry-After"]), (503, "too-busy", "1"))

        self.assertEqual(self.leave(busy), 3)
        self.assertEqual(self.server.ask("RETURN 'new'").status, 200)

    def test_what_is_in_the_cache_needs_no_place_in_the_queue(self):
        self.assertEqual(self.server.ask("RETURN 'known'").status, 200)
        busy = self.fill()
        self.assertEqual(self.server.ask("RETURN 'known'").status, 200)
        self.leave(busy)

    def test_connections_are_counted(self):
        clients = [self.server.connect() for _ in range(20)]
        wait_until(lambda: status_of(self.server.raw(get("/health", "Connection: close"))) == 503)
        for client in clients:
            client.close()
        wait_until(lambda: status_of(self.server.raw(get("/health", "Connection: close"))) == 200)


class Hoarding(WithServer):
    arguments = ("--cache", "0", "--client-timeout", "300", "--timeout", "60")

    def test_answers_that_nobody_takes_do_not_fill_the_memory(self):
        pairs = [a + b for a in "abcdefghij" for b in "abcde"]  # 8 MB each, and 256 may be on their way
        clients = [asking_for_much(self.server, pair) for pair in pairs]
        wait_until(lambda: self.server.ask("RETURN 1").status == 503)
        reply = self.server.ask("RETURN 1")
        self.assertEqual((reply.status, reply.error["name"]), (503, "too-busy"))
        for client in clients:
            client.close()
        wait_until(lambda: self.server.ask("RETURN 1").status == 200)


class Greedy(WithServer):
    arguments = ("--rate", "1", "--trust-proxy", "127.0.0.1")  # slow enough that no machine is slower

    def ask(self, client):
        return self.server.ask("RETURN 1", headers={"X-Forwarded-For": client})

    def test_a_client_that_asks_too_often_has_to_wait(self):
        replies = [self.ask("192.0.2.1") for _ in range(40)]
        refused = [reply for reply in replies if reply.status == 429]
        self.assertEqual({reply.status for reply in replies[:2]}, {200})
        self.assertTrue(refused)
        self.assertEqual((refused[0].error["name"], refused[0].headers["Retry-After"]), ("too-many-requests", "1"))
        self.assertEqual(self.ask("192.0.2.2").status, 200)

    def test_it_is_whom_the_proxy_names_last(self):
        for n in range(40):
            last = self.ask(f"198.51.100.{n}, 192.0.2.3")
        self.assertEqual(last.status, 429)

    def test_a_network_of_ipv6_is_one_client(self):
        for n in range(40):
            last = self.ask(f"2001:db8:1:2::{n:x}")
        self.assertEqual(last.status, 429)
        self.assertEqual(self.ask("2001:db8:1:3::1").status, 200)

    def test_whom_it_does_not_trust_names_nobody(self):
        other = Server(CONFER, "--rate", "1")
        try:
            replies = [other.ask("RETURN 1", headers={"X-Forwarded-For": f"198.51.100.{n}"}) for n in range(40)]
            self.assertIn(429, {reply.status for reply in replies})
        finally:
            other.close()

    def test_health_can_always_be_asked(self):
        for _ in range(40):
            self.assertTrue(self.server.is_well())


class AtOnce(WithServer):
    def test_many_clients_get_their_own_answers(self):
        wrong = []

        def client(number):
            connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=300)
            for n in range(25):
                connection.request("GET", f"/api/query?q=RETURN+{number}+*+1000+%2B+{n}&format=jsonl")
                response = connection.getresponse()
                body = response.read().decode()
                if response.status != 200 or f":{number * 1000 + n}}}" not in body.replace(" ", ""):
                    wrong.append((response.status, body))
            connection.close()

        clients = [threading.Thread(target=client, args=(number,)) for number in range(40)]
        for each in clients:
            each.start()
        for each in clients:
            each.join()
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()
