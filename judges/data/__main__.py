# SPDX-License-Identifier: Apache-2.0
"""Judges data: `python -m judges.data FOLDER…`, or shows that the judges bite: `python -m judges.data --spoil FOLDER`."""

import argparse
import sys
import time
from pathlib import Path

from .panel import judge_all
from .spoilt import spoil_all


def main() -> int:
    parser = argparse.ArgumentParser(prog="judges.data", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of data, or folders that are searched for them")
    parser.add_argument("--spoil", metavar="FOLDER", type=Path, help="good data, to be spoilt in every way that is known")
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=Path(".build/spoilt-data"), help="for spoilt data")
    arguments = parser.parse_args()
    if not arguments.folders and arguments.spoil is None:
        parser.error("name a folder of data")
    begin = time.monotonic()
    is_good = True
    if arguments.folders:
        is_good = judge_all(arguments.folders)
    if arguments.spoil is not None:
        is_good = spoil_all(arguments.spoil, arguments.out) and is_good
    print(f"{time.monotonic() - begin:.0f} seconds")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
