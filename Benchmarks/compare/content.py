# SPDX-License-Identifier: Apache-2.0
"""What a paper says, as far as all engines can set it: made of the tree that `cleardays render --format tree-json` writes and of the
edges of columns that `bench edges` prints. The sources of the other engines are all made of this.

Left out are links, notes' marks, symbols, expansions of abbreviations, and repeated bands and titles; the table of contents is a
paragraph for each entry. Cleardays sets all of these: where there is a difference, it has more to do.
"""

from dataclasses import dataclass, field

from . import style


@dataclass(frozen=True)
class Run:
    """Words in one face; a line ends at each newline."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass
class Paragraph:
    """A paragraph: `role` is heading, body, item, subheading or note; `level` that of a heading."""

    runs: list[Run]
    role: str = "body"
    level: int = 0

    @property
    def words(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def style(self) -> style.TextStyle:
        named = {"body": style.BODY, "item": style.ITEM, "subheading": style.SUBHEADING, "note": style.NOTE}
        return style.HEADINGS[self.level] if self.role == "heading" else named[self.role]


@dataclass
class List:
    """A list; `marker` says how its items are marked, as in the tree."""

    items: list[list[Paragraph]]
    marker: str = "bullet"

    def mark(self, index: int) -> str:
        """What stands before an item."""
        if self.marker == "bullet":
            return "•"
        return f"({chr(ord('a') + index % 26)})" if self.marker == "letter" else f"{index + 1}."


@dataclass
class Quotation:
    """Paragraphs that are quoted."""

    blocks: list[Paragraph]


@dataclass
class Cell:
    """A cell, and the column in which it begins."""

    blocks: list
    column: int
    column_span: int = 1
    row_span: int = 1
    is_header: bool = False


@dataclass
class Row:
    """A row of cells; a band names the rows below it."""

    cells: list[Cell]
    is_band: bool = False


@dataclass
class Table:
    """A table; `edges` are those of its columns in points from the left edge of the page, one more than there are columns."""

    edges: list[float]
    alignments: list[str]
    header: list[Row]
    rows: list[Row]

    @property
    def widths(self) -> list[float]:
        return [right - left for left, right in zip(self.edges, self.edges[1:])]

    @property
    def is_turned(self) -> bool:
        """Whether it has pages of its own in landscape, as Cleardays gives one that is too wide for the others."""
        return self.edges[-1] > style.PAGE_WIDTH - style.MARGIN_SIDE + 1


@dataclass
class Section:
    """A part of a paper that begins a page; `label` is in its running head."""

    label: str
    blocks: list = field(default_factory=list)


@dataclass
class Content:
    """A paper."""

    title: str
    creator: str
    classification: str
    sections: list[Section]


class ContentError(Exception):
    """The tree of a paper has something that this module does not know."""


def content(tree: dict, edges: dict[str, list[float]]) -> Content:
    """The content of a paper from its tree and the edges of its tables, by the number of the node."""
    reader = _Reader(edges)
    properties = tree["properties"]
    return Content(
        title=properties["title"],
        creator=properties["creator"],
        classification="".join(run.text for run in runs(tree["foot"]["left"])),
        sections=[Section(section["name"], reader.blocks(section["blocks"])) for section in tree["sections"]],
    )


def runs(inlines: list[dict], is_bold: bool = False, is_italic: bool = False) -> list[Run]:
    """The words of inlines; neighbours in one face are one."""
    found: list[Run] = []
    for inline in inlines:
        match inline["kind"]:
            case "text":
                added = [Run(inline["text"], is_bold, is_italic)]
            case "reference":
                added = [Run(inline["words"], is_bold, is_italic)]
            case "line-break":
                added = [Run("\n", is_bold, is_italic)]
            case "strong":
                added = runs(inline["inlines"], True, is_italic)
            case "emphasis":
                added = runs(inline["inlines"], is_bold, True)
            case "link" | "span":
                added = runs(inline["inlines"], is_bold, is_italic)
            case _:
                added = []
        for run in added:
            if found and (found[-1].is_bold, found[-1].is_italic) == (run.is_bold, run.is_italic):
                found[-1] = Run(found[-1].text + run.text, run.is_bold, run.is_italic)
            else:
                found.append(run)
    return found


def columns_of(rows: list[list[tuple[int, int]]], count: int) -> list[list[int]]:
    """The columns in which cells begin, row by row: a cell is where the first column is free of those that reach down.

    Each cell is given as its column span and its row span.
    """
    taken = [0] * count
    found = []
    for row in rows:
        columns = []
        begun = list(taken)
        column = 0
        for column_span, row_span in row:
            while column < count and taken[column] > 0:
                column += 1
            if column + column_span > count:
                raise ContentError("a row has more cells than its table has columns")
            columns.append(column)
            for covered in range(column, column + column_span):
                begun[covered] = row_span
            column += column_span
        found.append(columns)
        taken = [max(0, rest - 1) for rest in begun]
    return found


class _Reader:
    def __init__(self, edges: dict[str, list[float]]):
        self.edges = edges

    def blocks(self, blocks: list[dict]) -> list:
        return [made for block in blocks for made in self.block(block)]

    def block(self, block: dict) -> list:
        match block["kind"]:
            case "paragraph":
                role = {"subheading": "subheading", "table-note": "note"}.get(block["role"], "body")
                return [Paragraph(runs(block["inlines"]), role)]
            case "heading":
                number = f"{block['number']} " if "number" in block else ""
                return [Paragraph([Run(number), *runs(block["inlines"])] if number else runs(block["inlines"]), "heading", block["level"])]
            case "list":
                items = [
                    [Paragraph(inner.runs, "item") for inner in self.blocks(item["blocks"]) if isinstance(inner, Paragraph)]
                    for item in block["items"]
                ]
                return [List(items, block["marker"])]
            case "quotation":
                return [Quotation([inner for inner in self.blocks(block["blocks"]) if isinstance(inner, Paragraph)])]
            case "details":
                made = []
                for pair in block["pairs"]:
                    label = [Run("".join(run.text for run in runs(pair["label"])) + " ", True)]
                    for value in self.blocks(pair["values"]):
                        made.append(Paragraph(label + value.runs))
                        label = []
                return made
            case "signature":
                return [Paragraph(runs(block["name"], True)), Paragraph(runs(block["post"]))]
            case "contents":
                return [
                    Paragraph([Run(" ".join(filter(None, [entry.get("number"), entry["words"]])))], "item") for entry in block["entries"]
                ]
            case "table":
                return self.table(block)
            case "masthead":
                return self.blocks(block["blocks"])
            case kind:
                raise ContentError(f"there is no source for a block of the kind `{kind}`")

    def table(self, block: dict) -> list:
        count = len(block["columns"])
        edges = self.edges.get(str(block["id"]), [])
        if len(edges) != count + 1:
            raise ContentError(f"table {block['id']} has {count} columns and {len(edges)} edges")
        rows = block["header"] + block["rows"]
        columns = columns_of([[(cell["column-span"], cell["row-span"]) for cell in row["cells"]] for row in rows], count)
        made = [
            Row(
                [
                    Cell(self.blocks(cell["blocks"]), column, cell["column-span"], cell["row-span"], cell["is-header"])
                    for cell, column in zip(row["cells"], begins)
                ],
                row["kind"] == "band",
            )
            for row, begins in zip(rows, columns)
        ]
        alignments = ["left" if column["alignment"] in ("left", "centre") else "right" for column in block["columns"]]
        head = len(block["header"])
        # The title of a table is a paragraph in bold: as a heading it would have to fit into the levels of the paper.
        title = [Paragraph([Run(block["title"], True)])] if block["title"] else []
        notes = [
            Paragraph(inner.runs, "note") for note in block["notes"] for inner in self.blocks(note["blocks"]) if isinstance(inner, Paragraph)
        ]
        return [*title, Table(edges, alignments, made[:head], made[head:]), *notes]
