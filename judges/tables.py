# SPDX-License-Identifier: Apache-2.0
"""Judge of the tables: whether every cell can be told with its headers (ISO 14289-1, 7.5)."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from .document import Document
from .element import Element
from .finding import Finding, several
from .grid import Cell, Grid

_SCOPES = {"Row", "Column", "Both"}


def judge(document: Document) -> Iterator[Finding]:
    """Whether each table is one regular grid whose headers have scopes, names and cells."""
    tables = document.find("Table")
    for number, table in enumerate(tables, start=1):
        page = min(document.pages_of(table), default=0) + 1
        for message in _faults(document, table):
            yield Finding(f"table {number}: {message}", page)
    yield from _torn(document, tables)
    for element in document.elements:
        if element.kind in ("TH", "TD") and (element.parent is None or element.parent.kind != "TR"):
            yield Finding(f"{element.kind} {element.name[0]} is in no row")
        if element.kind in ("TR", "THead", "TBody", "TFoot") and element.ancestor("Table") is None:
            yield Finding(f"{element.kind} {element.name[0]} is in no table")


def _faults(document: Document, table: Element) -> Iterator[str]:
    grid = Grid(table)
    kinds = Counter(child.kind for child in table.children)
    for kind in ("THead", "TBody"):
        if kinds[kind] != 1:
            yield f"it has {kinds[kind]} {kind}, not one"
    strays = sorted(set(kinds) - {"Caption", "THead", "TBody", "TFoot"})
    if strays:
        yield f"{', '.join(strays)} stands directly in it"
    for group in table.children:
        inside = {child.kind for child in group.children}
        if group.kind in ("THead", "TBody", "TFoot") and inside - {"TR"}:
            yield f"{', '.join(sorted(inside - {'TR'}))} stands directly in its {group.kind}"
        if group.kind in ("THead", "TBody") and not group.children:
            yield f"its {group.kind} has no rows"
        for row in group.children:
            if row.kind == "TR" and {child.kind for child in row.children} - {"TH", "TD"}:
                yield "a row holds something that is not a cell"
    if not any(cell.is_header for cell in grid.cells):
        yield "no cell is a header"
    yield from grid.faults
    places: dict[str, list[Cell]] = defaultdict(list)
    for cell in grid.cells:
        for message in _header(document, cell) if cell.is_header else _data(document, grid, cell):
            places[message].append(cell)
    for message, cells in places.items():
        yield f"{message}: {several([_place(cell) for cell in cells])}"


def _header(document: Document, cell: Cell) -> Iterator[str]:
    if cell.scope not in _SCOPES:
        yield "a header has no scope"
    elif cell.is_in_head and cell.scope == "Row":
        yield "a header is in the head and its scope is a row"
    elif not cell.is_in_head and cell.scope == "Column":
        yield "a header is in the body and its scope is a column"
    if cell.element.identifier is None:
        yield "a header has no ID"
    if not document.text(cell.element).strip():
        yield "a header says nothing"


def _data(document: Document, grid: Grid, cell: Cell) -> Iterator[str]:
    if cell.is_in_head:
        if document.text(cell.element).strip():
            yield "a cell is in the head and is no header"
        return
    headers = {header.element.identifier: header for header in grid.cells if header.is_header}
    named = [headers.get(name) for name in cell.headers]
    if not cell.headers:
        yield "a cell has no headers"
    elif None in named:
        yield "a cell names a header that its table does not have"
    else:
        if not all(header is not None and _names(grid, header, cell) for header in named):
            yield "a cell names a header that is not its own"
        if any(header not in named for header in _expected(grid, cell)):
            yield "a cell does not name its header"


def _names(grid: Grid, header: Cell, cell: Cell) -> bool:
    """Whether a header can name a cell."""
    if header.is_in_head:
        return header.shares_columns(cell)
    return header.shares_rows(cell) or (grid.is_band(header) and header.row < cell.row)


def _expected(grid: Grid, cell: Cell) -> Iterator[Cell]:
    """The headers that name a cell for certain: those over it, those beside it and the band next above it.

    Bands of an outer level are the affair of the judge that knows the paper.
    """
    band: Cell | None = None
    for header in grid.cells:
        if not header.is_header:
            continue
        if header.is_in_head and header.shares_columns(cell):
            yield header
        elif grid.is_band(header):
            band = header if header.row < cell.row else band
        elif not header.is_in_head and header.shares_rows(cell):
            yield header
    if band is not None:
        yield band


def _torn(document: Document, tables: list[Element]) -> Iterator[Finding]:
    """A table that a page break made into two: the next element, on the next page, with the same head."""
    for first, second in zip(tables, tables[1:]):
        if first.parent is not second.parent or first.parent is None:
            continue
        siblings = first.parent.children
        if siblings.index(second) != siblings.index(first) + 1:
            continue
        pages = document.pages_of(first), document.pages_of(second)
        if not all(pages) or min(pages[1]) <= max(pages[0]):
            continue
        heads = [[document.text(head) for head in table.children if head.kind == "THead"] for table in (first, second)]
        if heads[0] == heads[1]:
            yield Finding("the table goes on from the page before as a table of its own", min(pages[1]) + 1)


def _place(cell: Cell) -> str:
    return f"row {cell.row + 1} column {cell.column + 1}"
