#!/usr/bin/env python3
"""What a source calls harmful or unsupported for a condition is never given as a treatment of it. treats_test.py CONFER

Asks the built-in graph about each of its conditions, as a person would.
"""
import json
import subprocess
import sys
import unittest


class Pipe:
    def __init__(self):
        self.process = subprocess.Popen([CONFER, "pipe"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def rows(self, statement):
        self.process.stdin.write(json.dumps({"id": 1, "query": statement}) + "\n")
        self.process.stdin.flush()
        reply = json.loads(self.process.stdout.readline())
        assert "rows" in reply, f"{statement}: {reply}"
        return reply["rows"]

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=300)
        self.process.stdout.close()


class Treats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pipe = Pipe()
        cls.addClassCleanup(cls.pipe.close)
        cls.conditions = [row[0] for row in cls.pipe.rows("MATCH (c:Condition) RETURN c.id ORDER BY c.id")]

    def names(self, pattern, condition):
        return {row[0] for row in self.pipe.rows(f"MATCH (a)-[:{pattern}]->({{id: '{condition}'}}) RETURN a.name")}

    def answered(self, question):
        """Every text in the first column: names, whatever the answer shows beside them."""
        return {value if isinstance(value, str) else value["$node"]["properties"]["name"]
                for value in (row[0] for row in self.pipe.rows(question))}

    def test_no_condition_is_treated_by_what_harms_it_or_lacks_support(self):
        asked = 0
        for condition in self.conditions:
            against = self.names("HARMFUL_FOR|LACKS_SUPPORT_FOR", condition)
            for question in (f'which approaches treat "{condition}"?', f'which techniques treat "{condition}"?',
                             f'what treats "{condition}"?'):
                with self.subTest(question=question):
                    answer = self.answered(question)
                    self.assertEqual(answer & against, set())
                    asked += bool(against)
        self.assertGreater(asked, 50)

    def test_each_condition_is_treated_by_what_sources_say_treats_it(self):
        for condition in self.conditions:
            with self.subTest(condition=condition):
                exactly = self.answered(f'what treats exactly "{condition}"?')
                self.assertEqual(exactly, self.names("TREATS", condition))
                narrower = self.pipe.rows(f"MATCH (n)-[:IS_A*]->({{id: '{condition}'}}) RETURN DISTINCT n.id")
                by_narrower = set().union(*(self.names("TREATS", row[0]) for row in narrower))
                against = self.names("HARMFUL_FOR|LACKS_SUPPORT_FOR", condition)
                self.assertEqual(self.answered(f'what treats "{condition}"?'), exactly | (by_narrower - against))

    def test_what_sources_warn_of_is_no_option(self):
        """Nor for what is narrower or broader; and nothing that it would come from is."""
        asked = 0
        for condition in self.conditions:
            kin = {row[0] for row in self.pipe.rows(
                f"MATCH (c {{id: '{condition}'}}) OPTIONAL MATCH (c)-[:IS_A*0..]->(b) OPTIONAL MATCH (n)-[:IS_A*0..]->(c) "
                "UNWIND [b.id, n.id] AS id RETURN DISTINCT id")}
            against = set().union(*(self.names("HARMFUL_FOR|LACKS_SUPPORT_FOR", one) for one in kin))
            for question in (f'select techniques for "{condition}" from at least 3 families',
                             f'assimilate into psychodynamic therapy for "{condition}"'):
                with self.subTest(question=question):
                    names = {name for row in self.pipe.rows(question) for cell in row
                             for name in (cell if isinstance(cell, list) else [cell])}
                    self.assertEqual(names & against, set())
                    asked += bool(names and against)
        self.assertGreater(asked, 50)

    def test_both_sides_of_a_conflict_can_be_asked_for(self):
        ptsd = "posttraumatic-stress-disorder"
        self.assertIn("Seeking Safety", self.answered(f'which approaches are claimed for "{ptsd}"?'))
        self.assertIn("Seeking Safety", self.answered(f'which approaches lack support for "{ptsd}"?'))


if __name__ == "__main__":
    CONFER = sys.argv.pop(1)
    unittest.main()
