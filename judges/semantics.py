# SPDX-License-Identifier: Apache-2.0
"""Judge of what a validator cannot see, by outloud: links without annotations, silent cells, empty elements …"""

from collections.abc import Iterator

import outloud

from .document import Document
from .finding import Finding

LEFT_OUT = {
    # It forgets a span over rows in the last column before it counts; the judge of the tables counts grids.
    "TBL-004",
    # It takes bands for rows of a head and suspects tables of few rows; the judge of fidelity compares every header
    # with the paper's.
    "TBL-010",
    # It suspects heads of tables that are repeated; the judge of the words compares what artifacts repeat.
    "TAG-002",
    # It suspects fonts whose letters have a form for each place in a word, as in Arabic; the judges of words and
    # fidelity compare what the letters mean.
    "TXT-004",
    # It looks for glyphs by their names alone, and ² is called otherwise; page-validation looks where readers do.
    "TXT-005",
    # It suspects any line that recurs near the foot of three pages; the judge of fidelity finds what is read and is not
    # in the paper.
    "PAG-001",
    # It counts notes, which are drawn at the foot of the page and read after their table; the judge of the structure
    # compares every other mark.
    "ORD-001",
}


def judge(document: Document) -> Iterator[Finding]:
    """Each error and each warning of outloud."""
    result = outloud.check(str(document.path), skip=LEFT_OUT)
    if result.error:
        yield Finding(f"it cannot be judged: {result.error}")
    for run in result.runs:
        if run.status == "crashed":
            yield Finding(f"the rule {run.rule} broke down: {run.reason}")
    for finding in result.sorted_findings():
        if finding.severity in ("error", "warning"):
            evidence = f": {finding.evidence}" if finding.evidence else ""
            yield Finding(f"{finding.message}{evidence} [{finding.rule}]", finding.page)
