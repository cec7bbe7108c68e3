# SPDX-License-Identifier: Apache-2.0
"""Judge of the syntax: whether qpdf and poppler read the file without a complaint."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from .finding import Finding


def judge(path: Path) -> Iterator[Finding]:
    """What `qpdf --check` and `pdfinfo` complain of. Takes a path, since the file may be unreadable."""
    for command in (["qpdf", "--check", str(path)], ["pdfinfo", str(path)]):
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        complaints = [line for line in run.stderr.splitlines() if line.strip()]
        if run.returncode != 0 or complaints:
            said = complaints[0].replace(str(path), path.name) if complaints else f"status {run.returncode}"
            yield Finding(f"{command[0]}: {said}")
