"""What the tests of exchange formats share: the command, folders of their own, hostile graphs, and comparing graphs."""
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

CONFER = sys.argv.pop(1)
GRAPHS = pathlib.Path(__file__).parents[2] / "graphs"
SOURCE = pathlib.Path(__file__).parents[3]

HOSTILE = ["", " ", "plain", " both ends ", "two  spaces", 'say "so"', "it's", "back`tick", "two\nlines", "return\r", "\r\n",
           "\n", "tab\there", "a,b", "a;b", ";", ";;", "\\", "\\\\", "end\\", "\\;", "\\[]", "\\n", "\\N", '\\"', "[]", "[1, 2]", "{}",
           "<b>&amp;</b>", "]]>", "<![CDATA[x]]>", "&#13;", "&lt;", "_x0041_", "_x", "_x005F_", "_xZZZZ_", "%20", "100%", "a/b", "a:b",
           "#", "//", "/* */", "<>", "^^xsd:double", "@en", "@id", "_:b", "$x", "NaN", "Infinity", "true", "null", "1", "1.0", "-",
           "\0", "\x01", "\x1f", "\x7f", "\x0b\x0c", "\u00e9t\u00e9", "\u5fc3\u7406", "\U0001f600", "\u05e9\u05dc\u05d5\u05dd\u200f", "\u202e",
           "\u0301", "\ufffd", "\ufffe", "\uffff", "\u2028", "\u0085", "\ufeff", "node:a", "x" * 3000]
INTEGERS = [0, 1, -1, 2**53, 2**53 + 1, 2**63 - 1, -2**63, 1951]
FLOATS = [0.0, -0.0, 1.0, 0.1, -1.5, 1e300, 1e-300, 5e-324, 1.7976931348623157e308, 1 / 3, 1e15, 1e16, 1e22, 123456789.125]


def confer(*arguments, stdin="", **more):
    return subprocess.run([CONFER, *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=300, **more)


def snapshot(path, *options):
    """All that a file holds, through the pipe: nodes by id, and relationships, with properties as the pipe spells them."""
    requests = [{"id": 1, "load": str(path)}, {"id": 2, "snapshot": True}]
    ran = confer(*options, "pipe", stdin="".join(json.dumps(one) + "\n" for one in requests))
    replies = [json.loads(line) for line in ran.stdout.split("\n") if line]
    if "error" in replies[0]:
        raise AssertionError(replies[0]["error"]["rendered"])
    nodes = {one["$node"]["id"]: one["$node"] for one in replies[1]["nodes"]}
    named = {number: node["properties"].get("id") for number, node in nodes.items()}
    rels = [one["$rel"] for one in replies[1]["rels"]]
    key = lambda value: json.dumps(value, sort_keys=True)
    return {"nodes": sorted(key([sorted(node["labels"]), node["properties"]]) for node in nodes.values()),
            "rels": sorted(key([named[rel["start"]], rel["type"], named[rel["end"]], rel["properties"]]) for rel in rels)}


def random_graph(seed):
    """Small and as hostile as graph JSON can be: odd names everywhere, all types, lists of each, parallel relationships."""
    pick = random.Random(seed)
    scalars = [lambda: pick.choice(HOSTILE), lambda: pick.choice(INTEGERS), lambda: pick.choice(FLOATS), lambda: pick.random() < 0.5]
    names = [text for text in HOSTILE if text] + ["name", "year", "sources", "aliases", "summary"]

    def values():
        kind = pick.choice(scalars)
        return [kind() for _ in range(pick.choice([0, 1, 1, 2, 3]))]

    def value():
        shape = pick.random()
        if shape < 0.5:
            return pick.choice(scalars)()
        return values() if shape < 0.95 else [pick.choice(scalars)() for _ in range(3)]

    def properties(taken):
        keys = [name for name in pick.sample(names, 5) if name not in taken]
        return {key: value() for key in keys}

    ids = pick.sample([text for text in HOSTILE if text], 7) + ["a", "b"]
    labels = pick.sample([text for text in HOSTILE if text], 4) + ["Approach"]
    types = pick.sample([text for text in HOSTILE if text], 3) + ["USES"]
    nodes = [{"id": one, "labels": pick.sample(labels, pick.choice([0, 1, 1, 2])), **properties({"id", "label", "labels"})} for one in ids]
    edges = []
    for _ in range(8):
        edge = {"from": pick.choice(ids), "type": pick.choice(types), "to": pick.choice(ids)}
        for _ in range(pick.choice([1, 1, 2])):
            edges.append({**edge, **properties({"from", "type", "to"})})
    return {"confer": 1, "name": pick.choice(HOSTILE), "description": pick.choice(HOSTILE), "nodes": nodes, "edges": edges}


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def convert(self, source, target, *options):
        ran = confer("convert", source, target, *options)
        self.assertEqual((ran.returncode, ran.stdout), (0, ""), ran.stderr)
        return ran.stderr

    def written(self, graph, name, *options):
        """The path of the graph in the format that the name tells."""
        source = self.folder / "written.json"
        source.write_text(json.dumps(graph))
        self.convert(source, self.folder / name, *options)
        return self.folder / name

    def canonical(self, source, *options):
        """The graph JSON of any file."""
        target = self.folder / "canonical.json"
        self.convert(source, target, *options)
        return target.read_text()

    def graph_in(self, name, text):
        """What a file with this text holds, as graph JSON."""
        path = self.folder / name
        path.write_text(text)
        return json.loads(self.canonical(path))

    def problems_in(self, name, text, encoding="utf-8"):
        """(line, message) of each problem of a file with this text; nothing may have been written."""
        path = self.folder / name
        path.write_text(text, encoding=encoding)
        target = self.folder / "nothing.json"
        ran = confer("convert", path, target)
        self.assertEqual((ran.returncode, ran.stdout), (3, ""), ran.stderr)
        self.assertFalse(target.exists())
        blocks = ran.stderr.split("\n\n")[1:]
        found = []
        for block in blocks:
            message, place = block.splitlines()[:2]
            line = place.rsplit(":", 1)[1] if place.startswith(" --> ") and place.rsplit(":", 1)[-1].isdigit() else "0"
            found.append((int(line), message.removeprefix("error[bad-data]: ")))
        return found
