#!/usr/bin/env python3
"""Questions and their answers over HTTP: formats, errors, caching, limits, writing. query_test.py CONFER"""
import csv
import io
import json
import subprocess
import sys
import tempfile
import unittest

from served import KITCHEN, Server

CONFER = sys.argv.pop(1)
TOKEN = "a-token-for-the-tests-0123456789"
QUESTION = "which approaches use mindfulness?"
FORMATS = {
    "json": "application/json",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "html": "text/html",
    "markdown": "text/markdown",
    "table": "text/plain",
    "list": "text/plain",
    "jsonl": "application/jsonl",
    "wikitext": "text/x-wiki",
    "dokuwiki": "text/x-dokuwiki",
    "dot": "text/vnd.graphviz",
    "mermaid": "text/vnd.mermaid",
}


def setUpModule():
    global server
    server = Server(CONFER)


def tearDownModule():
    server.close()


def command(*arguments):
    return subprocess.run([CONFER, *arguments], capture_output=True, timeout=300, check=True).stdout.decode()


class Answers(unittest.TestCase):
    def test_json_is_the_commands_object_and_more(self):
        answer = server.ask(QUESTION).json
        of_command = json.loads(command("-f", "json", QUESTION))
        for member, value in of_command.items():
            self.assertEqual(answer[member], value, member)
        self.assertEqual(sorted(set(answer) - set(of_command)), ["seconds", "version", "view"])
        self.assertEqual(answer["version"], server.get("/health").json["version"])

    def test_views(self):
        views = {
            QUESTION: "table",
            "compare CBT, gestalt therapy": "matrix",
            "lineage of dialectical behavior therapy": "tree",
            "how many approaches treat insomnia?": "value",
            "RETURN 1, 2": "table",
            "RETURN 1": "value",
            "UNWIND [1, 2] AS n RETURN n": "table",
        }
        for statement, view in views.items():
            self.assertEqual(server.ask(statement).json["view"], view, statement)

    def test_the_graph_of_an_answer(self):
        graph = server.ask("MATCH (a:Approach {id: 'gestalt-therapy'})-[r:USES]->(t) RETURN a, r, t", graph="true").json["graph"]
        ids = {node["id"] for node in graph["nodes"]}
        self.assertIn("gestalt-therapy", ids)
        self.assertGreater(len(graph["relationships"]), 2)
        for relationship in graph["relationships"]:
            self.assertEqual((relationship["type"], relationship["verb"], relationship["start"]),
                             ("USES", "uses", "gestalt-therapy"))
            self.assertIn(relationship["end"], ids)

    def test_the_graph_of_a_question_is_what_its_rows_rest_on(self):
        graph = server.ask(QUESTION, graph="1").json["graph"]
        self.assertIn("mindfulness", {relationship["end"] for relationship in graph["relationships"]})

    def test_sources_may_be_left_out(self):
        self.assertTrue(server.ask(QUESTION).json["sources"])
        self.assertEqual(server.ask(QUESTION, sources="false").json["sources"], {})

    def test_posts_take_parameters(self):
        reply = server.post(query="RETURN $x + 1 AS y, $l AS l", params={"x": 41, "l": ["ä", None, 1.5]})
        self.assertEqual(reply.json["rows"], [[42, ["ä", None, 1.5]]])

    def test_posts_that_differ_in_a_parameter_differ_in_the_answer(self):
        for x in (1, 2, "1", [1]):
            self.assertEqual(server.post(query="RETURN $x AS x", params={"x": x}).json["rows"], [[x]])

    def test_long_statements_go_by_post(self):
        numbers = list(range(4000))
        self.assertEqual(server.post(query=f"RETURN size({numbers}) AS n").json["rows"], [[4000]])

    def test_answers_are_in_utf_8(self):
        self.assertEqual(server.ask("RETURN 'Zürich 🧠' AS x").json["rows"], [["Zürich 🧠"]])


class Formats(unittest.TestCase):
    def test_each_by_the_parameter(self):
        for name, content_type in FORMATS.items():
            reply = server.ask(QUESTION, format=name)
            self.assertEqual((reply.status, reply.headers.get_content_type()), (200, content_type), name)

    def test_each_by_accept(self):
        for name, content_type in FORMATS.items():
            if name == "list":  # as `table`, plain text
                continue
            reply = server.ask(QUESTION, headers={"Accept": content_type})
            self.assertEqual(reply.headers.get_content_type(), content_type)
            if name != "json":
                self.assertEqual(reply.body, server.ask(QUESTION, format=name).body, name)

    def test_they_are_those_of_the_command(self):
        for name in ("csv", "tsv", "markdown", "html", "wikitext", "jsonl"):
            page = command("-f", name, QUESTION)
            self.assertIn(server.ask(QUESTION, format=name).text, page, name)

    def test_csv_can_be_read(self):
        rows = list(csv.reader(io.StringIO(server.ask(QUESTION, format="csv").text)))
        self.assertEqual(len(rows) - 1, len(server.ask(QUESTION).json["rows"]))

    def test_several_lines_of_accept_are_one_list(self):
        received = server.raw(b"GET /api/query?q=RETURN+1 HTTP/1.1\r\nHost: localhost\r\nAccept: video/mp4\r\nAccept: text/csv\r\n"
                              b"Connection: close\r\n\r\n")
        self.assertIn(b"Content-Type: text/csv", received)

    def test_the_parameter_goes_before_accept(self):
        reply = server.ask(QUESTION, headers={"Accept": "text/html"}, format="csv")
        self.assertEqual(reply.headers.get_content_type(), "text/csv")

    def test_accept_is_weighed(self):
        wanted = {
            "text/csv;q=0.5, text/markdown": "text/markdown",
            "text/csv;q=0.5, application/json;q=0.4": "text/csv",
            "text/*": "text/html",
            "text/*;q=0.3, application/json;q=0.2": "text/html",
            "text/html;q=0, */*": "application/json",
            "*/*": "application/json",
            "TEXT/CSV": "text/csv",
            "text/nothing, text/csv;q=0.001": "text/csv",
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8": "text/html",
        }
        for accept, content_type in wanted.items():
            reply = server.ask(QUESTION, headers={"Accept": accept})
            self.assertEqual(reply.headers.get_content_type(), content_type, accept)

    def test_nothing_that_fits_is_406(self):
        for accept in ("video/mp4", "text/csv;q=0", "nonsense"):
            reply = server.ask(QUESTION, headers={"Accept": accept})
            self.assertEqual((reply.status, reply.error["name"]), (406, "not-acceptable"), accept)

    def test_an_unknown_format_is_an_error_with_the_nearest(self):
        reply = server.ask(QUESTION, format="jsno")
        self.assertEqual((reply.status, reply.error["hints"][0]), (400, "did you mean `json`?"))

    def test_caches_are_told_that_accept_matters(self):
        self.assertIn("Accept", server.ask(QUESTION).headers["Vary"])


class Errors(unittest.TestCase):
    def test_an_error_says_where_and_what_to_type_instead(self):
        error = server.ask("which approaches use mindfullness?").error
        self.assertEqual((error["name"], error["line"], error["column"], error["length"]), ("unknown-name", 1, 22, 12))
        self.assertIn("did you mean `mindfulness`?", error["hints"][0])
        self.assertIn("^" * 12, error["rendered"])

    def test_places_count_characters(self):
        error = server.ask("RETURN 'äöü', nosuch").error
        self.assertEqual((error["code"], error["column"], error["length"]), ("UndefinedVariable", 15, 6))

    def test_wrong_statements_are_400(self):
        for statement in ("MATCH (n", "RETURN 1/0", "RETURN $x", "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
                          "CALL apoc.load.json('http://127.0.0.1/')", "which", "(" * 500):
            self.assertEqual(server.ask(statement).status, 400, statement)

    def test_requests_without_a_statement_are_400(self):
        self.assertEqual(server.get("/api/query").status, 400)
        self.assertEqual(server.ask("  ;").status, 400)
        self.assertEqual(server.post(question="x").status, 400)

    def test_parameters_that_are_none(self):
        for parameters in ({"graph": "maybe"}, {"max_rows": "-1"}, {"max_rows": "9" * 30}, {"sources": ""}):
            self.assertEqual(server.ask("RETURN 1", **parameters).status, 400, parameters)
        self.assertEqual(server.get("/api/query?q=RETURN+1&q=RETURN+2").status, 400)

    def test_bodies_that_are_none(self):
        for body in ("", "{", "[]", "null", '{"query": 1}', '{"query": "RETURN 1", "params": []}', '{"query": "\\ud800"}',
                     '{"query": "RETURN 1", "max_rows": -1}', '{"query": "RETURN 1", "params": {"x": 99999999999999999999}}',
                     '{"query": "RETURN 1"' + ',"a":[' * 5000, b'{"query": "\xff"}'):
            reply = server.request("POST", "/api/query", body, {"Content-Type": "application/json"})
            self.assertEqual(reply.status, 400, body)
            self.assertTrue(reply.error["message"])

    def test_a_body_of_another_type_is_415(self):
        for content_type in ("text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""):
            reply = server.request("POST", "/api/query", '{"query":"RETURN 1"}', {"Content-Type": content_type})
            self.assertEqual(reply.status, 415, content_type)
        reply = server.request("POST", "/api/query", '{"query":"RETURN 1"}', {"Content-Type": "Application/JSON; charset=utf-8"})
        self.assertEqual(reply.status, 200)

    def test_errors_for_pages_are_pieces_of_pages(self):
        reply = server.ask("which approaches use <b>mindfulness</b>?", format="html")
        self.assertEqual((reply.status, reply.headers.get_content_type()), (400, "text/html"))
        self.assertIn('class="confer confer-error"', reply.text)
        self.assertNotIn("<b>", reply.text)


class Caching(unittest.TestCase):
    def test_the_tag_of_an_answer_gives_304(self):
        first = server.ask(QUESTION)
        again = server.ask(QUESTION, headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual((again.status, again.body), (304, b""))
        for name in ("ETag", "Cache-Control", "X-Confer-Graph", "Vary"):
            self.assertEqual(again.headers[name], first.headers[name], name)

    def test_it_also_does_in_lists_and_as_a_strong_tag(self):
        tag = server.ask(QUESTION).headers["ETag"]
        for value in (f'"other", {tag}', tag.removeprefix("W/"), "*"):
            self.assertEqual(server.ask(QUESTION, headers={"If-None-Match": value}).status, 304, value)
        self.assertEqual(server.ask(QUESTION, headers={"If-None-Match": '"other"'}).status, 200)

    def test_the_tag_differs_with_all_that_the_answer_depends_on(self):
        variants = [{}, {"format": "csv"}, {"format": "html"}, {"graph": "true"}, {"sources": "false"}, {"max_rows": 5000}]
        tags = [server.ask(QUESTION, **variant).headers["ETag"] for variant in variants]
        tags.append(server.ask(QUESTION + " ").headers["ETag"])
        self.assertEqual(len(set(tags)), len(tags))

    def test_the_same_by_accept_and_by_name_has_the_same(self):
        self.assertEqual(server.ask(QUESTION, headers={"Accept": "text/csv"}).headers["ETag"],
                         server.ask(QUESTION, format="csv").headers["ETag"])

    def test_the_second_answer_comes_from_the_cache(self):
        statement = "RETURN 'only in this test' AS x"
        self.assertEqual(server.ask(statement).body, server.ask(statement).body)

    def test_what_is_never_the_same_is_not_kept(self):
        for statement in ("RETURN rand() AS x", "RETURN RAND ( ) AS x", "PROFILE MATCH (a:Approach) RETURN count(a)"):
            reply = server.ask(statement)
            self.assertEqual((reply.status, reply.headers["ETag"], reply.headers["Cache-Control"]), (200, None, "no-store"))
        self.assertNotEqual(server.ask("RETURN rand() AS x").body, server.ask("RETURN rand() AS x").body)

    def test_errors_are_not_stored(self):
        self.assertEqual(server.ask("oops").headers["Cache-Control"], "no-store")

    def test_files_of_the_page_have_tags(self):
        tag = server.get("/").headers["ETag"]
        self.assertEqual(server.get("/", headers={"If-None-Match": tag}).status, 304)


class Limits(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.narrow = Server(CONFER, "--timeout", "100", "--max-rows", "100", "--max-memory", "64")
        cls.hasty = Server(CONFER, "--timeout", "0.3")

    @classmethod
    def tearDownClass(cls):
        cls.narrow.close()
        cls.hasty.close()

    def assert_limited(self, statement, status, name, by=None, **parameters):
        limited = by or self.narrow
        reply = limited.ask(statement, **parameters)
        self.assertEqual((reply.status, reply.error["name"]), (status, name), statement)
        self.assertTrue(limited.is_well())

    def test_rows(self):
        self.assert_limited("UNWIND range(1, 101) AS n RETURN n", 422, "row-limit")
        self.assertEqual(self.narrow.ask("UNWIND range(1, 100) AS n RETURN n").status, 200)

    def test_a_client_may_ask_for_fewer_rows_and_not_for_more(self):
        self.assert_limited("UNWIND range(1, 10) AS n RETURN n", 422, "row-limit", max_rows=9)
        self.assert_limited("UNWIND range(1, 101) AS n RETURN n", 422, "row-limit", max_rows=1000)

    def test_time(self):
        self.assert_limited("UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b "
                            "UNWIND range(1, 1000) AS c RETURN sum(a * b + c)", 504, "timeout", by=self.hasty)

    def test_memory(self):
        self.assert_limited("UNWIND range(1, 20000000) AS n WITH collect(n) AS l RETURN size(l)", 422, "memory-limit")

    def test_answers_that_would_be_much_larger_than_what_they_take_in_memory(self):
        self.assert_limited("MATCH (n) WITH collect(n) AS every UNWIND range(1, 100) AS i RETURN every", 422, "memory-limit")
        self.assert_limited("WITH range(1, 100000) AS l UNWIND range(1, 100) AS i RETURN l", 422, "memory-limit")

    def test_statements_that_are_too_deep(self):
        deep = server.post(query="RETURN " + "(" * 50_000 + "1" + ")" * 50_000)
        self.assertIn(deep.status, (400, 413))
        self.assertTrue(server.is_well())


class Writing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.writable = Server(CONFER, "--graph", KITCHEN, "--token", TOKEN)
        cls.authorization = {"Authorization": f"Bearer {TOKEN}"}

    @classmethod
    def tearDownClass(cls):
        cls.writable.close()

    def version(self):
        return self.writable.get("/health").json["version"]

    def test_nobody_writes_without_the_token(self):
        for statement in ("CREATE (n)", "MERGE (n {id: 'x'})", "MATCH (n) DETACH DELETE n", "MATCH (n) SET n.name = 'x'", "MATCH (n) REMOVE n.name"):
            for reply in (server.ask(statement), server.post(query=statement), self.writable.post(query=statement),
                          self.writable.ask(statement)):
                self.assertEqual((reply.status, reply.error["name"]), (403, "read-only"), statement)

    def test_a_server_without_a_token_takes_none(self):
        reply = server.post(headers={"Authorization": "Bearer "}, query="CREATE (n)")
        self.assertEqual(reply.status, 403)

    def test_a_wrong_token_is_401(self):
        for value in ("Bearer wrong", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", TOKEN, "Bearer"):
            reply = self.writable.post(headers={"Authorization": value}, query="CREATE (n)")
            self.assertEqual((reply.status, reply.headers["WWW-Authenticate"]), (401, 'Bearer realm="confer"'), value)

    def test_get_never_writes(self):
        before = self.version()
        reply = self.writable.ask("CREATE (n)", headers=self.authorization)
        self.assertEqual((reply.status, reply.error["hints"]), (403, ["send it by POST"]))
        self.assertEqual(self.version(), before)

    def test_with_the_token_posts_write_and_all_see_it(self):
        before = self.version()
        name = "RETURN EXISTS { MATCH (:Dish {id: 'soup-of-the-day'}) } AS there"
        statement = "MERGE (d:Dish {id: 'soup-of-the-day', name: 'Soup of the day'}) RETURN d.name"
        tag = self.writable.ask(name).headers["ETag"]
        reply = self.writable.post(headers=self.authorization, query=statement)
        self.assertEqual((reply.status, reply.headers["ETag"]), (200, None), reply.body)
        self.assertEqual(reply.json["stats"]["nodesCreated"], 1)
        self.assertNotEqual(self.version(), before)
        seen = self.writable.ask(name, headers={"If-None-Match": tag})
        self.assertEqual((seen.status, seen.json["rows"]), (200, [[True]]))

        self.writable.post(headers=self.authorization, query="MATCH (d:Dish {id: 'soup-of-the-day'}) DELETE d")
        self.assertEqual(self.version(), before)

    def test_explaining_a_write_is_reading(self):
        self.assertEqual(server.ask("EXPLAIN CREATE (n)").status, 200)

    def assert_writable(self, *arguments, **options):
        other = Server(CONFER, "--empty", *arguments, **options)
        try:
            self.assertEqual(other.post(headers=self.authorization, query="CREATE (n)").status, 200)
        finally:
            other.close()

    def test_the_token_may_come_from_the_environment_or_a_file(self):
        self.assert_writable(environment={"CONFER_TOKEN": TOKEN})
        with tempfile.NamedTemporaryFile("w") as file:
            file.write(TOKEN + "\n")
            file.flush()
            self.assert_writable("--token-file", file.name)

    def assert_not_started(self, hint, *arguments):
        ran = subprocess.run([CONFER, "serve", "--port", "0", *arguments], capture_output=True, text=True, timeout=300)
        self.assertEqual(ran.returncode, 2)
        self.assertIn(hint, ran.stderr)

    def test_a_token_that_is_easily_guessed_is_refused(self):
        self.assert_not_started("openssl rand -hex 32", "--token", "secret")

    def test_a_token_to_a_server_that_is_to_read_only_is_a_contradiction(self):
        self.assert_not_started("only reads", "--token", TOKEN, "--read-only")


if __name__ == "__main__":
    unittest.main()
