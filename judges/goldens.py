# SPDX-License-Identifier: Apache-2.0
"""Judge of what is read aloud: `pdfinfo -struct-text` against what was recorded and read by a person."""

import difflib
import os
import re
import subprocess
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from .finding import Finding

_OBJECT = re.compile(r"Object \d+ \d+$")

FOLDER = Path(__file__).parent / "goldens"

RECORD = "CLEARDAYS_RECORD"
"""The environment variable that records what is read in place of comparing it; such a run fails."""


def is_recording() -> bool:
    return bool(os.environ.get(RECORD))


def judge(path: Path, folder: Path = FOLDER) -> Iterator[Finding]:
    """How a paper differs from its golden file; nothing where it has none.

    A golden file is called after the last three parts of the path, the theme, the workspace and the paper:
    `accessible/starter/cabinet.txt`. An empty file asks for one to be recorded.
    """
    golden = folder.joinpath(*path.parts[-3:]).with_suffix(".txt")
    if not golden.exists():
        return
    run = subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, text=True, check=False)
    read = _settled(run.stdout)
    if is_recording():
        golden.write_text(read, encoding="utf-8")
        yield Finding(f"recorded as {golden.name}: read it, then run again without {RECORD}")
        return
    expected = golden.read_text(encoding="utf-8")
    for line in list(difflib.unified_diff(expected.splitlines(), read.splitlines(), "golden", "read", "", "", 1))[2:14]:
        yield Finding(f"reads otherwise than its golden file: {line}")


def _settled(text: str) -> str:
    """What is read, without what may change and means nothing: numbers of objects, the order of attributes."""
    lines = [_OBJECT.sub("Object", line.rstrip()) for line in text.splitlines()]
    groups = groupby(lines, key=lambda line: line.lstrip().startswith("/"))
    settled = [line for are_attributes, group in groups for line in (sorted(group) if are_attributes else group)]
    return "".join(f"{line}\n" for line in settled)
