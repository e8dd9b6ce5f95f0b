"""A server for a test: started on a free port, asked, and ended with the test whatever happens."""
import http.client
import json
import os
import pathlib
import queue
import signal
import socket
import subprocess
import sys
import threading
import urllib.parse

sys.path.append(str(pathlib.Path(__file__).parents[2] / "support"))
from waiting import wait_until  # the tests of this folder take it from here

GRAPHS = pathlib.Path(__file__).parents[2] / "graphs"
KITCHEN = str(GRAPHS / "kitchen.json")


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def error(self):
        return self.json["error"]


class Server:
    """confer serve with these arguments; `events` are its lines on standard error, as they come."""

    def __init__(self, confer, *arguments, environment=None):
        self.process = subprocess.Popen(
            [confer, "serve", "--port", "0", "--timeout", "300", *arguments],  # however slow the machine is
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**{k: v for k, v in os.environ.items() if k != "CONFER_TOKEN"}, **(environment or {})})
        self.events = queue.Queue()
        self.lines = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        try:
            self.port = self.wait_for("listening")["port"]
        except BaseException:
            self.close()
            raise

    def _read(self):
        for line in self.process.stderr:
            self.lines.append(line)
            try:
                self.events.put(json.loads(line))
            except ValueError:
                self.events.put({"event": "unreadable", "line": line.decode(errors="replace")})
        self.events.put({"event": "end"})

    def wait_for(self, name, timeout=300):
        while True:
            event = self.events.get(timeout=timeout)
            if event.get("event") == name:
                return event
            if event.get("event") in ("end", "unreadable"):
                raise AssertionError(f"waiting for `{name}`, the server wrote {event}")

    def connect(self, timeout=300):
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            response = connection.getresponse()
            return Reply(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path, headers=None, **parameters):
        query = urllib.parse.urlencode(parameters)
        return self.request("GET", path + ("?" + query if query else ""), headers=headers)

    def ask(self, statement, headers=None, **parameters):
        return self.get("/api/query", headers=headers, q=statement, **parameters)

    def post(self, headers=None, **members):
        return self.request("POST", "/api/query", json.dumps(members),
                            {"Content-Type": "application/json", **(headers or {})})

    def raw(self, request, timeout=300):
        """Sends bytes, and gives all that comes back until the server closes."""
        with self.connect(timeout) as client:
            client.sendall(request)
            return read_all(client)

    def is_well(self):
        return self.get("/health").status == 200

    def signal(self, number):
        self.process.send_signal(number)

    def stop(self, timeout=300):
        """Ends it kindly; gives its exit status."""
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout)
        self.close()
        return status

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()
        self.process.stderr.close()


def counter(server, name):
    """What /metrics says of it."""
    return next(float(line.split()[1]) for line in server.get("/metrics").text.splitlines() if line.startswith(name + " "))


def read_all(client):
    received = b""
    while True:
        try:
            piece = client.recv(65536)
        except ConnectionResetError:
            return received
        if not piece:
            return received
        received += piece


def status_of(received):
    """The status of the first reply among the bytes; 0: there is none."""
    words = received.split(b" ", 2)
    return int(words[1]) if len(words) > 1 and words[0].startswith(b"HTTP/1.") else 0
