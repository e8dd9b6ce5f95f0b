"""Wraps the conditions of the engine's sources, so that each can be turned round while it runs (mutated.h).

Mutant schemata: R. H. Untch, A. J. Offutt, M. J. Harrold, "Mutation analysis using mutant schemata", ISSTA 1993."""
import re
from dataclasses import dataclass
from pathlib import Path

LITERAL = re.compile(r'R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*')
BEGINNING = re.compile(r"\bif \(|\breturn (?=[^;{}]*;)")
COMPARISON = re.compile(r" (?:==|!=|<=|>=|<|>|&&|\|\|) |^!")


@dataclass
class Mutant:
    file: str
    line: int
    condition: str


def blanked(text: str) -> str:
    """The same length, with nothing in literals and comments that could be taken for code."""
    return LITERAL.sub(lambda found: re.sub(r"[^\n]", "_", found.group()), text)


def closing(text: str, begin: int) -> int:
    """Where the parenthesis closes that was opened before `begin`."""
    depth, at = 1, begin
    while depth > 0:
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(text[at], 0)
        at += 1
    return at - 1


def outside_brackets(text: str) -> str:
    while (inner := re.sub(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}", "_", text)) != text:
        text = inner
    return text


def is_condition(of_if: bool, condition: str) -> bool:
    outside = outside_brackets(condition)
    if of_if:  # no initialiser, no declaration
        return ";" not in condition and not re.search(r"[^=!<>]=[^=]", outside)
    return bool(COMPARISON.search(outside)) and "?" not in outside and "<<" not in outside


def instrument(text: str, file: str, mutants: list[Mutant]) -> str:
    code = blanked(text)
    out, copied = [], 0
    for found in BEGINNING.finditer(code):
        if found.start() < copied or re.search(r"\bconstexpr $", code[: found.start()]):
            continue
        of_if = found.group().startswith("if")
        end = closing(code, found.end()) if of_if else code.index(";", found.end())
        if not is_condition(of_if, code[found.end() : end]):
            continue
        condition = text[found.end() : end]
        mutants.append(Mutant(file, text.count("\n", 0, found.start()) + 1, " ".join(condition.split())))
        asked = f"static_cast<bool>({condition})" if of_if else f"({condition})"
        out += [text[copied : found.end()], f"confer_mutated({len(mutants)}, {asked})"]
        copied = end
    return "".join(out) + text[copied:]


def instrument_tree(engine: Path, floors_left_out: set[str]) -> list[Mutant]:
    """Rewrites every source file of the engine; mutant number n is the n-th of what it gives, counted from 1."""
    mutants: list[Mutant] = []
    for path in sorted(engine.rglob("*.cpp")):
        file = path.relative_to(engine)
        if file.parts[0] not in floors_left_out:
            path.write_text(instrument(path.read_text(), str(file), mutants))
    return mutants
