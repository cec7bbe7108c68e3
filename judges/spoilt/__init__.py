# SPDX-License-Identifier: Apache-2.0
"""Good papers, spoilt one fault at a time: each must be reported by the judge that it is meant for."""

import shutil
import subprocess
from functools import partial
from pathlib import Path

import pikepdf

from ..panel import NAMES, judge_paper
from ..workers import workers
from . import of_attachments, of_catalogue, of_figures, of_links, of_marks, of_structure, of_tables, of_text  # noqa: F401
from .spoil import ATTACHED, OWN, SPOILS, Spoil


def spoil_all(good: Path, out: Path, spoils: list[Spoil] = SPOILS) -> bool:
    """Spoils a good paper in every way that is known; prints what is not reported; tells whether all is reported."""
    shutil.rmtree(out, ignore_errors=True)
    of_the_good = judge_paper(_write(Spoil("untouched", "", ""), good, out), NAMES)
    silent = 0
    with workers(len(spoils)) as pool:
        for spoil, said in zip(spoils, pool.map(partial(_judge, good=good, out=out), spoils)):
            if any(name == spoil.judge and spoil.says in str(finding) for name, finding in of_the_good):
                print(f"{spoil.name}: {spoil.judge} says “{spoil.says}” of the good paper too")
            elif not any(spoil.says in message for message in said):
                print(f"{spoil.name}: {spoil.judge} does not say “{spoil.says}” but {said or 'nothing'}")
            else:
                continue
            silent += 1
    print(f"{len(spoils) - silent} of {len(spoils)} spoilt papers are reported")
    return silent == 0


def _judge(spoil: Spoil, good: Path, out: Path) -> list[str]:
    """What the judge that a fault is meant for says of it."""
    try:
        path = _write(spoil, good, out)
    except (AttributeError, IndexError, KeyError, LookupError, StopIteration, ValueError) as error:
        return [f"the paper cannot be spoilt so: {type(error).__name__}: {error}"]
    return [str(finding) for _, finding in judge_paper(path, [spoil.judge])]


def _write(spoil: Spoil, good: Path, out: Path) -> Path:
    """Writes a spoilt paper with what the paper says beside it, under the last three parts of the good one's path."""
    path = out.joinpath(spoil.name, *good.parts[-3:])
    path.parent.mkdir(parents=True, exist_ok=True)
    if good.with_suffix(".json").exists():
        shutil.copy(good.with_suffix(".json"), path.with_suffix(".json"))
    if spoil.make_bytes is not None:
        path.write_bytes(spoil.make_bytes(good.read_bytes()))
        return path
    with pikepdf.open(good) as pdf:
        if spoil.make is not None:
            spoil.make(pdf)
        pdf.save(path.with_suffix(".whole"))
    # Written as our own files are: PDF/A wants an end of line before endstream.
    command = ["qpdf", "--object-streams=generate", "--newline-before-endstream", "--deterministic-id", "--no-warn"]
    subprocess.run([*command, str(path.with_suffix(".whole")), str(path)], check=True)
    path.with_suffix(".whole").unlink()
    return path
