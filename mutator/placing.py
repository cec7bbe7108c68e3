# SPDX-License-Identifier: Apache-2.0
"""Puts a text into a file so that the file stays what it is: into a cell, behind a key, between paragraphs."""

import csv
import io
import json
import re
from random import Random

# `key: value`, or `- value`.
ENTRY = re.compile(r"^(\s*(?:- )*(?:[\w\"'/ -]+:)?\s+|\s*- )(.+)$")


def rows(data: bytes) -> list[list[str]]:
    """The cells of a CSV file, as far as there are some."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    try:
        return [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    except csv.Error:
        return [line.split(",") for line in text.splitlines()]


def table(cells: list[list[str]], ending: str = "\n") -> bytes:
    """A CSV file of cells."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=ending).writerows(cells)
    return out.getvalue().encode("utf-8", "surrogatepass")


def join(random: Random, old: str, new: str) -> str:
    """A text in the place of another, before it, behind it or in it."""
    at = random.randint(0, len(old))
    return random.choice([new, new, f"{new} {old}", f"{old} {new}", f"{old}\n\n{new}", old[:at] + new + old[at:]])


def put(random: Random, path: str, data: bytes, text: str) -> bytes:
    """A file with a text put into some place of it that can hold one."""
    if path.endswith(".csv"):
        return _into_cell(random, data, text)
    if path.endswith(".yaml"):
        return _behind_key(random, data.decode("utf-8", "replace"), text).encode("utf-8", "surrogatepass")
    content = data.decode("utf-8", "replace")
    if path.endswith(".md") and content.startswith("---\n") and random.random() < 0.4:
        header, rule, body = content[4:].partition("\n---\n")
        return ("---\n" + _behind_key(random, header, text) + rule + body).encode("utf-8", "surrogatepass")
    return _into_prose(random, content, text).encode("utf-8", "surrogatepass")


def _into_cell(random: Random, data: bytes, text: str) -> bytes:
    cells = rows(data)
    if not cells:
        return text.encode("utf-8", "surrogatepass")
    row = cells[0] if random.random() < 0.1 else random.choice(cells)
    column = random.randrange(len(row))
    row[column] = join(random, row[column], text)
    return table(cells)


def _behind_key(random: Random, content: str, text: str) -> str:
    lines = content.split("\n")
    places = [number for number, line in enumerate(lines) if ENTRY.match(line)]
    if not places:
        return content + text
    number = random.choice(places)
    opening, value = ENTRY.match(lines[number]).groups()
    indent = " " * (len(opening) - len(opening.lstrip()) + 2)
    value = value.split("  #")[0].strip().strip("\"'")
    text = join(random, value, text) if value not in ("|", ">", "") else text
    kind = random.randrange(5)
    if kind < 2:
        lines[number] = opening + json.dumps(text, ensure_ascii=False)
    elif kind == 2:
        lines[number] = opening + "|\n" + "\n".join(indent + line for line in text.split("\n"))
    elif kind == 3:
        lines[number] = opening + "'" + text.replace("'", "''") + "'"
    else:
        lines[number] = opening + text
    return "\n".join(lines)


def _into_prose(random: Random, content: str, text: str) -> str:
    lines = content.split("\n")
    number = random.randrange(len(lines))
    kind = random.randrange(4)
    if kind == 0:
        lines[number:number] = ["", *text.split("\n"), ""]
    elif kind == 1:
        lines[number:number] = text.split("\n")
    else:
        lines[number] = join(random, lines[number], text)
    return "\n".join(lines)
