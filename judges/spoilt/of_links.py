# SPDX-License-Identifier: Apache-2.0
"""Faults in links, notes and bookmarks."""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from .spoil import OWN, annotations, elements, inside, kids, numbers, spoil


def note_mark(pdf: Pdf) -> Object:
    """The annotation of a note's mark."""
    references = [element for element in elements(pdf, "Reference") if element.P.S != "/TOCI"]
    return annotation_in(references[0])


def annotation_in(element: Object) -> Object:
    link = inside(element, "Link")[0]
    return next(kid.Obj for kid in kids(link) if isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR")


def lead_to_the_top(annotation: Object, pdf: Pdf) -> None:
    if "/A" in annotation:
        del annotation["/A"]
    page = pdf.pages[0]
    annotation.Dest = Array([page.obj, Name.XYZ, 0, page.mediabox[3], 0])


@spoil("links", "has no words of its own")
def link_without_contents(pdf: Pdf) -> None:
    del annotations(pdf)[0]["/Contents"]


@spoil("links", "not shown and printed alike")
def link_that_is_not_printed(pdf: Pdf) -> None:
    del annotations(pdf)[0]["/F"]


@spoil("validation", "PDF/A-2a")
def link_that_is_not_printed_as_the_standard_says(pdf: Pdf) -> None:
    del annotations(pdf)[0]["/F"]


@spoil("links", "leads nowhere")
def link_to_a_place_that_is_not_there(pdf: Pdf) -> None:
    annotation = annotations(pdf, to="/Dest")[0]
    if "/A" in annotation:
        del annotation["/A"]
    annotation.Dest = String("nowhere")


@spoil("links", "leads to “javascript")
def link_to_a_script(pdf: Pdf) -> None:
    annotations(pdf, to="/URI")[0].A.URI = String("javascript:alert(1)")


@spoil("links", "is not on the page")
def link_off_the_page(pdf: Pdf) -> None:
    annotations(pdf)[0].Rect = Array([-300, -300, -200, -280])


@spoil("links", "in the order of the tree")
def links_without_an_order(pdf: Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page.obj:
            del page.obj["/Tabs"]


@spoil("links", "not to one Link")
def link_that_belongs_to_a_span(pdf: Pdf) -> None:
    elements(pdf, "Link")[0].S = Name.Span


@spoil("links", "has no annotation")
def link_that_leads_nowhere_at_all(pdf: Pdf) -> None:
    link = elements(pdf, "Link")[0]
    link.K = Array(numbers(link))


@spoil("semantics", "LNK-001")
def link_that_leads_nowhere_as_a_reader_hears_it(pdf: Pdf) -> None:
    link = elements(pdf, "Link")[0]
    link.K = Array(numbers(link))


@spoil("links", "has no ID")
def note_without_a_name(pdf: Pdf) -> None:
    del elements(pdf, "Note")[0]["/ID"]


@spoil("links", "has no Lbl")
def note_without_a_label(pdf: Pdf) -> None:
    inside(elements(pdf, "Note")[0], "Lbl")[0].S = Name.Span


@spoil("links", "has no link back")
def note_without_a_way_back(pdf: Pdf) -> None:
    inside(elements(pdf, "Note")[0], "Link")[0].S = Name.Span


@spoil("links", "no mark leads to the note")
def note_that_no_mark_leads_to(pdf: Pdf) -> None:
    lead_to_the_top(note_mark(pdf), pdf)


@spoil("links", "does not lead back to its mark")
def note_that_leads_elsewhere(pdf: Pdf) -> None:
    lead_to_the_top(annotation_in(elements(pdf, "Note")[0]), pdf)


@spoil("fidelity", "notes, the paper")
def note_that_is_a_paragraph(pdf: Pdf) -> None:
    elements(pdf, "Note")[0].S = Name.Div


@spoil("links", "there are no bookmarks")
def no_bookmarks(pdf: Pdf) -> None:
    del pdf.Root.Outlines


@spoil("links", "is no heading, or out of order")
def bookmark_of_no_heading(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Title = String("Something else")


@spoil("links", "is no heading, or out of order", OWN)
def bookmark_with_the_mark_of_a_note(pdf: Pdf) -> None:
    item = bookmark_of(pdf, "What is counted")
    item.Title = String(f"{item.Title} [note 1]")


@spoil("links", "is no heading, or out of order", OWN)
def bookmark_without_the_last_word_of_a_heading(pdf: Pdf) -> None:
    item = bookmark_of(pdf, "What is counted")
    item.Title = String(str(item.Title).rsplit(" ", 1)[0])


def bookmark_of(pdf: Pdf, words: str) -> Object:
    """The bookmark whose title ends in some words."""
    return next(item for item in _bookmarks(pdf.Root.Outlines.First) if str(item.Title).endswith(words))


def _bookmarks(item: Object | None) -> Iterator[Object]:
    while item is not None:
        yield item
        yield from _bookmarks(item.get("/First"))
        item = item.get("/Next")


@spoil("links", "; the heading is on page")
def bookmark_to_another_page(pdf: Pdf) -> None:
    item = pdf.Root.Outlines.First
    if "/A" in item:
        del item["/A"]
    item.Dest = Array([pdf.pages[-1].obj, Name.Fit])
