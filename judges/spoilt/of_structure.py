# SPDX-License-Identifier: Apache-2.0
"""Faults in what stands in what, in headings, lists and reading order."""

from pikepdf import Array, Dictionary, Name, Pdf, String

from .spoil import OWN, elements, inside, kids, spoil, with_marks


@spoil("structure", "follows one of level")
def heading_that_skips_a_level(pdf: Pdf) -> None:
    headings = elements(pdf, "H1", "H2", "H3", "H4", "H5")
    first, second = next((one, two) for one, two in zip(headings, headings[1:]) if one.S == "/H1")
    second.S = Name.H3


@spoil("structure", "the first heading")
def first_heading_of_level_two(pdf: Pdf) -> None:
    elements(pdf, "H1")[0].S = Name.H2


@spoil("structure", "says nothing")
def heading_without_words(pdf: Pdf) -> None:
    elements(pdf, "H2")[0].K = Array()


@spoil("semantics", "TAG-020")
def heading_without_words_as_a_reader_hears_it(pdf: Pdf) -> None:
    elements(pdf, "H2")[0].K = Array()


@spoil("validation", "PDF/UA-1")
def heading_that_skips_a_level_as_the_standard_says(pdf: Pdf) -> None:
    heading_that_skips_a_level(pdf)


@spoil("structure", "there is no heading")
def no_headings(pdf: Pdf) -> None:
    for heading in elements(pdf, "H1", "H2", "H3", "H4", "H5", "H6"):
        heading.S = Name.P


@spoil("structure", "not one Document")
def top_that_is_no_document(pdf: Pdf) -> None:
    elements(pdf, "Document")[0].S = Name.Sect


@spoil("structure", "of a kind that no reader knows")
def unknown_kind(pdf: Pdf) -> None:
    elements(pdf, "P")[0].S = Name("/Paragraph")


@spoil("structure", "holds something that is no item")
def paragraph_in_a_list(pdf: Pdf) -> None:
    elements(pdf, "LI")[0].S = Name.P


@spoil("structure", "has no Lbl")
def item_without_its_label(pdf: Pdf) -> None:
    item = next(item for item in elements(pdf, "LI") if inside(item, "Lbl"))
    item.K = Array([kid for kid in kids(item) if kid.S != "/Lbl"])


@spoil("structure", "LBody, not one")
def item_without_a_body(pdf: Pdf) -> None:
    inside(elements(pdf, "LI")[0], "LBody")[0].S = Name.Div


@spoil("structure", "is drawn before what is read before it")
def paragraphs_read_in_another_order(pdf: Pdf) -> None:
    swap_paragraphs(pdf)


@spoil("fidelity", "in the PDF")
def paragraphs_read_in_another_order_than_written(pdf: Pdf) -> None:
    swap_paragraphs(pdf)


@spoil("golden", "reads otherwise than its golden file")
def paragraphs_read_in_another_order_than_recorded(pdf: Pdf) -> None:
    swap_paragraphs(pdf)


def swap_paragraphs(pdf: Pdf) -> None:
    """Exchanges two neighbours that hold marks of one page."""
    first = with_marks(pdf, "P")
    for one, two in zip(first, first[1:]):
        if one.P.objgen == two.P.objgen and one.Pg.objgen == two.Pg.objgen:
            every = kids(one.P)
            places = [number for number, kid in enumerate(every) if kid.objgen in (one.objgen, two.objgen)]
            every[places[0]], every[places[1]] = every[places[1]], every[places[0]]
            one.P.K = Array(every)
            return
    raise LookupError("there are no two paragraphs beside each other")


@spoil("structure", "which is no language")
def element_in_no_language(pdf: Pdf) -> None:
    elements(pdf, "P")[0].Lang = String("English, please")


@spoil("structure", "attributes in a class")
def attributes_in_a_class(pdf: Pdf) -> None:
    elements(pdf, "TH")[0].C = Name("/Header")


@spoil("structure", "has no words in its place")
def figure_without_words(pdf: Pdf) -> None:
    elements(pdf, "P")[0].S = Name.Figure


@spoil("validation", "PDF/UA-1")
def figure_without_words_as_the_standard_says(pdf: Pdf) -> None:
    elements(pdf, "P")[0].S = Name.Figure


@spoil("structure", "has text of its own")
def text_directly_in_an_item(pdf: Pdf) -> None:
    item = elements(pdf, "LI")[0]
    body = with_marks(pdf, "P", "LBody")[0]
    item.K = Array([*kids(item), Dictionary(Type=Name.MCR, Pg=body.Pg, MCID=9999)])


@spoil("fidelity", "where the paper has")
def heading_of_another_level(pdf: Pdf) -> None:
    elements(pdf, "H2")[-1].S = Name.H1


@spoil("fidelity", "which are no levels of the", OWN)
def contents_without_an_entry(pdf: Pdf) -> None:
    contents = elements(pdf, "TOC")[0]
    contents.K = Array(kids(contents)[1:])
