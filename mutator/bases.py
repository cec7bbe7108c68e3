# SPDX-License-Identifier: Apache-2.0
"""The good workspaces that mutations begin with."""

import re
from functools import cache
from pathlib import Path
from random import Random

from .workspace import Workspace

HOME = Path(__file__).resolve().parent.parent
SERVICES = "returns/community-services/"


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


def _reasons(*paragraphs: int) -> str:
    return "exempt:\n" + "".join(
        f"  - paragraph: {number}\n    reason: Reason {number} holds.\n    public-interest: It outweighs.\n" for number in paragraphs
    )


def exempt(random: Random) -> Workspace:
    """The starter with exempt information in every place that can hold some."""
    workspace = starter(random)
    paper = "papers/cabinet.md"
    workspace.edit(paper, "background-papers: none", "background-papers:\n  - The plans\n  - |\n    > [!EXEMPT 3]\n    > The tender\n#")
    workspace.edit(paper, "by the end of September.\n", "by the end of September.\n\n  > [!EXEMPT 3]\n  > The tender is late.\n" + _reasons(1, 3))
    workspace.edit(
        paper,
        "\n# Outcomes",
        "\n> [!EXEMPT 1, 3]\n> The contract has ended.\n>\n> - It owed 40,000.\n> - Another takes over.\n\n- One\n\n  > [!EXEMPT 3]\n  > in a list\n\n# Outcomes",
    )
    workspace.edit(SERVICES + "statement.md", "# The rest", "> [!EXEMPT 3]\n> We may close it.\n\n# The rest")
    workspace.files[SERVICES + "actions.csv"] = (
        "unit,ref,action,outcome,status,reason,response,due,comment,exempt\n"
        "libraries,L1,Rebuild the library,A library,on course,,,2026-03,,\n"
        'libraries,L2,Sell the van,A sale,not on course,It has no buyer.[^buyer],Ask,2025-09-30,,"1, 3"\n'
        "libraries,L3,Sell the other van,A sale,not on course,,,2025-09-30,same as L2,1 and 3\n"
        'libraries,L4,Lend magazines,Fifty titles,not on course,"Late.\n\n> [!EXEMPT 3]\n> The price has doubled.",Wait,2025-09-30,,\n'
        "sport,S1,Build a wall,A wall,done and ongoing,,,2025-05,,\n"
    ).encode()
    workspace.files[SERVICES + "indicators.csv"] = (
        "unit,ref,measure,better,status,2024/25 actual,2025/26 target,2025/26 mid-year,2025/26 forecast,comment,exempt\n"
        'libraries,,Visits to libraries,higher,not on course,"412,300","420,000","188,900[^flood]","400,000 [e]",More hours.,\n'
        "sport,,Income,higher,on course,[new],£71.31m,£72.32m,£73.33m,It pays.,3\n"
    ).encode()
    workspace.edit(SERVICES + "return.yaml", "    of: [actions]\n", "    of: [actions]\n    introduction: |\n      > [!EXEMPT 3]\n      > Nobody is named.\n")
    workspace.edit(SERVICES + "return.yaml", "notes:\n", _reasons(1, 3) + "notes:\n  buyer: Another may buy.\n")
    if random.random() < 0.2:
        workspace.edit(paper, "of: all-directorates", "of: all-directorates, exempt: 3")
    if random.random() < 0.2:
        workspace.edit(paper, "classification: Unrestricted", "classification: Exempt")
    return workspace


def rich(random: Random) -> Workspace:
    """A small workspace that uses nearly everything that there is, some of it by chance."""
    workspace = starter(random)
    workspace.edit(
        "council.yaml",
        "    units:\n",
        "    divisions:\n      finance: { name: Finance and Money }\n      culture:\n        name: Culture and Heritage\n        units:\n          museum: Museum Service\n          archive: Archive Service\n    units:\n",
    )
    workspace.files["council.yaml"] += (
        b"abbreviations:\n  SEN: special educational needs\n  PSA: public service agreement\nclosed-days: [2025-12-24]\n"
        b"statuses:\n  done: done\n  done and ongoing: done and ongoing\n  green: on course\n  red: not on course\n"
    )
    workspace.edit("council.yaml", "missing: words", "missing: " + random.choice(["words", "codes"]))
    workspace.edit("council.yaml", "theme: accessible", "theme: " + random.choice(["accessible", "heritage", "large-print"]))
    workspace.edit("council.yaml", "nation: England", "nation: " + random.choice(["England", "Wales", "Scotland"]))
    workspace.files[SERVICES + "statement.md"] = (
        b"# Summary\n\nWe have {{ actions.total }} actions for SEN, *and* **more** [there](https://example.org/a).\n\n**Run-in.** A paragraph by {{ head.name }}.\n\n"
        b"1. One\n2. Two\n   - deeper\n   - still\n\n> They said so.\n\n{{> figures }}\n\n## Of libraries\n\n| Year | Visits | Where |\n|:--|--:|---|\n| 2024 | 412,300 | A |\n| 2025 | 420,000 | B |\n\n"
        + "### Scripts\n\nThe word سلام and the word שלום, ਪੰਜਾਬੀ and தமிழ், ﬁne – “quoted” soft\u00adhyphen.\n\n# The rest\n\nEnd, see [](#of-libraries).\n".encode()
    )
    workspace.files[SERVICES + "actions.csv"] = (
        "unit,ref,action,outcome,status,reason,response,due,comment\n"
        "libraries,L1,Rebuild the library for SEN,A library,green,,,2026-03,\n"
        'libraries,L2,Lend magazines[^flood],"- Fifty titles\n- Ten readers",red,The supplier has withdrawn.,"Prices are asked.\n\nIt starts in January.",2025-09-30,\n'
        "libraries,L3,Lend films,Ten films,red,,,2025,same as L2\n"
        "museum,M1,Open on Sundays,Doors open,red,Nobody came.,We wait.,2025-06,\n"
        "finance,F1,Close the books,Books closed,done,,,2025-05,\n"
        "sport,S1,Build a wall,A wall,done and ongoing,,,2025-05,\n"
    ).encode()
    workspace.files[SERVICES + "activity.csv"] = (
        b"unit,ref,class,activity,forecast,actual,status,reason,response,comment\n"
        b"libraries,A1,core service,Lend books,,,green,,,\n"
        b'sport,A2,activity level,Swims,"10,000","9,000 [e]",red,Rain.,Roof.,\n'
        b"museum,A3,activity level,Visits,75%,68.69% (adults); 75% (children),red,Few came.,,\n"
    )
    workspace.files[SERVICES + "indicators.csv"] = (
        "unit,ref,measure,better,class,status,2022/23 actual,2023/24 actual,2024/25 actual,2025/26 target,2025/26 mid-year,2025/26 forecast,comparison,comment\n"
        'libraries,NI 5,Visits to libraries,higher,,red,"400,300","410,300","412,300","420,000","188,900[^flood]","400,000 [e]",Yes,More hours.\n'
        'libraries,NI 6,Loans,higher,,red,1.84,1.9,2.05,2.1,[x],2.0 [p],No,same as NI 5\n'
        "sport,,Swimming lessons,higher,renewed focus,green,[new],[new],[new],85%,88%,86%,[z],\n"
        "archive,,Days to answer,lower,renewed focus,green,33.5 days,31 days,30 days,28 days,29 days,28 days,Better than most,Fine.\n"
    ).encode()
    kinds = ["exceptions-two-columns", "exceptions-three-columns", "exceptions-as-planned", "actions-progress"]
    figures = ["indicators-four-columns", "indicators-five-columns", "indicators-six-columns", "indicators-trend"]
    workspace.files[SERVICES + "return.yaml"] = (
        "declares: [core-services, activity, actions, indicators]\nreceived: 2025-10-15\nsigned-by: director-community\n"
        f"numbering: {random.choice(['none', 'decimal'])}\ntables:\n"
        f"  - kind: {random.choice(kinds)}\n    of: [actions]\n    title: Of our own\n    introduction: Some words.\n"
        f"  - kind: {random.choice(['activity-levels', *kinds[:3]])}\n    of: [activity]\n"
        f"  - kind: {random.choice(kinds[:3])}\n    of: [core-services]\n"
        f"  - kind: {random.choice(figures)}\n    of: [indicators]\n    name: figures\n"
        f"  - kind: {random.choice(figures)}\n    of: [indicators]\n    class: renewed focus\n"
        "totals:\n  actions: { libraries: 12, sport: 8, museum: 3, finance: 2 }\n"
        "notes:\n  flood: The central library was closed for five weeks after a flood.\nnil: []\n"
    ).encode()
    workspace.edit("papers/cabinet.md", "# Outcomes", "# Route\n\n{{> route }}\n\n# Amendments\n\n{{> amendments }}\n\n# Outcomes\n\nSee [{{ place }}, {{ page }}](#route) and [](#appendix-1).")
    workspace.edit("papers/cabinet.md", "contact:", "purpose: discussion\nroute:\n  - { body: cabinet, date: 2025-11-24, purpose: decision }\nversion: 2\nas-at: 2025-10-01\ncontact:")
    workspace.files["papers/committees.md"] = (
        b"---\nlayout: poc\nby: [member-performance, director-community]\nfor-each: overview-bodies\nto: { body: each, dates: { community-poc: 2026-01-14 } }\n"
        b"subject: Half-year monitoring of committees\nclassification: Unrestricted\npurpose: discussion\nsummary: A summary.\nrecommendations:\n  - { verb: NOTE, text: the *report* }\n  - { verb: COMMENT, text: on it }\n"
        b"contact: performance-manager\nroute:\n  - { body: each, purpose: discussion }\n  - { body: cabinet, date: 2026-02-02, purpose: decision }\nappendices:\n  - { title: Directorate return, of: remit }\n"
        b"background-papers:\n  - The plans, <https://example.org/plans>\nstatus: final\n---\n# Introduction\n\nIt looks after {{ remit.names }}, {{ remit.actions.total }} actions for {{ body.members }}.\n\n## Deeper\n\n{{> outcomes of: actions }}\n\n### Deepest\n\nText.\n"
    )
    return workspace


# By weight.
BASES = [starter] * 6 + [exempt] * 5 + [rich] * 6 + [cut_sample] * 2 + [sample]
