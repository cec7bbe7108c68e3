# SPDX-License-Identifier: Apache-2.0
"""The results as tables in text."""

from .bounds import CLEARDAYS, TYPST, Verdict
from .figures import MEASURES, Summary, less_interpreter, ratios, values


def case_table(title: str, case: dict) -> str:
    """A line for each engine: medians with the least and the greatest, and Cleardays over it, run by run."""
    runs = dict(case["runs"])
    if any("interpreter" in run for run in runs.get(TYPST, [])):
        runs = _inserted(runs, TYPST, f"{TYPST}, less Python’s start", less_interpreter(runs[TYPST]))
    measures = [measure for measure in MEASURES if all(measure in run for some in runs.values() for run in some)]
    own = runs.get(CLEARDAYS)
    head = ["", *[_HEADS[measure] for measure in measures], "pages"]
    if own:
        head.append("Cleardays ÷ it: " + ", ".join(_HEADS[measure].split(",")[0] for measure in measures))
    lines = [head]
    for engine, some in runs.items():
        line = [engine, *[_words(Summary.of(values(some, measure)), measure) for measure in measures]]
        line.append(str(case.get("pages", {}).get(engine.split(", less")[0], "")))
        if own:
            medians = [Summary.of(ratios(own, some, measure)).median for measure in measures]
            line.append("" if engine == CLEARDAYS else ", ".join(f"{median:.2f}" for median in medians))
        lines.append(line)
    rounds = len(next(iter(runs.values())))
    text = f"{case['title']}; {rounds} round{'s' if rounds > 1 else ''}\n{_table(lines)}"
    return f"{title}: {text}" + (f"\n{case['omitted']}" if case.get("omitted") else "")


def verdict_table(verdicts: list[Verdict]) -> str:
    """A line for each bound: what was measured, at most how much it may be, and whether it holds."""
    lines = [["what must hold", "measured", "bound", ""]]
    for verdict in verdicts:
        bound, figure = verdict.bound, verdict.figure
        if bound.other is None:
            written = [_words(figure, bound.measure), f"≤ {_number(bound.limit, bound.measure)}"]
        else:
            written = [f"{figure.median:.2f} ({figure.least:.2f}–{figure.greatest:.2f})", f"≤ {bound.limit:g}"]
        lines.append([bound.words, *written, "met" if verdict.holds else "not met"])
    return _table(lines)


_HEADS = {"wall": "wall, s", "cpu": "CPU, s", "memory": "memory, MB"}


def _number(value: float, measure: str) -> str:
    return f"{value / 1024:.0f}" if measure == "memory" else f"{value:.3f}"


def _words(summary: Summary, measure: str) -> str:
    median, least, greatest = (_number(value, measure) for value in (summary.median, summary.least, summary.greatest))
    return f"{median} ({least}–{greatest})"


def _inserted(runs: dict, after: str, name: str, added: list[dict]) -> dict:
    found = {}
    for engine, some in runs.items():
        found[engine] = some
        if engine == after:
            found[name] = added
    return found


def _table(lines: list[list[str]]) -> str:
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)
