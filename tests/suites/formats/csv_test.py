#!/usr/bin/env python3
"""What Confer writes as CSV, Python's own reader reads back: csv_test.py CONFER"""
import csv
import io
import subprocess
import sys

TEXTS = ["plain", "", " spaces ", "a,b", 'say "so"', '"', "two\nlines", "return\rtoo", "both\r\n", ",,", "semi;colon", "tab\there",
         "é心理😀", "'", "\\", "=1+1"]


def literal(text):
    escapes = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return "'" + "".join(escapes.get(c, c) for c in text) + "'"


def rows_of(confer, statement):
    ran = subprocess.run([confer, "--empty", "--format", "csv", statement], capture_output=True, check=True)
    return list(csv.reader(io.StringIO(ran.stdout.decode(), newline=""), strict=True))


def check(what, got, wanted):
    if got == wanted:
        return 0
    print(f"{what}: got {got!r}, not {wanted!r}")
    return 1


def main():
    confer = sys.argv[1]
    wrong = 0
    texts = ", ".join(map(literal, TEXTS))
    wrong += check("one column", rows_of(confer, f"UNWIND [{texts}] AS x RETURN x"), [["x"]] + [[text] for text in TEXTS])
    wrong += check("two columns", rows_of(confer, f"UNWIND [{texts}] AS x RETURN x, x + x AS y"),
                   [["x", "y"]] + [[text, text + text] for text in TEXTS])
    wrong += check("names", rows_of(confer, "RETURN 1 AS `a,b`, 2 AS `say \"so\"`"), [["a,b", 'say "so"'], ["1", "2"]])
    wrong += check("null", rows_of(confer, "UNWIND [null, 1] AS x RETURN x"), [["x"], [""], ["1"]])
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
