# SPDX-License-Identifier: Apache-2.0
"""Judge of the figures: words in their place, a box on their page, a caption before them (ISO 14289-1, 7.3)."""

from collections.abc import Iterator

import pikepdf

from .document import Document
from .element import Element
from .finding import Finding


def judge(document: Document) -> Iterator[Finding]:
    """Whether every figure says what it shows and where it is, is on one page, and follows its caption if it has one."""
    for figure in document.find("Figure"):
        pages = document.pages_of(figure)
        page = min(pages, default=0)
        for message in _faults(document, figure, page):
            yield Finding(message, page + 1)
        if len(pages) > 1:
            yield Finding(f"Figure {figure.name[0]} is on {len(pages)} pages", page + 1)
    for caption in document.find("Caption"):
        # The caption of a table is inside it, that of a figure beside it.
        parent = caption.parent
        if parent is None or parent.kind != "Table" and not any(child.kind == "Figure" for child in parent.children):
            page = min(document.pages_of(caption), default=0)
            yield Finding(f"Caption {caption.name[0]} is of no figure and no table", page + 1)


def _faults(document: Document, figure: Element, page: int) -> Iterator[str]:
    name = f"Figure {figure.name[0]}"
    words = (figure.entry("/Alt") or "").split()
    if not words:
        yield f"{name} does not say what it shows"
    elif len(words) < 3:
        yield f"{name} says no more than “{' '.join(words)}”"
    if figure.attributes.get("Placement") != "/Block":
        yield f"{name} is not set as a block"
    yield from _box_faults(document, figure, page, name)
    # A picture without a caption is a part of its section, and a small line of its cell.
    if figure.parent is not None and figure.parent.kind in ("Sect", "TD"):
        return
    siblings = figure.parent.children if figure.parent is not None else []
    before = siblings[: siblings.index(figure)] if figure in siblings else []
    if not before or before[-1].kind != "Caption" or not document.text(before[-1]).strip():
        yield f"{name} has no caption before it"


def _box_faults(document: Document, figure: Element, page: int, name: str) -> Iterator[str]:
    box = figure.attributes.get("BBox")
    if not isinstance(box, pikepdf.Array) or len(box) != 4:
        yield f"{name} does not say where it is"
        return
    left, lower, right, upper = (float(edge) for edge in box)
    if left >= right or lower >= upper:
        yield f"{name} is said to be nowhere"
        return
    sheet = [float(edge) for edge in document.pages[page].mediabox]
    if left < sheet[0] or lower < sheet[1] or right > sheet[2] or upper > sheet[3]:
        yield f"{name} is said to be off the page"
