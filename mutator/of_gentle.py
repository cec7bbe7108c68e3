# SPDX-License-Identifier: Apache-2.0
"""Gentle mutations: what is written is allowed, so that the papers are made, and every stage has its turn."""

import re
from random import Random

from . import characters
from .mutations import of_file, of_workspace
from .of_layouts import layouts
from .placing import rows, table
from .sentences import blocks, sentence
from .workspace import Workspace

# Where CSV files and YAML hold Markdown.
PROSE_COLUMNS = {"action", "activity", "outcome", "reason", "response", "measure", "comment"}
VALUES = [
    "75%", "68.69% (Regulation 3); 75% (all)", "2,055", "1.84", "33.5 days", "£2.745m", "7.5m", "+3 points", "73.7% [r]",
    "51.8% [p]", "Yes", "No", "[x]", "[z]", "[new]", "[not set]", "[not supplied]", "Increase visits to 2,000 a month",
    "0", "0.00%", "999,999,999.99", "1,000 per 10,000", "12 months", "Fewer of them",
]  # fmt: skip


@of_file(".md", weight=10, is_gentle=True)
def put_prose(random: Random, path: str, data: bytes) -> bytes:
    """Blocks between those of a paper's body or a statement."""
    text = data.decode("utf-8", "replace")
    begin = text.find("\n---\n") + 5 if text.startswith("---\n") else 0
    parts = text[begin:].split("\n\n")
    for _ in range(random.choice([1, 1, 2, 5])):
        parts.insert(random.randint(0, len(parts)), blocks(random, False))
    return (text[:begin] + "\n\n".join(parts)).encode("utf-8", "surrogatepass")


@of_file(".md", weight=4, is_gentle=True)
def put_words(random: Random, path: str, data: bytes) -> bytes:
    """A sentence in the middle of others."""
    text = data.decode("utf-8", "replace")
    begin = text.find("\n---\n") + 5 if text.startswith("---\n") else 0
    places = [place.start() for place in re.finditer(r"(?<=\w) (?=\w)", text[begin:])]
    for _ in range(random.choice([1, 1, 3])):
        if places:
            at = begin + random.choice(places)
            text = text[:at] + " " + sentence(random, 1, random.choice([1, 1, 3])) + text[at:]
    return text.encode("utf-8", "surrogatepass")


@of_file(".csv", weight=8, is_gentle=True)
def put_in_cells(random: Random, path: str, data: bytes) -> bytes:
    cells = rows(data)
    columns = [number for number, name in enumerate(cells[0]) if name in PROSE_COLUMNS] if cells else []
    for _ in range(random.choice([1, 1, 2, 5])):
        if columns and len(cells) > 1:
            row, column = random.choice(cells[1:]), random.choice(columns)
            if column < len(row) and row[column]:
                text = blocks(random, True)
                row[column] = random.choice([text, f"{row[column]} {sentence(random, 1)}", f"{row[column]}\n\n{text}"])
    return table(cells) if cells else data


@of_file("indicators.csv", "activity.csv", weight=3, is_gentle=True)
def put_values(random: Random, path: str, data: bytes) -> bytes:
    cells = rows(data)
    places = (
        [number for number, name in enumerate(cells[0]) if "/" in name or name in ("forecast", "actual")]
        if cells
        else []
    )
    for row in cells[1:]:
        for column in places:
            if column < len(row) and row[column] and random.random() < 0.3:
                row[column] = random.choice(VALUES)
    return table(cells) if cells else data


@of_file(".csv", weight=3, is_gentle=True)
def repeat_rows(random: Random, path: str, data: bytes) -> bytes:
    """Rows again, each with a reference of its own, so that tables go over pages."""
    cells = rows(data)
    if len(cells) < 2:
        return data
    reference = cells[0].index("ref") if "ref" in cells[0] else -1
    order = random.sample(cells[1:], random.randint(1, len(cells) - 1))
    for number in range(random.choice([5, 20, 100])):
        for row in order:
            copy = list(row)
            if 0 <= reference < len(copy):
                copy[reference] = f"R {number}" if len(order) == 1 else ""
            if not any(cell.startswith("same as") for cell in copy):
                cells.append(copy)
    return table(cells)


@of_file(".yaml", ".md", weight=5, is_gentle=True)
def put_in_header(random: Random, path: str, data: bytes) -> bytes:
    """Prose for a summary, a note, an introduction, a recommendation, a background paper, a reason."""
    text = data.decode("utf-8", "replace")
    keys = "summary|introduction|reason|public-interest|flood|buyer|text"
    places = list(re.finditer(rf"^( *(?:- )?)({keys}):( \|\n(?: +.*\n|\n)+| .*\n)", text, re.MULTILINE))
    if not places:
        return data
    place = random.choice(places)
    indent = " " * (len(place.group(1)) + 2)
    is_line = place.group(2) == "text"
    new = sentence(random, 1) if is_line else blocks(random, True)
    value = " |\n" + "".join(f"{indent}{line}\n" if line else "\n" for line in new.split("\n"))
    text = text[: place.start()] + place.group(1) + place.group(2) + ":" + value + text[place.end() :]
    return text.encode("utf-8", "surrogatepass")


@of_file("council.yaml", "round.yaml", ".md", weight=3, is_gentle=True)
def put_in_names(random: Random, path: str, data: bytes) -> bytes:
    """Words in the place of names, titles and subjects, which are no Markdown."""
    text = data.decode("utf-8", "replace")
    places = list(re.finditer(r"\b(name|title|subtitle|subject|post|members|department): ([^,{}\n\[\]]+)", text))
    if not places:
        return data
    place = random.choice(places)
    new = (
        place.group(2).strip()
        + " "
        + "".join(
            random.choice(characters.INVISIBLE + characters.STRANGE + list("abc -"))
            for _ in range(random.choice([1, 3, 300]))
        )
    )
    new = re.sub(r"[\"\\{}\[\],:#\n]", "", new)
    return (text[: place.start(2)] + f'"{new}"' + text[place.end(2) :]).encode("utf-8", "surrogatepass")


@of_workspace(weight=10, is_gentle=True)
def measure_layout(random: Random, workspace: Workspace) -> str:
    """Other lengths, shares, alignments and orders of columns in a theme or a table kind."""
    shipped = layouts()
    kinds = [path for path in shipped if "/tables/" in path or "/themes/" in path]
    usual = [
        path
        for path in kinds
        if any(name in path for name in ("accessible", "three-columns", "six-columns", "outcomes"))
    ]
    path = random.choice(usual if random.random() < 0.5 else kinds)
    text = workspace.files.get(path, shipped[path]).decode("utf-8", "replace")

    def other(place: re.Match) -> str:
        if random.random() < 0.8:
            return place.group()
        number = float(place.group(1)) * random.choice([0.1, 0.3, 0.5, 0.9, 1.1, 1.5, 2, 4])
        return f"{number:.6g}{place.group(2)}"

    kind = random.randrange(5)
    if kind < 2:
        text = re.sub(r"(?<=[ ])(\d+(?:\.\d+)?)(pt|mm|(?=[ ,}\n]))", other, text)
    elif kind == 2:
        lines = text.split("\n")
        columns = [number for number, line in enumerate(lines) if line.startswith("  - {")]
        if len(columns) > 1:
            taken = [lines[number] for number in columns]
            random.shuffle(taken)
            taken = taken[: random.randint(1, len(taken))] if random.random() < 0.5 else taken
            lines[columns[0] : columns[-1] + 1] = taken
            text = "\n".join(lines)
    elif kind == 3:
        text = re.sub(
            r", width: [\d.]+",
            lambda place: random.choice([place.group(), "", ", fixed: 30mm", ", width: 1", ", fixed: 8mm"]),
            text,
        )
        text = re.sub(
            r", align: \w+", lambda place: f", align: {random.choice(['left', 'centre', 'right', 'decimal'])}", text
        )
    else:
        old, new = random.choice([
            ("place: page", "place: text"), ("size: A4", "size: A4 landscape"), ("size: A4", "size: A3 landscape"),
            ("title-continued: true", "title-continued: false"), ("bands: [division, unit]", "bands: [unit]"),
            ("bands: [division, unit]\n", ""), ("rows: exceptions", "rows: items"),
            ("rows:", "landscape: true\nrows:"), ("row-header: true", "row-header: false"),
            ("bold: true", "bold: false"), ("page:", "#page:"),
        ])  # fmt: skip
        text = text.replace(old, new)
    workspace.files[path] = text.encode("utf-8", "surrogatepass")
    return path
