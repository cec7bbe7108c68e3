# SPDX-License-Identifier: Apache-2.0
"""Times a saved cell until the paper that prints it is there again: a watch of Cleardays beside one of Typst."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from . import environment, inputs, style, typst_source
from .bounds import CLEARDAYS, TYPST
from .inputs import Inputs
from .measuring import RunError

CELL = "performance"
"""What the cell holds at first: the first place of the file that does."""
_PAUSE = 1.0
"""Seconds between two looks whether the watches are at rest: after the paper, Cleardays makes the others of the round."""
_REST = 0.02
"""Seconds of the processors that a watch at rest takes at most in a pause."""
_LONGEST = 120
SETTLE = "0.01"
"""Seconds for which a file has to stay as it is: the least that `cleardays watch` takes; it is 0.2 otherwise."""
WARMING = 1
"""Saves before those that count."""


def measure(made: Inputs, rounds: int, with_typst: bool = True) -> dict[str, list[dict]]:
    """Seconds from the rename of the source to the new PDF, of the wall and of processors, of each engine by turns.

    Cleardays waits until a file has settled before it reads it: as shortly as it can be asked for here, since Typst hardly waits.
    """
    table = made.workspace / "returns" / "services" / "indicators.csv"
    original = table.read_text(encoding="utf-8")
    texts = [edited(original, number) for number in range(rounds + WARMING)]
    watches = {}
    runs: dict[str, list[dict]] = {CLEARDAYS: []}
    out = made.folder / "watched"
    typ, pdf = made.file("watched.typ"), made.file("watched.pdf")
    sources = []
    if with_typst:
        runs[TYPST] = []
        edges = inputs.edges(made)
        copy = Inputs(made.folder / "edited", made.paper)
        shutil.copytree(made.workspace, copy.workspace)
        for text in texts:
            (copy.workspace / table.relative_to(made.workspace)).write_text(text, encoding="utf-8")
            sources.append(typst_source.source(inputs.composed(copy, edges)))
        typ.write_text(sources[0].replace("Edit 0", CELL), encoding="utf-8")
    try:
        command = [environment.PROGRAM, "watch", made.workspace, "--out", out, "--settle", SETTLE]
        watches[CLEARDAYS] = _start(command)
        _wait(out / "status.json", lambda: (out / "status.json").exists(), watches[CLEARDAYS])
        if with_typst:
            script = environment.HOME / "Benchmarks" / "compare" / "with_typst.py"
            watches[TYPST] = _start([environment.PYTHON, "-I", script, "--watch", typ, pdf, style.FONT_FOLDER])
            _wait(pdf, lambda: is_whole(pdf), watches[TYPST])
        for number, text in enumerate(texts):
            _rest(watches.values())
            taken = {CLEARDAYS: _reach(table, text, out / f"{made.paper}.pdf", watches[CLEARDAYS])}
            if with_typst:
                _rest(watches.values())
                taken[TYPST] = _reach(typ, sources[number], pdf, watches[TYPST])
            if number >= WARMING:
                for engine, run in taken.items():
                    runs[engine].append(run)
    finally:
        for process in watches.values():
            process.terminate()
            process.wait()
    return runs


def edited(text: str, number: int) -> str:
    """The table with other words in the cell for each number."""
    found, count = re.subn(CELL, f"Edit {number}", text, count=1)
    if count == 0:
        raise RunError(f"no cell holds `{CELL}`")
    return found


def is_whole(pdf: Path) -> bool:
    """Whether a PDF is complete: Typst writes it in place."""
    try:
        with pdf.open("rb") as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - 16))
            return b"%%EOF" in file.read()
    except OSError:
        return False


def _start(command: list) -> subprocess.Popen:
    return subprocess.Popen(
        [str(argument) for argument in command], env=environment.variables(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _rest(watches: Iterable[subprocess.Popen]) -> None:
    """Waits until no watch has anything to do."""
    watches = list(watches)
    used = None
    for _ in range(_LONGEST):
        before, used = used, [processor_time(process.pid) for process in watches]
        if before and all(now - then <= _REST for now, then in zip(used, before)):
            return
        time.sleep(_PAUSE)
    raise RunError("a watch does not come to rest")


def _reach(source: Path, text: str, pdf: Path, process: subprocess.Popen) -> dict:
    before = _state(pdf)
    used = processor_time(process.pid)
    beside = source.with_name(source.name + ".tmp")
    beside.write_text(text, encoding="utf-8")
    start = time.monotonic()
    os.replace(beside, source)
    _wait(pdf, lambda: _state(pdf) not in (None, before) and is_whole(pdf), process)
    wall = time.monotonic() - start
    return {"wall": round(wall, 6), "cpu": round(processor_time(process.pid) - used, 6)}


def processor_time(process: int) -> float:
    """Seconds that a process, its children and those of them that have ended have used of the processors, in steps of a hundredth."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        tasks = [int(child) for task in Path(f"/proc/{process}/task").iterdir() for child in (task / "children").read_text().split()]
    except OSError:
        return 0
    ticks = sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK") + sum(processor_time(child) for child in tasks)


def _state(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns


def _wait(path: Path, holds: Callable[[], bool], process: subprocess.Popen) -> None:
    """Looks every millisecond until something holds."""
    end = time.monotonic() + _LONGEST
    while not holds():
        if process.poll() is not None or time.monotonic() > end:
            raise RunError(f"{path.name} was not made again")
        time.sleep(0.001)
