#!/usr/bin/env python3
"""The procedures of the extension `algorithms` against NetworkX's on random graphs: networkx_test.py CONFER.

Each graph has nodes of the labels A and B and relationships of the types X and Y, of which a view picks some. What
NetworkX calculates of the picked part is what Confer has to say of it.
"""
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import networkx as nx

CONFER = sys.argv[1]
folder = pathlib.Path(tempfile.mkdtemp())
VIEWS = [("{}", "AB", "XY"), ("{types: ['X']}", "AB", "X"), ("{labels: ['A']}", "A", "XY"),
         ("{labels: ['A', 'B'], types: ['Y']}", "AB", "Y")]


def random_graph(seed, acyclic=False):
    pick = random.Random(seed)
    nodes = {f"n{i:02}": pick.choice("AAB") for i in range(pick.randint(1, 14))}
    edges = {}
    for _ in range(pick.randint(0, 3 * len(nodes))):
        ends = pick.choice(list(nodes)), pick.choice(list(nodes))
        if acyclic and ends[0] >= ends[1]:
            continue
        if ends[0] != ends[1] and ends not in edges and ends[::-1] not in edges:
            edges[ends] = pick.choice("XY"), pick.choice([0.5, 1, 2, 7])
    path = folder / f"{seed}{acyclic}.json"
    path.write_text(json.dumps({
        "nodes": [{"id": name, "label": label} for name, label in nodes.items()],
        "edges": [{"from": a, "type": t, "to": b, "w": w} for (a, b), (t, w) in edges.items()]}))
    return path, nodes, edges


def part(nodes, edges, labels, types):
    graph = nx.DiGraph()
    graph.add_nodes_from(name for name, label in nodes.items() if label in labels)
    graph.add_edges_from((a, b, {"w": w}) for (a, b), (t, w) in edges.items()
                         if t in types and a in graph and b in graph)
    return graph


def ask(path, statement):
    ran = subprocess.run([CONFER, "-g", str(path), "-f", "json", statement], capture_output=True, text=True)
    assert ran.returncode == 0, (statement, ran.stderr)
    return [tuple(row) for row in json.loads(ran.stdout)["rows"]]


def options(view, *more):
    return "{" + ", ".join(filter(None, [view[1:-1], *more])) + "}"


def scores(path, name, given):
    return dict(ask(path, f"CALL graph.{name}({given}) YIELD node, score RETURN node.id, score"))


def same(mine, theirs, about):
    assert mine.keys() == theirs.keys(), (about, mine, theirs)
    for node in mine:
        assert math.isclose(mine[node], theirs[node], rel_tol=1e-6, abs_tol=1e-7), (about, node, mine, theirs)


def groups(rows):
    found = {}
    for node, number in rows:
        found.setdefault(number, set()).add(node)
    assert sorted(found) == list(range(len(found))), found
    return sorted(map(sorted, found.values()))


def pairs(path, name, given):
    return {frozenset(pair) for pair in ask(path, f"CALL graph.{name}({given}) YIELD relationship AS r "
                                                  "RETURN startNode(r).id, endNode(r).id")}


def page_rank(graph, damping=0.85):
    """By the definition; NetworkX's own needs SciPy."""
    ranks = {node: 1 / len(graph) for node in graph}
    for _ in range(300):
        lost = sum(ranks[node] for node in graph if not graph[node])
        start = (1 - damping + damping * lost) / len(graph)
        ranks = {node: start + damping * sum(ranks[one] / len(graph[one]) for one in graph.pred[node]) for node in graph}
    return ranks


def length(graph, path, weight):
    return sum(graph[a][b][weight] if weight else 1 for a, b in zip(path, path[1:]))


checked = 0
for seed in range(int(sys.argv[2]) if len(sys.argv) > 2 else 5):
    path, nodes, edges = random_graph(seed)
    for view, labels, types in VIEWS:
        graph = part(nodes, edges, labels, types)
        plain = graph.to_undirected()
        about = (seed, view)
        for way, of in (("", graph), ("undirected: true", plain)):
            for weight in (None, "w"):
                given = options(view, way, weight and "weight: 'w'")
                same(scores(path, "betweenness", given),
                     nx.betweenness_centrality(of, normalized=False, weight=weight), (about, "betweenness", given))
                # NetworkX measures towards a node.
                theirs = nx.closeness_centrality(of.reverse() if of.is_directed() else of, distance=weight)
                same(scores(path, "closeness", given), theirs, (about, "closeness", given))
                for start in list(of)[:2]:
                    rows = ask(path, f"MATCH (a {{id: '{start}'}}) CALL graph.shortestPaths(a, {given}) "
                                     "YIELD node, distance, path RETURN node.id, distance, [n IN path | n.id]")
                    same({row[0]: row[1] for row in rows},
                         nx.single_source_dijkstra_path_length(of, start, weight=weight or (lambda *_: 1)),
                         (about, "shortestPaths", given))
                    for node, distance, nodes_on_it in rows:
                        assert nodes_on_it[0] == start and nodes_on_it[-1] == node
                        assert math.isclose(length(of, nodes_on_it, weight), distance), (about, nodes_on_it)
        if graph:
            same(scores(path, "pageRank", options(view, "tolerance: 0.000000000001", "iterations: 1000")),
                 page_rank(graph), (about, "pageRank"))
        found = ask(path, f"CALL graph.components({view}) YIELD node, component RETURN node.id, component")
        assert groups(found) == sorted(map(sorted, nx.weakly_connected_components(graph))), about
        found = ask(path, f"CALL graph.strongComponents({view}) YIELD node, component RETURN node.id, component")
        assert groups(found) == sorted(map(sorted, nx.strongly_connected_components(graph))), about
        found = ask(path, f"CALL graph.coreNumbers({view}) YIELD node, core RETURN node.id, core")
        assert dict(found) == nx.core_number(plain), (about, found)
        found = ask(path, f"CALL graph.articulationPoints({view}) YIELD node RETURN node.id")
        assert sorted(node for node, in found) == sorted(nx.articulation_points(plain)), about
        assert pairs(path, "bridges", view) == set(map(frozenset, nx.bridges(plain))), about
        tree = ask(path, f"CALL graph.minimumSpanningTree({options(view, 'weight: ' + repr('w'))}) "
                         "YIELD relationship, weight RETURN startNode(relationship).id, endNode(relationship).id, weight")
        theirs = nx.minimum_spanning_tree(plain, weight="w")
        assert len(tree) == theirs.number_of_edges(), about
        assert math.isclose(sum(row[2] for row in tree), theirs.size(weight="w")), about
        assert nx.is_forest(nx.Graph([row[:2] for row in tree])) if tree else True
        checked += 1

    path, nodes, edges = random_graph(seed, acyclic=True)
    order = [node for node, in ask(path, "CALL graph.topologicalOrder() YIELD node, position "
                                         "WITH node, position ORDER BY position RETURN node.id")]
    assert sorted(order) == sorted(nodes)
    assert all(order.index(a) < order.index(b) for a, b in edges), (seed, order)

# Parallel relationships are no bridge; a relationship of a node to itself is one to nobody.
twice = folder / "twice.json"
twice.write_text(json.dumps({
    "nodes": [{"id": name, "label": "A"} for name in "abcd"],
    "edges": [{"from": a, "type": "X", "to": b} for a, b in ["ab", "ba", "bc", "bb", "cd", "cd", "dd"]]}))
assert pairs(twice, "bridges", "") == {frozenset("bc")}
assert sorted(ask(twice, "CALL graph.articulationPoints() YIELD node RETURN node.id")) == [("b",), ("c",)]
assert [len(rows) for rows in groups(ask(twice, "CALL graph.components() YIELD node, component RETURN node.id, component"))] == [4]
refused = subprocess.run([CONFER, "-g", str(twice), "CALL graph.topologicalOrder()"], capture_output=True, text=True)
assert refused.returncode == 1 and "circle" in refused.stderr, refused.stderr
print(f"{checked} views as NetworkX has them")
