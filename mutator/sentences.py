# SPDX-License-Identifier: Apache-2.0
"""Markdown that is allowed, put together as nobody would: it must be printed, or a problem must say why not."""

from random import Random

from .characters import BIDI, COMBINING, INVISIBLE, STRANGE

WORDS = [
    "a", "I", "the", "plan", "libraries", "Wealdshire", "2009/10", "75%", "£2.745m", "NI 125", "SEN", "half-year",
    "re-use", "e.g.", "“quoted”", "it’s", "naïve", "ﬁne", "–", "—", "…", "½", "✓", "▲", "soft\u00adhyphen",
    "no\u00a0break", "www.example.org ", "https://example.org/a-b_c?d=e&f ", "x" * 30, "i" * 50, "W" * 40,
    "antidisestablishmentarianism", "AB12-CD34-EF56-GH78-IJ90", "1,234,567.89", "(a)", "[b]", "c.", "d:", "e;",
    "سلام", "שלום", "ਪੰਜਾਬੀ", "தமிழ்", "বাংলা", "हिन्दी", "ગુજરાતી", "Ελλάδα", "Москва", "\\*", "\\_", "&amp;",
    "&nbsp;", "&shy;", "&zwnj;",
]  # fmt: skip
NAMES = ["{{ round.year }}", "{{ council.name }}", "{{round.as-at}}", "{{ round.title }}"]
# What a font has, or what needs none.
MARKS = [
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u00a0", "\u202f", "\u2007", "\u034f", "\u061c",
    "\u180e", "\ufe0f", "\u0301", "\u0308", "\u2011", *BIDI,
]  # fmt: skip
ADDRESSES = ["https://example.org", "https://example.org/a", "mailto:a@b.example", "http://x.example/?q=%20"]


def inline(random: Random, depth: int = 0) -> str:
    """A part of a sentence."""
    kind = random.randrange(16)
    if depth > 2 or kind < 6:
        return random.choice(WORDS)
    if kind == 6:
        return random.choice(NAMES)
    if kind < 9:
        return random.choice(MARKS if random.random() < 0.98 else INVISIBLE + COMBINING + STRANGE)
    inner = sentence(random, depth + 1, random.choice([1, 1, 1, 2, 4]))
    if kind < 11:
        # A link without words is refused.
        words = random.choice(["", "see"]) + inner if random.random() < 0.1 else f"see{random.choice([' ', ''])}{inner}"
        return f"[{words}]({random.choice(ADDRESSES)})"
    return random.choice(["*{}*", "**{}**", "***{}***", "*{}*", "**{}**"]).format(inner)


def sentence(random: Random, depth: int = 0, length: int | None = None) -> str:
    """Some parts with a space between them, or nothing, or a break of the line."""
    length = length or random.choice([1, 1, 2, 3, 5, 8, 20, 60])
    text = inline(random, depth)
    for _ in range(length - 1):
        text += random.choice(
            [" ", " ", " ", " ", "", "\n" if depth == 0 else " ", "\u00a0", "  \n" if depth == 0 else ""]
        )
        text += inline(random, depth)
    return text


def _indent(text: str, first: str, rest: str) -> str:
    return first + text.replace("\n", "\n" + rest)


def block(random: Random, is_cell: bool, depth: int = 0) -> str:
    """A paragraph, a list or a quotation; where it is not in a cell, also a heading or a table."""
    kind = random.randrange(12)
    if kind < 5 or depth > 3:
        return sentence(random)
    if kind < 8:
        mark = random.choice(["- ", "- ", "1. ", "* ", "10. "])
        items = [blocks(random, True, depth + 1) for _ in range(random.choice([1, 2, 3, 8]))]
        between = random.choice(["\n", "\n\n"])
        return between.join(_indent(item, mark, " " * len(mark)) for item in items)
    if kind < 9:
        return _indent(blocks(random, True, depth + 1), "> ", "> ")
    if is_cell or depth > 0:
        return f"**{sentence(random, 1)}** {sentence(random)}"
    if kind < 11:
        heading = sentence(random, 1, random.choice([1, 1, 2, 6]))
        return "#" * random.choice([1, 1, 2, 3]) + f" {heading}\n\n{sentence(random)}"
    columns = random.choice([1, 2, 3, 5, 9])
    cell = lambda: sentence(random, 1, random.choice([1, 1, 2, 6])).replace("|", "\\|")  # noqa: E731
    rows = [[cell() for _ in range(columns)] for _ in range(random.choice([2, 3, 6, 40]))]
    rows.insert(1, [random.choice(["---", ":--", "--:", ":-:"]) for _ in range(columns)])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def blocks(random: Random, is_cell: bool, depth: int = 0) -> str:
    """One or a few of them."""
    return "\n\n".join(block(random, is_cell, depth) for _ in range(random.choice([1, 1, 1, 2, 3])))
