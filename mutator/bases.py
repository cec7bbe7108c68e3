# SPDX-License-Identifier: Apache-2.0
"""The good workspaces that mutations begin with."""

import re
from functools import cache
from pathlib import Path
from random import Random

from .workspace import Workspace

HOME = Path(__file__).resolve().parent.parent
PLAN_KINDS = ["exceptions-two-columns", "exceptions-three-columns", "exceptions-as-planned", "actions-progress"]
INDICATOR_KINDS = [
    "indicators-four-columns",
    "indicators-five-columns",
    "indicators-six-columns",
    "indicators-trend",
]


@cache
def _read(folder: str) -> Workspace:
    return Workspace.read(HOME / folder)


def starter(random: Random) -> Workspace:
    """The workspace that a new one starts from."""
    return _read("starter").copy()


def sample(random: Random) -> Workspace:
    """The sample, all of it."""
    return _read("samples/wealdshire-2009").copy()


def cut_sample(random: Random) -> Workspace:
    """The sample with one of its papers and two of its returns, one of which all papers need."""
    workspace = sample(random)
    papers = [path for path in workspace.files if path.startswith("papers/")]
    others = sorted({path.split("/")[1] for path in workspace.files if path.startswith("returns/")} - {"communities"})
    paper, returns = random.choice(papers), ("communities", random.choice(others))
    workspace.files = {
        path: data
        for path, data in workspace.files.items()
        if path == paper or "/" not in path or (path.startswith("returns/") and path.split("/")[1] in returns)
    }
    if b"for-each" in workspace.files[paper]:
        dates = re.compile(rb"^    (?!communities)[\w-]+-poc: .*\n", re.MULTILINE)
        workspace.files[paper] = dates.sub(b"", workspace.files[paper])
    return workspace


def exempt(random: Random) -> Workspace:
    """A small workspace with exempt information in every place that can hold some, at times an appendix or a paper."""
    workspace = _read("mutator/workspaces/exempt").copy()
    if random.random() < 0.2:
        workspace.edit("papers/cabinet.md", "of: all-directorates", "of: all-directorates, exempt: 3")
    if random.random() < 0.2:
        workspace.edit("papers/cabinet.md", "classification: Unrestricted", "classification: Exempt")
    return workspace


def rich(random: Random) -> Workspace:
    """A small workspace that uses nearly everything that there is, some of it by chance."""
    workspace = _read("mutator/workspaces/rich").copy()
    workspace.edit("council.yaml", "missing: words", "missing: " + random.choice(["words", "codes"]))
    workspace.edit(
        "council.yaml", "theme: accessible", "theme: " + random.choice(["accessible", "heritage", "large-print"])
    )
    nation = random.choice(["England", "Wales", "Scotland", "Northern Ireland"])
    workspace.edit("council.yaml", "nation: England", "nation: " + nation)
    returns = "returns/community-services/return.yaml"
    workspace.edit(returns, "numbering: none", "numbering: " + random.choice(["none", "decimal"]))
    for shown, kinds in [
        ("[actions]", PLAN_KINDS),
        ("[activity]", ["activity-levels", *PLAN_KINDS[:3]]),
        ("[core-services]", PLAN_KINDS[:3]),
        ("[indicators]\n    name", INDICATOR_KINDS),
        ("[indicators]\n    class", INDICATOR_KINDS),
    ]:
        workspace.edit(returns, f"KIND\n    of: {shown}", f"{random.choice(kinds)}\n    of: {shown}")
    return workspace


# By weight.
BASES = [starter] * 6 + [exempt] * 5 + [rich] * 6 + [cut_sample] * 2 + [sample]
