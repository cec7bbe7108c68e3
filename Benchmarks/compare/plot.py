# SPDX-License-Identifier: Apache-2.0
"""The results as a picture: the wall time of each engine in each case, on one logarithmic axis."""

import math
from html import escape

from .bounds import CAIRO, CLEARDAYS, PANGO, TYPST
from .figures import Summary, values

_ENGINES = (CLEARDAYS, TYPST, "WeasyPrint", PANGO, CAIRO)
_CASES = ("sample", "500", "2000", "10000", "20000")
_WIDTH, _LEFT, _RIGHT = 760, 150, 640
_LINE, _CASE, _TOP = 24, 40, 64
_HALO = 'stroke="#ffffff" stroke-width="4" paint-order="stroke"'
"""Round words, so that no line of the grid runs through them."""
_OWN, _OTHERS, _TEXT, _GRID = "#14475f", "#5b6670", "#0b0c0c", "#d5dade"


def svg(record: dict) -> str:
    """The picture; its description says the medians in words."""
    cases = {name: case for name, case in record["cases"].items() if name in _CASES}
    shown = {
        name: {engine: Summary.of(values(case["runs"][engine], "wall")) for engine in _ENGINES if case["runs"].get(engine)}
        for name, case in cases.items()
    }
    everything = [value for engines in shown.values() for summary in engines.values() for value in (summary.least, summary.greatest)]
    first, last = decades(everything)

    def x(value: float) -> float:
        return _LEFT + (_RIGHT - _LEFT) * (math.log10(value) - first) / (last - first)

    parts: list[str] = []
    y = _TOP
    for name, engines in shown.items():
        y += _CASE
        title = cases[name]["title"].split(":")[0]
        parts.append(_words(12, y - 14, title[0].upper() + title[1:], weight="bold"))
        for engine, summary in engines.items():
            colour = _OWN if engine == CLEARDAYS else _OTHERS
            middle = y + _LINE / 2 - 5
            parts.append(_words(24, y + 12, engine, weight="bold" if engine == CLEARDAYS else "normal"))
            parts.append(
                f'<line x1="{x(summary.least):.1f}" y1="{middle:.1f}" x2="{x(summary.greatest):.1f}" y2="{middle:.1f}" '
                f'stroke="{colour}" stroke-width="3"/>'
            )
            if engine == CLEARDAYS:
                parts.append(f'<circle cx="{x(summary.median):.1f}" cy="{middle:.1f}" r="6.5" fill="{colour}"/>')
            else:
                parts.append(
                    f'<rect x="{x(summary.median) - 5:.1f}" y="{middle - 5:.1f}" width="10" height="10" fill="#ffffff" '
                    f'stroke="{colour}" stroke-width="2.5"/>'
                )
            parts.append(_words(_RIGHT + 16, y + 12, seconds(summary.median), weight="bold" if engine == CLEARDAYS else "normal"))
            y += _LINE
    bottom = y + 8
    axis = []
    for decade in range(first, last + 1):
        at = x(10.0**decade)
        axis.append(f'<line x1="{at:.1f}" y1="{_TOP + 8}" x2="{at:.1f}" y2="{bottom}" stroke="{_GRID}" stroke-width="1"/>')
        axis.append(_words(at, bottom + 18, f"{10.0**decade:g} s", anchor="middle"))
    machine = record["machine"]
    versions = record["versions"]
    where = f"{machine['processor']}, {machine['cores']} cores; Typst {versions['Typst']}, WeasyPrint {versions['WeasyPrint']}"
    load = max((case.get("load before", 0) for case in cases.values()), default=0)
    # The load has what the case before has left: two of its own processes at the most.
    if load > 2 * machine["cores"]:
        where += f"; busy with other work (load {load:g})"
    height = bottom + 50
    description = " ".join(
        f"{cases[name]['title']}: " + ", ".join(f"{engine} {seconds(summary.median)}" for engine, summary in engines.items()) + "."
        for name, engines in shown.items()
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" width="{_WIDTH}" height="{height:.0f}" '
            'role="img" aria-labelledby="title description" font-family="Liberation Sans, Arial, Helvetica, sans-serif">',
            '<title id="title">Time from content to PDF</title>',
            f'<desc id="description">{escape(description)}</desc>',
            f'<rect width="{_WIDTH}" height="{height:.0f}" fill="#ffffff"/>',
            _words(12, 28, "Time from content to PDF, whole processes", size=18, weight="bold"),
            _words(12, 50, "Median, with the least and the greatest; each step of the axis is ten times the one before"),
            *axis,
            *parts,
            _words(12, bottom + 40, where),
            "</svg>",
            "",
        ]
    )


def decades(values: list[float]) -> tuple[int, int]:
    """The powers of ten that the values lie between."""
    if not values:
        return -2, 1
    first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return first, max(last, first + 1)


def seconds(value: float) -> str:
    """A time in two digits or more."""
    return f"{value:.3f} s" if value < 0.1 else f"{value:.2f} s" if value < 10 else f"{value:.0f} s"


def _words(x: float, y: float, text: str, size: int = 14, weight: str = "normal", anchor: str = "start") -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{size}" font-weight="{weight}" fill="{_TEXT}" {_HALO}>{escape(text)}</text>'
