# SPDX-License-Identifier: Apache-2.0
"""Content as a source for Typst."""

from . import style
from .content import Cell, Content, List, Paragraph, Quotation, Row, Run, Table

_HALF_LEAD = (style.CELL.leading - style.CELL.size) / 2
"""Above the first line and below the last of a cell, besides its padding: Typst has its leading between lines alone."""


def source(content: Content) -> str:
    """The source of a paper; each section is begun on a new page with its label in the running head."""
    body = style.BODY
    cell_gap = style.CELL.leading - style.CELL.size
    text = f"""\
#set document(title: {_quoted(content.title)}, author: {_quoted(content.creator)})
#let label = state("label", "")
#set text(font: "{style.FONT}", size: {body.size}pt, lang: "en", region: "GB")
#set text(top-edge: {body.size * 0.8:g}pt, bottom-edge: -{body.size * 0.2:g}pt)
#set page(
  width: {style.PAGE_WIDTH:.4f}pt, height: {style.PAGE_HEIGHT:.4f}pt,
  margin: (top: {style.MARGIN_TOP:.4f}pt, bottom: {style.MARGIN_BOTTOM:.4f}pt, x: {style.MARGIN_SIDE:.4f}pt),
  header: context text(size: {style.RUNNING.size}pt)[#{_quoted(content.title)} #h(1fr) #label.get()],
  footer: context text(size: {style.RUNNING.size}pt)[
    #line(length: 100%, stroke: 0.5pt)
    #grid(columns: (1fr, auto, 1fr), align: (left, center, right), {_quoted(content.classification)}, {_quoted(content.creator)},
      [Page #counter(page).display("1 of 1", both: true)])],
)
#set par(leading: {body.leading - body.size:g}pt, spacing: {body.after + body.leading - body.size:g}pt, justify: false)
#set table(
  stroke: {style.BORDER}pt + rgb("{style.BORDER_COLOUR}"),
  inset: (x: {style.CELL_PADDING_X}pt, top: {style.CELL_PADDING_TOP + _HALF_LEAD:g}pt, bottom: {style.CELL_PADDING_BOTTOM + _HALF_LEAD:g}pt))
#show table: set text(size: {style.CELL.size}pt, top-edge: {style.CELL.size * 0.8:g}pt, bottom-edge: -{style.CELL.size * 0.2:g}pt)
#show table: set par(leading: {cell_gap:g}pt, spacing: {style.CELL.before + cell_gap:g}pt)
#set list(indent: 0pt, body-indent: 12pt)
"""
    for level, heading in style.HEADINGS.items():
        weight = "bold" if heading.is_bold else "regular"
        text += f'#show heading.where(level: {level}): set text(size: {heading.size}pt, weight: "{weight}")\n'
        text += f"#show heading.where(level: {level}): set block(above: {heading.before}pt, below: {heading.after + 4}pt)\n"
    for index, section in enumerate(content.sections):
        if index > 0:
            text += "#pagebreak(weak: true)\n"
        text += f"#label.update({_quoted(section.label)})\n"
        text += "\n\n".join(_block(block) for block in section.blocks) + "\n\n"
    return text


def _block(block) -> str:
    match block:
        case Paragraph(role="heading"):
            return f"#heading(level: {block.level})[{_runs(block.runs)}]"
        case Paragraph():
            sized = block.style.size != style.BODY.size
            words = f"#text(size: {block.style.size}pt)[{_runs(block.runs)}]" if sized else _runs(block.runs)
            return f"#block(width: {style.PROSE_WIDTH:.4f}pt, par[{words}])"
        case List():
            return f"#block(width: {style.PROSE_WIDTH:.4f}pt)[#{_list(block)}]"
        case Quotation():
            return f"#quote(block: true)[{chr(10).join(_block(inner) for inner in block.blocks)}]"
        case Table():
            return _table(block)
    raise TypeError(type(block))


def _list(block: List) -> str:
    items = ", ".join("[" + "\n\n".join(_runs(paragraph.runs) for paragraph in item) + "]" for item in block.items)
    if block.marker == "bullet":
        return f"list({items})"
    return f"enum(numbering: \"{'(a)' if block.marker == 'letter' else '1.'}\", {items})"


def _table(table: Table) -> str:
    parts = [
        "columns: (" + ", ".join(f"{width:.3f}pt" for width in table.widths) + ",)",
        "align: (" + ", ".join(table.alignments) + ",)",
    ]
    if table.header:
        parts.append(f"table.header({', '.join(_row(row, True) for row in table.header)})")
    parts += [_row(row, row.is_band) for row in table.rows]
    made = "#table(\n" + ",\n".join(parts) + "\n)"
    if not table.is_turned:
        return made
    return f"#page(width: {style.PAGE_HEIGHT:.4f}pt, height: {style.PAGE_WIDTH:.4f}pt)[{made}]"


def _row(row: Row, is_bold: bool) -> str:
    return ", ".join(_cell(cell, is_bold, row.is_band) for cell in row.cells)


def _cell(cell: Cell, is_bold: bool, is_band: bool) -> str:
    words = "\n\n".join(f"#{_list(block)}" if isinstance(block, List) else _runs(block.runs, is_bold) for block in cell.blocks)
    options = [f"{name}: {span}" for name, span in [("colspan", cell.column_span), ("rowspan", cell.row_span)] if span > 1]
    if is_band:
        options.append(f'fill: rgb("{style.BAND_FILL}")')
    return f"table.cell({', '.join(options)})[{words}]" if options else f"[{words}]"


def _runs(runs: list[Run], is_bold: bool = False) -> str:
    return "".join(_run(run, is_bold) for run in runs)


def _run(run: Run, is_bold: bool) -> str:
    words = "#linebreak()".join(f"#{_quoted(part)};" for part in run.text.split("\n"))
    if run.is_italic:
        words = f"#emph[{words}]"
    return f"#strong[{words}]" if run.is_bold or is_bold else words


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
