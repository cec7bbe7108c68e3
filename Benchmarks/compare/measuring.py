# SPDX-License-Identifier: Apache-2.0
"""Runs commands by turns, and measures each."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import environment


class RunError(Exception):
    """A command failed, or did not write what it was to write."""


@dataclass(frozen=True)
class Participant:
    """A command that takes part in a case."""

    engine: str
    command: list
    output: Path | None = None
    """What it writes, which is removed before each run."""
    says_start: bool = False
    """Whether it says when its interpreter had started, as with_typst.py does."""


def run(participant: Participant) -> dict:
    """What one run took: seconds of the wall and of all processors, and peak memory in kB."""
    if participant.output:
        participant.output.unlink(missing_ok=True)
    measured = environment.BUILD / "measured.json"
    command = [environment.MEASURE, measured, *participant.command]
    process = subprocess.run(command, capture_output=True, text=True, env=environment.variables(), check=False)
    result = json.loads(measured.read_text(encoding="utf-8")) if process.returncode == 0 else {"status": process.returncode}
    if result["status"] != 0:
        raise RunError(f"{participant.engine} ended with {result['status']}: {process.stdout[-500:]}{process.stderr[-2000:]}")
    if participant.output and not participant.output.exists():
        raise RunError(f"{participant.engine} has written no {participant.output.name}")
    taken = {measure: result[measure] for measure in ("wall", "cpu", "memory")}
    if participant.says_start:
        started = json.loads(process.stdout.splitlines()[0])
        taken["interpreter"] = {"wall": round(started["monotonic"] - result["start"], 6), "cpu": started["cpu"]}
    return taken


def by_turns(
    participants: list[Participant], rounds: int, measure: Callable[[Participant], dict] = run
) -> dict[str, list[dict]]:
    """The runs of each participant: in each round every one of them has its turn, so that what disturbs one disturbs all.

    A round before them does not count: it finds whatever the machine keeps, such as files and Fontconfig's list of fonts.
    """
    runs: dict[str, list[dict]] = {participant.engine: [] for participant in participants}
    for participant in participants:
        measure(participant)
    for _ in range(rounds):
        for participant in participants:
            runs[participant.engine].append(measure(participant))
    return runs
