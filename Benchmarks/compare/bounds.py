# SPDX-License-Identifier: Apache-2.0
"""What must hold: the one place where it is written down."""

from dataclasses import dataclass

from .figures import Summary, ratios, values


@dataclass(frozen=True)
class Bound:
    """At most so much of a measure: of an engine in a case over another, or by itself."""

    case: str
    engine: str
    measure: str
    limit: float
    other_case: str | None = None
    other: str | None = None

    @property
    def words(self) -> str:
        """What is bounded."""
        unit = {"wall": "wall", "cpu": "CPU", "memory": "memory"}[self.measure]
        name = f"{self.case}: {self.engine}"
        if self.other is None:
            return f"{name}, {unit}"
        other = self.other if self.other_case in (None, self.case) else f"{self.other_case}"
        return f"{name} ÷ {other}, {unit}"


CLEARDAYS = "Cleardays"
ONE_THREAD = "Cleardays, one thread"
TYPST = "Typst"
PANGO = "Pango loop"
CAIRO = "Cairo alone"


def _over_typst(case: str, wall: float, cpu: float, memory: float) -> list[Bound]:
    # Memory is bounded where one thread makes the paper.
    return [
        Bound(case, CLEARDAYS, "wall", wall, other=TYPST),
        Bound(case, CLEARDAYS, "cpu", cpu, other=TYPST),
        Bound(case, ONE_THREAD, "memory", memory, other=TYPST),
    ]


MUST_HOLD = [
    *_over_typst("sample", 0.40, 0.33, 0.45),
    Bound("sample", CLEARDAYS, "wall", 1.15, other=PANGO),
    *_over_typst("2000", 0.22, 0.25, 0.15),
    *_over_typst("10000", 0.20, 0.25, 0.08),
    Bound("10000", CLEARDAYS, "cpu", 1.9, other=CAIRO),
    Bound("edits", CLEARDAYS, "wall", 0.20, other=TYPST),
    Bound("20000", CLEARDAYS, "cpu", 10.5, other_case="2000", other=CLEARDAYS),
    Bound("20000", ONE_THREAD, "memory", 6, other_case="2000", other=ONE_THREAD),
    Bound("papers", CLEARDAYS, "wall", 0.55, other=ONE_THREAD),
    Bound("start", "Cleardays, its version", "cpu", 0.008),
    Bound("start", "Cleardays, the starter", "cpu", 0.030),
]


@dataclass(frozen=True)
class Verdict:
    """What was measured of a bound."""

    bound: Bound
    figure: Summary

    @property
    def holds(self) -> bool:
        return self.figure.median <= self.bound.limit


def verdicts(cases: dict[str, dict], bounds: list[Bound] = MUST_HOLD) -> list[Verdict]:
    """The verdicts on all bounds whose cases have been measured; `cases` as in results.json."""
    found = []
    for bound in bounds:
        mine = cases.get(bound.case, {}).get("runs", {}).get(bound.engine)
        if not mine:
            continue
        if bound.other is None:
            found.append(Verdict(bound, Summary.of(values(mine, bound.measure))))
            continue
        others = cases.get(bound.other_case or bound.case, {}).get("runs", {}).get(bound.other)
        compared = ratios(mine, others or [], bound.measure)
        if compared:
            found.append(Verdict(bound, Summary.of(compared)))
    return found
