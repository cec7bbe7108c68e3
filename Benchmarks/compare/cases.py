# SPDX-License-Identifier: Apache-2.0
"""What is measured: each case with its content and those that take part in it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from . import edits, environment, inputs, style
from .bounds import CAIRO, CLEARDAYS, ONE_THREAD, PANGO, TYPST
from .inputs import Inputs
from .measuring import Participant, by_turns

WEASYPRINT = "WeasyPrint"
WEASYPRINT_MOST_ROWS = 2000
"""With more, WeasyPrint takes minutes for a run."""


@dataclass
class Measured:
    """What a case has given: the runs of each engine, and the pages that each makes."""

    runs: dict[str, list[dict]]
    pages: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """A case by its name on the command line."""

    name: str
    title: str
    measure: Callable[[int, set[str]], Measured]
    """Takes the number of rounds, and the engines that are left out."""
    omitted: str = ""
    """Who takes no part in it, and why."""


def all_cases() -> dict[str, Case]:
    """Every case, by its name."""
    cases = [
        Case("sample", "sample Cabinet paper: prose, lists and 16 tables", lambda rounds, without: _paper(inputs.sample(), rounds, without)),
        *[_rows(count) for count in (500, 2000, 10_000, 20_000)],
        Case("html", "HTML in place of PDF", _html),
        Case("xlsx", "check of a return of 10,000 rows, as CSV files and as a workbook", _workbooks),
        Case("papers", "1,000 small papers of one workspace, on two threads and on one", _small_papers),
        Case("edits", "one cell among 2,000 rows saved, until the new PDF is there; a running watch", _edits),
        Case("start", "what it takes to start", _start),
    ]
    return {case.name: case for case in cases}


def _rows(count: int) -> Case:
    has_weasyprint = count <= WEASYPRINT_MOST_ROWS
    omitted = "" if has_weasyprint else f"{WEASYPRINT} takes no part: it takes minutes for a run"

    def measure(rounds: int, without: set[str]) -> Measured:
        return _paper(inputs.generated(count), rounds, without if has_weasyprint else without | {WEASYPRINT})

    return Case(str(count), f"one table of {count:,} rows and six columns", measure, omitted)


def render(made: Inputs, *options: str) -> list:
    """The command that renders the paper of a workspace."""
    return [environment.PROGRAM, "render", made.workspace, "--paper", made.paper, "--out", made.folder / "out", *options]


def _paper(made: Inputs, rounds: int, without: set[str]) -> Measured:
    """One paper by every engine."""
    inputs.write_sources(made)
    pdf = made.folder / "out" / f"{made.paper}.pdf"
    typst, weasyprint, pango, cairo = (made.file(f"{name}.pdf") for name in ("typst", "weasyprint", "pango", "cairo"))
    script = environment.HOME / "Benchmarks" / "compare" / "with_typst.py"
    web = [environment.PYTHON, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", made.file("paper.html"), weasyprint]
    participants = [
        Participant(CLEARDAYS, render(made), pdf),
        Participant(TYPST, [environment.PYTHON, "-I", script, made.file("paper.typ"), typst, style.FONT_FOLDER], typst, says_start=True),
        Participant(PANGO, [environment.PANGO_LOOP, made.file("paper.txt"), pango], pango),
        Participant(CAIRO, [environment.CAIRO_REPLAY, made.file("paper.rec"), cairo], cairo),
        Participant(ONE_THREAD, render(made, "--jobs", "1"), pdf),
        Participant(WEASYPRINT, web, weasyprint),
    ]
    participants = [one for one in participants if one.engine not in without]
    runs = by_turns(participants, rounds)
    return Measured(runs, {one.engine: _pages(one) for one in participants})


def _pages(participant: Participant) -> int:
    information = inputs.command(["pdfinfo", participant.output])
    return int(re.search(r"^Pages:\s*(\d+)", information, re.M).group(1))


def _html(rounds: int, without: set[str]) -> Measured:
    sample, rows = inputs.sample(), inputs.generated(10_000)
    return Measured(
        by_turns(
            [
                Participant(f"{CLEARDAYS}, the sample", render(sample, "--format", "html"), sample.folder / "out" / f"{sample.paper}.html"),
                Participant(f"{CLEARDAYS}, 10,000 rows", render(rows, "--format", "html"), rows.folder / "out" / f"{rows.paper}.html"),
            ],
            rounds,
        )
    )


def _workbooks(rounds: int, without: set[str]) -> Measured:
    table = inputs.generated(10_000)
    workbook = inputs.workbook(table, "workbook")
    return Measured(
        by_turns(
            [
                Participant(f"{CLEARDAYS}, CSV", [environment.PROGRAM, "check", table.workspace]),
                Participant(f"{CLEARDAYS}, workbook", [environment.PROGRAM, "check", workbook.workspace]),
            ],
            rounds,
        )
    )


def _small_papers(rounds: int, without: set[str]) -> Measured:
    made = inputs.generated(3, papers=1000, name="papers")
    command = [environment.PROGRAM, "render", made.workspace, "--out", made.folder / "out", "--jobs"]
    last = made.folder / "out" / "generated-1000.pdf"
    return Measured(by_turns([Participant(CLEARDAYS, [*command, "2"], last), Participant(ONE_THREAD, [*command, "1"], last)], rounds))


def _edits(rounds: int, without: set[str]) -> Measured:
    return Measured(edits.measure(inputs.generated(2000), rounds, with_typst=TYPST not in without))


def _start(rounds: int, without: set[str]) -> Measured:
    starter = inputs.starter()
    participants = [
        Participant(f"{CLEARDAYS}, its version", [environment.PROGRAM, "--version"]),
        Participant(f"{CLEARDAYS}, the starter", render(starter), starter.folder / "out" / f"{starter.paper}.pdf"),
        Participant(f"{TYPST}, its import in Python", [environment.PYTHON, "-I", "-c", "import typst"]),
        Participant(f"{WEASYPRINT}, its version", [environment.PYTHON, "-m", "weasyprint", "--version"]),
    ]
    return Measured(by_turns([one for one in participants if one.engine.split(",")[0] not in without], rounds))
