# SPDX-License-Identifier: Apache-2.0
"""Judges what readers make of a paper with text from right to left: `python -m judges.rtl PDF`."""

import argparse
import sys
from pathlib import Path

from ..goldens import is_recording
from .panel import differences, is_spoilt_reported, record


def main() -> int:
    parser = argparse.ArgumentParser(prog="judges.rtl", description=__doc__)
    parser.add_argument("paper", type=Path, help="the PDF of the workspace beside this module")
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=Path(".build/spoilt-rtl"), help="for the spoilt paper")
    arguments = parser.parse_args()
    if is_recording():
        record(arguments.paper)
        print("what the readers read is recorded")
        return 1
    found = differences(arguments.paper)
    for finding in found:
        print(finding)
    if not found:
        print(f"{arguments.paper}: read as recorded")
    return 0 if is_spoilt_reported(arguments.paper, arguments.out) and not found else 1


if __name__ == "__main__":
    sys.exit(main())
