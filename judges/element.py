# SPDX-License-Identifier: Apache-2.0
"""An element of the structure tree (ISO 32000-1, 14.7.2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_HEADING = re.compile(r"H([1-6])$")

INLINE = {"Span", "Link", "Reference", "Quote", "Code", "Annot", "BibEntry"}
"""Kinds that run along a line: their text joins that of their neighbours."""


@dataclass(frozen=True)
class MarkReference:
    """A kid of an element: a mark on a page; pages count from 0."""

    page: int | None
    mcid: int


@dataclass(frozen=True)
class AnnotationReference:
    """A kid of an element: an annotation, by object number and generation."""

    annotation: tuple[int, int]


@dataclass(eq=False)
class Element:
    """An element with its kids in reading order."""

    kind: str
    source: pikepdf.Object
    parent: "Element | None"
    kids: list["Element | MarkReference | AnnotationReference"] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    """Of all owners, by key without the slash."""

    @property
    def name(self) -> tuple[int, int]:
        """Object number and generation."""
        return self.source.objgen

    @property
    def children(self) -> list["Element"]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def marks(self) -> list[MarkReference]:
        return [kid for kid in self.kids if isinstance(kid, MarkReference)]

    @property
    def annotations(self) -> list[AnnotationReference]:
        return [kid for kid in self.kids if isinstance(kid, AnnotationReference)]

    @property
    def identifier(self) -> bytes | None:
        return bytes(self.source.ID) if "/ID" in self.source else None

    @property
    def heading_level(self) -> int | None:
        match = _HEADING.match(self.kind)
        return int(match.group(1)) if match else None

    def entry(self, key: str) -> str | None:
        """A text entry of the element: /Alt, /ActualText, /Lang, /E."""
        return str(self.source[key]) if key in self.source else None

    def walk(self) -> Iterator["Element"]:
        """The element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, *kinds: str) -> list["Element"]:
        """The elements of these kinds below this one, in reading order."""
        return [element for element in self.walk() if element is not self and element.kind in kinds]

    def ancestor(self, *kinds: str) -> "Element | None":
        element = self.parent
        while element is not None and element.kind not in kinds:
            element = element.parent
        return element


def attributes_of(source: pikepdf.Object) -> dict[str, Any]:
    """The attributes of an element, without those of its classes: assistive software does not read them there."""
    value = source.get("/A")
    if value is None:
        return {}
    found: dict[str, Any] = {}
    for dictionary in value if isinstance(value, pikepdf.Array) else [value]:
        if isinstance(dictionary, pikepdf.Dictionary):
            found |= {key[1:]: dictionary[key] for key in dictionary.keys() if key != "/O"}
    return found
