#!/usr/bin/env python3
"""The API's paths, methods and headers; its description held to what the server does. api_test.py CONFER"""
import pathlib
import re
import subprocess
import sys
import unittest

from served import KITCHEN, Server

CONFER = sys.argv.pop(1)
ASKED = {"/api/query": "?q=RETURN+1", "/api/complete": "?q=which", "/api/node/{id}": ""}


def setUpModule():
    global builtin, kitchen
    builtin = Server(CONFER)
    kitchen = Server(CONFER, "--graph", KITCHEN)


def tearDownModule():
    builtin.close()
    kitchen.close()


def resolved(description, part):
    while "$ref" in part:
        target = description
        for step in part["$ref"].split("/")[1:]:
            target = target[step]
        part = target
    return part


class Description(unittest.TestCase):
    def setUp(self):
        self.description = builtin.get("/openapi.json").json

    def test_it_is_openapi_3_1(self):
        self.assertEqual(self.description["openapi"], "3.1.0")

    def test_it_names_the_routes_that_there_are_and_no_others(self):
        routes = set(re.findall(r'_requests_total\{route="([^"]*)",method="GET",status="200"\}',
                                builtin.get("/metrics").text))
        self.assertEqual(routes - {"unknown"}, set(self.description["paths"]))

    def test_each_path_takes_the_methods_that_it_names(self):
        for path, methods in self.description["paths"].items():
            address = path.replace("{id}", "gestalt-therapy") + ASKED.get(path, "")
            allowed = builtin.request("OPTIONS", address).headers["Allow"].split(", ")
            self.assertEqual(set(allowed), {"HEAD", "OPTIONS"} | {method.upper() for method in methods}, path)
            for method in ("DELETE", "PUT", "PATCH", "POST"):
                if method not in allowed:
                    reply = builtin.request(method, address)
                    self.assertEqual((reply.status, reply.headers["Allow"]), (405, ", ".join(allowed)), path)

    def test_each_path_answers_as_it_says(self):
        for path, methods in self.description["paths"].items():
            reply = builtin.get(path.replace("{id}", "gestalt-therapy") + ASKED.get(path, ""))
            described = resolved(self.description, methods["get"]["responses"][str(reply.status)])
            self.assertEqual(reply.status, 200, path)
            self.assertIn(reply.headers.get_content_type(), described["content"], path)
            schema = resolved(self.description, described["content"][reply.headers.get_content_type()]["schema"])
            for member in schema.get("required", []):
                self.assertIn(member, reply.json, path)

    def test_every_error_has_the_members_that_it_says(self):
        required = self.description["components"]["schemas"]["Error"]["properties"]["error"]["required"]
        for address in ("/nothing", "/api/query", "/api/query?q=wich", "/api/node/nobody", "/api/query?q=%zz"):
            self.assertEqual(sorted(set(required) - set(builtin.get(address).error)), [], address)

    def test_references_lead_somewhere(self):
        text = builtin.get("/openapi.json").text
        for reference in set(re.findall(r'"\$ref": "([^"]*)"', text)):
            self.assertTrue(resolved(self.description, {"$ref": reference}), reference)


class Documentation(unittest.TestCase):
    """docs/server.md, held to what the program does."""
    TEXT = (pathlib.Path(__file__).parents[3] / "docs" / "server.md").read_text()

    def test_its_addresses_answer(self):
        addresses = re.findall(r"^curl '?http://127\.0\.0\.1:8642(/[^ '\n]*)", self.TEXT, re.MULTILINE)
        self.assertGreater(len(addresses), 3)
        for address in addresses:
            body = re.search(re.escape(address) + r" --json '([^']*)'", self.TEXT)
            reply = (builtin.request("POST", address, body.group(1), {"Content-Type": "application/json"})
                     if body else builtin.get(address)) if "?" in address or body else None
            if reply:
                self.assertEqual(reply.status, 200, address)

    def test_its_table_has_the_options_that_there_are(self):
        shown = subprocess.run([CONFER, "--help"], capture_output=True, text=True, check=True, timeout=300).stdout
        group = shown[shown.index("Options of `confer serve`"):]
        group = group[:group.index("\n\n")] if "\n\n" in group else group
        table = self.TEXT[self.TEXT.index("## Options"):self.TEXT.index("## Writing")]
        documented = set(re.findall(r"`(--[a-z-]+)[ `]", "".join(re.findall(r"^\| (.*?) \|", table, re.MULTILINE))))
        self.assertEqual(documented, set(re.findall(r"^ +(--[a-z-]+)", group, re.MULTILINE)))

    def test_its_statuses_are_those_of_the_description(self):
        table = self.TEXT[self.TEXT.index("## Errors"):self.TEXT.index("## Caching")]
        documented = set(re.findall(r"\d{3}", "".join(re.findall(r"^\| ([\d, ]+) \|", table, re.MULTILINE))))
        responses = [method["responses"] for path in builtin.get("/openapi.json").json["paths"].values() for method in path.values()]
        described = {status for each in responses for status in each if int(status) >= 400}
        self.assertEqual(described - documented, {"500"})
        self.assertEqual(documented - described, {"405", "421", "431"})  # of any request, before it is known which one

    def test_its_formats_are_those_that_there_are(self):
        row = re.search(r"^\| `format` \| (.*?);", self.TEXT, re.MULTILINE).group(1)
        names = re.findall(r"`([a-z]+)`", row)
        self.assertEqual(names, builtin.get("/openapi.json").json["components"]["schemas"]["Format"]["enum"])
        for name in names:
            self.assertEqual(builtin.ask("RETURN 1", format=name).status, 200, name)


class Schema(unittest.TestCase):
    def test_it_has_the_words_and_the_counts(self):
        schema = builtin.get("/api/schema").json
        self.assertEqual(schema["version"], builtin.get("/health").json["version"])
        approach = next(label for label in schema["labels"] if label["name"] == "Approach")
        counted = builtin.ask("MATCH (a:Approach) RETURN count(a)").json["rows"][0][0]
        self.assertEqual(approach, {"name": "Approach", "singular": "approach", "plural": "approaches", "count": counted})
        uses = next(each for each in schema["relationshipTypes"] if each["name"] == "USES")
        self.assertEqual((uses["verb"], uses["inverse"]), ("uses", "used by"))

    def test_its_examples_have_answers(self):
        examples = builtin.get("/api/schema").json["examples"]
        self.assertGreater(len(examples), 2)
        for question in examples:
            self.assertEqual(builtin.ask(question).status, 200, question)


class Completion(unittest.TestCase):
    def test_a_name_that_was_begun(self):
        reply = builtin.get("/api/complete", q="which approaches use mindf").json
        self.assertEqual((reply["from"], reply["to"]), (21, 26))
        self.assertIn({"text": "Mindfulness", "kind": "name"}, reply["candidates"])

    def test_the_cursor_may_stand_anywhere(self):
        reply = builtin.get("/api/complete", q="which appro use", at=11).json
        self.assertEqual((reply["from"], reply["to"]), (6, 11))
        self.assertIn({"text": "approaches", "kind": "noun"}, reply["candidates"])

    def test_places_are_counted_in_characters(self):
        reply = builtin.get("/api/complete", q="MATCH (ä:Appro", at=14).json
        self.assertEqual((reply["from"], reply["to"]), (9, 14))
        self.assertIn({"text": "Approach", "kind": "label"}, reply["candidates"])

    def test_what_is_left_out_is_counted(self):
        reply = builtin.get("/api/complete", q="which approaches use ").json
        self.assertEqual(len(reply["candidates"]), 50)
        self.assertGreater(reply["more"], 100)

    def test_a_place_that_is_no_number_is_refused(self):
        self.assertEqual(builtin.get("/api/complete", q="which", at="end").status, 400)


class Node(unittest.TestCase):
    def test_a_node_comes_with_its_relationships_and_their_sources(self):
        reply = builtin.get("/api/node/gestalt-therapy").json
        self.assertEqual(reply["node"]["name"], "Gestalt therapy")
        self.assertEqual(reply["node"]["labels"], ["Approach"])
        ids = {node["id"] for node in reply["nodes"]}
        for relationship in reply["relationships"]:
            self.assertIn("gestalt-therapy", (relationship["start"], relationship["end"]))
            self.assertLessEqual({relationship["start"], relationship["end"]}, ids)
            for source in relationship["sources"]:
                self.assertIn(source, reply["sources"])

    def test_a_hub_shows_some_and_counts_the_rest(self):
        family = builtin.ask("MATCH (a)-[r]-() WITH a, count(r) AS n ORDER BY n DESC LIMIT 1 RETURN a.id, n").json["rows"][0]
        reply = builtin.get("/api/node/" + family[0]).json
        self.assertEqual(len(reply["relationships"]) + reply["more"], family[1])

    def test_the_nearest_ids_are_offered(self):
        reply = builtin.get("/api/node/gestalt-terapy")
        self.assertEqual((reply.status, reply.error["name"]), (404, "unknown-node"))
        self.assertIn("did you mean `gestalt-therapy`", reply.error["hints"][0])

    def test_ids_may_hold_anything(self):
        self.assertEqual(builtin.get("/api/node/a%2Fb%3F%23%22").error["message"], "no node has the id `a/b?#\"`")


class Headers(unittest.TestCase):
    def test_every_reply_forbids_what_browsers_might_do_with_it(self):
        for address in ("/", "/api/query?q=RETURN+1", "/api/schema", "/nothing", "/health", "/api/query?q="):
            reply = builtin.get(address)
            self.assertEqual(reply.headers["X-Content-Type-Options"], "nosniff", address)
            self.assertEqual(reply.headers["Referrer-Policy"], "no-referrer", address)
            self.assertEqual(reply.headers["X-Frame-Options"], "DENY", address)
            policy = reply.headers["Content-Security-Policy"]
            self.assertIn("default-src 'none'", policy, address)
            self.assertIn("frame-ancestors 'none'", policy, address)
            self.assertNotIn("'unsafe-eval'", policy, address)
            self.assertNotRegex(policy, r"script-src[^;]*unsafe", address)

    def test_what_the_api_gives_is_no_document(self):
        for address in ("/api/query?q=RETURN+1&format=html", "/api/query?q=oops&format=html"):
            self.assertIn("sandbox", builtin.get(address).headers["Content-Security-Policy"], address)

    def test_head_is_get_without_its_body(self):
        for address in ("/", "/health", "/api/schema", "/api/query?q=RETURN+1", "/openapi.json", "/nothing"):
            get, head = builtin.get(address), builtin.request("HEAD", address)
            self.assertEqual((head.status, head.body), (get.status, b""), address)
            self.assertEqual(head.headers["Content-Length"], get.headers["Content-Length"], address)
            self.assertEqual(head.headers["Content-Type"], get.headers["Content-Type"], address)
            self.assertEqual(head.headers["ETag"], get.headers["ETag"], address)

    def test_dates_are_said(self):
        self.assertRegex(builtin.get("/health").headers["Date"], r"^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$")


class Versions(unittest.TestCase):
    def test_the_same_graph_has_the_same_version_in_another_server(self):
        other = Server(CONFER, "--graph", KITCHEN)
        try:
            self.assertEqual(other.get("/health").json["version"], kitchen.get("/health").json["version"])
            self.assertEqual(other.ask("RETURN 1").headers["ETag"], kitchen.ask("RETURN 1").headers["ETag"])
        finally:
            other.close()

    def test_other_graphs_have_others(self):
        self.assertNotEqual(builtin.get("/health").json["version"], kitchen.get("/health").json["version"])


if __name__ == "__main__":
    unittest.main()
