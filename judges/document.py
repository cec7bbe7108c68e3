# SPDX-License-Identifier: Apache-2.0
"""A PDF as the judges read it."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pikepdf

from .element import INLINE, AnnotationReference, Element, MarkReference, attributes_of
from .page_content import Mark, PageContent, PageReader


class Document:
    """A PDF with its structure tree, the marks of its pages and the text of both."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pdf = pikepdf.open(path)
        self.catalogue = self.pdf.Root
        self.pages = list(self.pdf.pages)
        self.page_numbers = {page.obj.objgen: number for number, page in enumerate(self.pages)}

    @cached_property
    def structure(self) -> pikepdf.Object | None:
        return self.catalogue.get("/StructTreeRoot")

    @cached_property
    def holds_files(self) -> bool:
        """Whether files are embedded: then it is PDF/A-3a, else PDF/A-2a."""
        return "/EmbeddedFiles" in self.catalogue.get("/Names", pikepdf.Dictionary())

    @cached_property
    def roots(self) -> list[Element]:
        """The elements at the top of the tree: one Document."""
        if self.structure is None or "/K" not in self.structure:
            return []
        return [kid for kid in self._kids(self.structure.K, None, None) if isinstance(kid, Element)]

    @cached_property
    def elements(self) -> list[Element]:
        """Every element in reading order."""
        return [element for root in self.roots for element in root.walk()]

    def find(self, *kinds: str) -> list[Element]:
        return [element for element in self.elements if element.kind in kinds]

    @cached_property
    def contents(self) -> list[PageContent]:
        """The marks of each page."""
        reader = PageReader()
        return [reader.read(page) for page in self.pages]

    @cached_property
    def marks(self) -> dict[MarkReference, Mark]:
        """The marks that belong to the tree, by page and number."""
        return {
            MarkReference(page, mark.mcid): mark
            for page, content in enumerate(self.contents)
            for mark in content.marks
            if mark.mcid is not None
        }

    @cached_property
    def annotations(self) -> dict[tuple[int, int], tuple[int, pikepdf.Object]]:
        """Each annotation with its page, which counts from 0."""
        return {
            annotation.objgen: (number, annotation)
            for number, page in enumerate(self.pages)
            for annotation in page.obj.get("/Annots", [])
        }

    @cached_property
    def owners(self) -> dict[tuple[int, int], list[Element]]:
        """The elements that refer to each annotation."""
        owners: dict[tuple[int, int], list[Element]] = defaultdict(list)
        for element in self.elements:
            for reference in element.annotations:
                owners[reference.annotation].append(element)
        return owners

    def text(self, element: Element, without: frozenset[str] = frozenset(), page: int | None = None) -> str:
        """What an element says; blocks inside it stand apart.

        - without: kinds of elements that are left out.
        - page: the page that is asked for, from 0; all of them unless there is one.
        """
        replacement = element.entry("/ActualText")
        if replacement is not None:
            return replacement
        said = ""
        for kid in element.kids:
            if isinstance(kid, MarkReference):
                mark = self.marks.get(kid)
                said += mark.text if mark is not None and page in (None, kid.page) else ""
            elif isinstance(kid, Element) and kid.kind not in without:
                text = self.text(kid, without, page)
                said += text if kid.kind in INLINE else f"\n{text}\n"
        return said

    def pages_of(self, element: Element) -> set[int]:
        """The pages that an element stands on."""
        return {mark.page for part in element.walk() for mark in part.marks if mark.page is not None}

    def number_tree(self, root: pikepdf.Object) -> list[tuple[int, pikepdf.Object]]:
        """The entries of a number tree (ISO 32000-1, 7.9.7), in its order."""
        return [(int(key), value) for key, value in _entries(root, "/Nums")]

    def name_tree(self, root: pikepdf.Object) -> list[tuple[bytes, pikepdf.Object]]:
        """The entries of a name tree (ISO 32000-1, 7.9.6), in its order."""
        return [(bytes(key), value) for key, value in _entries(root, "/Names")]

    @cached_property
    def destinations(self) -> dict[bytes, pikepdf.Object]:
        """The named destinations."""
        names = self.catalogue.get("/Names", pikepdf.Dictionary())
        found = dict(self.name_tree(names.Dests)) if "/Dests" in names else {}
        old = self.catalogue.get("/Dests", pikepdf.Dictionary())
        return found | {key[1:].encode(): old[key] for key in old.keys()}

    def place(self, destination: pikepdf.Object | None) -> tuple[int, float | None] | None:
        """The page, from 0, and the height on it, in points, that a destination leads to."""
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.get("/D")
        if isinstance(destination, pikepdf.String):
            return self.place(self.destinations.get(bytes(destination)))
        if isinstance(destination, pikepdf.Name):
            return self.place(self.destinations.get(str(destination)[1:].encode()))
        if not isinstance(destination, pikepdf.Array) or len(destination) < 2:
            return None
        page = self.page_numbers.get(destination[0].objgen)
        if page is None:
            return None
        is_at_height = destination[1] == "/XYZ" and len(destination) > 3 and destination[3] is not None
        return page, float(destination[3]) if is_at_height else None

    def _kids(
        self, value: pikepdf.Object, parent: Element | None, page: int | None
    ) -> Iterator[Element | MarkReference | AnnotationReference]:
        if isinstance(value, pikepdf.Array):
            for kid in value:
                yield from self._kids(kid, parent, page)
        elif isinstance(value, pikepdf.Dictionary):
            kind = value.get("/Type")
            own_page = self.page_numbers.get(value.Pg.objgen) if "/Pg" in value else None
            if kind == "/MCR":
                yield MarkReference(page if own_page is None else own_page, int(value.MCID))
            elif kind == "/OBJR":
                yield AnnotationReference(value.Obj.objgen)
            else:
                element = Element(str(value.get("/S", "/"))[1:], value, parent, attributes=attributes_of(value))
                if "/K" in value:
                    element.kids = list(self._kids(value.K, element, own_page))
                yield element
        else:
            yield MarkReference(page, int(value))


def _entries(node: pikepdf.Object, key: str) -> Iterator[tuple[pikepdf.Object, pikepdf.Object]]:
    values = list(node.get(key, []))
    yield from zip(values[::2], values[1::2])
    for kid in node.get("/Kids", []):
        yield from _entries(kid, key)
