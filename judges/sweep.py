# SPDX-License-Identifier: Apache-2.0
"""Sweep of small papers: whether qpdf and pypdf read each of many files that differ in a few words.

A fault that depends on the bytes of a file, such as a compressed stream that ends with a carriage return, is in one file of hundreds. A
judge that sees the same samples every time never meets it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pypdf

from . import syntax

# So many papers stand in one workspace, and are made by one run of the program.
PAPERS_IN_WORKSPACE = 100


def make_workspace(starter: Path, workspace: Path, numbers: range) -> None:
    """Makes a workspace of small papers: their subjects are `Monitoring 1`, `Monitoring 2` and so on.

    Each also has a paragraph of some numbers, so that the files are of many lengths.
    """
    shutil.copytree(starter, workspace)
    papers = workspace / "papers"
    originals = list(papers.glob("*.md"))
    text = originals[0].read_text(encoding="utf-8")
    for original in originals:
        original.unlink()
    head, _, rest = text.partition("\nsubject: ")
    for number in numbers:
        figures = " ".join(str(number * factor * factor) for factor in range(1, 2 + number * 37 % 61))
        paper = f"{head}\nsubject: Monitoring {number}\n" + rest.partition("\n")[2] + f"\n\nSee {figures}.\n"
        (papers / f"monitoring-{number}.md").write_text(paper, encoding="utf-8")


def faults(path: Path) -> list[str]:
    """What is wrong with a file, as one line for each fault."""
    found = [f"{path.name}: {finding.message}" for finding in syntax.judge(path)]
    try:
        reader = pypdf.PdfReader(path, strict=True)
        for page in reader.pages:
            page.get_contents().get_data()
        for number in range(1, reader.trailer["/Size"]):
            reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
        if path.stem.startswith("monitoring-") and f"Monitoring {path.stem[11:]}" != reader.metadata.title:
            found.append(f"{path.name}: pypdf: its title is {reader.metadata.title}")
    except Exception as error:  # pylint: disable=broad-except
        found.append(f"{path.name}: pypdf: {type(error).__name__}: {error}")
    return found


def main() -> int:
    """Makes and opens the papers; the status is 1 where one of them has a fault."""
    program, starter, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        for first in range(1, count + 1, PAPERS_IN_WORKSPACE):
            workspace = Path(folder) / f"round-{first}"
            make_workspace(starter, workspace, range(first, min(first + PAPERS_IN_WORKSPACE, count + 1)))
            run = subprocess.run(
                [program, "render", workspace, "--out", out], capture_output=True, text=True, check=False
            )
            if run.returncode != 0:
                print(f"the papers from {first} on cannot be made: {run.stderr.strip()}")
                return 1
        files = sorted(out.glob("monitoring-*.pdf"))
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            found = [fault for faults_of_file in pool.map(faults, files, chunksize=20) for fault in faults_of_file]
    for fault in found:
        print(fault)
    print(f"{len(files)} small papers, of which qpdf and pypdf read {len(files) - len({f.split(':')[0] for f in found})}")
    return 1 if found or len(files) != count else 0


if __name__ == "__main__":
    sys.exit(main())
