# SPDX-License-Identifier: Apache-2.0
"""Faults in figures."""

from pikepdf import Array, Name, Object, Pdf, String

from .spoil import attributes, elements, inside, kids, numbers, page_of, rewrite, spoil


def figure_of(pdf: Pdf) -> Object:
    return elements(pdf, "Figure")[0]


def caption_of(pdf: Pdf) -> Object:
    # That of a table is inside the table.
    return next(caption for caption in elements(pdf, "Caption") if caption.P.S != Name.Table)


@spoil("figures", "does not say what it shows")
def figure_without_words(pdf: Pdf) -> None:
    del figure_of(pdf).Alt


@spoil("validation", "PDF/UA-1")
def figure_without_words_as_the_standard_says(pdf: Pdf) -> None:
    del figure_of(pdf).Alt


@spoil("figures", "says no more than")
def figure_of_one_word(pdf: Pdf) -> None:
    figure_of(pdf).Alt = String("chart")


@spoil("fidelity", "which the paper does not say")
def figure_with_other_words(pdf: Pdf) -> None:
    figure_of(pdf).Alt = String(str(figure_of(pdf).Alt).replace("1", "2"))


@spoil("figures", "does not say where it is")
def figure_without_a_box(pdf: Pdf) -> None:
    del attributes(figure_of(pdf), "/BBox")["/BBox"]


@spoil("figures", "is said to be off the page")
def figure_off_the_page(pdf: Pdf) -> None:
    attributes(figure_of(pdf), "/BBox").BBox = Array([50, -400, 500, -200])


@spoil("figures", "is said to be nowhere")
def figure_without_an_area(pdf: Pdf) -> None:
    attributes(figure_of(pdf), "/BBox").BBox = Array([50, 400, 50, 500])


@spoil("figures", "has no caption before it")
def figure_without_a_caption(pdf: Pdf) -> None:
    caption_of(pdf).S = Name.Div


@spoil("figures", "has no caption before it")
def figure_before_its_caption(pdf: Pdf) -> None:
    group = figure_of(pdf).P
    group.K = Array(list(reversed(kids(group))))


@spoil("fidelity", "where the paper says otherwise")
def figure_that_has_left_its_caption(pdf: Pdf) -> None:
    figure = figure_of(pdf)
    group = figure.P
    section = group.P
    figure.P = section
    group.K = Array([kid for kid in kids(group) if kid.objgen != figure.objgen])
    section.K = Array([*kids(section), figure])


@spoil("figures", "is of no figure")
def caption_of_nothing(pdf: Pdf) -> None:
    figure_of(pdf).S = Name.Span


@spoil("fidelity", "figures, the paper")
def figure_that_is_a_paragraph(pdf: Pdf) -> None:
    figure_of(pdf).S = Name.P


@spoil("marks", "a line or fill stands outside every mark")
def marks_of_a_figure_outside_it(pdf: Pdf) -> None:
    figure = figure_of(pdf)
    number = numbers(figure)[0]
    rewrite(pdf, page_of(pdf, figure), rb"/Figure\s*<<\s*/MCID %d\s*>>\s*BDC" % number, b"")


@spoil("fidelity", "is missing or otherwise in the PDF")
def caption_that_is_an_artifact(pdf: Pdf) -> None:
    paragraph = inside(caption_of(pdf), "P")[0]
    number = numbers(paragraph)[0]
    rewrite(pdf, page_of(pdf, paragraph), rb"/P\s*<<\s*/MCID %d\s*>>\s*BDC" % number, b"/Artifact BMC")
    paragraph.K = Array()
