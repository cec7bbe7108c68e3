# SPDX-License-Identifier: Apache-2.0
"""What a paper says, read from the tree that `cleardays render --format tree-json` writes beside its PDF."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


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
class PaperFigure:
    """A figure as the paper has it."""

    label: str | None
    alternative_text: str


@dataclass
class Paper:
    """What a paper says, without pages."""

    title: str = ""
    language: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    contents: str | None = None
    """The heading over the contents, which a short paper goes without."""
    entries: list[tuple[int, str]] = field(default_factory=list)
    """The level and the words of each; long contents leave out the deepest levels."""
    tables: list[list[PaperRow]] = field(default_factory=list)
    figures: list[PaperFigure] = field(default_factory=list)
    items: int = 0
    notes: int = 0
    marks: int = 0
    spans: list[tuple[str, str]] = field(default_factory=list)
    """The languages (/Lang) of passages and the expansions (/E) of abbreviations, in reading order."""
    texts: list[str] = field(default_factory=list)
    """All that is said, without the contents."""


def read_paper(path: Path) -> Paper:
    tree = json.loads(path.read_text(encoding="utf-8"))
    paper = Paper(tree["properties"]["title"], tree["properties"]["language"])
    for section in tree["sections"]:
        _read_blocks(paper, section["blocks"])
    return paper


def _read_blocks(paper: Paper, blocks: list[dict[str, Any]]) -> None:
    for block in blocks:
        _read_block(paper, block)


def _read_block(paper: Paper, block: dict[str, Any]) -> None:
    match block["kind"]:
        case "heading":
            text = _numbered(block, _text(paper, block["inlines"]))
            paper.headings.append((block["level"], text))
            paper.texts.append(text)
        case "paragraph":
            paper.texts.append(_numbered(block, _text(paper, block["inlines"])))
        case "list":
            for item in block["items"]:
                paper.items += 1
                _read_blocks(paper, item["blocks"])
        case "quotation" | "masthead":
            _read_blocks(paper, block["blocks"])
        case "details":
            for pair in block["pairs"]:
                paper.texts.append(_text(paper, pair["label"]))
                _read_blocks(paper, pair["values"])
        case "signature":
            paper.texts += [_text(paper, block["name"]), _text(paper, block["post"])]
        case "contents":
            paper.contents = _text(paper, block["heading"]["inlines"])
            paper.entries += [(entry["level"], _numbered(entry, entry["words"])) for entry in block["entries"]]
        case "table":
            _read_table(paper, block)
        case "figure":
            # Without words it only decorates, and is an artifact.
            if "alternative-text" in block:
                paper.figures.append(PaperFigure(block.get("label"), block["alternative-text"]))
            if "label" in block:
                paper.texts.append(block["label"])
            _read_blocks(paper, block["caption"])
            paper.texts += block["words"]
        case "notes":
            _read_notes(paper, block["notes"])
        case kind:
            raise ValueError(f"the tree has a block of a kind that is not known: {kind}")


def _read_table(paper: Paper, table: dict[str, Any]) -> None:
    rows: list[PaperRow] = []
    paper.tables.append(rows)
    for row in table["header"] + table["rows"]:
        band = row["level"] if row["kind"] == "band" else None
        rows.append(PaperRow(is_head=row["kind"] == "header", band=band))
        for cell in row["cells"]:
            rows[-1].cells.append(PaperCell(cell["is-header"], cell["column-span"], cell["row-span"]))
            _read_blocks(paper, cell["blocks"])
    _read_notes(paper, table["notes"])


def _read_notes(paper: Paper, notes: list[dict[str, Any]]) -> None:
    for note in notes:
        paper.notes += 1
        _read_blocks(paper, note["blocks"])


def _text(paper: Paper, inlines: list[dict[str, Any]]) -> str:
    """The words of inlines, without emphasis and links; a mark is its label in brackets, as it is printed."""
    text = ""
    for inline in inlines:
        match inline["kind"]:
            case "text":
                text += inline["text"]
            case "span":
                for key, entry in (("language", "/Lang"), ("expansion", "/E")):
                    if key in inline:
                        paper.spans.append((entry, inline[key]))
                text += _text(paper, inline["inlines"])
            case "emphasis" | "strong" | "link":
                text += _text(paper, inline["inlines"])
            case "reference":
                text += inline["words"]
            case "note-mark":
                paper.marks += 1
                text += f" [{inline['label']}]"
            case "line-break":
                text += " "
            case kind:
                raise ValueError(f"the tree has words of a kind that is not known: {kind}")
    return text


def _numbered(part: dict[str, Any], words: str) -> str:
    number = part.get("number", part.get("label"))
    return f"{number} {words}" if number else words
