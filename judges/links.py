# SPDX-License-Identifier: Apache-2.0
"""Judge of links and notes: whether they lead somewhere and back (ISO 14289-1, 7.9 and 7.18.5)."""

from collections.abc import Iterator

import pikepdf

from .document import Document
from .element import Element
from .finding import Finding
from .wording import whole, words

_SCHEMES = ("https://", "http://", "mailto:", "tel:")

_MARKS = frozenset({"Reference"})
"""The marks of notes in a heading, which its bookmark leaves out: a bookmark leads to one place."""

_NEAR = 40.0
"""How far, in points, a destination may stand over what it leads to."""


def judge(document: Document) -> Iterator[Finding]:
    """Whether every link is in the tree, is named and leads somewhere, and notes are reached and left."""
    for page, annotation in document.annotations.values():
        for message in _annotation(document, page, annotation):
            yield Finding(message, page + 1)
    for page, contents in enumerate(document.pages):
        if "/Annots" in contents.obj and contents.obj.get("/Tabs") != "/S":
            yield Finding("the links are not visited in the order of the tree", page + 1)
    for element in document.find("Link"):
        if not element.annotations:
            yield Finding(
                f"Link {element.name[0]}, “{_words(document, element)}”, has no annotation", _page(document, element)
            )
        if any(name.annotation not in document.annotations for name in element.annotations):
            yield Finding(f"Link {element.name[0]} has an annotation that is on no page", _page(document, element))
    yield from _notes(document)
    yield from _outline(document)


def _annotation(document: Document, page: int, annotation: pikepdf.Object) -> Iterator[str]:
    if annotation.get("/Subtype") != "/Link":
        yield f"an annotation is {annotation.get('/Subtype')}, not a link"
        return
    contents = str(annotation.get("/Contents", ""))
    owners = document.owners.get(annotation.objgen, [])
    if not contents.strip():
        yield "a link has no words of its own (/Contents)"
    if [owner.kind for owner in owners] != ["Link"]:
        kinds = ", ".join(owner.kind for owner in owners) or "nothing"
        yield f"the link “{contents}” belongs to {kinds}, not to one Link"
    if int(annotation.get("/F", 0)) & 0b100111 != 4:
        yield f"the link “{contents}” is not shown and printed alike"
    left, bottom, right, top = (float(value) for value in annotation.Rect)
    box = [float(value) for value in document.pages[page].mediabox]
    if not (box[0] <= left < right <= box[2] and box[1] <= bottom < top <= box[3]):
        yield f"the link “{contents}” is not on the page"
    action = annotation.get("/A")
    if isinstance(action, pikepdf.Dictionary) and action.get("/S") == "/URI":
        address = str(action.get("/URI", ""))
        if not address.startswith(_SCHEMES):
            yield f"the link “{contents}” leads to “{address}”"
    elif _target(document, annotation) is None:
        yield f"the link “{contents}” leads nowhere"


def _target(document: Document, annotation: pikepdf.Object) -> tuple[int, float | None] | None:
    action = annotation.get("/A")
    if isinstance(action, pikepdf.Dictionary):
        return document.place(action.get("/D")) if action.get("/S") == "/GoTo" else None
    return document.place(annotation.get("/Dest"))


def _notes(document: Document) -> Iterator[Finding]:
    marks = [link for reference in document.find("Reference") for link in reference.find("Link")]
    for note in document.find("Note"):
        page = _page(document, note)
        said = _words(document, note)
        if note.identifier is None:
            yield Finding(f"the note “{said}” has no ID", page)
        labels = [child for child in note.walk() if child.kind == "Lbl"]
        if not labels:
            yield Finding(f"the note “{said}” has no Lbl", page)
        back = [link for label in labels for link in label.find("Link")]
        if not back:
            yield Finding(f"the note “{said}” has no link back", page)
        if not any(_leads(document, mark, note_link) for mark in marks for note_link in back or [note]):
            yield Finding(f"no mark leads to the note “{said}”", page)
        if back and not any(_leads(document, back[0], mark) for mark in marks):
            yield Finding(f"the note “{said}” does not lead back to its mark", page)


def _leads(document: Document, link: Element, to: Element) -> bool:
    """Whether a link leads to where another one stands."""
    targets = [_target(document, document.annotations[name.annotation][1]) for name in _present(document, link)]
    for name in _present(document, to):
        page, annotation = document.annotations[name.annotation]
        left, bottom, right, top = (float(side) for side in annotation.Rect)
        for target in targets:
            if target is not None and target[0] == page and (target[1] is None or bottom <= target[1] <= top + _NEAR):
                return True
    return False


def _present(document: Document, link: Element) -> list:
    return [name for name in link.annotations if name.annotation in document.annotations]


def _outline(document: Document) -> Iterator[Finding]:
    """The bookmarks are headings, in their order, and lead to the pages that they stand on."""
    if "/Outlines" not in document.catalogue:
        yield Finding("there are no bookmarks")
        return
    headings = iter(
        [
            (_heading_words(document.text(element, without=_MARKS)), _page(document, element))
            for element in document.elements
            if element.heading_level
        ]
    )
    for item in _items(document.catalogue.Outlines.get("/First")):
        title = " ".join(words(str(item.get("/Title", ""))))
        action = item.get("/A")
        place = document.place(action.get("/D") if isinstance(action, pikepdf.Dictionary) else item.get("/Dest"))
        heading = next((found for found in headings if found[0].casefold() == title.casefold()), None)
        if heading is None:
            yield Finding(f"the bookmark “{title}” is no heading, or out of order")
            return
        if place is None:
            yield Finding(f"the bookmark “{title}” leads nowhere")
        elif place[0] + 1 != heading[1]:
            yield Finding(f"the bookmark “{title}” leads to page {place[0] + 1}; the heading is on page {heading[1]}")


def _items(item: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    while item is not None:
        yield item
        yield from _items(item.get("/First"))
        item = item.get("/Next")


def _heading_words(text: str) -> str:
    """The words of a heading as a bookmark has them: without soft hyphens, which show only where a line ends."""
    return " ".join(" ".join(map(whole, words(text))).split())


def _words(document: Document, element: Element) -> str:
    return " ".join(words(document.text(element)))


def _page(document: Document, element: Element) -> int | None:
    return min(document.pages_of(element), default=-1) + 1 or None
