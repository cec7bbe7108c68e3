# SPDX-License-Identifier: Apache-2.0
"""Judge of the words: whether what is read from the pages and what is read from the tree is the same."""

import html
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from .document import Document
from .element import INLINE, Element
from .finding import Finding, several
from .page_content import Mark
from .wording import is_made_of, stretches, whole, words

CONTINUED = {"(continued)", "continued", "overleaf"}
"""What an artifact may add to what it repeats: the words of the themes."""

SEPARATOR = "·"
"""What stands between titles and between short values of a folded table; before its values each title stands again, with a colon, and that of
its group before it, with a comma."""

SIGNS = {":", ",", ";"}
"""What an artifact puts right behind a title in a folded header of several rows, and a semicolon behind a value of a group of columns."""

CARRIED, BROUGHT = "Carried forward", "Brought forward"
"""What stands before the totals at the foot and at the head of the pages that a table goes over: the words of `layouts/words.yaml`."""

_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]+")
"""Hebrew, Arabic and their kin."""

_BRACKETS = re.compile(r"[()\[\]{}«»<>%.,:;!?“”‘’]")

_WORD = re.compile(r"<word [^>]*>(.*?)</word>")


def judge(document: Document) -> Iterator[Finding]:
    """Whether every word that pdftotext reads is in the tree or in an artifact, and the other way about.

    Letters that run from the right are counted: pdftotext guesses their words by gaps, and guesses wrong.
    """
    run = subprocess.run(["pdftotext", "-bbox", str(document.path), "-"], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        yield Finding(f"pdftotext cannot read it: {run.stderr.strip()}")
        return
    shown = [" ".join(html.unescape(word) for word in _WORD.findall(box)) for box in run.stdout.split("<page ")[1:]]
    said = _said(document)
    known = [{stretch for word in _words(text) for stretch in stretches(word)} for text in said]
    known_anywhere = set().union(*known)
    carried = [_totals(content.marks, CARRIED) for content in document.contents]
    brought = [_totals(content.marks, BROUGHT) for content in document.contents]
    for page, (before, after) in enumerate(zip([[], *carried], [*brought, []])):
        if before != after:
            yield Finding(
                f"the page brings forward {_several(after) or 'nothing'}, the page before carries {_several(before) or 'nothing'}",
                min(page, len(carried) - 1) + 1,
            )
    for page, content in enumerate(document.contents):
        strange = {letter for mark in content.marks for letter in mark.text if _is_strange(letter)}
        if strange:
            yield Finding(
                f"the page has letters without a meaning: {several([f'U+{ord(one):04X}' for one in strange])}", page + 1
            )
        running = _joined(mark for mark in content.marks if mark.subtype in ("Header", "Footer"))
        repeated = _joined(mark for mark in content.marks if mark.is_artifact)
        lines = [CARRIED, *carried[page]] * bool(carried[page]) + [BROUGHT, *brought[page]] * bool(brought[page])
        totals = {word for line in lines for word in _words(line)}
        # The label of the next value follows its sign in one artifact.
        signs = SIGNS & {mark.text.strip()[:1] for mark in content.marks if mark.is_artifact}
        lost = [
            word
            for word in _words(shown[page])
            if whole(word) not in known[page]
            and not (word[-1:] in signs and whole(word[:-1]) in known[page])
            and whole(word) not in running
            and not (
                whole(word) in repeated
                and (_titles(word) & known_anywhere or word in CONTINUED | {SEPARATOR} or word in totals)
            )
        ]
        if lost:
            yield Finding(f"the page shows {_several(lost)}, which the tree does not say", page + 1)
        seen = {whole(word) for word in _words(shown[page])}
        seen |= {whole(word[:-1]) for word in _words(shown[page]) if word[-1:] in signs}
        unseen = [word for word in _words(said[page]) if not is_made_of(word, seen)]
        if unseen:
            yield Finding(f"the tree says {_several(unseen)}, which the page does not show", page + 1)
        artifacts = "".join(mark.text for mark in content.marks if mark.is_artifact)
        differing = _from_right(shown[page]) - _from_right(said[page] + artifacts)
        if differing:
            yield Finding(
                f"the page shows {_several(list(differing))} oftener than tree and artifacts say it", page + 1
            )


def _totals(marks: list[Mark], words_before: str) -> list[str]:
    """The totals that stand in artifacts behind these words, table by table; empty for a page without the words."""
    totals: list[str] = []
    is_behind = False
    for mark in marks:
        text = " ".join(words(mark.text))
        if mark.subtype in ("Header", "Footer"):
            continue
        if mark.is_artifact and text.startswith(words_before):
            is_behind = True
            text = text.removeprefix(words_before).strip()
        if is_behind and text:
            is_behind = mark.is_artifact and any(letter.isdigit() for letter in text)
            totals += [text] if is_behind else []
    return totals


def _words(text: str) -> list[str]:
    """The words of a text that do not run from the right; without brackets where some do, since those turn about."""
    text = unicodedata.normalize("NFKC", text)
    return words(_BRACKETS.sub(" ", _FROM_RIGHT.sub(" ", text))) if _FROM_RIGHT.search(text) else words(text)


def _titles(word: str) -> set[str]:
    """A word of an artifact, as it is, as the title of a column before its colon or its comma, and as the last of a long name's first lines."""
    return {whole(word.removesuffix(end)) for end in ["", ":", ",", "…", "..."]}


def _from_right(text: str) -> Counter[str]:
    """The letters of a text that run from the right."""
    return Counter("".join(_FROM_RIGHT.findall(unicodedata.normalize("NFKC", text))))


def _is_strange(letter: str) -> bool:
    """Whether a letter is none that a reader can say: unknown, of private use, a control."""
    return letter == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(letter) in ("Co", "Cc", "Cn")


def _joined(marks: Iterable[Mark]) -> str:
    """The text of marks without spaces: what lies beside each other in an artifact may run together."""
    return whole("".join(word for mark in marks for word in words(mark.text)))


def _said(document: Document) -> list[str]:
    """What the tree says on each page, block by block."""
    said = ["" for _ in document.pages]
    for element in document.elements:
        if element.kind in INLINE:
            continue
        inner = frozenset(child.kind for child in element.children) - INLINE
        for page in {mark.page for part in _along_the_line(element) for mark in part.marks}:
            if page is not None:
                said[page] += document.text(element, without=inner, page=page) + "\n"
    return said


def _along_the_line(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if child.kind in INLINE:
            yield from _along_the_line(child)


def _several(found: list[str]) -> str:
    return several([f"“{word}”" for word in dict.fromkeys(found)])
