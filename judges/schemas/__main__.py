# SPDX-License-Identifier: Apache-2.0
"""Judges schemas: `python -m judges.schemas SCHEMAS FOLDER…`; with `--starter`, shows that they bite and asks a language server."""

import argparse
import sys
import time
from pathlib import Path

from .panel import Schemas, judge_all
from .server import judge
from .spoilt import spoil_all


def main() -> int:
    parser = argparse.ArgumentParser(prog="judges.schemas", description=__doc__)
    parser.add_argument("schemas", type=Path, help="the folder of the schemas")
    parser.add_argument("folders", nargs="*", type=Path, help="folders whose files are held against them")
    parser.add_argument("--starter", metavar="FOLDER", type=Path, help="a new workspace of text, to be spoilt in every way that is known")
    arguments = parser.parse_args()
    begin = time.monotonic()
    schemas = Schemas(arguments.schemas)
    is_good = True
    if arguments.folders:
        is_good = judge_all(schemas, arguments.folders)
    if arguments.starter is not None:
        is_good = spoil_all(schemas, arguments.starter) and is_good
        is_good = judge(arguments.starter, arguments.folders) and is_good
    print(f"{time.monotonic() - begin:.0f} seconds")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
