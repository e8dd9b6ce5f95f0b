#!/usr/bin/env python3
"""The extension `similarity` against the definitions of its numbers, on random graphs: definitions_test.py CONFER."""
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

CONFER = sys.argv[1]
folder = pathlib.Path(tempfile.mkdtemp())


def ask(path, statement):
    ran = subprocess.run([CONFER, "-g", str(path), "-f", "json", statement], capture_output=True, text=True)
    assert ran.returncode == 0, (statement, ran.stderr)
    return json.loads(ran.stdout)["rows"]


def ratio(part, whole):
    return part / whole if whole > 0 else None


def close(mine, theirs, about):
    assert len(mine) == len(theirs), about
    for one, other in zip(mine, theirs):
        assert one == other or math.isclose(one, other, rel_tol=1e-9), (about, mine, theirs)


compared = 0
for seed in range(8):
    pick = random.Random(seed)
    things = {f"t{i}": pick.choice("TTU") for i in range(pick.randint(2, 8))}
    parts = {f"p{i}": pick.choice("PQ") for i in range(pick.randint(1, 8))}
    edges = [(pick.choice(list(things)), pick.choice("XYZ"), pick.choice(list(parts))) for _ in range(pick.randint(1, 30))]
    path = folder / f"{seed}.json"
    path.write_text(json.dumps({
        "nodes": [{"id": name, "label": label} for name, label in (things | parts).items()],
        "edges": [{"from": a, "type": t, "to": b} for a, t, b in edges]}))
    for types, labels, among in ((None, None, None), (["X"], None, None), (["X", "Y"], ["P"], ["T", "U"]),
                                 (None, ["nothing"], None)):
        def components(thing):
            return {b for a, t, b in edges if a == thing and (types is None or t in types)
                    and (labels is None or parts[b] in labels)}

        given = ", ".join(json.dumps(names).replace('"', "'") for names in (types, labels, among))
        node = "t0"
        compared_with = [thing for thing, label in things.items() if label in (among or [things[node]])]

        def weight(some):
            # A component is rare by all relationships that make it one.
            has = {part: sum(any(a == thing and b == part and (types is None or t in types) for a, t, b in edges)
                             for thing in compared_with) for part in some}
            return sum(math.log(1 + len(compared_with) / max(1, has[part])) for part in some)

        def numbers(other):
            a, b = components(node), components(other)
            return [len(a), len(b), len(a & b), ratio(len(a & b), len(a | b)), ratio(len(a & b), min(len(a), len(b))),
                    ratio(len(a & b), math.sqrt(len(a) * len(b))), ratio(weight(a & b), weight(a | b))]

        for other in things:
            mine = ask(path, f"MATCH (a {{id: '{node}'}}), (b {{id: '{other}'}}) CALL confer.similarity(a, b, {given}) "
                             "YIELD size, otherSize, shared, jaccard, overlap, cosine, weighted "
                             "RETURN size, otherSize, shared, jaccard, overlap, cosine, weighted") if other < "t3" else None
            if mine is not None:
                close(mine[0], numbers(other), (seed, given, other))
                compared += 1
        ranking = ask(path, f"MATCH (a {{id: '{node}'}}) CALL confer.mostAlike(a, {given}) YIELD other, size, shared, "
                            "jaccard, overlap, cosine, weighted, components RETURN other.id, size, shared, "
                            "jaccard, overlap, cosine, weighted, [c IN components | c.id]")
        expected = {other for other in compared_with if other != node and components(node) & components(other)}
        assert {row[0] for row in ranking} == expected and len(ranking) == len(expected), (seed, given, ranking)
        for row in ranking:
            close(row[1:7], numbers(row[0])[1:], (seed, given, row[0]))
            assert set(row[7]) == components(node) & components(row[0]), (seed, row)
            rarity = [weight({component}) for component in row[7]]
            assert all(a >= b - 1e-12 for a, b in zip(rarity, rarity[1:])), (seed, row)
        order = [row[6] for row in ranking]
        assert all(a >= b - 1e-12 for a, b in zip(order, order[1:])), (seed, order)
print(f"{compared} pairs by the definitions")
