# SPDX-License-Identifier: Apache-2.0
"""A workspace in memory, as it is before it is written to a folder."""

import os
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal


@dataclass(frozen=True)
class Odd:
    """What stands in the place of a file and is none."""

    kind: Literal["link", "fifo", "folder", "socket"]
    target: str = ""


@dataclass
class Workspace:
    """Files by their paths, in order, and what stands in the place of some."""

    files: dict[str, bytes] = field(default_factory=dict)
    odd: dict[str, Odd] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "Workspace":
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        return cls({path.relative_to(folder).as_posix(): path.read_bytes() for path in paths})

    def copy(self) -> "Workspace":
        return Workspace(dict(self.files), dict(self.odd))

    def paths(self, *endings: str) -> list[str]:
        """The paths of all files, or of those that end so."""
        return [path for path in self.files if path.endswith(endings or ("",))]

    def edit(self, path: str, old: str, new: str) -> None:
        """Replaces a stretch of a file, which must be there."""
        text = self.files[path].decode()
        if old not in text:
            raise LookupError(f"`{old}` is not in {path}")
        self.files[path] = text.replace(old, new, 1).encode()

    def write(self, folder: Path) -> None:
        """Writes all that can be written: names may be too long, and files stand where folders should."""
        for path, data in self.files.items():
            if path not in self.odd:
                _attempt(lambda place, data=data: place.write_bytes(data), folder / path)
        for path, odd in self.odd.items():
            _attempt(lambda place, odd=odd: _make(odd, place), folder / path)


def _attempt(write, place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write(place)
    except (OSError, ValueError):
        pass


def _make(odd: Odd, place: Path) -> None:
    match odd.kind:
        case "link":
            place.symlink_to(odd.target)
        case "fifo":
            os.mkfifo(place)
        case "folder":
            place.mkdir()
        case "socket":
            # A socket's path is short: it is bound in its folder.
            here = os.open(place.parent, os.O_RDONLY)
            try:
                with socket.socket(socket.AF_UNIX) as listener:
                    listener.bind(f"/proc/self/fd/{here}/{place.name}")
            finally:
                os.close(here)
