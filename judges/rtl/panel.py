# SPDX-License-Identifier: Apache-2.0
"""What the readers make of each text of the paper, against what is recorded in `readings.txt`."""

from collections.abc import Iterator
from pathlib import Path

import pymupdf

from .readers import READERS
from .reading import cleaned, reading

_RECORDED = Path(__file__).with_name("readings.txt")


def differences(paper: Path) -> list[str]:
    """What is read in another way than is recorded, better or worse."""
    found: list[str] = []
    for (text, recorded), (_, now) in zip(_recorded(), _readings(paper), strict=True):
        for reader in READERS:
            if now[reader] != recorded.get(reader):
                found.append(f"{reader} reads “{text}”: {now[reader]}; recorded is: {recorded.get(reader, 'nothing')}")
    return found


def record(paper: Path) -> None:
    """Records what the readers make of the texts that are in the file of records already."""
    comment = "".join(f"{line}\n" for line in _RECORDED.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    entries = [
        f"\n{text}\n" + "".join(f"    {reader}: {now}\n" for reader, now in readings.items())
        for text, readings in _readings(paper)
    ]
    _RECORDED.write_text(comment + "".join(entries), encoding="utf-8")


def is_spoilt_reported(paper: Path, out: Path) -> bool:
    """Whether a paper in which several glyphs that run from right to left are shown by one operator is reported."""
    out.mkdir(parents=True, exist_ok=True)
    spoilt = out / "moves-back.pdf"
    with pymupdf.open(paper) as pdf:
        for page in pdf:
            for stream in page.get_contents():
                pdf.update_stream(stream, pdf.xref_stream(stream).replace(b"]TJ[", b""))
        pdf.save(spoilt)
    if any(finding.startswith("PDFium") and "reversed" in finding for finding in differences(spoilt)):
        return True
    print("the spoilt paper is not reported")
    return False


def _recorded() -> Iterator[tuple[str, dict[str, str]]]:
    """Each text of the file with its readings."""
    for entry in _RECORDED.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in entry.splitlines() if not line.startswith("#")]
        if lines:
            yield lines[0], dict(line.strip().split(": ", 1) for line in lines[1:])


def _readings(paper: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each text of the file with what the readers make of it in a paper."""
    read = {name: cleaned(reader(paper)) for name, reader in READERS.items()}
    for text, _ in _recorded():
        yield text, {name: reading(cleaned(text), words) for name, words in read.items()}
