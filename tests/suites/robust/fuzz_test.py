#!/usr/bin/env python3
"""Whatever is typed, there is an answer or an error: fuzz_test.py CONFER SUITES

Statements of the golden pairs are cut short, spliced and garbled, always in the same way, and sent to `confer pipe`,
which has to answer each, soon, and live on.
"""
import json
import pathlib
import random
import subprocess
import sys
import threading

CASES = 1500
SECONDS = 120  # for one statement, on a machine that has much else to do, under the sanitizers
WORDS = ["MATCH", "RETURN", "WHERE", "(", ")", "[", "]", "{", "}", "-", "->", "<-", "*", "|", ":", ",", ".", "..", "$x", "`",
         "'", '"', "//", "/*", "*/", "\\", "\\u12", "0x", "1e", "99999999999999999999", "null", "NOT", "IN", "CASE", "WHEN",
         "EXISTS {", "COUNT {", "AS", "UNION", "ORDER BY", ";", "é", "心", "\x00", "\t", "\n", "why", "share", "not", "?"]


def statements(suites):
    texts = []
    for path in sorted(suites.glob("*/*.query")):
        lines = path.read_text().split("\n")
        texts.append("\n".join(line for line in lines if not line.startswith("-- ")))
    return texts


def garble(choose, texts):
    text = choose.choice(texts)
    for _ in range(choose.randint(1, 4)):
        at = choose.randrange(len(text) + 1)
        kind = choose.randrange(7)
        if kind == 0:
            text = text[:at]
        elif kind == 1:
            text = text[at:]
        elif kind == 2:
            text = text[:at] + choose.choice(WORDS) + text[at:]
        elif kind == 3:
            text = text[:at] + text[at + choose.randint(1, 8):]
        elif kind == 4:
            other = choose.choice(texts)
            text = text[:at] + other[choose.randrange(len(other) + 1):]
        elif kind == 5:
            piece = text[at:at + choose.randint(1, 12)]
            text = text[:at] + piece * choose.choice([2, 5, 300]) + text[at:]
        else:
            text = text[:at] + chr(choose.choice([0, 7, 0x7F, 0xA0, 0x301, 0x202E, 0xFFFD, 0x1F600])) + text[at:]
    return text[:20000]


class Pipe:
    def __init__(self, confer):
        self.process = subprocess.Popen([confer, "pipe", "--timeout", "2", "--max-memory", "200", "--max-rows", "1000"],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def ask(self, line):
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()
        watch = threading.Timer(SECONDS, self.process.kill)
        watch.start()
        reply = self.process.stdout.readline()
        watch.cancel()
        return reply


def main():
    confer, suites = sys.argv[1], pathlib.Path(sys.argv[2])
    choose = random.Random(2026)
    texts = statements(suites)
    requests = [json.dumps({"id": i, "query": garble(choose, texts)}).encode() for i in range(CASES)]
    # Requests that are no JSON, no UTF-8, or none at all.
    requests += [choose.randbytes(choose.randint(1, 60)).replace(b"\n", b" ").replace(b"\r", b" ") + b"x" for _ in range(200)]
    pipe = Pipe(confer)
    for request in requests:
        reply = pipe.ask(request)
        try:
            answered = isinstance(json.loads(reply), dict)
        except ValueError:
            answered = False
        if not answered:
            print(f"no answer to {request!r}: {reply!r}")
            pipe.process.kill()
            print(pipe.process.stderr.read().decode(errors="replace")[-3000:])
            return 1
    pipe.process.stdin.close()
    status = pipe.process.wait(SECONDS)
    print(f"{len(requests)} requests answered, exit status {status}")
    return status != 0


if __name__ == "__main__":
    sys.exit(main())
