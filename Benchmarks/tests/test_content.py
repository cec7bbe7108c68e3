# SPDX-License-Identifier: Apache-2.0
import re
import unittest
from pathlib import Path

from compare import html_source, plain, style, typst_source
from compare.content import Content, ContentError, List, Paragraph, Quotation, Run, Section, Table, columns_of, content, runs


def text(words: str) -> dict:
    return {"kind": "text", "text": words}


def paragraph(*inlines: dict, role: str = "body") -> dict:
    return {"kind": "paragraph", "role": role, "inlines": list(inlines)}


def cell(words: str, column_span: int = 1, row_span: int = 1, is_header: bool = False) -> dict:
    return {"blocks": [paragraph(text(words))], "column-span": column_span, "row-span": row_span, "is-header": is_header}


TABLE = {
    "kind": "table",
    "id": 7,
    "title": "Figures",
    "columns": [{"alignment": "left"}, {"alignment": "decimal"}],
    "header": [{"kind": "header", "cells": [cell("Measure", is_header=True), cell("Actual", is_header=True)]}],
    "rows": [
        {"kind": "band", "cells": [cell("First", column_span=2, is_header=True)]},
        {"kind": "body", "cells": [cell("Visits & loans", is_header=True), cell("4.5%")]},
    ],
    "notes": [{"blocks": [paragraph(text("To date."))]}],
}


def tree(*blocks: dict) -> dict:
    return {
        "properties": {"title": "Half-year", "creator": "Wealdshire"},
        "foot": {"left": [text("Unrestricted")]},
        "sections": [{"name": "Appendix", "blocks": list(blocks)}],
    }


def read(*blocks: dict) -> list:
    return content(tree(*blocks), {"7": [50, 150, 200.5]}).sections[0].blocks


class ContentTests(unittest.TestCase):
    def test_words_in_one_face_are_one_run_and_marks_of_notes_are_left_out(self):
        link, strong = ({"kind": kind, "inlines": [text(words)]} for kind, words in [("link", "page "), ("strong", "2")])
        inlines = [text("See "), link, strong, {"kind": "note-mark"}]
        self.assertEqual(runs(inlines), [Run("See page "), Run("2", True)])

    def test_a_cell_begins_where_no_cell_reaches_down(self):
        self.assertEqual(columns_of([[(1, 3), (1, 1), (1, 1)], [(1, 2), (1, 1)], [(1, 1)], [(3, 1)]], 3), [[0, 1, 2], [1, 2], [2], [0]])

    def test_a_row_that_does_not_fit_is_an_error(self):
        with self.assertRaisesRegex(ContentError, "^a row has more cells than its table has columns$"):
            columns_of([[(2, 1), (2, 1)]], 3)

    def test_a_table_has_its_title_before_it_and_its_notes_after_it(self):
        title, table, note = read(TABLE)
        self.assertEqual((title.words, note.words, note.role), ("Figures", "To date.", "note"))
        self.assertEqual((table.widths, table.alignments), ([100, 50.5], ["left", "right"]))
        self.assertEqual([(row.is_band, [made.column for made in row.cells]) for row in table.rows], [(True, [0]), (False, [0, 1])])

    def test_a_table_without_its_edges_is_an_error(self):
        with self.assertRaisesRegex(ContentError, "^table 7 has 2 columns and 0 edges$"):
            content(tree(TABLE), {})

    def test_a_block_of_an_unknown_kind_is_an_error(self):
        with self.assertRaisesRegex(ContentError, "^there is no source for a block of the kind `figure`$"):
            read({"kind": "figure"})

    def test_details_signatures_contents_and_lists_become_paragraphs_and_lists(self):
        blocks = read(
            {"kind": "details", "pairs": [{"label": [text("By")], "values": [paragraph(text("A")), paragraph(text("B"))]}]},
            {"kind": "signature", "name": [text("Pat")], "post": [text("Head")]},
            {"kind": "contents", "entries": [{"number": "1", "words": "Start"}, {"words": "End"}]},
            {"kind": "list", "marker": "letter", "items": [{"blocks": [paragraph(text("one"))]}]},
        )
        self.assertEqual([block.words for block in blocks[:-1]], ["By A", "B", "Pat", "Head", "1 Start", "End"])
        self.assertEqual(blocks[-1], List([[Paragraph([Run("one")], "item")]], "letter"))
        self.assertEqual((blocks[-1].mark(1), List([]).mark(1), List([], "decimal").mark(1)), ("(b)", "•", "2."))


class SourceTests(unittest.TestCase):
    paper = Content("A & B", "Council", "Unrestricted", [Section("", read(TABLE)), Section("Two", [
        Paragraph([Run("Now", is_bold=True), Run(" <then>")]), Paragraph([Run("1 Why")], "heading", 1),
        List([[Paragraph([Run("one")], "item")]]), Quotation([Paragraph([Run('"so"')])]),
    ])])

    def test_the_lines_for_the_pango_loop(self):
        width = f"{style.PROSE_WIDTH:.4f}"
        self.assertEqual(
            plain.source(self.paper).split("\n"),
            [
                "H\tA & B\t\tUnrestricted\tCouncil",
                f"P\tP\t12\t16\t0\t9\t0\t{width}\t0\t\tM\t<b>Figures</b>",
                "T\t50.000\t150.000\t200.500\tl\tr",
                "h\t-",
                "c\t0\t1\t1\t1",
                f"p\tP\t10.5\t14\t3.5\t0\t0\t{width}\t1\t\tT\tMeasure",
                "c\t1\t1\t1\t1",
                f"p\tP\t10.5\t14\t3.5\t0\t0\t{width}\t1\t\tT\tActual",
                "r\tb",
                "c\t0\t2\t1\t1",
                f"p\tP\t10.5\t14\t3.5\t0\t0\t{width}\t1\t\tT\tFirst",
                "r\t-",
                "c\t0\t1\t1\t1",
                f"p\tP\t10.5\t14\t3.5\t0\t0\t{width}\t0\t\tT\tVisits & loans",
                "c\t1\t1\t1\t0",
                f"p\tP\t10.5\t14\t3.5\t0\t0\t{width}\t0\t\tT\t4.5%",
                "t",
                f"P\tP\t10.5\t14\t0\t4\t0\t{width}\t0\t\tT\tTo date.",
                "N\tTwo",
                f"P\tP\t12\t16\t0\t9\t0\t{width}\t0\t\tM\t<b>Now</b> &lt;then&gt;",
                f"P\tH1\t18\t22\t24\t9\t0\t{width}\t1\t\tT\t1 Why",
                "+\tL",
                "+\tLI",
                f"P\tLBody\t12\t16\t0\t5\t18\t{width}\t0\t•\tT\tone",
                "-",
                "-",
                "+\tBlockQuote",
                f'P\tP\t12\t16\t0\t9\t18\t{width}\t0\t\tT\t"so"',
                "-",
                "",
            ],
        )

    def test_the_source_for_typst(self):
        source = typst_source.source(self.paper)
        self.assertIn(
            "#table(\n"
            "columns: (100.000pt, 50.500pt,),\n"
            "align: (left, right,),\n"
            'table.header([#strong[#"Measure";]], [#strong[#"Actual";]]),\n'
            'table.cell(colspan: 2, fill: rgb("#e4ecf0"))[#strong[#"First";]],\n'
            '[#"Visits & loans";], [#"4.5%";]\n)',
            source,
        )
        width = f"{style.PROSE_WIDTH:.4f}pt"
        self.assertIn(
            "#pagebreak(weak: true)\n"
            '#label.update("Two")\n'
            f'#block(width: {width}, par[#strong[#"Now";]#" <then>";])\n\n'
            '#heading(level: 1)[#"1 Why";]\n\n'
            f'#block(width: {width})[#list([#"one";])]\n\n'
            f'#quote(block: true)[#block(width: {width}, par[#"\\"so\\"";])]',
            source,
        )

    def test_the_page_for_weasyprint(self):
        page = html_source.source(self.paper)
        self.assertIn("<title>A &amp; B</title>", page)
        self.assertIn(
            '<table style="width: 150.500pt"><colgroup><col style="width: 100.000pt"><col style="width: 50.500pt"></colgroup>'
            '<thead><tr><th scope="col"><p>Measure</p></th><th scope="col" class="right"><p>Actual</p></th></tr></thead>'
            '<tbody><tr class="band"><th colspan="2" scope="row"><p>First</p></th></tr>'
            '<tr><th scope="row"><p>Visits &amp; loans</p></th><td class="right"><p>4.5%</p></td></tr></tbody></table>',
            page,
        )
        self.assertIn(
            '<section><div class="label">Two</div><p><strong>Now</strong> &lt;then&gt;</p><h1>1 Why</h1>'
            '<ul class="bullet"><li>one</li></ul><blockquote><p>"so"</p></blockquote></section>',
            page,
        )


    def test_a_table_that_is_too_wide_has_pages_in_landscape(self):
        _, table, _ = content(tree(TABLE), {"7": [56.7, 400, 785.2]}).sections[0].blocks
        paper = Content("", "", "", [Section("", [table])])
        lines = plain.source(paper).split("\n")
        self.assertEqual([lines[1], lines[2][:2], *lines[-3:]], ["O\tlandscape", "T\t", "t", "O\tportrait", ""])
        self.assertIn("#page(width: 841.8898pt, height: 595.2756pt)[#table(", typst_source.source(paper))
        self.assertIn('<table class="turned" style="width: 728.500pt">', html_source.source(paper))


class StyleTests(unittest.TestCase):
    """The measures are those of the theme that Cleardays sets the papers in."""

    theme = (Path(__file__).parents[2] / "layouts" / "themes" / "accessible.yaml").read_text(encoding="utf-8")

    def measure(self, key: str, name: str, unit: str = "pt") -> float:
        line = re.search(rf"^ *{key}:.*$", self.theme, re.M).group(0)
        return float(re.search(rf"\b{name}: ([\d.]+){unit}", line).group(1))

    def test_sizes_and_spaces_of_paragraphs_are_those_of_the_theme(self):
        styles = {"body": style.BODY, "subheading": style.SUBHEADING, "note": style.NOTE} | style.HEADINGS
        for key, text in styles.items():
            self.assertEqual((key, text.size, text.leading), (key, self.measure(key, "size"), self.measure(key, "leading")))
        for key, text in style.HEADINGS.items():
            self.assertEqual((key, text.before, text.after), (key, self.measure(key, "before"), self.measure(key, "after")))
        self.assertEqual(style.ITEM.after, self.measure("list", "gap"))

    def test_margins_and_padding_are_those_of_the_theme(self):
        margins = [self.measure("margins", side, "mm") * style.MM for side in ("top", "bottom", "left", "right")]
        self.assertEqual(margins, [style.MARGIN_TOP, style.MARGIN_BOTTOM, style.MARGIN_SIDE, style.MARGIN_SIDE])
        padding = [self.measure("padding", side) for side in ("top", "bottom", "left", "right")]
        sides = [style.CELL_PADDING_TOP, style.CELL_PADDING_BOTTOM, style.CELL_PADDING_X, style.CELL_PADDING_X]
        self.assertEqual(padding, sides)
        lines = [f"#define PADDING_{side} {size:.1f}\n" for side, size in zip(("TOP", "BOTTOM", "X"), sides)]
        loop = (Path(__file__).parents[1] / "compare" / "c" / "pango-loop.c").read_text(encoding="utf-8")
        self.assertEqual([line in loop for line in lines], [True, True, True])

    def test_cells_and_notes_are_those_of_the_theme(self):
        table = re.search(r"^table:\n  size: ([\d.]+)pt\n  leading: ([\d.]+)pt", self.theme, re.M).groups()
        self.assertEqual([float(size) for size in table], [style.CELL.size, style.CELL.leading])
        self.assertEqual((style.CELL.size, style.CELL.leading), (style.HEADER_CELL.size, style.HEADER_CELL.leading))
        after = re.search(r"^note:.*\bafter: ([\d.]+)pt", self.theme, re.M).group(1)
        self.assertEqual(style.NOTE.after, float(after))


if __name__ == "__main__":
    unittest.main()
