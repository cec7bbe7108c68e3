# SPDX-License-Identifier: Apache-2.0
"""Judge of the words: whether what is read from the pages and what is read from the tree is the same."""

import html
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from .document import Document
from .element import INLINE, Element
from .finding import Finding, several
from .page_content import Mark
from .wording import is_made_of, stretches, whole, words

CONTINUED = {"(continued)", "continued", "overleaf"}
"""What an artifact may add to what it repeats: the words of the themes."""

_WORD = re.compile(r"<word [^>]*>(.*?)</word>")


def judge(document: Document) -> Iterator[Finding]:
    """Whether every word that pdftotext reads is in the tree or in an artifact, and the other way about."""
    try:
        shown = _shown(document.path)
    except subprocess.CalledProcessError as error:
        yield Finding(f"pdftotext cannot read it: {error.stderr.strip()}")
        return
    said = _said(document)
    known = [{_form(stretch) for word in words_of_page for stretch in stretches(word)} for words_of_page in said]
    known_anywhere = set().union(*known)
    for page, content in enumerate(document.contents):
        if any("\N{REPLACEMENT CHARACTER}" in mark.text for mark in content.marks):
            yield Finding("a letter on the page has no meaning (ToUnicode)", page + 1)
        running = _joined(mark for mark in content.marks if mark.subtype in ("Header", "Footer"))
        repeated = _joined(mark for mark in content.marks if mark.is_artifact)
        lost = [
            word
            for word in shown[page]
            if _form(word) not in known[page]
            and whole(word) not in running
            and not (whole(word) in repeated and (_form(word) in known_anywhere or word in CONTINUED))
        ]
        if lost:
            yield Finding(f"the page shows {_several(lost)}, which the tree does not say", page + 1)
        seen = {_form(word) for word in shown[page]}
        unseen = [word for word in said[page] if _form(word) not in seen and not is_made_of(word, seen)]
        if unseen:
            yield Finding(f"the tree says {_several(unseen)}, which the page does not show", page + 1)


def _joined(marks: Iterable[Mark]) -> str:
    """The text of marks without spaces: what lies beside each other in an artifact may run together."""
    return whole("".join(word for mark in marks for word in words(mark.text)))


def _shown(path: Path) -> list[list[str]]:
    """The words of each page by the places of their letters; words that run from the right as they are read."""
    boxes = _pdftotext("-bbox", path).split("<page ")[1:]
    texts = _pdftotext("-q", path).split("\f")
    shown = []
    for box, text in zip(boxes, texts):
        placed = [word for match in _WORD.findall(box) for word in words(html.unescape(match))]
        read = [word for word in words(text) if _runs_from_right(word)]
        shown.append([word for word in placed if not _runs_from_right(word)] + read)
    return shown


def _pdftotext(option: str, path: Path) -> str:
    return subprocess.run(["pdftotext", option, str(path), "-"], capture_output=True, text=True, check=True).stdout


def _runs_from_right(word: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in word)


def _form(word: str) -> str:
    """A word as it compares: pdftotext turns the letters of a ligature about where words run from the right."""
    return "".join(sorted(whole(word))) if _runs_from_right(word) else whole(word)


def _said(document: Document) -> list[list[str]]:
    """The words of the tree on each page, block by block."""
    said: list[list[str]] = [[] for _ in document.pages]
    for element in document.elements:
        if element.kind in INLINE:
            continue
        inner = frozenset(child.kind for child in element.children) - INLINE
        for page in {mark.page for part in _along_the_line(element) for mark in part.marks}:
            if page is not None:
                said[page] += words(document.text(element, without=inner, page=page))
    return said


def _along_the_line(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if child.kind in INLINE:
            yield from _along_the_line(child)


def _several(found: list[str]) -> str:
    return several([f"“{word}”" for word in dict.fromkeys(found)])
