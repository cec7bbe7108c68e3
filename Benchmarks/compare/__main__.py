# SPDX-License-Identifier: Apache-2.0
"""Compares Cleardays with other typesetters on the same content: `python -m compare [CASE…]`."""

import argparse
import os
import sys

from . import environment, plot, report, results
from .bounds import verdicts
from .cases import WEASYPRINT, all_cases
from .measuring import RunError

RECORD = environment.HOME / "Benchmarks" / "results.json"
PLOT = environment.HOME / "Benchmarks" / "results.svg"


def main() -> int:
    cases = all_cases()
    parser = argparse.ArgumentParser(prog="compare", description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help="one of " + ", ".join(cases) + "; all of them if none is named")
    parser.add_argument("--rounds", type=int, default=5, help="how often each engine has its turn (5)")
    parser.add_argument("--without", action="append", default=[], metavar="ENGINE", help=f"leave an engine out, such as {WEASYPRINT}")
    parser.add_argument("--no-record", action="store_true", help="print only: write neither results.json nor results.svg")
    arguments = parser.parse_args()
    names = arguments.cases or list(cases)
    unknown = [name for name in names if name not in cases]
    if unknown or arguments.rounds < 1:
        parser.error(f"there is no case `{unknown[0]}`" if unknown else "there is no round")
    environment.prepare()
    machine, versions = environment.machine(), environment.versions()
    record = {} if arguments.no_record else results.read(RECORD)
    for name in names:
        case = cases[name]
        load = round(os.getloadavg()[0], 1)
        try:
            taken = case.measure(arguments.rounds, set(arguments.without))
        except RunError as error:
            sys.exit(f"{name}: {error}")
        measured = {"title": case.title, "load before": load, "pages": taken.pages, "runs": taken.runs}
        omitted = [case.omitted] if case.omitted else []
        omitted += [f"{engine} was left out" for engine in arguments.without]
        if omitted:
            measured["omitted"] = "; ".join(omitted)
        print(report.case_table(name, measured) + "\n", flush=True)
        record = results.merged(record, machine, versions, {name: measured}, list(cases))
        # After each case, so that a run that is broken off has not been for nothing.
        if not arguments.no_record:
            results.write(RECORD, record)
            PLOT.write_text(plot.svg(record), encoding="utf-8")
    found = verdicts(record["cases"])
    if found:
        print(report.verdict_table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
