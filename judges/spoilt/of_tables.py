# SPDX-License-Identifier: Apache-2.0
"""Faults in tables."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from .spoil import attributes, elements, inside, kids, spoil, with_attribute


def header(pdf: Pdf) -> Object:
    """A header in the head of the first table."""
    return inside(elements(pdf, "THead")[0], "TH")[0]


def cells(pdf: Pdf) -> list[Object]:
    """The cells that name their headers."""
    return with_attribute(elements(pdf, "TD"), "/Headers")


@spoil("tables", "a header has no scope")
def header_without_scope(pdf: Pdf) -> None:
    del attributes(header(pdf), "/Scope")["/Scope"]


@spoil("tables", "its scope is a row")
def header_with_the_wrong_scope(pdf: Pdf) -> None:
    attributes(header(pdf), "/Scope").Scope = Name.Row


@spoil("tables", "its scope is a column")
def row_header_with_the_wrong_scope(pdf: Pdf) -> None:
    attributes(inside(elements(pdf, "TBody")[0], "TH")[0], "/Scope").Scope = Name.Column


@spoil("tables", "a header has no ID")
def header_without_a_name(pdf: Pdf) -> None:
    del header(pdf)["/ID"]


@spoil("tables", "a header says nothing")
def header_without_words(pdf: Pdf) -> None:
    header(pdf).K = Array()


@spoil("tables", "a cell has no headers")
def cell_without_headers(pdf: Pdf) -> None:
    del attributes(cells(pdf)[0], "/Headers")["/Headers"]


@spoil("tables", "a header that its table does not have")
def cell_with_a_header_that_is_not_there(pdf: Pdf) -> None:
    attributes(cells(pdf)[0], "/Headers").Headers = Array([String("nowhere")])


@spoil("tables", "a header that is not its own")
def cells_with_swapped_headers(pdf: Pdf) -> None:
    row = next(row for row in elements(pdf, "TR") if len(with_attribute(inside(row, "TD"), "/Headers")) > 1)
    first, second = (attributes(cell, "/Headers") for cell in with_attribute(inside(row, "TD"), "/Headers")[:2])
    first.Headers, second.Headers = Array(list(second.Headers)), Array(list(first.Headers))


@spoil("tables", "a cell does not name its header")
def cell_with_a_header_too_few(pdf: Pdf) -> None:
    names = next(found for found in (attributes(cell, "/Headers") for cell in cells(pdf)) if len(found.Headers) > 1)
    names.Headers = Array(list(names.Headers)[1:])


@spoil("tables", "a cell does not name its header")
def cell_that_does_not_name_its_band(pdf: Pdf) -> None:
    bands = band_names(pdf)
    for cell in cells(pdf):
        names = attributes(cell, "/Headers")
        rest = [name for name in names.Headers if bytes(name) not in bands]
        if len(rest) < len(names.Headers):
            names.Headers = Array(rest)
            return
    raise LookupError("no cell names a band")


def band_names(pdf: Pdf) -> set[bytes]:
    """The names of the cells that stand alone in a row under the head."""
    rows = [row for body in elements(pdf, "TBody") for row in inside(body, "TR")]
    return {bytes(kids(row)[0].ID) for row in rows if len(kids(row)) == 1 and "/ID" in kids(row)[0]}


@spoil("fidelity", "does not name its band of level")
def cell_that_does_not_name_its_band_as_written(pdf: Pdf) -> None:
    cell_that_does_not_name_its_band(pdf)


@spoil("tables", "without a cell")
def row_with_a_cell_too_many(pdf: Pdf) -> None:
    row = elements(pdf, "TR")[-1]
    cell = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TD, P=row))
    row.K = Array([*kids(row), cell])


@spoil("tables", "without a cell")
def row_with_a_cell_too_few(pdf: Pdf) -> None:
    row = elements(pdf, "TR")[-1]
    row.K = Array(kids(row)[:-1])


@spoil("tables", "spans more rows than there are")
def cell_over_too_many_rows(pdf: Pdf) -> None:
    cell = elements(pdf, "TD")[0]
    attributes(cell, "/Headers").RowSpan = 7


@spoil("tables", "without a cell")
def cell_over_too_few_columns(pdf: Pdf) -> None:
    attributes(with_attribute(elements(pdf, "TH"), "/ColSpan")[0], "/ColSpan").ColSpan = 1


@spoil("tables", "THead, not one")
def table_with_two_heads(pdf: Pdf) -> None:
    table = elements(pdf, "Table")[0]
    head = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.THead, P=table, K=Array()))
    table.K = Array([head, *kids(table)])


@spoil("tables", "TBody, not one")
def table_without_a_body(pdf: Pdf) -> None:
    elements(pdf, "TBody")[0].S = Name.TFoot


@spoil("tables", "is in no row")
def cell_outside_a_row(pdf: Pdf) -> None:
    elements(pdf, "TR")[-1].S = Name.Sect


@spoil("tables", "is in no table")
def row_outside_a_table(pdf: Pdf) -> None:
    elements(pdf, "Table")[0].S = Name.Div


@spoil("tables", "no cell is a header")
def table_without_headers(pdf: Pdf) -> None:
    for cell in inside(elements(pdf, "Table")[0], "TH"):
        cell.S = Name.TD


@spoil("tables", "is in the head and is no header")
def cell_in_the_head(pdf: Pdf) -> None:
    header(pdf).S = Name.TD


@spoil("fidelity", "tables, the paper")
def table_torn_in_two(pdf: Pdf) -> None:
    table = elements(pdf, "Table")[-1]
    body = next(group for group in kids(table) if group.S == "/TBody")
    rows = kids(body)
    body.K = Array(rows[:1])
    second = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Table, P=table.P))
    rest = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TBody, P=second, K=Array(rows[1:])))
    second.K = Array([rest])
    for row in rows[1:]:
        row.P = rest
    table.P.K = Array(
        [one for kid in kids(table.P) for one in ([kid, second] if kid.objgen == table.objgen else [kid])]
    )


@spoil("fidelity", "are not those of the paper")
def row_header_that_is_a_cell(pdf: Pdf) -> None:
    inside(elements(pdf, "TBody")[0], "TH")[0].S = Name.TD
