# SPDX-License-Identifier: Apache-2.0
"""The judges together."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pikepdf

from . import attachments, catalogue, fidelity, figures, goldens, links, marks, semantics, structure, syntax, tables, validation, words
from .document import Document
from .finding import Finding
from .workers import workers

OF_FILES: dict[str, Callable[[Path], Iterable[Finding]]] = {
    "syntax": syntax.judge,
    "golden": goldens.judge,
}
"""Judges that read the file themselves."""

OF_DOCUMENTS: dict[str, Callable[[Document], Iterable[Finding]]] = {
    "marks": marks.judge,
    "structure": structure.judge,
    "tables": tables.judge,
    "figures": figures.judge,
    "links": links.judge,
    "catalogue": catalogue.judge,
    "attachments": attachments.judge,
    "words": words.judge,
    "fidelity": fidelity.judge,
    "validation": validation.judge,
    "semantics": semantics.judge,
}
"""Judges that share one reading of it."""

NAMES = [*OF_FILES, *OF_DOCUMENTS]


def judge_paper(path: Path, names: Iterable[str] = NAMES) -> list[tuple[str, Finding]]:
    """What the judges of these names find, each finding with the judge's name.

    A file that cannot be read at all is a finding of the judge of syntax and of every judge that cannot read it.
    """
    found: list[tuple[str, Finding]] = []
    for name, judge_file in OF_FILES.items():
        if name in names:
            found += [(name, finding) for finding in judge_file(path)]
    wanted = {name: judge for name, judge in OF_DOCUMENTS.items() if name in names}
    if not wanted:
        return found
    try:
        document = Document(path)
    except pikepdf.PdfError as error:
        return found + [(name, Finding(f"it cannot be read: {error}")) for name in wanted]
    for name, judge in wanted.items():
        try:
            found += [(name, finding) for finding in judge(document)]
        except (pikepdf.PdfError, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            found.append((name, Finding(f"it is not made as a PDF is: {type(error).__name__}: {error}")))
    return found


def judge_all(paths: Iterable[Path], names: Iterable[str] = NAMES) -> bool:
    """Judges papers side by side; prints a line for each and one for each finding; tells whether all are good."""
    papers = list(_papers(paths))
    if not papers:
        print("there is no PDF to judge")
        return False
    is_good = True
    with workers(len(papers)) as pool:
        for path, findings in zip(papers, pool.map(partial(judge_paper, names=list(names)), papers)):
            print(f"{path}: {'good' if not findings else f'{len(findings)} findings'}", flush=True)
            for name, finding in findings:
                print(f"  {name}: {finding}")
            is_good = is_good and not findings
    return is_good


def _papers(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.pdf"))
        else:
            yield path
