# SPDX-License-Identifier: Apache-2.0
"""Judge of fidelity: whether the PDF says what the paper says, no more, no less, in its order."""

from collections.abc import Iterator

from .document import Document
from .finding import Finding, several
from .grid import Cell, Grid
from .paper import Paper, PaperRow, read_paper
from .wording import whole, words


def judge(document: Document) -> Iterator[Finding]:
    """How the PDF differs from the tree beside it: `cabinet.json` for `cabinet.pdf`; nothing where there is none."""
    path = document.path.with_suffix(".json")
    if not path.exists():
        return
    paper = read_paper(path)
    if str(document.catalogue.get("/Lang", "")) != paper.language:
        yield Finding(f"the paper is in {paper.language}, the PDF in {document.catalogue.get('/Lang')}")
    title = str(document.pdf.docinfo.get("/Title", ""))
    if title != paper.title:
        yield Finding(f"the paper is called “{paper.title}”, the PDF “{title}”")
    yield from _contents(document, paper)
    yield from _counts(document, paper)
    yield from _headings(document, paper)
    yield from _tables(document, paper)
    yield from _figures(document, paper)
    yield from _spans(document, paper)
    yield from _words(document, paper)


def _contents(document: Document, paper: Paper) -> Iterator[Finding]:
    """How the contents differ from the entries of the paper: long ones leave out the deepest levels, each whole."""
    if not document.find("TOC"):
        return
    if paper.contents is None:
        yield Finding("the PDF has contents, the paper none")
        return
    found = [words(document.text(entry, frozenset({"TOC"})).casefold()) for entry in document.find("TOCI")]
    if not all(entry and entry[-1].isdigit() for entry in found):
        yield Finding("an entry of the contents has no page number")
        return
    listed = [entry[:-1] for entry in found]
    entries = [(level, words(text.casefold())) for level, text in paper.entries]
    if not any(listed == [text for level, text in entries if level <= deepest] for deepest, _ in entries):
        yield Finding(f"the contents list {len(listed)} entries, which are no levels of the {len(entries)} in the paper")


def _counts(document: Document, paper: Paper) -> Iterator[Finding]:
    for kind, name, count in (
        ("Note", "notes", paper.notes),
        ("Table", "tables", len(paper.tables)),
        ("Figure", "figures", len(paper.figures)),
    ):
        found = len(document.find(kind))
        if found != count:
            yield Finding(f"the PDF has {found} {name}, the paper {count}")
    references = [element for element in document.find("Reference") if element.ancestor("TOCI") is None]
    if len(references) < paper.marks:
        yield Finding(f"the PDF has {len(references)} references, the paper {paper.marks} marks of notes")
    items = [element for element in document.find("LI")]
    if len(items) < paper.items:
        yield Finding(f"the PDF has {len(items)} items, the paper {paper.items}")


def _headings(document: Document, paper: Paper) -> Iterator[Finding]:
    found = [
        (element.heading_level, " ".join(words(document.text(element))))
        for element in document.elements
        if element.heading_level is not None
    ]
    expected = [(level, " ".join(words(text))) for level, text in paper.headings]
    if paper.contents is not None and document.find("TOC"):
        found = [heading for heading in found if heading[1].casefold() != paper.contents.casefold()]
    for one, other in zip(found, expected):
        if (one[0], one[1].casefold()) != (other[0], other[1].casefold()):
            yield Finding(f"the PDF has heading {one[0]} “{one[1]}” where the paper has {other[0]} “{other[1]}”")
            return
    if len(found) != len(expected):
        yield Finding(f"the PDF has {len(found)} headings, the paper {len(expected)}")


def _tables(document: Document, paper: Paper) -> Iterator[Finding]:
    for number, (table, rows) in enumerate(zip(document.find("Table"), paper.tables), start=1):
        page = min(document.pages_of(table), default=0) + 1
        for message in _table(Grid(table), rows):
            yield Finding(f"table {number}: {message}", page)


def _table(grid: Grid, rows: list[PaperRow]) -> Iterator[str]:
    if grid.row_count != len(rows):
        yield f"it has {grid.row_count} rows, {len(rows)} in the paper"
        return
    for number, row in enumerate(rows):
        found = [cell for cell in grid.cells if cell.row == number]
        shapes = [(cell.is_header, cell.column_span, cell.row_span, cell.is_in_head) for cell in found]
        expected = [
            (cell.is_header or row.is_head or row.band is not None, cell.columns, cell.rows, row.is_head)
            for cell in row.cells
        ]
        if shapes != expected:
            yield f"the cells of row {number + 1} are not those of the paper"
            return
    for cell in grid.cells:
        if cell.is_header:
            continue
        for level, band in _bands(grid, rows, cell):
            if band.element.identifier not in cell.headers:
                place = f"row {cell.row + 1} column {cell.column + 1}"
                yield f"the cell at {place} does not name its band of level {level}"


def _bands(grid: Grid, rows: list[PaperRow], cell: Cell) -> Iterator[tuple[int, Cell]]:
    """The bands that are open over a cell: the last of each level, until one further out."""
    open_bands: dict[int, int] = {}
    for number in range(cell.row):
        level = rows[number].band
        if level is not None:
            open_bands = {outer: row for outer, row in open_bands.items() if outer < level} | {level: number}
    for level, number in open_bands.items():
        band = grid.cell(number, 0)
        if band is not None:
            yield level, band


def _figures(document: Document, paper: Paper) -> Iterator[Finding]:
    for element, figure in zip(document.find("Figure"), paper.figures):
        if (figure.label is None) != (element.parent is not None and element.parent.kind in ("Sect", "TD")):
            page = min(document.pages_of(element), default=0) + 1
            yield Finding("a figure has a caption, or has none, where the paper says otherwise", page)
        if element.entry("/Alt") != figure.alternative_text:
            page = min(document.pages_of(element), default=0) + 1
            name = figure.label or "a picture"
            yield Finding(f"{name} is read out as “{element.entry('/Alt')}”, which the paper does not say", page)


def _spans(document: Document, paper: Paper) -> Iterator[Finding]:
    """Each passage in another language says which, and each abbreviation what it stands for, in the paper's order."""
    found = [
        (key, text)
        for element in document.find("Span")
        for key in ("/Lang", "/E")
        if (text := element.entry(key)) is not None
    ]
    # Notes are read where they are first referred to, and stand at the end in the paper.
    if sorted(found) != sorted(paper.spans):
        missing = sorted(set(paper.spans) - set(found)) + sorted(set(found) - set(paper.spans))
        named = several([f"{key} “{text}”" for key, text in missing]) if missing else f"{len(found)} of {len(paper.spans)}"
        yield Finding(f"the spans of the PDF are not those of the paper: {named}")


def _words(document: Document, paper: Paper) -> Iterator[Finding]:
    """Each block of the paper stands in the text of the PDF, word for word, in the paper's order."""
    said = [whole(word).casefold() for root in document.roots for word in words(document.text(root))]
    joined = f" {' '.join(said)} "
    place = 0
    for text in paper.texts:
        wanted = " ".join(whole(word).casefold() for word in words(text))
        if not wanted:
            continue
        found = joined.find(f" {wanted} ", place)
        if found < 0:
            where = "out of order" if f" {wanted} " in joined else "missing or otherwise"
            yield Finding(f"“{text[:80]}” is {where} in the PDF")
            if where != "out of order":
                continue
            return
        place = found + len(wanted) + 1
    known = {
        whole(word).casefold()
        for text in [*paper.texts, *(entry for _, entry in paper.entries), paper.contents or ""]
        for word in words(text)
    }
    extra = [word for word in said if word not in known and not _is_label(word)]
    if extra:
        yield Finding(
            f"the PDF says {several([f'“{word}”' for word in dict.fromkeys(extra)])}, which is not in the paper"
        )


def _is_label(word: str) -> bool:
    """What the program adds: bullets, numbers of items and pages."""
    return not any(letter.isalpha() for letter in word) or (
        len(word) <= 4 and word.startswith("(") and word.endswith(")")
    )
