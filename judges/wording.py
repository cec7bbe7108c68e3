# SPDX-License-Identifier: Apache-2.0
"""Words, as they compare whoever read them."""

import re
import unicodedata

_SOFT_HYPHEN = "\u00ad"
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
"""Signs that join, part, turn or choose letters and are not seen."""

_ACCENT = re.compile("[\u0300-\u036f]")

WIDEST = 40
"""A word of more letters than this may be broken anywhere."""

_BREAK = re.compile(rf"(?<=[-‐/–—_{_SOFT_HYPHEN}@.:?&=])")


def words(text: str) -> list[str]:
    """The words of a text between spaces of any width, in normal form; soft hyphens stay.

    Accents that do not join their letter are left out: pdftotext takes them for words.
    """
    return _ACCENT.sub("", unicodedata.normalize("NFKC", _UNSEEN.sub("", text))).split()


def whole(word: str) -> str:
    """A word without the hyphens that show only at the end of a line."""
    return word.replace(_SOFT_HYPHEN, "")


def pieces(word: str) -> list[str]:
    """The parts of a word between which a line may end: anywhere, in a word that is wider than a column."""
    return list(word) if len(word) > WIDEST else [piece for piece in _BREAK.split(word) if piece]


def stretches(word: str) -> set[str]:
    """Every run of neighbouring parts of a word: what may stand on one line of it."""
    parts = pieces(word)
    return {
        whole("".join(parts[first:last])) for first in range(len(parts)) for last in range(first + 1, len(parts) + 1)
    }


def is_made_of(word: str, known: set[str]) -> bool:
    """Whether a word is one of those that are known, or falls into such where lines may end."""
    if whole(word) in known:
        return True
    parts = pieces(word)
    reached = {0}
    for end in range(1, len(parts) + 1):
        if any(whole("".join(parts[begin:end])) in known for begin in reached):
            reached.add(end)
    return len(parts) in reached
