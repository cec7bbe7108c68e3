# SPDX-License-Identifier: Apache-2.0
"""Mutations of bytes, lines and encodings, whatever the file is."""

from random import Random

from . import characters
from .mutations import of_file, of_workspace
from .workspace import Workspace


def stretch(random: Random, length: int) -> tuple[int, int]:
    """A stretch of something, short more often than long."""
    begin = random.randint(0, length)
    return begin, min(length, begin + random.choice([1, 1, 2, 5, 20, 100, length]))


@of_file(weight=3)
def flip_bytes(random: Random, path: str, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice([1, 1, 2, 5, 30])):
        if changed:
            changed[random.randrange(len(changed))] ^= random.choice(
                [1 << random.randrange(8), random.randrange(1, 256)]
            )
    return bytes(changed)


@of_file(weight=2)
def insert_bytes(random: Random, path: str, data: bytes) -> bytes:
    at = random.randint(0, len(data))
    alphabet = random.choice(
        [
            bytes(range(256)),
            bytes(range(32, 127)),
            b"\0",
            b"\r\n",
            b'",',
            b":{}[]&*!|>",
            b"\xed\xa0\x80",
            b"\xc0\xaf",
            b"\xf8\x88\x80\x80\x80",
        ]
    )
    new = bytes(random.choice(alphabet) for _ in range(random.choice([1, 2, 5, 40])))
    return data[:at] + new + data[at:]


@of_file(weight=2)
def delete_bytes(random: Random, path: str, data: bytes) -> bytes:
    begin, end = stretch(random, len(data))
    return data[:begin] + data[end:]


@of_file()
def repeat_bytes(random: Random, path: str, data: bytes) -> bytes:
    begin, end = stretch(random, len(data))
    times = min(random.choice([2, 2, 3, 10, 100, 1000]), 1 + 600_000 // max(1, end - begin))
    return data[:begin] + data[begin:end] * times + data[end:]


@of_file(weight=2)
def truncate(random: Random, path: str, data: bytes) -> bytes:
    return data[: random.randint(0, len(data))]


@of_file()
def lose_beginning(random: Random, path: str, data: bytes) -> bytes:
    return data[random.randint(0, len(data)) :]


@of_file()
def zero_fill(random: Random, path: str, data: bytes) -> bytes:
    begin, end = stretch(random, len(data))
    return data[:begin] + bytes(end - begin) + data[end:]


@of_file()
def other_encoding(random: Random, path: str, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    encoding = random.choice(
        [
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "utf-32",
            "latin-1",
            "cp1252",
            "utf-8-sig",
            "utf-7",
            "cp437",
            "mac-roman",
            "shift-jis",
            "cp037",
        ]
    )
    return text.encode(encoding, "replace")


@of_file()
def double_encoding(random: Random, path: str, data: bytes) -> bytes:
    return data.decode("latin-1").encode("utf-8")


@of_file(weight=2)
def other_line_endings(random: Random, path: str, data: bytes) -> bytes:
    ending = random.choice(
        [b"\r\n", b"\r\n", b"\r", b"\n\n", b"\r\r\n", b"\n\r", b"\x0b", b"\x0c", b"\xc2\x85", b"\xe2\x80\xa8", b""]
    )
    if random.random() < 0.3:
        lines = data.split(b"\n")
        return b"".join(line + random.choice([b"\n", ending]) for line in lines)
    return data.replace(b"\n", ending)


@of_file()
def byte_order_mark(random: Random, path: str, data: bytes) -> bytes:
    return random.choice([b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2, b"\xff\xfe", b"\xfe\xff", b"\xef\xbb"]) + data


def of_lines(function):
    """A change of the lines of a file."""

    def apply(random: Random, path: str, data: bytes) -> bytes:
        lines = data.split(b"\n")
        function(random, lines)
        return b"\n".join(lines)

    apply.__name__ = function.__name__
    return apply


@of_file(weight=4)
@of_lines
def delete_lines(random: Random, lines: list[bytes]) -> None:
    begin, end = stretch(random, len(lines))
    del lines[begin:end]


@of_file(weight=3)
@of_lines
def duplicate_lines(random: Random, lines: list[bytes]) -> None:
    begin, end = stretch(random, len(lines))
    lines[begin:begin] = lines[begin:end] * min(random.choice([1, 1, 2, 50, 1000]), 1 + 20_000 // max(1, end - begin))


@of_file(weight=4)
@of_lines
def move_lines(random: Random, lines: list[bytes]) -> None:
    begin, end = stretch(random, len(lines))
    moved = lines[begin:end]
    del lines[begin:end]
    at = random.randint(0, len(lines))
    lines[at:at] = moved


@of_file()
@of_lines
def reverse_lines(random: Random, lines: list[bytes]) -> None:
    begin, end = stretch(random, len(lines))
    lines[begin:end] = lines[begin:end][::-1]


@of_file(weight=2)
@of_lines
def join_lines(random: Random, lines: list[bytes]) -> None:
    at = random.randrange(len(lines))
    lines[at : at + 2] = [random.choice([b"", b" "]).join(lines[at : at + 2])]


@of_file(weight=2)
@of_lines
def indent_lines(random: Random, lines: list[bytes]) -> None:
    begin, end = stretch(random, len(lines))
    indent = random.choice([b" ", b"  ", b"    ", b"\t", b" \t", b"\xc2\xa0", b"> ", b"- ", b"# "])
    for number in range(begin, end):
        lines[number] = indent + lines[number] if random.random() < 0.8 else lines[number].lstrip()


@of_file(weight=4)
def replace_word(random: Random, path: str, data: bytes) -> bytes:
    words = data.split(b" ")
    new = characters.hostile(random) if random.random() < 0.6 else random.choice(words).decode("utf-8", "replace")
    words[random.randrange(len(words))] = new.encode("utf-8", "surrogatepass")
    return b" ".join(words)


@of_file(weight=4)
def insert_character(random: Random, path: str, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    for _ in range(random.choice([1, 1, 1, 3, 20, 200])):
        at = random.randint(0, len(text))
        text = text[:at] + characters.character(random) + text[at:]
    return text.encode("utf-8", "surrogatepass")


@of_file()
def sprinkle(random: Random, path: str, data: bytes) -> bytes:
    """One character between all words, or all letters, of a stretch."""
    text = data.decode("utf-8", "replace")
    begin, end = stretch(random, len(text))
    end = min(end, begin + 20_000)
    new = characters.character(random)
    inner = new.join(text[begin:end]) if random.random() < 0.5 else text[begin:end].replace(" ", " " + new)
    return (text[:begin] + inner + text[end:]).encode("utf-8", "surrogatepass")


@of_file()
def other_case(random: Random, path: str, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    begin, end = stretch(random, len(text))
    change = random.choice([str.upper, str.lower, str.swapcase, str.title])
    return (text[:begin] + change(text[begin:end]) + text[end:]).encode("utf-8", "surrogatepass")


@of_workspace(weight=2)
def stretch_of_another_file(random: Random, workspace: Workspace) -> str:
    """Puts a part of one file into another."""
    source, target = random.choice(workspace.paths()), random.choice(workspace.paths())
    begin, end = stretch(random, len(workspace.files[source]))
    data = workspace.files[target]
    at = random.randint(0, len(data))
    workspace.files[target] = data[:at] + workspace.files[source][begin:end] + data[at:]
    return f"{source} {target}"
