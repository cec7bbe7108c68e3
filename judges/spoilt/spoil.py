# SPDX-License-Identifier: Apache-2.0
"""A way to spoil a good PDF, and the hands that do it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf


@dataclass(frozen=True)
class Spoil:
    """A fault to be made, the judge that must report it, and words of its report."""

    name: str
    judge: str
    says: str
    make: Callable[[Pdf], None] | None = None
    make_bytes: Callable[[bytes], bytes] | None = None
    """For faults of the file, not of the document."""


SPOILS: list[Spoil] = []
"""Every way that is known, in the order of the modules."""

ATTACHED: list[Spoil] = []
"""Ways to spoil a paper that carries its data."""

OWN: list[Spoil] = []
"""Ways to spoil the paper of `judges/workspace`, which has what no sample has."""


def spoil(
    judge: str, says: str, kind: list[Spoil] = SPOILS
) -> Callable[[Callable[[Pdf], None]], Callable[[Pdf], None]]:
    """Enters a function that spoils a document, under its own name."""

    def enter(make: Callable[[Pdf], None]) -> Callable[[Pdf], None]:
        kind.append(Spoil(make.__name__, judge, says, make=make))
        return make

    return enter


def spoil_bytes(judge: str, says: str) -> Callable[[Callable[[bytes], bytes]], Callable[[bytes], bytes]]:
    """Enters a function that spoils the bytes of a file, under its own name."""

    def enter(make: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
        SPOILS.append(Spoil(make.__name__, judge, says, make_bytes=make))
        return make

    return enter


def elements(pdf: Pdf, *kinds: str) -> list[Object]:
    """The elements of these kinds in reading order; all of them where none is named."""
    return [element for element in _walk(pdf.Root.StructTreeRoot.K) if not kinds or str(element.S)[1:] in kinds]


def inside(element: Object, *kinds: str) -> list[Object]:
    """The elements of these kinds under another."""
    return [found for found in _walk(element.get("/K", Array())) if str(found.S)[1:] in kinds]


def _walk(value: Object) -> Iterator[Object]:
    if isinstance(value, Array):
        for kid in value:
            yield from _walk(kid)
    elif isinstance(value, Dictionary) and "/S" in value:
        yield value
        yield from _walk(value.get("/K", Array()))


def kids(element: Object) -> list[Any]:
    """The kids of an element: elements, references and numbers of marks."""
    value = element.get("/K", Array())
    return list(value) if isinstance(value, Array) else [value]


def with_marks(pdf: Pdf, *kinds: str) -> list[Object]:
    """The elements of these kinds that hold marks by number alone."""
    return [element for element in elements(pdf, *kinds) if any(isinstance(kid, int) for kid in kids(element))]


def numbers(element: Object) -> list[int]:
    return [kid for kid in kids(element) if isinstance(kid, int)]


def page_of(pdf: Pdf, element: Object) -> int:
    """The page that an element names, from 0."""
    return next(number for number, page in enumerate(pdf.pages) if page.obj.objgen == element.Pg.objgen)


def attributes(element: Object, key: str) -> Object:
    """The attribute dictionary that has a key, made the element's own."""
    value = element.A
    every = list(value) if isinstance(value, Array) else [value]
    copies = [Dictionary(dict(one)) for one in every]
    element.A = Array(copies) if isinstance(value, Array) else copies[0]
    return next(one for one in (element.A if isinstance(value, Array) else [element.A]) if key in one)


def with_attribute(found: list[Object], key: str) -> list[Object]:
    """Of some elements, those that have an attribute."""

    def has(element: Object) -> bool:
        value = element.get("/A", Array())
        return any(key in one for one in (value if isinstance(value, Array) else [value]))

    return [element for element in found if has(element)]


def rewrite(pdf: Pdf, page: int, pattern: bytes, replacement: bytes | Callable[[re.Match[bytes]], bytes]) -> None:
    """Replaces the first match in the content of a page."""
    content = pdf.pages[page].Contents.read_bytes()
    changed = re.sub(pattern, replacement, content, count=1, flags=re.S)
    if changed == content:
        raise LookupError(f"page {page + 1} has nothing like {pattern!r}")
    pdf.pages[page].Contents = pdf.make_stream(changed)


def mark(number: int) -> bytes:
    """A pattern of the beginning of a mark."""
    return rb"/[A-Za-z0-9]+\s*<<\s*/MCID %d\s*>>\s*BDC\s" % number


def rewrite_metadata(pdf: Pdf, pattern: str, replacement: str) -> None:
    metadata = pdf.Root.Metadata.read_bytes().decode("utf-8")
    changed = re.sub(pattern, replacement, metadata, count=1, flags=re.S)
    if changed == metadata:
        raise LookupError(f"the metadata have nothing like {pattern}")
    pdf.Root.Metadata = pdf.make_stream(changed.encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML)


def annotations(pdf: Pdf, to: str | None = None) -> list[Object]:
    """The annotations of all pages: those that lead to an address by `/URI`, or into the paper by `/Dest`."""
    every = [annotation for page in pdf.pages for annotation in page.obj.get("/Annots", [])]
    if to == "/URI":
        return [one for one in every if "/A" in one and "/URI" in one.A]
    if to == "/Dest":
        return [one for one in every if "/Dest" in one or ("/A" in one and "/D" in one.A)]
    return every


def fonts(pdf: Pdf) -> list[Object]:
    """The fonts of all pages, each once."""
    found = {font.objgen: font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    return list(found.values())


def descendant(font: Object) -> Object:
    return font.DescendantFonts[0] if "/DescendantFonts" in font else font
