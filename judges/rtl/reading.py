# SPDX-License-Identifier: Apache-2.0
"""How well a reader reads a text."""

import re
import unicodedata

_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\x00]")
"""Marks of direction, and what stands for a hyphen."""

_SIGNS = "()[].,۔"
"""What a word is looked for without."""


def cleaned(text: str) -> str:
    """A text without what a reader adds of its own: marks of direction, other forms of a letter, kinds of white space."""
    return re.sub(r"\s+", " ", _CONTROLS.sub("", unicodedata.normalize("NFKC", text))).strip()


def reading(said: str, read: str) -> str:
    """What a reader has made of a text, in one phrase.

    `said` is the text, and `read` all that the reader has read, both as `cleaned` gives them.
    """
    if said in read:
        return "right"
    if said.replace(" ", "") in read.replace(" ", ""):
        return "right but for spaces"
    words = [word.strip(_SIGNS) for word in said.split(" ")]
    lost = [word for word in words if word not in read]
    if not lost:
        return "its words, in another order"
    reversed_words = [word for word in lost if word[::-1] in read]
    others = [word for word in lost if word not in reversed_words]
    return "; ".join(
        [f"reversed: {' '.join(reversed_words)}"] * bool(reversed_words) + [f"not read: {' '.join(others)}"] * bool(others)
    )
