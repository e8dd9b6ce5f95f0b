#!/usr/bin/env python3
"""Statements as large and as deep as they may be, and beyond: large_test.py CONFER

Up to 1 MiB and 1,000 levels there is an answer; beyond there is an error; never a crash.
"""
import json
import subprocess
import sys

MIB = 1 << 20
FULL = MIB - 64  # of a statement, with room for its frame


def long_statements():
    """name, statement; each is to be answered."""
    yield "a long condition", "RETURN " + "true AND " * (FULL // 20) + "true"
    yield "a long sum", "RETURN " + "1+" * (FULL // 2) + "1"
    yield "a long calculation", "RETURN 1" + " + 2 * 3 - 4" * (FULL // 12)
    yield "a long list", "RETURN size([" + "1," * (FULL // 4) + "1])"
    yield "a long text", "RETURN size('" + "a" * FULL + "')"
    yield "a long name", "RETURN 1 AS `" + "a" * FULL + "`"
    yield "a long comment", "RETURN /*" + "a" * FULL + "*/ 1"
    yield "blanks", "RETURN" + " " * FULL + "1"
    yield "many parts", " UNION ALL ".join(["RETURN 1 AS x"] * 2000)
    yield "many clauses", "WITH 1 AS x " * 2000 + "RETURN x"
    yield "many groups", "MATCH (a) " + "WITH a, count(*) AS c " * 1900 + "RETURN 1 AS x"
    yield "many groups in order", "MATCH (a) " + "WITH a, count(*) AS c ORDER BY c SKIP 1 LIMIT 5 WHERE c > 0 " * 600 + "RETURN 1 AS x"
    yield "many lists", "".join(f"UNWIND [1] AS x{i} " for i in range(3900)) + "RETURN 1 AS x"
    yield "many calls", "".join(f"CALL db.labels() YIELD label AS x{i} WHERE x{i} <> '' " for i in range(1900)) + "RETURN 1 AS x"
    yield "many filters", "MATCH (a) " + "FILTER a.k > 1 " * 3900 + "RETURN 1 AS x"
    yield "many columns", "RETURN " + ", ".join(f"{i} AS c{i}" for i in range(3000))
    yield "many patterns", "MATCH " + ", ".join(f"(n{i})" for i in range(300)) + " RETURN count(*)"
    yield "many relationships that differ", "MATCH " + ", ".join(["()-[:R]->()"] * 900) + " RETURN count(*)"
    yield "a path as long as may be", "MATCH (a)" + "-[:R]->()" * 1300 + " RETURN count(*)"
    yield "a long path", "MATCH (a)" + "-[:R]->()" * 300 + " RETURN count(*)"
    yield "many conditions that must hold", "MATCH (a) WHERE " + " AND ".join(f"a.k <> {i}" for i in range(50_000)) + " RETURN count(*)"
    yield "many conditions", "MATCH (a) WHERE " + " OR ".join(f"a.k = {i}" for i in range(3000)) + " RETURN count(*)"
    yield "a long case", "RETURN CASE 0 " + " ".join(f"WHEN {i + 1} THEN {i}" for i in range(3000)) + " ELSE -1 END"


def beyond():
    """name, statement; each has more parts than a plan may have steps."""
    yield "clauses without end", "WITH 1 AS x " * (FULL // 12) + "RETURN x"
    yield "groups without end", "MATCH (a0) " + "".join(f"WITH a{i} AS a{i + 1}, count(*) AS c " for i in range(3900)) + "RETURN 1 AS x"
    yield "nodes without end", "MATCH " + ",".join(["()"] * (FULL // 3)) + " RETURN 1"
    yield "a path without end", "MATCH (a)" + "-->()" * (FULL // 5) + " RETURN 1"
    yield "parts without end", " UNION ALL ".join(["RETURN 1 AS x"] * (FULL // 24))
    yield "labels without end", "MATCH (a:" + "|".join(["A"] * (FULL // 2)) + ") RETURN 1"


def nested(opening, inner, closing, levels):
    return "RETURN " + opening * levels + inner + closing * levels


NESTED = [("parentheses", "(", "1", ")"), ("lists", "[", "1", "]"), ("maps", "{a: ", "1", "}"), ("not", "NOT ", "true", ""),
          ("minus", "- ", "1", ""), ("calls", "abs(", "1", ")"), ("case", "CASE WHEN true THEN ", "1", " END"),
          ("comprehensions", "[x IN ", "[1]", "]"), ("quantifiers", "any(x IN [1] WHERE ", "true", ")")]


def code(reply):
    return reply["error"]["code"] if "error" in reply else "answered"


def main():
    confer = sys.argv[1]
    cases = [(name, {"query": statement}, {"answered"}) for name, statement in long_statements()]
    for name, statement in beyond():
        cases.append((name, {"query": statement}, {"StatementTooLarge"}))
    cases.append(("too large", {"query": "RETURN '" + "a" * MIB + "'"}, {"StatementTooLarge"}))
    for name, opening, inner, closing in NESTED:
        cases.append((f"{name}, 900 deep", {"query": nested(opening, inner, closing, 900)}, {"answered"}))
        for levels in (1100, 100_000):
            if len(opening + closing) * levels < FULL:
                cases.append((f"{name}, {levels} deep", {"query": nested(opening, inner, closing, levels)}, {"NestingTooDeep"}))
    for levels, wanted in ((900, {"answered"}), (1100, {"NestingTooDeep"}), (500_000, {"NestingTooDeep"})):
        deep = "[" * levels + "]" * levels
        # Written by hand: Python's own writer of JSON does not go that deep.
        cases.append((f"a parameter {levels} deep", {"query": "RETURN size($p) AS s", "params": {"p": deep}}, wanted))
    requests = [request for _, request, _ in cases]
    lines = []
    for i, request in enumerate(requests):
        text = json.dumps({"id": i, **request})
        if "params" in request:
            text = text.replace(json.dumps(request["params"]["p"]), request["params"]["p"])
        lines.append(text)
    ran = subprocess.run([confer, "pipe", "--empty", "--timeout", "300"], input=("\n".join(lines) + "\n").encode(), capture_output=True, timeout=1400)
    replies = [json.loads(line) for line in ran.stdout.splitlines()]
    wrong = 0
    for (name, _, wanted), reply in zip(cases, replies):
        if code(reply) not in wanted:
            wrong += 1
            print(f"{name}: {code(reply)}, not {' or '.join(sorted(wanted))}")
    if len(replies) < len(cases) or ran.returncode != 0:
        wrong += 1
        print(f"{cases[len(replies)][0] if len(replies) < len(cases) else 'the end'}: exit status {ran.returncode}")
        print(ran.stderr.decode(errors="replace")[-2000:])
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
