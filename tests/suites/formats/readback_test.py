#!/usr/bin/env python3
"""What Confer writes for other programs, their own readers read back: readback_test.py CONFER"""
import html
import html.parser
import json
import re
import subprocess
import sys

TEXTS = ["plain", "", "a,b", 'say "so"', "two\nlines", "return\rtoo", "both\r\n", "tab\there", "back\\slash", "\\n", "é心理😀",
         "<script>alert('x')</script>", "</td></tr></table>", "a & b &amp; c", "<!-- x -->", "a|b", "||", "!!", "]] [[x]]",
         "{{c}} {|", "''i'' '''b'''", "~~~~", "__NOTOC__", "== h ==", "http://x.example", "<ref>r</ref>", "<nowiki>", "-{a}-",
         "#1 * : ;", "שלום", "\u202Ereversed", "\u200F", "\0\x1B[31m", "'", "`"]


def literal(text):
    escapes = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\u0000", "\x1B": "\\u001B"}
    return "'" + "".join(escapes.get(c, c) for c in text) + "'"


def written(confer, form, statement):
    ran = subprocess.run([confer, "--empty", "--format", form, statement], capture_output=True, check=True)
    return ran.stdout.decode()


def unescaped(field):
    return re.sub(r"\\(.)", lambda found: {"t": "\t", "n": "\n", "r": "\r"}.get(found[1], found[1]), field)


class Cells(html.parser.HTMLParser):
    """The texts of headings and cells, by rows, and the tags that have no business here."""

    EXPECTED = "html head meta title style body div table caption thead tbody bdi".split()

    def __init__(self):
        super().__init__()
        self.rows, self.open, self.stray = [], False, []

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")
            self.open = True
        elif tag == "br":
            self.handle_data("\n")
        elif tag not in self.EXPECTED:
            self.stray.append(tag)

    def handle_endtag(self, tag):
        if tag in ("th", "td"):
            self.open = False

    def handle_data(self, data):
        if self.open:
            self.rows[-1][-1] += data


def in_documents(text):
    """As documents can hold it: without tabs and control characters."""
    return re.sub(r"[\x00-\x08\x0B-\x1F\x7F]", "\uFFFD", text.replace("\t", " ").replace("\r", ""))


def html_rows(text):
    cells = Cells()
    cells.feed(text)
    assert not cells.stray, cells.stray
    return cells.rows


MARKUP = re.compile(r"\[|\]|\{|\}|\||''|~~~|__|!!|==|<(?!/?bdi>|br>)|://")


def wiki_rows(text):
    """Entities are taken for what they stand for only after it is clear that nothing else is markup."""
    rows = []
    for line in text.split("\n"):
        if line == "|-":
            rows.append([])
        elif line.startswith(("! ", "| ")):
            cell = re.sub(r'^[!|] (?:(?:scope|style)="[^"]*" \| )?', "", line)
            assert not MARKUP.search(cell), cell
            rows[-1].append(html.unescape(re.sub(r"</?bdi>", "", cell).replace("<br>", "\n")))
    return rows


def check(what, got, wanted):
    if got == wanted:
        return 0
    for one, other in zip(got, wanted):
        if one != other:
            print(f"{what}: got {one!r}, not {other!r}")
    print(f"{what}: got {len(got)}, not {len(wanted)}")
    return 1


def main():
    confer = sys.argv[1]
    texts = ", ".join(map(literal, TEXTS))
    statement = f"UNWIND [{texts}] AS x RETURN x, x + x AS y"
    pairs = [[text, text + text] for text in TEXTS]
    shown = [["x", "y"]] + [[in_documents(text) for text in pair] for pair in pairs]
    wrong = 0
    wrong += check("jsonl", [json.loads(line) for line in written(confer, "jsonl", statement).split("\n")[:-1]],
                   [{"x": x, "y": y} for x, y in pairs])
    wrong += check("tsv", [list(map(unescaped, line.split("\t"))) for line in written(confer, "tsv", statement).split("\n")[:-1]],
                   [["x", "y"]] + pairs)
    wrong += check("html", html_rows(written(confer, "html", statement)), shown)
    wrong += check("wikitext", wiki_rows(written(confer, "wikitext", statement)), shown)
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
