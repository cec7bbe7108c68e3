# SPDX-License-Identifier: Apache-2.0
"""Mutations of layouts, table kinds, themes and fonts: those of the program, changed in the workspace."""

import re
from functools import cache
from pathlib import Path
from random import Random

from . import characters, markdown
from .mutations import of_workspace
from .of_bytes import delete_lines, duplicate_lines, flip_bytes, move_lines, replace_word, truncate
from .of_yaml import change_key, delete_entry, duplicate_entry, insert_lines, move_entry, set_value, swap_values
from .placing import put
from .workspace import Workspace

HOME = Path(__file__).resolve().parent.parent
LENGTHS = [
    "0", "0pt", "0mm", "-1pt", "-500mm", "1pt", "0.001pt", "3pt", "72pt", "200pt", "1000pt", "99999pt", "1e9pt",
    "9999999999999999999mm", "150mm", "210mm", "297mm", "10m", "1in", "2.54cm", "5", "pt", "12 pt", "1e400pt",
    "NaNpt", "12px", "50%",
]  # fmt: skip
VALUES = [
    *LENGTHS, *LENGTHS, "#000000", "#ffffff", "#fff", "#0b0c0c80", "#gggggg", "red", "transparent", "A4",
    "A3 landscape", "A4 landscape", "Letter", "Liberation Sans", "Liberation Serif", "DejaVu Sans", "Amiri",
    "Noto Color Emoji", "Nothing Sans", "true", "false", "left", "right", "centre", "decimal", "justify", "0.35",
    "1.5", "1", "text", "page", "[unit]", "[division, unit]", "[division]", "[]", "items", "exceptions", "indicators",
    "directorates", "route", "nothing", "none", "decimal", "1", "20", "-1", "1000000", "{{ page }}", "{{ pages }}",
    "{{ subject }}", "{{ number }}", "{{ nothing }}", "{{ title }} {{ title }}", "\"\"", "\"\\u200b\"", "\"\\u2060\"",
    "•", "\U0001f600",
]  # fmt: skip
ENTRY = re.compile(r"([\w-]+: )(\"[^\"]*\"|[^,{}\[\]\n]+|\[[^\]\n]*\])")


@cache
def layouts() -> dict[str, bytes]:
    """The program's own layouts."""
    folder = HOME / "layouts"
    return {
        "layouts/" + path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))
    }


@cache
def fonts() -> list[Path]:
    """The fonts of this system, small ones."""
    found = [
        path
        for path in Path("/usr/share/fonts").rglob("*")
        if path.suffix in (".ttf", ".otf", ".pfb", ".ttc", ".gz", ".woff") and path.is_file()
    ]
    return sorted(path for path in found if path.stat().st_size < 2_000_000)


def _change_value(random: Random, path: str, data: bytes) -> bytes:
    """Another value behind one key, also of those in braces."""
    text = data.decode("utf-8", "replace")
    places = list(ENTRY.finditer(text))
    if not places:
        return data
    place = random.choice(places)
    value = random.choice(VALUES) if random.random() < 0.85 else random.choice(characters.NAMES + characters.NUMBERS)
    return (text[: place.start()] + place.group(1) + value + text[place.end() :]).encode("utf-8", "surrogatepass")


def _change_item(random: Random, path: str, data: bytes) -> bytes:
    """An entry in braces, or an item of a list, is lost or there twice: a column, a part, a style."""
    text = data.decode("utf-8", "replace")
    places = list(re.finditer(r"^ *- .*\n(?:^ {4,}.*\n)*|, [\w-]+: [^,{}\[\]\n]+|\{[^{}\n]*\}", text, re.MULTILINE))
    if not places:
        return data
    place = random.choice(places)
    new = random.choice(["", "", place.group() * 2, place.group() * random.choice([5, 30])])
    return (text[: place.start()] + new + text[place.end() :]).encode("utf-8", "surrogatepass")


def _put_text(random: Random, path: str, data: bytes) -> bytes:
    return put(random, path, data, markdown.piece(random) if random.random() < 0.5 else characters.hostile(random))


CHANGES = [
    *[_change_value] * 14, *[_change_item] * 6, *[_put_text] * 4, set_value, set_value, change_key, delete_entry,
    delete_entry, duplicate_entry, move_entry, swap_values, insert_lines, delete_lines, delete_lines, duplicate_lines,
    move_lines, replace_word, flip_bytes, truncate,
]  # fmt: skip


@of_workspace(weight=24)
def change_layout(random: Random, workspace: Workspace) -> str:
    """A layout of the program's in the workspace, changed; the one that the papers use more often than others."""
    shipped = layouts()
    used = [
        path
        for path in shipped
        if any(
            name in path
            for name in (
                "accessible",
                "cabinet",
                "directorate-return",
                "words",
                "three-columns",
                "six-columns",
                "outcomes",
            )
        )
    ]
    path = random.choice(used if random.random() < 0.6 else list(shipped))
    data = workspace.files.get(path, shipped[path])
    for _ in range(random.choice([1, 1, 1, 2, 4])):
        data = random.choice(CHANGES)(random, path, data)
    if random.random() < 0.1:
        path = random.choice(list(shipped))
    workspace.files[path] = data
    return path


@of_workspace(weight=2)
def use_layout(random: Random, workspace: Workspace) -> str:
    """A table kind of the council's own, asked for by a return."""
    kinds = [path for path in layouts() if path.startswith("layouts/tables/")]
    data = layouts()[random.choice(kinds)]
    for _ in range(random.choice([0, 1, 3])):
        data = random.choice(CHANGES)(random, "layouts/tables/mine.yaml", data)
    workspace.files["layouts/tables/mine.yaml"] = data
    returns = workspace.paths("return.yaml")
    if returns:
        path = random.choice(returns)
        workspace.files[path] = re.sub(
            rb"kind: [\w-]+", b"kind: mine", workspace.files[path], count=random.choice([0, 1])
        )
    return "layouts/tables/mine.yaml"


@of_workspace(weight=3)
def add_font(random: Random, workspace: Workspace) -> str:
    """A font of the system in the workspace, whole or damaged, and perhaps a theme that asks for it."""
    choice = fonts()
    if not choice:
        return "nothing"
    source = random.choice(choice)
    data = source.read_bytes()
    kind = random.randrange(4)
    if kind == 1:
        data = truncate(random, "", data)
    elif kind == 2:
        for _ in range(random.choice([1, 5, 50])):
            data = flip_bytes(random, "", data)
    elif kind == 3:
        data = random.randbytes(random.choice([0, 10, 5_000]))
    path = "fonts/" + random.choice([source.name, "font.ttf", "font.otf", "font.pfb"])
    workspace.files[path] = data
    if random.random() < 0.5:
        theme = "layouts/themes/accessible.yaml"
        name = random.choice(
            [
                b"DejaVu Serif",
                b"DejaVu Sans",
                b"Amiri",
                b"Lohit Bengali",
                b"Noto Color Emoji",
                source.stem.split("-")[0].encode(),
            ]
        )
        workspace.files[theme] = workspace.files.get(theme, layouts()[theme]).replace(b"Liberation Sans", name)
    return f"{source.name} {path}"
