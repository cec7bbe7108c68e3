# SPDX-License-Identifier: Apache-2.0
"""What a paper says, read from the tree that `cleardays render --format tree` writes beside its PDF."""

import re
from dataclasses import dataclass, field
from pathlib import Path

_PAPER = re.compile(r"paper “(.*)” (\S+)$")
_HEADING = re.compile(r"heading (\d)(?: ([^“ ]+))? “(.*)” #\S*$")
_ENTRY = re.compile(r"entry \d(?: ([^“ ]+))? “(.*)” #\S*$")
_CONTENTS = re.compile(r"contents “(.*)” from \d+ pages$")
_CELL = re.compile(r"(header )?cell(?: over (\d+) columns)?(?: over (\d+) rows)?(?: “.*”)?$")
_BAND = re.compile(r"band (\d+)$")
_LINK = re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)")
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
        paper.title, paper.language = _match(_PAPER, line)
    elif name == "contents":
        (paper.contents,) = _match(_CONTENTS, line)
    elif name == "entry":
        number, words = _match(_ENTRY, line)
        paper.entries.append(f"{number} {words}" if number else words)
    elif name == "heading":
        level, number, words = _match(_HEADING, line)
        text = _plain(paper, f"{number} {words}" if number else words)
        paper.headings.append((int(level), text))
        paper.texts.append(text)
    elif name != "section":
        _read_block(paper, name, line)


def _read_block(paper: Paper, name: str, line: str) -> None:
    if name == "table":
        paper.tables.append([])
    elif line == "header row":
        paper.tables[-1].append(PaperRow(is_head=True))
    elif name == "band":
        (level,) = _match(_BAND, line)
        paper.tables[-1].append(PaperRow(band=int(level)))
    elif line == "row":
        paper.tables[-1].append(PaperRow())
    elif name in ("header", "cell"):
        header, columns, rows = _match(_CELL, line)
        paper.tables[-1][-1].cells.append(PaperCell(header is not None, int(columns or 1), int(rows or 1)))
    elif line == "item":
        paper.items += 1
    elif name not in _BLOCKS:
        paper.notes += 1
    if "“" in line:
        quoted = line[line.index("“") + 1 :].removesuffix("”")
        texts = quoted.split("” “") if name == "signature" else [quoted]
        paper.texts += [_plain(paper, text) for text in texts]


def _match(pattern: re.Pattern[str], line: str) -> tuple[str, ...]:
    match = pattern.match(line)
    if match is None:
        raise ValueError(f"the tree has a line that is not understood: {line}")
    return match.groups()


def _plain(paper: Paper, text: str) -> str:
    """A text without the signs that show emphasis, links and marks."""
    paper.marks += len(_MARK.findall(text))
    text = _MARK.sub(r" [\1]", _LINK.sub(r"\1", text))
    return text.replace("*", "").replace("⏎", " ")
