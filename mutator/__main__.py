# SPDX-License-Identifier: Apache-2.0
"""Changes good workspaces at random, and sees that the program ends with status 0 or 1, in ten seconds and 1 GiB."""

import argparse
import os
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

from .bases import BASES
from .trial import Settings, Trial, faults, run, try_one

HOME = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(prog="mutate", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other workspaces")
    parser.add_argument("--count", type=int, default=150, help="how many workspaces")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument(
        "--only", type=int, metavar="NUMBER", help="one workspace again, with all that the program says"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at once")
    parser.add_argument("--seconds", type=float, default=10, help="of the processor, for each call of the program")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keeps the workspaces of failures there")
    parser.add_argument(
        "--program",
        type=Path,
        default=HOME / ".build/release/cleardays",
        help="what is tried; .build/release/cleardays",
    )
    arguments = parser.parse_args()
    settings = Settings(
        arguments.program.resolve(), arguments.seed, arguments.seconds, arguments.keep and arguments.keep.resolve()
    )
    if not settings.program.is_file():
        parser.error(f"there is no program {settings.program}: build it, or name one with --program")
    if arguments.only is not None:
        trial = try_one(arguments.only, settings)
        print(trial.report())
        return 1 if trial.failures else 0
    if not _bases_are_good(settings):
        return 1
    numbers = range(arguments.first, arguments.first + arguments.count)
    trials: list[Trial] = []
    with ProcessPoolExecutor(arguments.jobs) as pool:
        for trial in pool.map(partial(try_one, settings=settings), numbers, chunksize=4):
            for failure in trial.failures:
                print(f"--seed {settings.seed} --only {trial.number}: {failure}", flush=True)
            trials.append(trial)
    return _summary(trials, settings)


def _bases_are_good(settings: Settings) -> bool:
    """Whether the program has nothing against the workspaces before they are changed."""
    for base in dict.fromkeys(BASES):
        with tempfile.TemporaryDirectory() as folder:
            base(Random(1)).write(Path(folder) / "round")
            check = run(["check", "round"], Path(folder), settings)
            if check.status != 0 or faults(check, settings):
                print(f"the workspace `{base.__name__}` is not good before it is changed:\n{check}")
                return False
    return True


def _summary(trials: list[Trial], settings: Settings) -> int:
    """Prints what was tried, and the failures of each kind."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for trial in trials:
        for failure in dict.fromkeys(trial.failures):
            kinds[failure].append(trial.number)
    runs = [run for trial in trials for run in trial.runs]
    statuses = {status: sum(run.status == status for run in runs) for status in sorted({run.status for run in runs})}
    print(
        f"{len(trials)} workspaces with seed {settings.seed}: {len(runs)} runs, "
        f"{sum(trial.papers for trial in trials)} papers"
    )
    print("statuses: " + ", ".join(f"{count} of {status}" for status, count in statuses.items()))
    if runs:
        print(
            f"longest: {max(run.seconds for run in runs):.1f} s; largest: {max(run.memory for run in runs) >> 20} MiB"
        )
    for failure, numbers in sorted(kinds.items(), key=lambda item: -len(item[1])):
        print(f"{len(numbers)} x {failure} (first: --only {numbers[0]})")
    failed = sum(bool(trial.failures) for trial in trials)
    print(f"{failed} failed" if failed else "all ended as they should")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
