# SPDX-License-Identifier: Apache-2.0
"""Judges HTML: `python -m judges.web FILE-OR-FOLDER…`, or shows that the judges bite: `python -m judges.web --spoil FILE`."""

import argparse
import os
import sys
import time
from pathlib import Path

from .panel import judge_all
from .preview import judge_preview
from .spoilt import spoil_all


def main() -> int:
    parser = argparse.ArgumentParser(prog="judges.web", description=__doc__)
    parser.add_argument("pages", nargs="*", type=Path, help="HTML files, or folders that are searched for them")
    parser.add_argument("--spoil", metavar="FILE", type=Path, help="a good page, to be spoilt in every way that is known")
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=Path(".build/spoilt-html"), help="for spoilt pages")
    parser.add_argument(
        "--preview", metavar=("PROGRAM", "SAMPLE", "FOLDER"), nargs=3, type=Path, help="the preview of a copy of a sample"
    )
    arguments = parser.parse_args()
    if not arguments.pages and arguments.spoil is None and arguments.preview is None:
        parser.error("name a page or a folder of them")
    begin = time.monotonic()
    is_good = True
    if arguments.pages:
        everything = os.environ.get("CLEARDAYS_JUDGED_SIZES") == "all"
        is_good = judge_all(arguments.pages, at_every_size=everything)
    if arguments.spoil is not None:
        is_good = spoil_all(arguments.spoil, arguments.out) and is_good
    if arguments.preview is not None:
        is_good = judge_preview(*arguments.preview) and is_good
    print(f"{time.monotonic() - begin:.0f} seconds")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
