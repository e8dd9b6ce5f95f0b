"""A MediaWiki for a test, made anew in a folder and served by PHP alone; and what a browser makes of its pages."""
import html.parser
import json
import os
import pathlib
import re
import subprocess
import urllib.parse
import urllib.request

from processes import end, free_port, start, wait_until_open

MEDIAWIKI = pathlib.Path("/usr/share/mediawiki")
EXTENSION = pathlib.Path(__file__).parents[3] / "plugins/hosts/mediawiki/extension.json"
WIKI_SETTINGS = """
wfLoadExtension( 'Confer', '%s' );
error_reporting( E_ALL );
ini_set( 'display_errors', '1' );
$wgShowExceptionDetails = true;
$wgDevelopmentWarnings = true;
$wgEnableUploads = false;
$wgJobRunRate = 0;
require __DIR__ . '/changing.php';
"""


def php_text(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


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
        self.process = start(["php", "-d", "opcache.revalidate_freq=0", "-S", f"127.0.0.1:{self.port}", "-t", MEDIAWIKI],
                             self.log, cwd=MEDIAWIKI, env=self.environment)
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

    def view(self, title):
        address = f"{self.url}/index.php?" + urllib.parse.urlencode({"title": title})
        with urllib.request.urlopen(address, timeout=120) as reply:
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
