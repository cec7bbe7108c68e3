# SPDX-License-Identifier: Apache-2.0
"""What the codes of a font say, by its ToUnicode map (ISO 32000-1, 9.10.3)."""

import re

import pikepdf

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.S)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")


class FontText:
    """Turns strings that are shown in one font into text."""

    def __init__(self, font: pikepdf.Object) -> None:
        self.code_length = 2 if font.get("/Subtype") == "/Type0" else 1
        self.map: dict[int, str] = {}
        if "/ToUnicode" in font:
            self._read(font.ToUnicode.read_bytes())

    def text(self, codes: bytes) -> str:
        """The text of a shown string; U+FFFD stands for a code without meaning."""
        step = self.code_length
        return "".join(
            self.map.get(int.from_bytes(codes[at : at + step], "big"), "\N{REPLACEMENT CHARACTER}")
            for at in range(0, len(codes), step)
        )

    def _read(self, program: bytes) -> None:
        for kind, body in _SECTION.findall(program):
            tokens = [bracket or bytes.fromhex(digits.decode()) for digits, bracket in _TOKEN.findall(body)]
            read = self._read_characters if kind == b"bfchar" else self._read_ranges
            read(tokens)

    def _read_characters(self, tokens: list[bytes]) -> None:
        for code, meaning in zip(tokens[::2], tokens[1::2]):
            self.map[int.from_bytes(code, "big")] = _utf16(meaning)

    def _read_ranges(self, tokens: list[bytes]) -> None:
        rest = iter(tokens)
        for first in rest:
            begin, end = int.from_bytes(first, "big"), int.from_bytes(next(rest), "big")
            meaning = next(rest)
            if meaning == b"[":
                for code in range(begin, end + 1):
                    self.map[code] = _utf16(next(rest))
                next(rest)
            else:
                text = _utf16(meaning)
                for code in range(begin, end + 1):
                    self.map[code] = text[:-1] + chr(ord(text[-1]) + code - begin)


def _utf16(value: bytes) -> str:
    return value.decode("utf-16-be", errors="replace")
