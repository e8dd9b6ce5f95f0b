#!/usr/bin/env python3
"""Hostile statements under each limit: limits.py CONFER [--check] [--interrupt] [--only TEXT]

Prints a table: how long a statement ran past its deadline, how much memory the process took beyond what it takes for a
harmless statement, and whether it ended with the right error and exit status. The promise is 10 % or 100 ms. On a
machine that has other things to do a process is late by the clock although it did little since its deadline: where the
processor time that it used after the deadline is within the promise, the table says `held` and gives both times.
--interrupt sends the process SIGINT (Ctrl-C) instead of giving it a deadline, and leaves the other limits out.
--check only fails on what is out by far: another error, another status, twice the time or the memory.
"""
import argparse
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time

TIMEOUT = 1.0
MEMORY_MB = 64
ROWS = 1000
MOST_MB = 4096
SLACK = 0.1

many = "UNWIND range(1, 100000000) AS x "
few = "UNWIND range(1, 3000) AS x UNWIND range(1, 30000) AS y "
text = "reduce(s = 'abcdefgh', i IN range(1, 17) | s + s)"  # 1 MiB
walls = "".join(f"(a{i % 7})--(b{i}), " for i in range(60))

# name, statement, which limits it must run into: t(ime), m(emory), r(ows)
STATEMENTS = [
    ("cross product", "MATCH (a), (b), (c), (d) WHERE a.k + b.k + c.k + d.k < 0 RETURN count(*)", "t"),
    ("cross product of rows", "MATCH (a), (b), (c), (d) RETURN a, b, c, d", "tmr"),
    ("chain", "MATCH (a)--(b)--(c)--(d)--(e)--(f)--(g) WHERE a.k + b.k + c.k + d.k + e.k + f.k + g.k < 0 RETURN count(*)", "t"),
    ("cycle", "MATCH (a)--(b)--(c)--(d)--(e)--(f)--(a) WHERE b.k + c.k + d.k + e.k + f.k < 0 RETURN count(*)", "t"),
    ("many parts", "MATCH " + walls + "(z) WHERE a0.k + a1.k + a2.k + z.k < 0 RETURN count(*)", "t"),
    ("hash join", few + "WITH x, y MATCH (a), (b), (c) WHERE a.k = x % 10 AND b.k = a.k AND a.k + b.k + c.k + x < 0 RETURN count(*)", "t"),
    ("hash join of rows", "MATCH (a), (b), (c) WITH a, b, c, a.k + b.k AS n MATCH (d), (e), (f) WHERE d.k + e.k = n AND f.k + n < 0 RETURN count(*)", "t"),
    ("variable length", "MATCH (a)-[*]-(b) WHERE a.k + b.k < 0 RETURN count(*)", "t"),
    ("variable length paths", "MATCH p = (a)-[*]-(b) RETURN p", "tmr"),
    ("variable length lists", "MATCH (a)-[r*]-(b) RETURN collect(r)", "tm"),
    ("variable length nodes", "MATCH p = (a)-[*]-(b) RETURN sum(size(nodes(p)))", "t"),
    ("variable length ends", "MATCH (a)-[*7..9]-(b) RETURN DISTINCT a, b", "t"),
    ("quantified path", "MATCH ((a)--(b) WHERE a.k + b.k > 0){1,20} RETURN count(*)", "t"),
    ("quantified path kept", "MATCH (s) ((a)--(b)--(c)){1,20} (e) RETURN collect([a, b, c])", "tm"),
    ("shortest 9", "MATCH p = SHORTEST 1000000 (a)-[*]-(b) RETURN count(p)", "tm"),
    ("shortest groups", "MATCH p = SHORTEST 20 GROUPS (a {id: 'n0'})-[*]-(b {id: 'n1'}) RETURN count(p)", "tm"),
    ("all shortest of a turn", "MATCH p = ALL SHORTEST (a) ((x)--(y) WHERE x.k <> y.k){9,} (b) RETURN count(p)", "t"),
    ("bound list", "MATCH ()-[r]->() WITH collect(r) AS rs UNWIND range(1, 10000000) AS i MATCH (a)-[rs*]->(b) RETURN count(*)", "t"),
    ("optional", "MATCH (a), (b) OPTIONAL MATCH (a)--(c)--(d)--(e)--(b) WHERE c.k + d.k + e.k < 0 RETURN count(c)", "t"),
    ("exists", "MATCH (a), (b) WHERE EXISTS { (a)--(c)--(d)--(e)--(b) WHERE c.k + d.k + e.k < 0 } RETURN count(*)", "t"),
    ("count", "MATCH (a), (b) WHERE COUNT { (a)--(c)--(d)--(e)--(b) WHERE c.k + d.k + e.k < 0 } > 0 RETURN count(*)", "t"),
    ("pattern comprehension", "MATCH (a), (b) RETURN max(size([(a)--(c)--(d)--(e)--(b) | c.k]))", "t"),
    ("one pattern comprehension", "MATCH (a {id: 'n0'}) RETURN size([(a)--()--()--()--()--(c)--(d) WHERE c.k < 9 | c.k + d.k])", "tm"),
    ("counted ways", "UNWIND range(1, 10000000) AS x MATCH (a {k: x % 10})--()--()--()--()--(b) RETURN sum(x) + count(*)", "t"),
    ("unwind", "UNWIND range(1, 100000000000) AS x RETURN count(x % 7 = 0)", "t"),
    ("unwind of rows", many + "RETURN x", "tmr"),
    ("nested unwind", few + "UNWIND range(1, 1000) AS z RETURN sum(x + y + z)", "t"),
    ("sort", few + "RETURN x, y ORDER BY x * y % 1000", "tm"),
    ("sort of texts", few + "RETURN x, y ORDER BY toString(x * y) + 'abcdefghijklmnop'", "tm"),
    ("sort and cut", few + "UNWIND range(1, 1000) AS z RETURN x, y, z ORDER BY x * y * z % 1000 LIMIT 10", "t"),
    ("sort and cut late", few + "RETURN x, y ORDER BY x * y % 1000 SKIP 50000000 LIMIT 10", "tm"),
    ("distinct", few + "WITH DISTINCT x, y RETURN count(*)", "tm"),
    ("distinct lists", few + "WITH DISTINCT [x, y] AS l RETURN count(*)", "tm"),
    ("union", few + "RETURN x, y UNION " + few + "RETURN x, y", "tmr"),
    ("grouping", few + "WITH x, y, count(*) AS n RETURN sum(n)", "tm"),
    ("grouping with texts", few + "WITH x * y AS k, max(toString(x) + 'abcdefghijklmnopqrstuvwxyz') AS n RETURN count(n)", "tm"),
    ("collect", few + "RETURN size(collect(x * y))", "tm"),
    ("collect by group", few + "WITH x * y % 1000003 AS k, collect(y) AS l RETURN sum(size(l))", "tm"),
    ("collect of lists", few + "RETURN size(collect([x, y, x * y]))", "tm"),
    ("collect of texts", few + "RETURN size(collect(toString(x * y) + 'abcdefghijklmnopqrstuvwxyz'))", "tm"),
    ("collect of maps", few + "RETURN size(collect({a: x, b: y}))", "tm"),
    ("collected and given", few + "RETURN collect(x * y)", "tm"),
    ("count distinct", few + "RETURN count(DISTINCT x * y)", "tm"),
    ("percentile", few + "RETURN percentileCont(x * y, 0.5)", "tm"),
    ("percentile of texts", few + "RETURN x * y % 1000003 AS k, percentileDisc(x, 0.5)", "tm"),
    ("deviation", few + "UNWIND range(1, 1000) AS z RETURN stDev(x * y + z)", "t"),
    ("text doubling", "RETURN size(reduce(s = 'abcdefgh', i IN range(1, 40) | s + s))", "m"),
    ("list doubling", "RETURN size(reduce(l = [1], i IN range(1, 40) | l + l))", "m"),
    ("regular expression", "WITH " + text + " AS s UNWIND range(1, 100000) AS i RETURN count(s =~ '(a|b|c|d|e|f|g|h)*x')", "t"),
    ("contains", "WITH " + text + " AS s UNWIND range(1, 1000000) AS i RETURN sum(CASE WHEN s CONTAINS 'hh' + i THEN 1 END)", "t"),
    ("upper case", "WITH " + text + " AS s UNWIND range(1, 100000) AS i RETURN sum(size(toUpper(s + i)))", "t"),
    ("replace", "WITH " + text + " AS s UNWIND range(1, 100000) AS i RETURN sum(size(replace(s, 'a', 'bc')))", "t"),
    ("replace that grows", "RETURN size(reduce(s = 'a', i IN range(1, 40) | replace(s, 'a', 'aaaa')))", "m"),
    ("split", "WITH " + text + " AS s RETURN size([i IN range(1, 1000) | split(s, 'a')])", "tm"),
    ("split by letters", "WITH " + text + " AS s RETURN size([i IN range(1, 1000) | split(s, '')])", "tm"),
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
    ("reversing a list", "WITH range(1, 1000000) AS l RETURN size([i IN range(1, 100000) | head(reverse(l))])", "tm"),
    ("slicing a list", "WITH range(1, 1000000) AS l RETURN size([i IN range(1, 100000) | l[i..]])", "tm"),
    ("comparing lists", "WITH range(1, 1000000) AS l, range(1, 1000000) AS m UNWIND range(1, 100000) AS i WITH l, m WHERE l = m RETURN count(*)", "t"),
    ("map", "RETURN size([x IN range(1, 100000000) | {a: x, b: x}])", "tm"),
    ("create nodes", many + "CREATE (:M {k: x})", "tm"),
    ("create texts", many + "CREATE (:M {id: 'm' + x})", "tm"),
    ("create lists", many + "CREATE (:M {l: [x, x, x]})", "tm"),
    ("create paths", many + "CREATE (:M)-[:R]->(:M)", "tm"),
    ("create relationships", many + "MATCH (a {id: 'n0'}), (b {id: 'n1'}) CREATE (a)-[:R {k: x}]->(b)", "tm"),
    ("merge nodes", many + "MERGE (:M {k: x})", "tm"),
    ("merge paths", "MATCH (a), (b) MERGE (a)-[:S]->(:M {k: 1})<-[:S]-(b)", "t"),
    ("set", many + "MATCH (a) SET a.k = x", "tm"),
    ("set texts", many + "MATCH (a {id: 'n0'}) SET a.t = toString(x) + 'abcdefghijklmnopqrstuvwxyz'", "tm"),
    ("create and delete", many + "CREATE (m:M) WITH m DELETE m", "tm"),
    ("create and read", many + "CREATE (m:M {k: x}) WITH m MATCH (n:M) WHERE n.k = m.k RETURN count(*)", "tm"),
    ("page rank", "UNWIND range(1, 1000000) AS i CALL graph.pageRank() YIELD node, score RETURN sum(score)", "t"),
    ("betweenness", "UNWIND range(1, 1000000) AS i CALL graph.betweenness() YIELD node, score RETURN sum(score)", "t"),
    ("closeness of rows", "UNWIND range(1, 1000000) AS i CALL graph.closeness() YIELD node, score RETURN node, score", "tm"),
    ("paths of a procedure", "MATCH (a) CALL graph.shortestPaths(a) YIELD node, path RETURN path, [x IN range(1, 1000) | x]", "tm"),
    ("most alike", "UNWIND range(1, 1000000) AS i MATCH (a) CALL confer.mostAlike(a, ['R']) YIELD other RETURN count(*)", "t"),
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


def processor_seconds(process):
    """That the process's threads have used so far."""
    nanoseconds = 0
    for thread in pathlib.Path(f"/proc/{process}/task").glob("*/schedstat"):
        try:
            nanoseconds += int(thread.read_text().split()[0])
        except (OSError, IndexError):
            pass  # it has just ended
    return nanoseconds / 1e9


class Run:
    """One statement in a process of its own. `deadline`: seconds after the process's start, or None; `interrupt`: whether
    it has to be told."""

    def __init__(self, confer, graph_path, statement, flags=(), deadline=None, interrupt=False):
        used = []
        started = time.monotonic()
        process = subprocess.Popen([confer, "--graph", str(graph_path), *flags, statement], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, text=True, preexec_fn=bounded)

        def look():
            used.append(processor_seconds(process.pid))
            if interrupt:
                process.send_signal(signal.SIGINT)

        if deadline is not None:
            timer = threading.Timer(deadline, look)
            timer.start()
        self.error = process.stderr.read().split("\n")[0]
        _, status, usage = os.wait4(process.pid, 0)
        self.seconds = time.monotonic() - started
        self.status = process.returncode = os.waitstatus_to_exitcode(status)
        self.megabytes = usage.ru_maxrss / 1024
        if deadline is not None:
            timer.cancel()
        self.used_since = usage.ru_utime + usage.ru_stime - used[0] if used else 0.0  # after the deadline


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("confer")
    arguments.add_argument("--check", action="store_true")
    arguments.add_argument("--interrupt", action="store_true")
    arguments.add_argument("--only", default="")
    options = arguments.parse_args()
    timeout = 0.2 if options.check else TIMEOUT
    late = max(1.0, timeout) if options.check else max(0.1, timeout * SLACK)
    much = MEMORY_MB * (2 if options.check else 1 + SLACK)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        graph_path = pathlib.Path(folder) / "graph.json"
        graph(graph_path)
        harmless = [Run(options.confer, graph_path, "RETURN 1") for _ in range(3)]
        base_seconds = min(run.seconds for run in harmless)
        base_megabytes = min(run.megabytes for run in harmless)
        kinds = {
            "t": ("time", "error[timeout]", ("--timeout", str(timeout))),
            "m": ("memory", "error[memory-limit]", ("--max-memory", str(MEMORY_MB), "--timeout", "60")),
            "r": ("rows", "error[row-limit]", ("--max-rows", str(ROWS), "--timeout", "60")),
        }
        if options.interrupt:
            kinds = {"t": ("Ctrl-C", "error[interrupted]", ())}
        print(f"{'statement':26} {'limit':7} {'seconds':>8} {'MB':>7}  result")
        for name, statement, limits in STATEMENTS:
            if options.only not in name:
                continue
            for limit in filter(kinds.get, limits):
                label, wanted, flags = kinds[limit]
                deadline = base_seconds + timeout if limit == "t" else None
                run = Run(options.confer, graph_path, statement, flags, deadline, options.interrupt)
                seconds, megabytes = run.seconds - base_seconds, run.megabytes - base_megabytes
                problems, remark = [], ""
                if run.status != 4 or not run.error.startswith(wanted):
                    problems.append(f"exit status {run.status}, {run.error[:60]!r}")
                if limit == "t" and seconds > timeout + late:
                    times = f"{(seconds - timeout) * 1000:.0f} ms late, {run.used_since * 1000:.0f} ms of them at work"
                    if run.used_since > late:
                        problems.append(times)
                    else:
                        remark = f" ({times})"
                if limit == "m" and megabytes > much:
                    problems.append(f"{megabytes / MEMORY_MB:.2f} times the memory")
                wrong += bool(problems)
                if problems or not options.check:
                    result = "; ".join(problems) or "held" + remark
                    print(f"{name:26} {label:7} {seconds:8.2f} {megabytes:7.1f}  {result}", flush=True)
    print(f"{wrong} not held")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
