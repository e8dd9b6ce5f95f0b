"""Engines for a wiki to ask: a real one that can go and come back, and one that answers what a test wants."""
import contextlib
import http.server
import json
import pathlib
import threading
import time
import urllib.request

from processes import end, free_port, start, wait_until, wait_until_open


class Engine:
    """confer serve on a port that stays the same while it goes and comes back."""

    def __init__(self, confer, folder, *arguments):
        self.command = [confer, "serve", "--timeout", "60", *arguments]
        self.port, self.access_log = free_port(), pathlib.Path(folder) / f"access-{time.monotonic_ns()}.log"
        self.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        self.process = start([*self.command, "--port", str(self.port), "--access-log", self.access_log])
        wait_until_open(self.port, self.process)

    def stop(self):
        """Ends it kindly, so that its log is whole."""
        self.process.terminate()
        self.process.wait(300)

    def version(self):
        """Of its graph."""
        with urllib.request.urlopen(self.url + "/health", timeout=300) as reply:
            return json.loads(reply.read())["version"]

    def statuses(self):
        """Of all replies to questions so far; the log has them once it has what was asked after them."""
        mark = f"mark {time.monotonic_ns()}"
        urllib.request.urlopen(urllib.request.Request(self.url + "/health", headers={"User-Agent": mark}), timeout=120).close()
        wait_until(lambda: mark in self.access_log.read_text())
        before = self.access_log.read_text().partition(mark)[0].splitlines()[:-1]
        return [entry["status"] for entry in map(json.loads, before) if entry["target"].startswith("/api/query")]

    def close(self):
        end(self.process)


class FalseEngine:
    """A server that answers what `reply` says: status, headers and body, for each request that comes."""

    def __init__(self, reply):
        outer = self
        self.requests = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                outer.requests.append((self.command, self.path, dict(self.headers), self.rfile.read(length)))
                status, headers, body = reply(self)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    for piece in [body] if isinstance(body, bytes) else body:
                        self.wfile.write(piece)

            do_GET = do_POST = answer

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def answer(columns, rows, **members):
    """An engine's reply as JSON."""
    body = {"columns": columns, "rows": rows, "notices": [], "sources": {}, "view": "table", "version": "abc", **members}
    return 200, {"Content-Type": "application/json", "X-Confer-Graph": "abc"}, json.dumps(body).encode()
