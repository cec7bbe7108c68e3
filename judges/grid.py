# SPDX-License-Identifier: Apache-2.0
"""A table of the structure tree, laid out by its spans (ISO 32000-1, 14.8.5.7)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from .element import Element


@dataclass(eq=False)
class Cell:
    """A TH or TD with the place that it takes; rows and columns count from 0."""

    element: Element
    row: int
    column: int
    row_span: int
    column_span: int
    is_in_head: bool

    @property
    def is_header(self) -> bool:
        return self.element.kind == "TH"

    @property
    def rows(self) -> range:
        return range(self.row, self.row + self.row_span)

    @property
    def columns(self) -> range:
        return range(self.column, self.column + self.column_span)

    @property
    def scope(self) -> str | None:
        value = self.element.attributes.get("Scope")
        return str(value)[1:] if value is not None else None

    @property
    def headers(self) -> list[bytes]:
        """The identifiers of the cells that name this one."""
        value = self.element.attributes.get("Headers")
        return [bytes(name) for name in value] if isinstance(value, pikepdf.Array) else []

    def shares_columns(self, other: "Cell") -> bool:
        return self.column < other.columns.stop and other.column < self.columns.stop

    def shares_rows(self, other: "Cell") -> bool:
        return self.row < other.rows.stop and other.row < self.rows.stop


@dataclass
class Grid:
    """The cells of a table in reading order, and what keeps them from closing to a rectangle."""

    table: Element
    cells: list[Cell] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    row_count: int = 0
    column_count: int = 0

    def __init__(self, table: Element) -> None:
        self.table = table
        self.cells = []
        self.faults = []
        rows = list(_rows(table))
        self.row_count = len(rows)
        taken: set[tuple[int, int]] = set()
        for number, (row, is_in_head) in enumerate(rows):
            self._place(row, number, is_in_head, taken)
        self.column_count = max((cell.columns.stop for cell in self.cells), default=0)
        for number in range(self.row_count):
            missing = [column for column in range(self.column_count) if (number, column) not in taken]
            if missing:
                count = f"{len(missing)} of {self.column_count} columns"
                self.faults.append(f"row {number + 1} leaves {count} without a cell")

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place."""
        return next((cell for cell in self.cells if row in cell.rows and column in cell.columns), None)

    def is_band(self, cell: Cell) -> bool:
        """Whether a cell names the rows below it: a header over the whole width, under the head."""
        return cell.is_header and not cell.is_in_head and cell.column_span == self.column_count

    def _place(self, row: Element, number: int, is_in_head: bool, taken: set[tuple[int, int]]) -> None:
        column = 0
        for element in row.children:
            if element.kind not in ("TH", "TD"):
                continue
            while (number, column) in taken:
                column += 1
            cell = Cell(
                element,
                row=number,
                column=column,
                row_span=_span(element, "RowSpan"),
                column_span=_span(element, "ColSpan"),
                is_in_head=is_in_head,
            )
            for place in ((line, along) for line in cell.rows for along in cell.columns):
                if place in taken:
                    self.faults.append(f"row {place[0] + 1} has two cells in column {place[1] + 1}")
                elif place[0] >= self.row_count:
                    self.faults.append(f"a cell of row {number + 1} spans more rows than there are")
                taken.add(place)
            self.cells.append(cell)
            column = cell.columns.stop


def _span(element: Element, key: str) -> int:
    value = element.attributes.get(key)
    return max(1, int(value)) if value is not None else 1


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    for child in table.children:
        if child.kind == "TR":
            yield child, False
        elif child.kind in ("THead", "TBody", "TFoot"):
            for row in child.children:
                if row.kind == "TR":
                    yield row, child.kind == "THead"
