# SPDX-License-Identifier: Apache-2.0
"""Judge of the structure: what stands in what, headings, lists, reading order (ISO 32000-1, 14.8.4)."""

import re
from collections.abc import Iterator

from .document import Document
from .element import Element, MarkReference
from .finding import Finding

STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 "
    "L LI Lbl LBody Table TR TH TD THead TBody TFoot "
    "Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form".split()
)
"""Structure types of PDF 1.7, without those of Ruby and Warichu."""

SPEAKING = set("P H1 H2 H3 H4 H5 H6 Lbl LBody LI L Note Link Reference Caption TOCI".split())
"""Kinds that are worth nothing without words."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")


def judge(document: Document) -> Iterator[Finding]:
    """Whether the tree is one document whose parts stand where they may, say something and are read in order."""
    if [root.kind for root in document.roots] != ["Document"]:
        kinds = ", ".join(root.kind for root in document.roots) or "nothing"
        yield Finding(f"the top of the tree is {kinds}, not one Document")
    for element in document.elements:
        page = min(document.pages_of(element), default=None) if element.kind in SPEAKING else None
        for message in _faults(document, element):
            yield Finding(message, page + 1 if page is not None else None)
    yield from _headings(document)
    yield from _order(document)


def _faults(document: Document, element: Element) -> Iterator[str]:
    kind, parent = element.kind, element.parent.kind if element.parent is not None else None
    name = f"{kind} {element.name[0]}"
    if kind not in STANDARD:
        yield f"{name} is of a kind that no reader knows"
    if kind in SPEAKING and not document.text(element).strip() and not element.entry("/Alt"):
        yield f"{name} says nothing"
    if kind == "LI" and parent != "L":
        yield f"{name} is in no list"
    if kind == "L" and any(child.kind not in ("LI", "Caption") for child in element.children):
        yield f"{name} holds something that is no item"
    if kind == "LI":
        kinds = [child.kind for child in element.children]
        if kinds.count("LBody") != 1:
            yield f"{name} has {kinds.count('LBody')} LBody, not one"
        if kinds[:1] != ["Lbl"]:
            yield f"{name} has no Lbl"
    if kind == "LBody" and parent != "LI":
        yield f"{name} is in no item"
    if kind == "TOCI" and parent != "TOC":
        yield f"{name} is in no TOC"
    if element.marks and kind in ("Document", "Sect", "L", "LI", "Table", "THead", "TBody", "TR", "TOC"):
        yield f"{name} has text of its own"
    if "/C" in element.source:
        yield f"{name} has its attributes in a class, where no reader looks"
    language = element.entry("/Lang")
    if language is not None and not _LANGUAGE.match(language):
        yield f"{name} is in “{language}”, which is no language"
    if kind == "Figure" and not (element.entry("/Alt") or "").strip():
        yield f"{name} has no words in its place"


def _headings(document: Document) -> Iterator[Finding]:
    before = 0
    for element in document.elements:
        level = element.heading_level
        if level is None:
            continue
        words = " ".join(document.text(element).split())
        page = min(document.pages_of(element), default=0) + 1
        if before == 0 and level != 1:
            yield Finding(f"the first heading, “{words}”, is of level {level}", page)
        elif level > before + 1:
            yield Finding(f"the heading “{words}” of level {level} follows one of level {before}", page)
        before = level
    if before == 0:
        yield Finding("there is no heading")


def _order(document: Document) -> Iterator[Finding]:
    """What is drawn later is read later; notes are drawn at the foot and read after what they are of."""
    drawn = {
        MarkReference(page, mark.mcid): place
        for page, content in enumerate(document.contents)
        for place, mark in enumerate(content.marks)
        if mark.mcid is not None
    }
    last: dict[int | None, int] = {}
    for reference, element in _read(document.roots):
        place = drawn.get(reference)
        if place is None:
            continue
        if place < last.get(reference.page, -1):
            words = " ".join(document.marks[reference].text.split())
            message = f"mark {reference.mcid} of {element.kind}, “{words[:40]}”, is drawn before what is read before it"
            yield Finding(message, (reference.page or 0) + 1)
        last[reference.page] = place


def _read(elements: list[Element]) -> Iterator[tuple[MarkReference, Element]]:
    for element in elements:
        if element.kind == "Note":
            continue
        for kid in element.kids:
            if isinstance(kid, MarkReference):
                yield kid, element
            elif isinstance(kid, Element):
                yield from _read([kid])
