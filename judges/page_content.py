# SPDX-License-Identifier: Apache-2.0
"""What the content stream of a page shows, mark by mark (ISO 32000-1, 14.6)."""

from dataclasses import dataclass, field
from typing import Any

import pikepdf

from .font_text import FontText

_SHOWING = {"Tj", "TJ", "'", '"'}
_PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "INLINE IMAGE"}


@dataclass
class Mark:
    """A stretch of a page's content between BDC and EMC: content of the tree by its `mcid`, or an artifact."""

    tag: str
    mcid: int | None = None
    kind: str | None = None
    """Of an artifact: Pagination, Layout …"""
    subtype: str | None = None
    """Of an artifact of pagination: Header, Footer …"""
    text: str = ""

    @property
    def is_artifact(self) -> bool:
        return self.mcid is None


@dataclass
class PageContent:
    """The marks of a page in the order of drawing, and what is wrong with them."""

    marks: list[Mark] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    """Text outside every mark."""


class PageReader:
    """Reads pages; fonts that pages share are read once."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, int], FontText] = {}

    def read(self, page: pikepdf.Page) -> PageContent:
        reading = _Reading(self)
        reading.run(page.obj, page.obj.get("/Resources", pikepdf.Dictionary()))
        reading.finish()
        return reading.content

    def font(self, font: pikepdf.Object) -> FontText:
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = FontText(font)
        return self._fonts[font.objgen]


@dataclass
class _Bracket:
    """A BMC or BDC that is open."""

    mark: Mark | None
    """The mark that it begins; nothing for a bracket inside another mark."""
    is_in_text: bool
    actual_text: str | None = None
    is_silent: bool = False
    """Whether its text is replaced by the ActualText of this bracket or one around it."""


class _Reading:
    def __init__(self, reader: PageReader) -> None:
        self.reader = reader
        self.content = PageContent()
        self.open: list[_Bracket] = []
        self.mark: Mark | None = None
        self.font: FontText | None = None
        self.saved: list[FontText | None] = []
        self.is_in_text = False
        self.depth = 0

    def run(self, stream: pikepdf.Object, resources: pikepdf.Object) -> None:
        for instruction in pikepdf.parse_content_stream(stream):
            operands, name = list[Any](instruction.operands), str(instruction.operator)
            if name in _SHOWING:
                self.show(operands[-1])
            elif name in _PAINTING:
                self.paint("a line or fill")
            elif name == "Tf":
                self.font = self.reader.font(resources.Font[operands[0]])
            elif name == "q":
                self.saved.append(self.font)
            elif name == "Q":
                if self.saved:
                    self.font = self.saved.pop()
                else:
                    self.fault("a graphics state is restored that was not saved")
            elif name == "BT":
                self.is_in_text = True
            elif name == "ET":
                self.is_in_text = False
            elif name in ("BDC", "BMC"):
                self.begin(operands, resources)
            elif name == "EMC":
                self.end()
            elif name == "Do":
                self.draw(resources.XObject[operands[0]], resources)

    def finish(self) -> None:
        if self.open:
            self.fault("a mark is not closed")

    def fault(self, words: str) -> None:
        self.content.faults.append(words)

    def begin(self, operands: list, resources: pikepdf.Object) -> None:
        tag = str(operands[0])[1:]
        properties = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, pikepdf.Name):
            properties = resources.Properties[properties]
        bracket = _Bracket(mark=None, is_in_text=self.is_in_text)
        is_mark = tag == "Artifact" or "/MCID" in properties
        if is_mark and self.mark is None:
            bracket.mark = Mark(
                tag,
                mcid=int(properties["/MCID"]) if "/MCID" in properties else None,
                kind=_name(properties, "/Type"),
                subtype=_name(properties, "/Subtype"),
            )
            self.mark = bracket.mark
            self.content.marks.append(bracket.mark)
            if tag == "Artifact" and "/MCID" in properties:
                self.fault(f"mark {properties['/MCID']} is an artifact and belongs to the tree")
        elif is_mark and self.mark is not None:
            inner = "an artifact" if tag == "Artifact" else f"mark {properties['/MCID']}"
            outer = "an artifact" if self.mark.is_artifact else f"mark {self.mark.mcid}"
            self.fault(f"{inner} stands inside {outer}")
        bracket.is_silent = any(outer.is_silent for outer in self.open)
        if "/ActualText" in properties and not bracket.is_silent:
            bracket.actual_text = str(properties["/ActualText"])
            bracket.is_silent = True
        self.open.append(bracket)

    def end(self) -> None:
        if not self.open:
            self.fault("a mark is closed that was not open")
            return
        bracket = self.open.pop()
        if bracket.is_in_text != self.is_in_text:
            self.fault("a mark begins and ends on different sides of BT or ET")
        if bracket.actual_text is not None:
            self.add(bracket.actual_text)
        if bracket.mark is not None:
            self.mark = None

    def show(self, shown: pikepdf.Object) -> None:
        strings = shown if isinstance(shown, pikepdf.Array) else [shown]
        codes = b"".join(bytes(string) for string in strings if isinstance(string, pikepdf.String))
        if self.font is None:
            self.fault("text is shown without a font")
        elif self.mark is None:
            self.content.stray.append(self.font.text(codes))
        elif not any(bracket.is_silent for bracket in self.open):
            self.add(self.font.text(codes))

    def add(self, text: str) -> None:
        if self.mark is not None:
            self.mark.text += text

    def paint(self, what: str) -> None:
        if self.mark is None:
            self.fault(f"{what} stands outside every mark")

    def draw(self, drawn: pikepdf.Object, resources: pikepdf.Object) -> None:
        if drawn.get("/Subtype") != "/Form":
            self.paint("an image")
            return
        if self.depth > 8:
            self.fault("forms are nested without end")
            return
        if "/StructParents" in drawn:
            self.fault("a form has marks of its own")
        self.depth += 1
        saved = self.font
        self.run(drawn, drawn.get("/Resources", resources))
        self.font = saved
        self.depth -= 1


def _name(properties: pikepdf.Object | dict, key: str) -> str | None:
    return str(properties[key])[1:] if key in properties else None
