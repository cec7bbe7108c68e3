# SPDX-License-Identifier: Apache-2.0
"""What a paper says, read from the tree that `cleardays render --format tree` writes beside its PDF."""

import re
from dataclasses import dataclass, field
from pathlib import Path

_TABLE = re.compile(r"table (\d+) columns")
_HEADING = re.compile(r"heading (\d)(?: ([^“ ]+))? “(.*)” #\S*$")
_ENTRY = re.compile(r"entry \d(?: ([^“ ]+))? “(.*)” #\S*$")
_CONTENTS = re.compile(r"contents “(.*)” from \d+ pages$")
_CELL = re.compile(r"(header )?cell(?: over (\d+) columns)?(?: over (\d+) rows)?(?: “(.*)”)?$")
_BAND = re.compile(r"band (\d+)$")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BLOCKS = "paragraph lead-in subheading table-note list quotation details pair signature".split()
_MARK = re.compile(r"\[\^([^\]]*)\]")


@dataclass
class PaperCell:
    """A cell as the paper has it."""

    is_header: bool
    columns: int
    rows: int


@dataclass
class PaperRow:
    """A row as the paper has it; a band's level is 1 or more."""

    is_head: bool = False
    band: int | None = None
    cells: list[PaperCell] = field(default_factory=list)


@dataclass
class Paper:
    """What a paper says, without pages."""

    title: str = ""
    language: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    contents: str | None = None
    """The heading over the contents, which a short paper goes without."""
    entries: list[str] = field(default_factory=list)
    tables: list[list[PaperRow]] = field(default_factory=list)
    items: int = 0
    notes: int = 0
    marks: int = 0
    links: int = 0
    texts: list[str] = field(default_factory=list)
    """All that is said, without the contents."""


def read_paper(path: Path) -> Paper:
    paper = Paper()
    for line in path.read_text(encoding="utf-8").splitlines():
        _read_line(paper, line.strip())
    return paper


def _read_line(paper: Paper, line: str) -> None:
    name = line.split(" ", 1)[0]
    if name == "paper":
        match = re.fullmatch(r"paper “(.*)” (\S+)", line)
        paper.title, paper.language = match.groups()
        return
    if name == "section":
        return
    if name == "contents":
        paper.contents = _CONTENTS.fullmatch(line).group(1)
        return
    if name == "entry":
        number, words = _ENTRY.fullmatch(line).groups()
        paper.entries.append(f"{number} {words}" if number else words)
        return
    if name == "heading":
        level, number, words = _HEADING.fullmatch(line).groups()
        text = _plain(paper, f"{number} {words}" if number else words)
        paper.headings.append((int(level), text))
        paper.texts.append(text)
        return
    if name == "table":
        paper.tables.append([])
    elif line == "header row":
        paper.tables[-1].append(PaperRow(is_head=True))
    elif _BAND.fullmatch(line):
        paper.tables[-1].append(PaperRow(band=int(_BAND.fullmatch(line).group(1))))
    elif line == "row":
        paper.tables[-1].append(PaperRow())
    elif line == "item":
        paper.items += 1
    elif _CELL.fullmatch(line):
        header, columns, rows, _ = _CELL.fullmatch(line).groups()
        paper.tables[-1][-1].cells.append(PaperCell(header is not None, int(columns or 1), int(rows or 1)))
    elif name not in _BLOCKS:
        paper.notes += 1
    if "“" in line:
        quoted = line[line.index("“") + 1 :].removesuffix("”")
        paper.texts += [_plain(paper, text) for text in quoted.split("” “")]


def _plain(paper: Paper, text: str) -> str:
    """A text without the signs that show emphasis, links and marks."""
    paper.marks += len(_MARK.findall(text))
    paper.links += len(_LINK.findall(text))
    text = _MARK.sub(r" [\1]", _LINK.sub(r"\1", text))
    return text.replace("*", "").replace("⏎", " ")
