#!/usr/bin/env python3
"""Hostile statements under each limit: limits.py CONFER [--check] [--only TEXT]

Prints a table: how long a statement ran past its deadline, how much memory the process took beyond what it takes for a
harmless statement, and whether it ended with the right error and exit status. The promise is 10 % or 100 ms on an idle
machine; --check, which CTest uses, only fails on what is out by far: another error, another status, twice the time
or the memory.
"""
import argparse
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

TIMEOUT = 1.0
MEMORY_MB = 64
ROWS = 1000
MOST_MB = 4096

many = "UNWIND range(1, 100000000) AS x "
few = "UNWIND range(1, 3000) AS x UNWIND range(1, 30000) AS y "
text = "reduce(s = 'abcdefgh', i IN range(1, 17) | s + s)"  # 1 MiB

# name, statement, which limits it must run into: t(ime), m(emory), r(ows)
STATEMENTS = [
    ("cross product", "MATCH (a), (b), (c), (d) WHERE a.k + b.k + c.k + d.k < 0 RETURN count(*)", "t"),
    ("cross product of rows", "MATCH (a), (b), (c), (d) RETURN a, b, c, d", "tmr"),
    ("chain", "MATCH (a)--(b)--(c)--(d)--(e)--(f)--(g) WHERE a.k + b.k + c.k + d.k + e.k + f.k + g.k < 0 RETURN count(*)", "t"),
    ("cycle", "MATCH (a)--(b)--(c)--(d)--(e)--(f)--(a) WHERE b.k + c.k + d.k + e.k + f.k < 0 RETURN count(*)", "t"),
    ("hash join", "MATCH (a), (b) WHERE a.k = b.k MATCH (c), (d) WHERE c.k = d.k AND c.k = a.k AND a.k + b.k + c.k + d.k < 0 RETURN count(*)", "t"),
    ("variable length", "MATCH (a)-[*]-(b) WHERE a.k + b.k < 0 RETURN count(*)", "t"),
    ("variable length paths", "MATCH p = (a)-[*]-(b) RETURN p", "tmr"),
    ("variable length lists", "MATCH (a)-[r*]-(b) RETURN collect(r)", "tm"),
    ("optional", "MATCH (a), (b) OPTIONAL MATCH (a)--(c)--(d)--(e)--(b) WHERE c.k + d.k + e.k < 0 RETURN count(c)", "t"),
    ("exists", "MATCH (a), (b) WHERE EXISTS { (a)--(c)--(d)--(e)--(b) WHERE c.k + d.k + e.k < 0 } RETURN count(*)", "t"),
    ("count", "MATCH (a), (b) WHERE COUNT { (a)--(c)--(d)--(e)--(b) WHERE c.k + d.k + e.k < 0 } > 0 RETURN count(*)", "t"),
    ("pattern comprehension", "MATCH (a), (b) RETURN max(size([(a)--(c)--(d)--(e)--(b) | c.k]))", "t"),
    ("one pattern comprehension", "MATCH (a {id: 'n0'}) RETURN size([(a)--()--()--()--()--(c) | c.k])", "tm"),
    ("unwind", many + "RETURN count(x % 7 = 0)", "tm"),
    ("unwind of rows", many + "RETURN x", "mr"),
    ("nested unwind", few + "UNWIND range(1, 1000) AS z RETURN sum(x + y + z)", "t"),
    ("sort", few + "RETURN x, y ORDER BY x * y % 1000", "tm"),
    ("sort and cut", few + "RETURN x, y ORDER BY x * y % 1000 LIMIT 10", "t"),
    ("sort and cut late", few + "RETURN x, y ORDER BY x * y % 1000 SKIP 50000000 LIMIT 10", "tm"),
    ("distinct", few + "WITH DISTINCT x, y RETURN count(*)", "tm"),
    ("union", few + "RETURN x, y UNION " + few + "RETURN x, y", "tmr"),
    ("grouping", few + "WITH x, y, count(*) AS n RETURN sum(n)", "tm"),
    ("collect", few + "RETURN size(collect(x * y))", "tm"),
    ("collect of lists", few + "RETURN size(collect([x, y, x * y]))", "tm"),
    ("collect of texts", few + "RETURN size(collect(toString(x * y) + 'abcdefghijklmnopqrstuvwxyz'))", "tm"),
    ("count distinct", few + "RETURN count(DISTINCT x * y)", "tm"),
    ("percentile", few + "RETURN percentileCont(x * y, 0.5)", "tm"),
    ("text doubling", "RETURN size(reduce(s = 'abcdefgh', i IN range(1, 40) | s + s))", "m"),
    ("list doubling", "RETURN size(reduce(l = [1], i IN range(1, 40) | l + l))", "m"),
    ("regular expression", "WITH " + text + " AS s UNWIND range(1, 100000) AS i RETURN count(s =~ '(a|b|c|d|e|f|g|h)*x')", "t"),
    ("contains", "WITH " + text + " AS s UNWIND range(1, 1000000) AS i RETURN sum(CASE WHEN s CONTAINS 'hh' + i THEN 1 END)", "t"),
    ("replace", "WITH " + text + " AS s UNWIND range(1, 100000) AS i RETURN sum(size(replace(s, 'a', 'bc')))", "t"),
    ("replace that grows", "RETURN size(reduce(s = 'a', i IN range(1, 40) | replace(s, 'a', 'aaaa')))", "m"),
    ("split", "WITH " + text + " AS s RETURN size([i IN range(1, 1000) | split(s, 'a')])", "tm"),
    ("texts in a list", "WITH " + text + " AS s RETURN size([i IN range(1, 100000) | s + toString(i)])", "tm"),
    ("comprehension", "RETURN size([x IN range(1, 3000) | size([y IN range(1, 30000) WHERE x * y % 7 = 0 | x * y])])", "t"),
    ("comprehension that keeps", "RETURN size([x IN range(1, 3000) | [y IN range(1, 30000) | x * y]])", "tm"),
    ("reduce", "RETURN reduce(n = 0, x IN range(1, 3000) | n + reduce(m = 0, y IN range(1, 30000) | m + x * y % 7))", "t"),
    ("quantifier", "RETURN all(x IN range(1, 3000) WHERE none(y IN range(1, 30000) WHERE x * y < 0))", "t"),
    ("range", "RETURN size(range(1, 100000000))", "m"),
    ("ranges", "RETURN size([x IN range(1, 100000) | range(x, 100000)])", "tm"),
    ("list concatenation", "RETURN size(reduce(l = [], i IN range(1, 1000000) | l + [i, i]))", "t"),
    ("membership", "WITH range(1, 100000) AS l UNWIND range(1, 1000000) AS x WITH l, x WHERE -x IN l RETURN count(*)", "t"),
    ("sorting a list", "WITH [x IN range(1, 1000000) | x * 7919 % 1000003] AS l RETURN size([i IN range(1, 1000) | head(sort(l))])", "t"),
    ("reversing a list", "WITH range(1, 1000000) AS l RETURN size([i IN range(1, 100000) | head(reverse(l))])", "t"),
    ("comparing lists", "WITH range(1, 1000000) AS l, range(1, 1000000) AS m UNWIND range(1, 100000) AS i WITH l, m WHERE l = m RETURN count(*)", "t"),
    ("map", "RETURN size([x IN range(1, 100000000) | {a: x, b: x}])", "tm"),
]


def graph(path):
    """300 nodes with `k` of 0 to 9, 3,000 relationships: enough for any explosion."""
    choose = random.Random(1)
    nodes = [{"id": f"n{i}", "label": "N", "k": i % 10} for i in range(300)]
    edges = [{"from": f"n{choose.randrange(300)}", "type": "R", "to": f"n{choose.randrange(300)}"} for _ in range(3000)]
    path.write_text(json.dumps({"nodes": nodes, "edges": edges}))


def bounded():
    """So that what is not held doesn't take the machine down."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MB << 20, MOST_MB << 20))


def run(confer, graph_path, statement, *options):
    """Exit status, seconds, peak memory in MB, error."""
    started = time.monotonic()
    process = subprocess.Popen([confer, "--graph", str(graph_path), *options, statement], stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True, preexec_fn=bounded)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, time.monotonic() - started, usage.ru_maxrss / 1024, error.split("\n")[0]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("confer")
    arguments.add_argument("--check", action="store_true")
    arguments.add_argument("--only", default="")
    options = arguments.parse_args()
    timeout = 0.2 if options.check else TIMEOUT
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        graph_path = pathlib.Path(folder) / "graph.json"
        graph(graph_path)
        _, base_seconds, base_memory, _ = run(options.confer, graph_path, "RETURN 1")
        kinds = {
            "t": ("error[timeout]", ("--timeout", str(timeout))),
            "m": ("error[memory-limit]", ("--max-memory", str(MEMORY_MB), "--timeout", "20")),
            "r": ("error[row-limit]", ("--max-rows", str(ROWS), "--timeout", "20")),
        }
        print(f"{'statement':26} {'limit':7} {'seconds':>8} {'MB':>7}  result")
        for name, statement, limits in STATEMENTS:
            if options.only not in name:
                continue
            for limit in limits:
                wanted, flags = kinds[limit]
                status, seconds, memory, error = run(options.confer, graph_path, statement, *flags)
                seconds -= base_seconds
                memory -= base_memory
                problems = []
                if status != 4 or not error.startswith(wanted):
                    problems.append(f"exit status {status}, {error[:60]!r}")
                slack = 2 if options.check else 1.1
                over = max(0.1, timeout * (slack - 1)) if not options.check else max(1.0, timeout)
                if limit == "t" and seconds > timeout + over:
                    problems.append(f"{(seconds - timeout) * 1000:.0f} ms late")
                if limit == "m" and memory > MEMORY_MB * slack:
                    problems.append(f"{memory / MEMORY_MB:.2f} times the memory")
                wrong += bool(problems)
                if problems or not options.check:
                    label = {"t": "time", "m": "memory", "r": "rows"}[limit]
                    print(f"{name:26} {label:7} {seconds:8.2f} {memory:7.1f}  {'; '.join(problems) or 'held'}", flush=True)
    print(f"{wrong} not held")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
