# SPDX-License-Identifier: Apache-2.0
"""Faults in fonts, words and the file itself."""

import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from ..font_text import FontText
from .spoil import OWN, descendant, elements, fonts, inside, kids, mark, page_of, rewrite, spoil, spoil_bytes, with_marks


@spoil("validation", "PDF/A-2a")
def font_that_is_not_embedded(pdf: Pdf) -> None:
    description = descendant(fonts(pdf)[0]).FontDescriptor
    for key in ("/FontFile", "/FontFile2", "/FontFile3"):
        if key in description:
            del description[key]


@spoil("validation", "PDF/UA-1")
def font_whose_glyphs_are_not_found(pdf: Pdf) -> None:
    for font in fonts(pdf):
        if "/CIDToGIDMap" in descendant(font):
            del descendant(font)["/CIDToGIDMap"]


@spoil("validation", "PDF/A-2a")
def font_with_wrong_widths(pdf: Pdf) -> None:
    font = next(font for font in fonts(pdf) if "/W" in descendant(font) or "/Widths" in font)
    if "/Widths" in font:
        font.Widths = Array([float(width) + 50 for width in font.Widths])
    else:
        widths = descendant(font).W[1]
        for number, width in enumerate(widths):
            widths[number] = float(width) + 50


@spoil("validation", "PDF/UA-1")
def letter_without_a_glyph(pdf: Pdf) -> None:
    """Shows a code that the font has no glyph for."""
    for page in pdf.pages:
        instructions = list(pikepdf.parse_content_stream(page.obj))
        for place, instruction in enumerate(instructions):
            if str(instruction.operator) in ("Tj", "TJ"):
                instructions[place] = pikepdf.ContentStreamInstruction([String(b"\x01\x01")], pikepdf.Operator("Tj"))
                page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
                return
    raise LookupError("no text is shown")


@spoil("words", "has letters without a meaning")
def font_without_meaning(pdf: Pdf) -> None:
    for font in fonts(pdf):
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


@spoil("fidelity", "missing or otherwise in the PDF")
def font_with_the_wrong_meaning(pdf: Pdf) -> None:
    font = max(fonts(pdf), key=lambda font: len(FontText(font).map))
    program = font.ToUnicode.read_bytes()
    changed = program.replace(b"<0065>", b"<0078>")
    if changed == program:
        raise LookupError("no letter e in the font")
    font.ToUnicode.write(changed)


@spoil("words", "which the tree does not say")
def words_that_are_not_said(pdf: Pdf) -> None:
    with_marks(pdf, "P")[0].ActualText = String("")


@spoil("words", "which the tree does not say")
def words_in_an_artifact(pdf: Pdf) -> None:
    paragraph = with_marks(pdf, "P")[0]
    number = kids(paragraph)[0]
    rewrite(pdf, page_of(pdf, paragraph), mark(number), b"/Artifact <</Type /Pagination>> BDC ")
    paragraph.K = Array(kids(paragraph)[1:])


@spoil("words", "which the page does not show")
def words_that_are_not_shown(pdf: Pdf) -> None:
    with_marks(pdf, "P")[0].ActualText = String("something else entirely")


@spoil("words", "which the page does not show")
def words_joined_at_the_end_of_a_line(pdf: Pdf) -> None:
    """Takes the space from the end of a line whose paragraph goes on."""
    for page in pdf.pages:
        instructions = pikepdf.parse_content_stream(page.obj)
        place = _line_that_goes_on(instructions, page)
        if place is not None:
            instruction = instructions[place]
            operands = list(instruction.operands)
            strings = operands[0] if isinstance(operands[0], Array) else operands
            last = max(number for number, one in enumerate(strings) if isinstance(one, String))
            length = 2 if _font_at(instructions, place, page).code_length == 2 else 1
            strings[last] = String(bytes(strings[last])[:-length])
            instructions[place] = pikepdf.ContentStreamInstruction(operands, instruction.operator)
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
            return
    raise LookupError("no line ends with a space")


@spoil("words", "the page brings forward", OWN)
def total_that_is_brought_forward_otherwise(pdf: Pdf) -> None:
    """Turns the last two figures of a total at the head of a page about."""
    for page in pdf.pages:
        instructions = pikepdf.parse_content_stream(page.obj)
        shown = [number for number, one in enumerate(instructions) if str(one.operator) in ("Tj", "TJ")]
        texts = [_text(instructions, number, page) for number in shown]
        head = next((place for place, text in enumerate(texts) if text.startswith("Brought")), None)
        if head is None:
            continue
        place = next(place for place in range(head, len(texts)) if any(letter.isdigit() for letter in texts[place]))
        instruction = instructions[shown[place]]
        operands = list(instruction.operands)
        strings = operands[0] if isinstance(operands[0], Array) else operands
        length = 2 * _font_at(instructions, shown[place], page).code_length
        for number, one in enumerate(strings):
            codes = bytes(one) if isinstance(one, String) else b""
            last, before = codes[-length // 2 :], codes[-length : -length // 2]
            if len(codes) >= length and last != before:
                strings[number] = String(codes[:-length] + last + before)
                instructions[shown[place]] = pikepdf.ContentStreamInstruction(operands, instruction.operator)
                page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
                return
    raise LookupError("no total is brought forward")


@spoil("words", "the page brings forward", OWN)
def total_that_is_not_carried_forward(pdf: Pdf) -> None:
    """Says something else before the totals at the foot of a page."""
    for page in pdf.pages:
        instructions = pikepdf.parse_content_stream(page.obj)
        for number, one in enumerate(instructions):
            if str(one.operator) in ("Tj", "TJ") and _text(instructions, number, page).startswith("Carried"):
                del instructions[number]
                page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
                return
    raise LookupError("no total is carried forward")


@spoil("words", "which the tree does not say", OWN)
def figure_that_passes_for_a_total(pdf: Pdf) -> None:
    """Makes an artifact of a figure in a table whose totals are carried."""
    table = elements(pdf, "Table")[-1]
    cell = next(cell for cell in _with_marks_inside(table) if cell.S in ("/TD", "/P"))
    number = next(kid for kid in kids(cell) if isinstance(kid, int))
    rewrite(pdf, page_of(pdf, cell), mark(number), b"/Artifact <</Type /Pagination>> BDC ")
    cell.K = Array([kid for kid in kids(cell) if kid != number])


def _with_marks_inside(element: Object) -> list[Object]:
    return [found for found in inside(element, "TD", "P") if any(isinstance(kid, int) for kid in kids(found))]


def _line_that_goes_on(instructions: list, page: pikepdf.Page) -> int | None:
    shown: list[int] = []
    for number, instruction in enumerate(instructions):
        name = str(instruction.operator)
        if name == "BDC":
            shown = []
        elif name in ("Tj", "TJ"):
            if shown and _text(instructions, shown[-1], page).endswith(" ") and _moves(instructions, shown[-1], number):
                return shown[-1]
            shown.append(number)
    return None


def _moves(instructions: list, first: int, second: int) -> bool:
    """Whether a new line begins between two instructions."""
    return any(
        str(operator) == "Td" and float(operands[1]) < 0 or str(operator) in ("Tm", "T*")
        for operands, operator in instructions[first + 1 : second]
    )


def _text(instructions: list, place: int, page: pikepdf.Page) -> str:
    shown = instructions[place].operands[0]
    strings = shown if isinstance(shown, Array) else [shown]
    codes = b"".join(bytes(one) for one in strings if isinstance(one, String))
    return _font_at(instructions, place, page).text(codes)


def _font_at(instructions: list, place: int, page: pikepdf.Page) -> FontText:
    name = next(
        instruction.operands[0] for instruction in reversed(instructions[:place]) if str(instruction.operator) == "Tf"
    )
    return FontText(page.Resources.Font[name])


@spoil("fidelity", "which is not in the paper")
def running_lines_that_are_read(pdf: Pdf) -> None:
    for page in pdf.pages:
        content, count = page.Contents.read_bytes(), len(_owners(pdf, page))
        for number, line in enumerate(
            re.findall(rb"/Artifact\s*<<[^>]*/(?:Header|Footer)[^>]*>>\s*BDC", content), start=count
        ):
            content = content.replace(line, b"/P <</MCID %d>> BDC" % number, 1)
            _add_paragraph(pdf, page, number)
        page.Contents = pdf.make_stream(content)


def _add_paragraph(pdf: Pdf, page: pikepdf.Page, number: int) -> None:
    """Puts a mark of a page at the end of the document."""
    document = elements(pdf, "Document")[0]
    paragraph = Dictionary(Type=Name.StructElem, S=Name.P, P=document, Pg=page.obj, K=number)
    document.K.append(pdf.make_indirect(paragraph))
    _owners(pdf, page).append(document.K[-1])


def _owners(pdf: Pdf, page: pikepdf.Page) -> Object:
    """The owners of the marks of a page."""
    entries = pdf.Root.StructTreeRoot.ParentTree.Nums
    return next(entries[place + 1] for place in range(0, len(entries), 2) if entries[place] == page.StructParents)


@spoil_bytes("syntax", "qpdf")
def half_a_file(data: bytes) -> bytes:
    return data[: len(data) // 2]


@spoil_bytes("syntax", "qpdf")
def file_with_a_wrong_index(data: bytes) -> bytes:
    return re.sub(rb"startxref\s+\d+", b"startxref\n17", data)


@spoil("fidelity", "the spans of the PDF are not those of the paper: /E “Office for National Statistics”")
def abbreviation_that_the_paper_does_not_have(pdf: Pdf) -> None:
    paragraph = elements(pdf, "P")[0]
    paragraph.S = Name.Span
    paragraph.E = String("Office for National Statistics")
