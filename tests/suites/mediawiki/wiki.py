"""A MediaWiki for a test, made anew in a folder and served by PHP alone; an engine that can go and come back; one that
answers what a test wants; and a look in Chromium. All end with the test, whatever happens."""
import collections
import contextlib
import html.parser
import http.server
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.parse
import urllib.request
import zlib

MEDIAWIKI = pathlib.Path("/usr/share/mediawiki")
EXTENSION = pathlib.Path(__file__).parents[3] / "plugins/hosts/mediawiki/extension.json"
WIKI_SETTINGS = """
wfLoadExtension( 'Confer', '%s' );
error_reporting( E_ALL );
ini_set( 'display_errors', '1' );
$wgShowExceptionDetails = true;
$wgDevelopmentWarnings = true;
$wgEnableUploads = false;
require __DIR__ . '/changing.php';
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def php_text(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def end(process):
    """Ends a process and all that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_until_open(port, process, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if process.poll() is not None:
            raise AssertionError(f"{process.args} ended with {process.returncode}")
        time.sleep(0.02)
    raise AssertionError(f"{process.args} does not listen")


class Page(html.parser.HTMLParser):
    """What a browser makes of a piece of HTML: its elements, and its text."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.source, self.elements, self.pieces, self.comments = source, [], [], ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.pieces.append(data)

    def handle_comment(self, data):
        self.comments += data

    @property
    def text(self):
        return " ".join("".join(self.pieces).split())

    def all(self, tag, **wanted):
        """Attributes of the elements called so; `class_` has to be among an element's classes."""
        named = {key.rstrip("_"): value for key, value in wanted.items()}
        return [attributes for name, attributes in self.elements if name == tag and all(
            value in (attributes.get(key) or "").split() if key == "class" else attributes.get(key) == value
            for key, value in named.items())]

    def texts(self, tag):
        """The text of each element called so, without those inside others of its name."""
        found = re.findall(rf"<{tag}(?=[ >])[^>]*>(.*?)</{tag}>", self.source, re.S)
        return [Page(inner).text for inner in found]


class Wiki:
    """A wiki of its own, with Confer; `settings` is PHP, such as a wfLoadExtension()."""

    def __init__(self, folder, settings=""):
        self.folder, self.port = pathlib.Path(folder), free_port()
        self.process = None
        (self.folder / "data").mkdir(parents=True)
        self.maintain("install.php", "--dbtype", "sqlite", "--dbname", "wiki", "--dbpath", self.folder / "data",
                      "--server", self.url, "--scriptpath", "", "--confpath", self.folder,
                      "--pass", "correct-horse-battery", "--lang", "en", "Training wiki", "Admin", environment={})
        with open(self.folder / "LocalSettings.php", "a") as local:
            local.write(WIKI_SETTINGS % EXTENSION + settings)
        self.configure()
        self.log = open(self.folder / "php.log", "w")
        # What a test changes counts from the next request on, not once a cached file is looked at again.
        self.process = subprocess.Popen(["php", "-d", "opcache.revalidate_freq=0", "-S", f"127.0.0.1:{self.port}", "-t", MEDIAWIKI],
                                        cwd=MEDIAWIKI, env=self.environment, stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log, start_new_session=True)
        wait_until_open(self.port, self.process)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self):
        return {**os.environ, "MW_CONFIG_FILE": str(self.folder / "LocalSettings.php")}

    def maintain(self, script, *arguments, environment=None, text=None):
        ran = subprocess.run(["php", MEDIAWIKI / "maintenance" / script, *arguments], cwd=MEDIAWIKI, input=text,
                             env=os.environ if environment is not None else self.environment, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        if ran.returncode != 0:
            raise AssertionError(f"{script}: {ran.stdout}")
        return ran.stdout

    def configure(self, **variables):
        """From the next request on: $wgConfer… as given, the others as they come. Answers are asked for each time."""
        values = {"ConferServer": "http://127.0.0.1:1", "ConferRefreshTime": 0, "ConferRetryTime": 0,
                  "ConferTimeout": 30, **variables}
        lines = [f"$wg{name} = json_decode( {php_text(json.dumps(value))} );" for name, value in values.items()]
        (self.folder / "changing.php").write_text("<?php\n" + "\n".join(lines) + "\n")

    def api(self, **parameters):
        body = urllib.parse.urlencode({"format": "json", "formatversion": 2, **parameters}).encode()
        with urllib.request.urlopen(self.url + "/api.php", body, timeout=120) as reply:
            text = reply.read().decode()
        if not text.startswith("{"):
            raise AssertionError("PHP wrote something: " + text[:2000])
        return json.loads(text)

    def parse(self, wikitext, language="en"):
        """The page that the text gives, and its categories."""
        parsed = self.api(action="parse", title="Test", contentmodel="wikitext", text=wikitext, uselang=language,
                          prop="text|categories|properties|externallinks|links|templates|images", disablelimitreport=1)
        if "parse" not in parsed:
            raise AssertionError(parsed)
        page = Page(parsed["parse"]["text"])
        page.parsed = parsed["parse"]
        page.categories = sorted(category["category"] for category in parsed["parse"]["categories"])
        return page

    def save(self, title, wikitext):
        self.maintain("edit.php", "--user", "Admin", title, text=wikitext)

    def view(self, title, purge=False):
        if purge:
            self.api(action="purge", titles=title)
        with urllib.request.urlopen(f"{self.url}/index.php?" + urllib.parse.urlencode({"title": title}), timeout=120) as reply:
            return Page(reply.read().decode())

    def warnings(self):
        """What PHP complained of."""
        self.log.flush()
        return [line for line in (self.folder / "php.log").read_text().splitlines() if re.search(
            r"Warning|Notice|Deprecated|Fatal|Uncaught", line)]

    def close(self):
        if self.process:
            end(self.process)
            self.log.close()


class Engine:
    """confer serve on a port that stays the same while it goes and comes back."""

    def __init__(self, confer, folder, *arguments):
        self.command = [confer, "serve", *arguments]
        self.port, self.access_log = free_port(), pathlib.Path(folder) / f"access-{time.monotonic_ns()}.log"
        self.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        self.process = subprocess.Popen(
            [*self.command, "--port", str(self.port), "--access-log", self.access_log], start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until_open(self.port, self.process)

    def stop(self):
        """Ends it kindly, so that its log is whole."""
        self.process.terminate()
        self.process.wait(60)

    def statuses(self):
        """Of all replies to questions so far."""
        return [entry["status"] for entry in map(json.loads, self.access_log.read_text().splitlines())
                if "/api/query" in entry.get("path", entry.get("target", ""))]

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


def screenshot(url, folder):
    """How many pixels of each colour Chromium shows of a page."""
    folder.mkdir()
    picture = folder / "page.png"
    browser = subprocess.Popen(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--hide-scrollbars", f"--user-data-dir={folder / 'profile'}",
         "--window-size=1000,900", f"--screenshot={picture}", url],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        browser.wait(180)
    finally:
        end(browser)
    return colours(picture.read_bytes())


def colours(png):
    """Of a picture with 8 bits a channel and no interlacing, as Chromium writes them (W3C, Portable Network Graphics, 9)."""
    place, data = 8, b""
    while place < len(png):
        length, kind = int.from_bytes(png[place:place + 4], "big"), png[place + 4:place + 8]
        chunk = png[place + 8:place + 8 + length]
        if kind == b"IHDR":
            width, channels = int.from_bytes(chunk[:4], "big"), {2: 3, 6: 4}[chunk[9]]
        elif kind == b"IDAT":
            data += chunk
        place += length + 12
    lines, stride, above = zlib.decompress(data), width * channels, bytes(width * channels)
    counts = collections.Counter()
    for begin in range(0, len(lines), stride + 1):
        line = bytearray(lines[begin + 1:begin + 1 + stride])
        unfilter(lines[begin], line, above, channels)
        counts.update(zip(*(line[channel::channels] for channel in range(3))))
        above = line
    return counts


def unfilter(kind, line, above, channels):
    for i in range(len(line)):
        left = line[i - channels] if i >= channels else 0
        up, corner = above[i], above[i - channels] if i >= channels else 0
        if kind == 1:
            line[i] = (line[i] + left) & 255
        elif kind == 2:
            line[i] = (line[i] + up) & 255
        elif kind == 3:
            line[i] = (line[i] + (left + up) // 2) & 255
        elif kind == 4:
            guess = left + up - corner
            nearest = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
            line[i] = (line[i] + nearest) & 255
