# SPDX-License-Identifier: Apache-2.0
"""The judges together."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..finding import Finding
from . import document, frames, metadata

JUDGES = {"pandas": frames.judge, "csvw": metadata.judge, "schema": document.judge}
"""Each judge by its name."""

METADATA = "csv-metadata.json"
"""The file by which a folder of data is known."""


def judge_folder(folder: Path) -> list[tuple[str, Finding]]:
    """What the judges find in a folder of data, each finding with the judge's name."""
    return [(name, finding) for name, judge in JUDGES.items() for finding in judge(folder)]


def judge_all(paths: Iterable[Path]) -> bool:
    """Judges folders of data; prints a line for each finding; tells whether all are good."""
    folders = list(_folders(paths))
    if not folders:
        print("there are no data to judge")
        return False
    bad = 0
    for folder in folders:
        found = judge_folder(folder)
        bad += bool(found)
        for name, finding in found:
            print(f"{folder}: {name}: {finding}")
    print(f"{len(folders) - bad} of {len(folders)} folders of data are good")
    return bad == 0


def _folders(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(file.parent for file in path.rglob(METADATA))
