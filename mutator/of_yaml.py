# SPDX-License-Identifier: Apache-2.0
"""Mutations of YAML: of files, and of the headers of papers."""

import re
from random import Random

from . import characters
from .mutations import of_file

VALUES = [
    "", "~", "null", "true", "no", "yes", "0", "-1", "1e3", ".inf", ".nan", "0x1F", "0o17", "1_000", "12:30:45",
    "2009-11-30", "2001-12-14t21:59:43.10-05:00", "[]", "{}", "[a, b]", "[[[]]]", "{ a: b }", "[{ a: b }, c]",
    "{ a: { b: { c: d } } }", "\"\"", "''", "\" \"", "\"\\u200b\"", "\"\\0\"", "\"\\ud800\"", "\"\\x41\\n\"",
    "'it''s'", "\"open", "'open", "[open", "{ open", "|", "|\n", ">-\n", "|+\n\n\n", "|9\n  a", "&a b", "&a [*a]",
    "*a", "*nobody", "!!str 1", "!!int a", "!!binary aGVsbG8=", "!!float x", "!!map []", "!!set {a, b}",
    "!!python/object:os.system x", "!local x", "!<tag:x> y", "! x", "@x", "`x", "%x", "- a", "? a", ": a", "a: b: c",
    "a #b", "#b", "a\n b", "<<", "=", "[", "]", "{", "}", ",", "&", "*", "!", "|2", ">1-", "\t", "---", "...",
]  # fmt: skip
LINES = [
    "a: b", "? a\n: b", "? [a, b]\n: c", "? |\n  a\n: b", "<<: { a: b }", "<<: *a", "- a", "-", "---", "...", "--- a",
    "%YAML 1.1", "%YAML 9.9", "%TAG ! tag:x,2000:", "\ta: b", "a:\tb", "a : b", "a:b", "\"a\": b", "'a': b", "1: a",
    "true: a", "null: a", "~: a", "[a]: b", "{a: b}: c", "\"\": a", "&x a: b", "*x : b", "!!str a: b",
    "a: &x\n  b: *x", "a: &x [*x, *x]", "# comment", "a: |\n b\n  c\nd", "a: >\n  b\n\n\n  c", "\u200b: a",
    "a\u00a0b: c", "\ufeffa: b",
    "x: &a [l, l, l, l, l, l, l, l]\ny: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nz: [*b, *b, *b, *b, *b, *b, *b, *b]",
    "deep: " + "[" * 60 + "]" * 60, "deep: " + "{ a: " * 60 + "}" * 60, "deep: " + "[" * 5_000,
    "many: [" + "a, " * 5_000 + "]",
]  # fmt: skip
KEYS = [
    "name", "short-name", "kind", "title", "subtitle", "head", "units", "divisions", "remit", "declares", "tables",
    "of", "class", "introduction", "totals", "nil", "notes", "exempt", "paragraph", "reason", "public-interest",
    "layout", "by", "to", "body", "date", "dates", "subject", "classification", "summary", "recommendations", "verb",
    "text", "contact", "appendices", "background-papers", "status", "version", "as-at", "purpose", "route",
    "for-each", "amendments", "not-exempt", "parts", "columns", "rows",
]  # fmt: skip
ENTRY = re.compile(r"^(\s*(?:- )?(?:\{ )?)([\w\"' /-]+?)(\s*:)(\s.*|)$", re.DOTALL)


def of_yaml(function):
    """A change of the lines of YAML that a file holds: all of it, or the header of a paper."""

    def apply(random: Random, path: str, data: bytes) -> bytes:
        text = data.decode("utf-8", "replace")
        opening, rest = "", ""
        if path.endswith(".md"):
            if not text.startswith("---\n"):
                return data
            opening, (text, rule, rest) = "---\n", text[4:].partition("\n---\n")
            rest = rule + rest
        lines = text.split("\n")
        function(random, lines)
        return (opening + "\n".join(lines) + rest).encode("utf-8", "surrogatepass")

    apply.__name__ = function.__name__
    return apply


def entries(lines: list[str]) -> list[int]:
    """The lines that begin with a key."""
    return [number for number, line in enumerate(lines) if ENTRY.match(line)]


def end_of(lines: list[str], begin: int) -> int:
    """The line after an entry and what belongs to it."""
    indent = len(lines[begin]) - len(lines[begin].lstrip())
    end = begin + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return end


@of_file(".yaml", ".md", weight=8)
@of_yaml
def set_value(random: Random, lines: list[str]) -> None:
    if places := entries(lines):
        number = random.choice(places)
        opening, key, colon, _ = ENTRY.match(lines[number]).groups()
        end = end_of(lines, number) if random.random() < 0.5 else number + 1
        value = random.choice(VALUES) if random.random() < 0.8 else random.choice(characters.NAMES + characters.NUMBERS)
        lines[number:end] = [f"{opening}{key}{colon} {value}"]


@of_file(".yaml", ".md", weight=4)
@of_yaml
def change_key(random: Random, lines: list[str]) -> None:
    if places := entries(lines):
        number = random.choice(places)
        opening, key, colon, value = ENTRY.match(lines[number]).groups()
        at = random.randint(0, len(key))
        keys = [
            random.choice(KEYS),
            key.upper(),
            key[:at] + characters.character(random) + key[at:],
            key[:at],
            f'"{key}"',
            f"!!str {key}",
            f"&x {key}",
            "? " + key,
            "",
        ]
        lines[number] = f"{opening}{random.choice(keys)}{colon}{value}"


@of_file(".yaml", ".md", weight=4)
@of_yaml
def delete_entry(random: Random, lines: list[str]) -> None:
    if places := entries(lines):
        number = random.choice(places)
        del lines[number : end_of(lines, number)]


@of_file(".yaml", ".md", weight=3)
@of_yaml
def duplicate_entry(random: Random, lines: list[str]) -> None:
    if places := entries(lines):
        number = random.choice(places)
        lines[number:number] = lines[number : end_of(lines, number)] * random.choice([1, 1, 1, 3, 200])


@of_file(".yaml", ".md", weight=3)
@of_yaml
def move_entry(random: Random, lines: list[str]) -> None:
    """An entry stands elsewhere, perhaps deeper or less deep."""
    if places := entries(lines):
        number = random.choice(places)
        end = end_of(lines, number)
        moved = lines[number:end]
        del lines[number:end]
        shift = random.choice([0, 0, 2, 4, -2])
        moved = [" " * shift + line if shift >= 0 else line.removeprefix("  ") for line in moved]
        at = random.randint(0, len(lines))
        lines[at:at] = moved


@of_file(".yaml", ".md", weight=2)
@of_yaml
def swap_values(random: Random, lines: list[str]) -> None:
    places = entries(lines)
    if len(places) > 1:
        first, second = random.sample(places, 2)
        one, two = ENTRY.match(lines[first]).groups(), ENTRY.match(lines[second]).groups()
        lines[first], lines[second] = "".join([*one[:3], two[3]]), "".join([*two[:3], one[3]])


@of_file(".yaml", ".md", weight=4)
@of_yaml
def insert_lines(random: Random, lines: list[str]) -> None:
    at = random.randint(0, len(lines))
    indent = " " * random.choice([0, 0, 2, 4])
    lines[at:at] = [indent + line for line in random.choice(LINES).split("\n")]


@of_file(".yaml", ".md", weight=2)
@of_yaml
def many_keys(random: Random, lines: list[str]) -> None:
    """Hundreds of entries where there are a few."""
    if places := entries(lines):
        number = random.choice(places)
        opening, key, colon, value = ENTRY.match(lines[number]).groups()
        rest = lines[number + 1 : end_of(lines, number)]
        new: list[str] = []
        for count in range(random.choice([20, 200, 1_000])):
            new += [f"{opening}{key}-{count}{colon}{value}", *rest]
        lines[number:number] = new[:20_000]


@of_file(".yaml", ".md", weight=2)
@of_yaml
def insert_key(random: Random, lines: list[str]) -> None:
    """A key that is known, perhaps where it means nothing."""
    at = random.randint(0, len(lines))
    indent = " " * random.choice([0, 0, 2, 4])
    lines.insert(
        at, f"{indent}{random.choice(['', '', '- '])}{random.choice(KEYS)}: {random.choice(VALUES + characters.NAMES)}"
    )
