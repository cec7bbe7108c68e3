# SPDX-License-Identifier: Apache-2.0
"""Content as HTML for WeasyPrint."""

from html import escape

from . import style
from .content import Cell, Content, List, Paragraph, Quotation, Row, Run, Table


def source(content: Content) -> str:
    """The page of a paper; each section begins a page with its label in the running head."""
    body = "".join(
        f'<section><div class="label">{escape(section.label)}</div>{"".join(_block(block) for block in section.blocks)}</section>\n'
        for section in content.sections
    )
    title, creator = escape(content.title), escape(content.creator)
    return f"""\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="author" content="{creator}">
<style>
{_rules(content)}</style>
</head>
<body>
{body}</body>
</html>
"""


def _rules(content: Content) -> str:
    running = f"font: {style.RUNNING.size}pt/{style.RUNNING.leading}pt '{style.FONT}'"
    rules = f"""\
@page {{
  size: {style.PAGE_WIDTH:.4f}pt {style.PAGE_HEIGHT:.4f}pt;
  margin: {style.MARGIN_TOP:.4f}pt {style.MARGIN_SIDE:.4f}pt {style.MARGIN_BOTTOM:.4f}pt;
  @top-left {{ {running}; content: {_string(content.title)} }}
  @top-right {{ {running}; content: string(label) }}
  @bottom-left {{ {running}; border-top: 0.5pt solid; content: {_string(content.classification)} }}
  @bottom-center {{ {running}; border-top: 0.5pt solid; content: {_string(content.creator)} }}
  @bottom-right {{ {running}; border-top: 0.5pt solid; content: "Page " counter(page) " of " counter(pages) }}
}}
@page turned {{ size: {style.PAGE_HEIGHT:.4f}pt {style.PAGE_WIDTH:.4f}pt }}
.turned {{ page: turned }}
body {{ margin: 0; font-family: "{style.FONT}" }}
section + section {{ break-before: page }}
.label {{ string-set: label content(text); height: 0; overflow: hidden; font-size: 1pt; line-height: 0 }}
p, ul, ol, blockquote {{ width: {style.PROSE_WIDTH:.4f}pt }}
ul, ol {{ padding: 0 0 0 {style.LIST_INDENT}pt; margin: 0; box-sizing: border-box }}
ol.letter {{ list-style: lower-alpha }}
blockquote {{ margin: 0; padding-left: {style.LIST_INDENT}pt; box-sizing: border-box }}
blockquote p {{ width: auto }}
table {{ table-layout: fixed; border-collapse: collapse; margin-bottom: 9pt }}
th, td {{ border: {style.BORDER}pt solid {style.BORDER_COLOUR}; padding: {style.CELL_PADDING_TOP}pt {style.CELL_PADDING_X}pt {style.CELL_PADDING_BOTTOM}pt;
  vertical-align: top; text-align: left; font-weight: normal }}
thead th, .band th, .band td {{ font-weight: bold }}
.band th, .band td {{ background: {style.BAND_FILL} }}
tr {{ break-inside: avoid }}
.right {{ text-align: right }}
"""
    named = {"p": style.BODY, "p.subheading": style.SUBHEADING, "p.note": style.NOTE, "p.item, li": style.ITEM}
    named |= {f"h{level}": heading for level, heading in style.HEADINGS.items()}
    named |= {"th p, td p, td li": style.CELL}
    for selector, text in named.items():
        weight = "bold" if text.is_bold else "inherit"
        rules += f"{selector} {{ margin: {text.before}pt 0 {text.after}pt; font-size: {text.size}pt; line-height: {text.leading}pt; "
        rules += f"font-weight: {weight} }}\n"
    return rules + "th p, td p { width: auto } th > :first-child, td > :first-child { margin-top: 0 }\n"


def _block(block) -> str:
    match block:
        case Paragraph(role="heading"):
            return f"<h{block.level}>{_runs(block.runs)}</h{block.level}>"
        case Paragraph(role="body"):
            return f"<p>{_runs(block.runs)}</p>"
        case Paragraph():
            return f'<p class="{block.role}">{_runs(block.runs)}</p>'
        case List():
            items = "".join(f"<li>{'<br>'.join(_runs(paragraph.runs) for paragraph in item)}</li>" for item in block.items)
            name = "ul" if block.marker == "bullet" else "ol"
            return f'<{name} class="{block.marker}">{items}</{name}>'
        case Quotation():
            return f"<blockquote>{''.join(_block(inner) for inner in block.blocks)}</blockquote>"
        case Table():
            return _table(block)
    raise TypeError(type(block))


def _table(table: Table) -> str:
    width = table.edges[-1] - table.edges[0]
    columns = "".join(f'<col style="width: {width:.3f}pt">' for width in table.widths)
    head = "".join(_row(table, row, "thead") for row in table.header)
    rows = "".join(_row(table, row, "tbody") for row in table.rows)
    head = f"<thead>{head}</thead>" if head else ""
    name = ' class="turned"' if table.is_turned else ""
    return f'<table{name} style="width: {width:.3f}pt"><colgroup>{columns}</colgroup>{head}<tbody>{rows}</tbody></table>\n'


def _row(table: Table, row: Row, part: str) -> str:
    cells = "".join(_cell(table, cell, part) for cell in row.cells)
    return f'<tr class="band">{cells}</tr>' if row.is_band else f"<tr>{cells}</tr>"


def _cell(table: Table, cell: Cell, part: str) -> str:
    name = "th" if cell.is_header else "td"
    attributes = ""
    if cell.column_span > 1:
        attributes += f' colspan="{cell.column_span}"'
    if cell.row_span > 1:
        attributes += f' rowspan="{cell.row_span}"'
    if cell.is_header:
        attributes += ' scope="col"' if part == "thead" else ' scope="row"'
    if cell.column_span == 1 and table.alignments[cell.column] == "right":
        attributes += ' class="right"'
    return f"<{name}{attributes}>{''.join(_block(block) for block in cell.blocks)}</{name}>"


def _runs(runs: list[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    words = escape(run.text, quote=False).replace("\n", "<br>")
    if run.is_italic:
        words = f"<em>{words}</em>"
    return f"<strong>{words}</strong>" if run.is_bold else words


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
