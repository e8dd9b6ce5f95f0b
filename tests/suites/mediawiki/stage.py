"""What the tests of the extension share: one wiki and one engine for a file of tests."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from engines import Engine, FalseEngine
from wiki import Wiki

HERE = pathlib.Path(__file__).parent
THERAPY = HERE.parents[1] / "graphs" / "therapy.json"
ERRORS, STALE = "Pages_with_Confer_errors", "Pages_with_old_Confer_answers"


class Stage:
    """Where a file of tests plays: `stage.set_up(CONFER)` in its setUpModule()."""

    def set_up(self, confer):
        self.confer = confer
        folder = tempfile.TemporaryDirectory()
        unittest.addModuleCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.graph = self.folder / "graph.json"
        shutil.copy(THERAPY, self.graph)
        self.engine = Engine(confer, self.folder, "--graph", self.graph)
        unittest.addModuleCleanup(self.engine.close)
        self.wiki = Wiki(self.folder / "wiki", "wfLoadExtension( 'Cite' );\n")
        unittest.addModuleCleanup(self.wiki.close)

    def command(self, *arguments):
        """What the command answers from the same graph."""
        return subprocess.run([self.confer, "-g", self.graph, *arguments], capture_output=True, timeout=300,
                              check=True).stdout.decode()


stage = Stage()


class OnTheWiki(unittest.TestCase):
    """Each test begins with the real engine, and ends without a word of complaint from PHP."""

    def setUp(self):
        self.wiki, self.engine = stage.wiki, stage.engine
        self.wiki.configure(ConferServer=self.engine.url)

    def tearDown(self):
        self.assertEqual(self.wiki.warnings(), [])

    def answers_of(self, reply, **variables):
        """From here on, a false engine is asked."""
        false = FalseEngine(reply if callable(reply) else lambda request: reply)
        self.addCleanup(false.close)
        self.wiki.configure(ConferServer=false.url, **variables)
        return false
