# SPDX-License-Identifier: Apache-2.0
"""Medians of runs, and ratios of runs that stand in the same round."""

import statistics
from dataclasses import dataclass

MEASURES = ("wall", "cpu", "memory")
"""Seconds of the wall, seconds of all processors, and peak memory in kB."""


@dataclass(frozen=True)
class Summary:
    """A median with the least and the greatest."""

    median: float
    least: float
    greatest: float

    @staticmethod
    def of(values: list[float]) -> "Summary":
        return Summary(statistics.median(values), min(values), max(values))


def values(runs: list[dict], measure: str) -> list[float]:
    """A measure of each run."""
    return [run[measure] for run in runs]


def ratios(runs: list[dict], others: list[dict], measure: str) -> list[float]:
    """A measure of each run over that of the other engine's run in the same round. Rounds that only one of them has do not count."""
    return [mine / other for mine, other in zip(values(runs, measure), values(others, measure)) if other > 0]


def less_interpreter(runs: list[dict]) -> list[dict]:
    """The runs without the time until Python had started and imported the engine, for one that is no Python program in itself."""
    return [
        run | {"wall": run["wall"] - run["interpreter"]["wall"], "cpu": run["cpu"] - run["interpreter"]["cpu"]}
        for run in runs
    ]
