# SPDX-License-Identifier: Apache-2.0
"""Content as the lines that pango-loop reads; c/pango-loop.c says what each line is."""

from xml.sax.saxutils import escape

from . import style
from .content import Cell, Content, List, Paragraph, Quotation, Row, Table


def source(content: Content) -> str:
    """The lines of a paper."""
    lines = [_line("H", content.title, content.sections[0].label, content.classification, content.creator)]
    for index, section in enumerate(content.sections):
        if index > 0:
            lines.append(_line("N", section.label))
        for block in section.blocks:
            lines += _block(block)
    return "\n".join(lines) + "\n"


def _block(block, indent: float = 0) -> list[str]:
    match block:
        case Paragraph():
            tag = f"H{block.level}" if block.role == "heading" else "P"
            return [_paragraph("P", tag, block, block.style, indent)]
        case List():
            lines = [_line("+", "L")]
            for index, item in enumerate(block.items):
                lines.append(_line("+", "LI"))
                for number, paragraph in enumerate(item):
                    marker = block.mark(index) if number == 0 else ""
                    lines.append(_paragraph("P", "LBody", paragraph, style.ITEM, style.LIST_INDENT, marker))
                lines.append("-")
            return [*lines, "-"]
        case Quotation():
            lines = [_line("+", "BlockQuote")]
            for paragraph in block.blocks:
                lines += _block(paragraph, style.LIST_INDENT)
            return [*lines, "-"]
        case Table():
            lines = [_line("T", *[f"{edge:.3f}" for edge in block.edges], *[alignment[0] for alignment in block.alignments])]
            for kind, rows in [("h", block.header), ("r", block.rows)]:
                for row in rows:
                    lines += _row(kind, row)
            lines.append("t")
            return [_line("O", "landscape"), *lines, _line("O", "portrait")] if block.is_turned else lines
    raise TypeError(type(block))


def _row(kind: str, row: Row) -> list[str]:
    lines = [_line(kind, "b" if row.is_band else "-")]
    for cell in row.cells:
        lines.append(_line("c", cell.column, cell.column_span, cell.row_span, int(cell.is_header)))
        lines += cell_paragraphs(cell, is_bold=row.is_band or kind == "h")
    return lines


def cell_paragraphs(cell: Cell, is_bold: bool) -> list[str]:
    """The lines of the paragraphs in a cell; the items of a list are paragraphs with a marker."""
    text = style.HEADER_CELL if is_bold else style.CELL
    lines = []
    for block in cell.blocks:
        if isinstance(block, List):
            for index, item in enumerate(block.items):
                for number, paragraph in enumerate(item):
                    marker = block.mark(index) if number == 0 else ""
                    lines.append(_paragraph("p", "P", paragraph, text, style.LIST_INDENT, marker))
        else:
            lines.append(_paragraph("p", "P", block, text))
    return lines


def _paragraph(kind: str, tag: str, paragraph: Paragraph, text: style.TextStyle, indent: float = 0, marker: str = "") -> str:
    is_plain = all(not run.is_italic and (not run.is_bold or text.is_bold) for run in paragraph.runs)
    words = paragraph.words if is_plain else "".join(_markup(run) for run in paragraph.runs)
    words = words.replace("\n", "\u2028").replace("\t", " ")
    measures = [text.size, text.leading, text.before, text.after, indent, f"{style.PROSE_WIDTH:.4f}", int(text.is_bold)]
    return _line(kind, tag, *measures, marker, "T" if is_plain else "M", words)


def _markup(run) -> str:
    words = escape(run.text)
    if run.is_italic:
        words = f"<i>{words}</i>"
    return f"<b>{words}</b>" if run.is_bold else words


def _line(*fields) -> str:
    return "\t".join(str(value) for value in fields)
