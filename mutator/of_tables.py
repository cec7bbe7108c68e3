# SPDX-License-Identifier: Apache-2.0
"""Mutations of CSV files that leave them CSV files."""

from random import Random

from . import characters, markdown
from .mutations import of_file
from .placing import rows, table

HEADINGS = [
    "", " ", "unit", "ref", "action", "activity", "class", "outcome", "status", "reason", "response", "due",
    "comment", "exempt", "Exempt", "exempt ", "exmpt", "measure", "better", "comparison", "forecast", "actual",
    "2008/09 actual", "2009/10 target", "2025/26 mid-year", "2025/26 forecast", "2024/25 actual", "9999/00 actual",
    "0000/01 target", "2009/11 actual", "paragraph", "confidential", "notes", "\u200b", "unit\u200b", "UNIT", "ＵＮＩＴ",
]  # fmt: skip
CELLS = [
    "", " ", "3", "1, 3", "8", "three", "yes", "x", "same as L1", "same as NI 5", "same as ZYXOAK", "on course",
    "not on course", "done", "higher", "libraries", "sport", "core service", "activity level", "2025-09-30", "2025",
    "[new]", "[x]", "75% [e]", "7m[^flood]", "\"", "\"\"", "'", "=1+1", "@x", "+1", "-", "a\nb", "a\n\nb", "\n", "\r",
    "a\r\nb", "- a\n- b", "> [!EXEMPT 3]\n> a", "Late.\n\n> [!EXEMPT 3]\n> a",
]  # fmt: skip


def of_cells(function):
    """A change of the cells of a table."""

    def apply(random: Random, path: str, data: bytes) -> bytes:
        cells = rows(data)
        if not cells:
            return data
        function(random, cells)
        return table(cells, random.choice(["\n", "\n", "\r\n"]))

    apply.__name__ = function.__name__
    return apply


def _cell(random: Random) -> str:
    kind = random.randrange(6)
    if kind < 3:
        return random.choice(CELLS)
    if kind == 3:
        return random.choice(characters.NUMBERS)
    return characters.hostile(random) if kind == 4 else markdown.piece(random)


@of_file(".csv", weight=8)
@of_cells
def set_cells(random: Random, cells: list[list[str]]) -> None:
    for _ in range(random.choice([1, 1, 2, 5, 20])):
        row = random.choice(cells[1:] or cells)
        if row:
            row[random.randrange(len(row))] = _cell(random)


@of_file(".csv", weight=2)
@of_cells
def set_column(random: Random, cells: list[list[str]]) -> None:
    """One text in every row of a column."""
    column, text = random.randrange(len(cells[0]) or 1), _cell(random)[:20_000]
    for row in cells[1:]:
        if column < len(row):
            row[column] = text


@of_file(".csv", weight=3)
@of_cells
def rename_column(random: Random, cells: list[list[str]]) -> None:
    if cells[0]:
        cells[0][random.randrange(len(cells[0]))] = random.choice(HEADINGS + cells[0])


@of_file(".csv", weight=2)
@of_cells
def delete_column(random: Random, cells: list[list[str]]) -> None:
    column = random.randrange(len(cells[0]) or 1)
    for row in cells if random.random() < 0.9 else cells[1:]:
        del row[column : column + 1]


@of_file(".csv", weight=3)
@of_cells
def insert_column(random: Random, cells: list[list[str]]) -> None:
    column = random.randint(0, len(cells[0]))
    is_filled = random.random() < 0.7
    for number, row in enumerate(cells):
        row.insert(column, random.choice(HEADINGS) if number == 0 else _cell(random)[:5_000] if is_filled else "")


@of_file(".csv", weight=2)
@of_cells
def move_column(random: Random, cells: list[list[str]]) -> None:
    source, target = random.randrange(len(cells[0]) or 1), random.randrange(len(cells[0]) or 1)
    for row in cells:
        if source < len(row):
            row.insert(target, row.pop(source))


@of_file(".csv", weight=3)
@of_cells
def change_rows(random: Random, cells: list[list[str]]) -> None:
    """Rows are lost, doubled, moved, shuffled, cut or made longer."""
    number = random.randrange(len(cells))
    kind = random.randrange(8)
    if kind == 0:
        del cells[number]
    elif kind == 1:
        cells[number:number] = [list(cells[number]) for _ in range(random.choice([1, 3, 40, 400]))]
    elif kind == 2:
        cells.insert(random.randrange(len(cells)), cells.pop(number))
    elif kind == 3:
        random.shuffle(cells)
    elif kind == 4:
        del cells[number][random.randint(0, len(cells[number])) :]
    elif kind == 5:
        cells[number].extend(["", "x", *[""] * random.choice([0, 0, 3, 3000])])
    elif kind == 6:
        cells.insert(number, [""] * len(cells[0]))
    else:
        del cells[1:]


@of_file(".csv")
@of_cells
def many_rows(random: Random, cells: list[list[str]]) -> None:
    """A row again and again, with a reference of its own."""
    row = list(random.choice(cells[1:] or cells))
    reference = cells[0].index("ref") if "ref" in cells[0] else -1
    for number in range(random.choice([100, 500, 2_000])):
        copy = list(row)
        if 0 <= reference < len(copy):
            copy[reference] = f"R {number}"
        cells.append(copy)


@of_file(".csv", weight=2)
def other_syntax(random: Random, path: str, data: bytes) -> bytes:
    """Another separator, quotes that are not closed or stand where none can."""
    old, new = random.choice([
        (b",", b";"), (b",", b"\t"), (b",", b", "), (b",", b",,"), (b'"', b""), (b'"', b'""'), (b'"', b"'"),
        (b",", b',"'), (b",", b'",'), (b"\n", b'"\n'), (b"\n", b"\n\n"), (b",", b"|"), (b",", b"\xef\xbc\x8c"),
    ])  # fmt: skip
    count = random.choice([1, 1, 2, -1])
    at = random.randint(0, len(data)) if random.random() < 0.6 else 0
    return data[:at] + data[at:].replace(old, new, count)


@of_file(".csv")
def line_for_the_separator(random: Random, path: str, data: bytes) -> bytes:
    """What Excel writes above the header, and titles that officers put there."""
    return random.choice([b"sep=,\n", b"sep=;\n", b"\n", b",,,\n", b"Actions 2025/26\n", b"# comment\n"]) + data
