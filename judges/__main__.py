# SPDX-License-Identifier: Apache-2.0
"""Judges PDFs: `python -m judges PDF-OR-FOLDER…`, or shows that the judges bite: `python -m judges --spoil PDF`."""

import argparse
import sys
import time
from pathlib import Path

from . import goldens
from .panel import NAMES, judge_all
from .spoilt import ATTACHED, OWN, spoil_all


def main() -> int:
    parser = argparse.ArgumentParser(prog="judges", description=__doc__)
    parser.add_argument("papers", nargs="*", type=Path, help="PDFs, or folders that are searched for them")
    parser.add_argument(
        "--only", metavar="JUDGE", action="append", choices=NAMES, help="one of " + ", ".join(NAMES)
    )
    parser.add_argument(
        "--spoil", metavar="PDF", type=Path, help="a good paper, to be spoilt in every way that is known"
    )
    parser.add_argument(
        "--spoil-attached", metavar="PDF", type=Path, help="a good paper that carries its data, to be spoilt in its embedded files"
    )
    parser.add_argument("--spoil-own", metavar="PDF", type=Path, help="the paper of judges/workspace, to be spoilt")
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=Path(".build/spoilt"), help="for spoilt papers")
    arguments = parser.parse_args()
    if not any([arguments.papers, arguments.spoil, arguments.spoil_attached, arguments.spoil_own]):
        parser.error("name a PDF or a folder of them")
    begin = time.monotonic()
    is_good = True
    if arguments.papers:
        is_good = judge_all(arguments.papers, arguments.only or NAMES)
    if arguments.spoil is not None and goldens.is_recording():
        print("nothing is spoilt while golden files are recorded")
    elif arguments.spoil is not None:
        is_good = spoil_all(arguments.spoil, arguments.out) and is_good
    for good, kind, spoils in [(arguments.spoil_attached, "attached", ATTACHED), (arguments.spoil_own, "own", OWN)]:
        if good is not None and not goldens.is_recording():
            is_good = spoil_all(good, arguments.out.with_name(f"{arguments.out.name}-{kind}"), spoils) and is_good
    print(f"{time.monotonic() - begin:.0f} seconds")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
