# SPDX-License-Identifier: Apache-2.0
"""Benchmarks/results.json: what was measured last, on which machine and with which versions."""

import json
from pathlib import Path

from .bounds import verdicts


def read(path: Path) -> dict:
    """The record, or an empty one."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def merged(record: dict, machine: dict, versions: dict, cases: dict[str, dict], order: list[str]) -> dict:
    """The record with cases that were measured now.

    Cases of another machine, or with other versions, are dropped: figures of one record can be compared with each other.
    """
    is_same = record.get("machine") == machine and record.get("versions") == versions
    known = (record.get("cases", {}) if is_same else {}) | cases
    ordered = {name: known[name] for name in order if name in known}
    return {
        "machine": machine,
        "versions": versions,
        "units": {"wall": "s", "cpu": "s", "memory": "kB"},
        "cases": ordered,
        "must hold": [
            {
                "what": verdict.bound.words,
                "median": round(verdict.figure.median, 4),
                "least": round(verdict.figure.least, 4),
                "greatest": round(verdict.figure.greatest, 4),
                "bound": verdict.bound.limit,
                "met": verdict.holds,
            }
            for verdict in verdicts(ordered)
        ],
    }


def write(path: Path, record: dict) -> None:
    """Writes the record: a line for each run."""
    text = json.dumps(record, indent=2, ensure_ascii=False)
    path.write_text(_compact(text) + "\n", encoding="utf-8")


def _compact(text: str) -> str:
    """JSON with each run on one line."""
    lines: list[str] = []
    run: list[str] | None = None
    depth = 0
    for line in text.split("\n"):
        bare = line.strip()
        if run is None and bare == "{" and line.startswith(" " * 10):
            run, depth = [line], 1
        elif run is not None:
            depth += bare.count("{") - bare.count("}")
            run.append(bare)
            if depth == 0:
                lines.append(run[0] + " ".join(run[1:]).replace("{ ", "{").replace(" }", "}"))
                run = None
        else:
            lines.append(line)
    return "\n".join(lines)
