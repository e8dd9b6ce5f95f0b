#!/usr/bin/env python3
"""RDF: Turtle and JSON-LD are the same graph for RDFLib and Raptor; claims and sources are counted by SPARQL; what RDFLib
writes is read. rdf_test.py CONFER"""
import json
import subprocess
import unittest

import rdflib
import rdflib.compare

from exchange import *

PREFIXES = """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX label: <urn:confer:label:> PREFIX rel: <urn:confer:rel:> PREFIX node: <urn:confer:node:> PREFIX prop: <urn:confer:prop:>
"""
TYPES = rdflib.URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def without_lists(graph):
    """Statements with each list as one value, since comparing thousands of blank nodes takes long."""
    nil, first, rest = rdflib.RDF.nil, rdflib.RDF.first, rdflib.RDF.rest
    found = set()
    for subject, predicate, value in graph:
        if predicate in (first, rest):
            continue
        if isinstance(value, rdflib.BNode) or value == nil:
            value = tuple(item.n3() for item in graph.items(value))
        else:
            value = value.n3()
        found.add((str(subject), str(predicate), value))
    return found


class Written(Case):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.files = pathlib.Path(folder.name)
        for name in ("x.json", "x.ttl", "x.jsonld"):
            confer("convert", GRAPHS / "therapy.json", cls.files / name)
        cls.wanted = json.loads((cls.files / "x.json").read_text())
        cls.turtle = rdflib.Graph().parse(cls.files / "x.ttl", format="turtle")

    def ask(self, query):
        return [[term.toPython() for term in row] for row in self.turtle.query(PREFIXES + query)]

    def test_turtle_and_json_ld_are_the_same_graph(self):
        linked = rdflib.Graph().parse(self.files / "x.jsonld", format="json-ld")
        self.assertEqual(len(linked), len(self.turtle))
        self.assertEqual(without_lists(linked), without_lists(self.turtle))

    def test_raptor_finds_every_claim_and_every_reference_of_the_built_in_graph(self):
        for name in ("b.json", "b.ttl"):
            self.convert(SOURCE / "graph-data", self.folder / name)
        edges = json.loads((self.folder / "b.json").read_text())["edges"]
        ran = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", self.folder / "b.ttl"], capture_output=True, text=True)
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        triples = [line.split(" ", 2) for line in ran.stdout.splitlines()]
        self.assertEqual(sum(predicate.endswith("#type>") and "#Statement>" in value for _, predicate, value in triples), len(edges))
        self.assertEqual(sum(predicate.endswith("#wasDerivedFrom>") and subject.startswith("<urn:confer:edge:")
                             for subject, predicate, _ in triples), sum(len(edge["sources"]) for edge in edges))

    def test_raptor_counts_the_same_triples(self):
        ran = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", self.files / "x.ttl"], capture_output=True, text=True)
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        self.assertEqual(len(ran.stdout.splitlines()), len(self.turtle))

    def test_every_claim_is_a_statement(self):
        self.assertEqual(self.ask("SELECT (COUNT(*) AS ?n) { ?s a rdf:Statement; rdf:subject ?a; rdf:predicate ?p; rdf:object ?b. ?a ?p ?b }"),
                         [[len(self.wanted["edges"])]])

    def test_every_claim_names_its_sources(self):
        cited = sum(len(set(edge.get("sources", []))) for edge in self.wanted["edges"])
        self.assertEqual(self.ask("SELECT (COUNT(*) AS ?n) { ?s a rdf:Statement; prov:wasDerivedFrom ?source. ?source a prov:Entity }"),
                         [[cited]])

    def test_sources_are_described(self):
        sources = [node for node in self.wanted["nodes"] if node["label"] == "Source"]
        self.assertEqual(self.ask("SELECT (COUNT(*) AS ?n) { ?s a label:Source, dcterms:BibliographicResource; dcterms:title ?t }"),
                         [[sum("title" in node for node in sources)]])

    def test_concepts_have_labels(self):
        concepts = [node for node in self.wanted["nodes"] if node["label"] != "Source"]
        self.assertEqual(self.ask("SELECT (COUNT(*) AS ?n) { ?s a skos:Concept; skos:prefLabel ?name }"), [[len(concepts)]])
        aliases = sum(len(set(node.get("aliases", []))) for node in concepts)
        self.assertEqual(self.ask("SELECT (COUNT(*) AS ?n) { ?s a skos:Concept; skos:altLabel ?name }"), [[aliases]])

    def test_a_question_can_be_asked_in_sparql(self):
        wanted = {edge["to"] for edge in self.wanted["edges"] if (edge["from"], edge["type"]) == ("behavior-therapy", "USES")}
        found = self.ask("SELECT ?t { node:behavior-therapy rel:USES ?t }")
        self.assertEqual({row[0].removeprefix("urn:confer:node:") for row in found}, wanted)

    def test_hostile_graphs_are_the_same_in_both(self):
        for seed in range(6):
            graph = random_graph(seed)
            turtle = rdflib.Graph().parse(self.written(graph, "x.ttl"), format="turtle")
            linked = rdflib.Graph().parse(self.written(graph, "x.jsonld"), format="json-ld")
            self.assertEqual(without_lists(linked), without_lists(turtle), seed)
            ran = subprocess.run(["rapper", "-q", "-c", "-i", "turtle", self.folder / "x.ttl"], capture_output=True, text=True)
            self.assertEqual((ran.returncode, ran.stderr), (0, ""), seed)

    def test_parallel_relationships_are_statements_of_their_own(self):
        graph = {"nodes": [{"id": "a", "label": "A"}], "edges": [{"from": "a", "type": "T", "to": "a", "n": i} for i in range(3)]}
        parsed = rdflib.Graph().parse(self.written(graph, "x.ttl"), format="turtle")
        self.assertEqual(sorted(str(one) for one in parsed.subjects(TYPES, rdflib.RDF.Statement)),
                         ["urn:confer:edge:a/T/a", "urn:confer:edge:a/T/a/2", "urn:confer:edge:a/T/a/3"])


class Read(Case):
    def test_what_rdflib_writes_of_it(self):
        hostile = self.written(random_graph(2), "x.ttl")
        parsed = rdflib.Graph().parse(hostile, format="turtle")
        parsed.serialize(self.folder / "y.jsonld", format="json-ld")
        self.assertEqual(snapshot(self.folder / "y.jsonld"), snapshot(hostile))
        self.convert(GRAPHS / "therapy.json", self.folder / "z.ttl")
        parsed = rdflib.Graph().parse(self.folder / "z.ttl", format="turtle")
        parsed.serialize(self.folder / "y.ttl", format="turtle")  # which rounds floats
        self.assertEqual(snapshot(self.folder / "y.ttl"), snapshot(self.folder / "z.ttl"))

    def test_written_by_hand(self):
        read = self.graph_in("x.ttl", """@prefix node: <urn:confer:node:> . @prefix rel: <urn:confer:rel:> . @prefix label: <urn:confer:label:> .
@prefix prop: <urn:confer:prop:> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
node:anna a label:Person ; rel:KNOWS node:bo ; prop:age 7 ; prop:name "Anna"@en ; prop:height 1.5 ; prop:tags ( "a" 2 ) ; foaf:nick "A" .
node:bo a label:Person .""")
        self.assertEqual(read["nodes"], [{"id": "anna", "label": "Person", "name": "Anna", "age": 7, "height": 1.5, "tags": ["a", 2]},
                                         {"id": "bo", "label": "Person"}])
        self.assertEqual(read["edges"], [{"from": "anna", "type": "KNOWS", "to": "bo"}])

    def test_json_ld_written_by_hand(self):
        read = self.graph_in("x.jsonld", json.dumps({
            "@context": {"node": "urn:confer:node:", "rel": "urn:confer:rel:", "prop": "urn:confer:prop:", "name": "prop:name",
                         "knows": {"@id": "rel:KNOWS", "@type": "@id"}, "tags": {"@id": "prop:tags", "@container": "@list"}},
            "@graph": [{"@id": "node:anna", "@type": "urn:confer:label:Person", "name": "Anna", "knows": "node:bo", "tags": ["a", 2], "prop:x": 1.5},
                       {"@id": "node:bo", "@type": ["urn:confer:label:Person"]}]}))
        self.assertEqual(read["nodes"], [{"id": "anna", "label": "Person", "name": "Anna", "tags": ["a", 2], "x": 1.5},
                                         {"id": "bo", "label": "Person"}])
        self.assertEqual(read["edges"], [{"from": "anna", "type": "KNOWS", "to": "bo"}])

    HEAD = ("@prefix node: <urn:confer:node:> . @prefix rel: <urn:confer:rel:> . @prefix label: <urn:confer:label:> . "
            "@prefix prop: <urn:confer:prop:> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "
            "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n")

    def test_every_problem_is_told_with_its_line(self):
        self.assertEqual(self.problems_in("x.ttl", self.HEAD + 'node:a a label:A .\nnode:b prop:x 1 .\nnode:a rel:T node:c .\n'
                                                               'node:a prop:n "x"^^xsd:integer .\n<urn:s> rdf:subject node:a .\nnode:a rel:T 7 .\n'), [
            (3, "the node `b` has properties, and no type"), (4, "no node has the id `c`"),
            (5, "`x` is not an integer of 64 bits"), (6, "the statement `urn:s` lacks its subject, predicate or object"),
            (7, "a relationship joins two nodes, whose IRIs begin with `urn:confer:node:`")])

    def test_broken_turtle(self):
        found = self.problems_in("x.ttl", self.HEAD + "node:a a label:A .\nnode:b a ;;; .\nnode:c x:y z .\n")
        self.assertTrue(found and found[0][1].startswith("this is no Turtle: ") and found[0][0] in (3, 4), found)

    def test_broken_json_ld(self):
        self.assertEqual(self.problems_in("x.jsonld", '{"@graph": [\n{"@id": "a",}]}'),
                         [(2, "this is no JSON: Missing a name for object member.")])
        self.assertEqual(self.problems_in("x.jsonld", '{"@context": "https://example.org/context", "@graph": [\n{"@reverse": {}}, 7]}'),
                         [(1, "a context must stand in the file itself"), (2, "`@reverse` is not read"),
                          (2, "what a graph holds must be objects")])


if __name__ == "__main__":
    unittest.main()
