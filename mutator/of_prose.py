# SPDX-License-Identifier: Apache-2.0
"""Mutations that put words, Markdown and figures where a file can hold them."""

import re
from random import Random

from . import characters, markdown
from .mutations import of_file
from .placing import put


@of_file(".md", ".csv", ".yaml", weight=14)
def put_markdown(random: Random, path: str, data: bytes) -> bytes:
    for _ in range(random.choice([1, 1, 1, 2, 5])):
        data = put(random, path, data, markdown.piece(random))
    return data


@of_file(".md", ".csv", ".yaml", weight=10)
def put_hostile(random: Random, path: str, data: bytes) -> bytes:
    for _ in range(random.choice([1, 1, 1, 2, 5])):
        data = put(random, path, data, characters.hostile(random))
    return data


@of_file(".md", ".csv", ".yaml", weight=3)
def put_invisible(random: Random, path: str, data: bytes) -> bytes:
    """Nothing that can be seen, where words are expected."""
    text = "".join(
        random.choice(characters.INVISIBLE + characters.BIDI + [" "]) for _ in range(random.choice([1, 1, 2, 6]))
    )
    return put(random, path, data, text)


@of_file(".md", ".csv", ".yaml", weight=2)
def put_long(random: Random, path: str, data: bytes) -> bytes:
    return put(random, path, data, characters.long_word(random))


@of_file(".md", weight=3)
def wrap_lines(random: Random, path: str, data: bytes) -> bytes:
    """Makes an item, a quotation, a heading, a row of lines that are something else."""
    lines = data.decode("utf-8", "replace").split("\n")
    begin = random.randrange(len(lines))
    end = begin + random.choice([1, 2, 5])
    opening = random.choice(
        [
            "> ",
            "- ",
            "1. ",
            "# ",
            "## ",
            "    ",
            "> [!EXEMPT 3]\n> ",
            "| ",
            "**",
            "- > ",
            "> - ",
            "> > ",
            "[!EXEMPT 3] ",
        ]
    )
    lines[begin:end] = [opening + line for line in lines[begin:end]]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


@of_file(".md", ".csv", ".yaml", weight=4)
def extreme_number(random: Random, path: str, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    places = list(re.finditer(r"[£+-]?\d[\d,.]*\d?(%|m|k)?", text))
    if not places:
        return data
    place = random.choice(places)
    new = random.choice(characters.NUMBERS)
    return (text[: place.start()] + new + text[place.end() :]).encode("utf-8", "surrogatepass")


@of_file(".md", ".csv", ".yaml", weight=3)
def extreme_date(random: Random, path: str, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    places = list(re.finditer(r"\d{4}[-/]\d\d(-\d\d)?", text))
    if not places:
        return data
    place = random.choice(places)
    return (text[: place.start()] + random.choice(characters.DATES) + text[place.end() :]).encode("utf-8")


@of_file(".md", ".csv", ".yaml", weight=2)
def another_name(random: Random, path: str, data: bytes) -> bytes:
    """Another known name in the place of one."""
    text = data.decode("utf-8", "replace")
    places = list(re.finditer(r"[a-z]+(-[a-z]+)*", text))
    if not places:
        return data
    place = random.choice(places)
    return (text[: place.start()] + random.choice(characters.NAMES) + text[place.end() :]).encode("utf-8")


@of_file(".md", ".csv", ".yaml", weight=2)
def break_marker(random: Random, path: str, data: bytes) -> bytes:
    """One character of the marker of an exempt passage is lost, doubled or another."""
    text = data.decode("utf-8", "replace")
    places = [place.start() for place in re.finditer(r"\[!EXEMPT[^]]*\]", text)]
    if not places:
        return data
    at = random.choice(places) + random.randrange(-3, 12)
    new = random.choice(["", text[at : at + 1] * 2, characters.character(random), random.choice("[]!> \tEe3,1")])
    return (text[: max(0, at)] + new + text[max(0, at) + 1 :]).encode("utf-8", "surrogatepass")
