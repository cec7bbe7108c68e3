# SPDX-License-Identifier: Apache-2.0
"""Makes what the engines are given: a workspace for Cleardays, and of the paper that it composes a source for each of the others."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import environment, html_source, plain, typst_source
from .content import content

SAMPLE = "wealdshire-2009"
SAMPLE_PAPER = "cabinet-2009-11-30"
GENERATED_PAPER = "generated"


@dataclass(frozen=True)
class Inputs:
    """A folder with the workspace and the sources of one paper."""

    folder: Path
    paper: str

    @property
    def workspace(self) -> Path:
        return self.folder / "workspace"

    def file(self, name: str) -> Path:
        return self.folder / name


def sample() -> Inputs:
    """The Cabinet paper of the sample."""
    made = _fresh("sample", SAMPLE_PAPER)
    shutil.copytree(environment.HOME / "samples" / SAMPLE, made.workspace, ignore=shutil.ignore_patterns(".cleardays"))
    return made


def generated(rows: int, papers: int = 1, name: str | None = None) -> Inputs:
    """A workspace with one table of so many rows, which each of its papers appends."""
    made = _fresh(name or f"rows-{rows}", GENERATED_PAPER)
    command([environment.GENERATOR, "generate", rows, made.workspace, papers])
    return made


def starter() -> Inputs:
    """The workspace that `cleardays new` makes."""
    made = _fresh("starter", "cabinet")
    shutil.copytree(environment.HOME / "starter", made.workspace, ignore=shutil.ignore_patterns(".cleardays"))
    return made


def write_sources(inputs: Inputs) -> None:
    """Writes paper.typ, paper.html and paper.txt, and what pango-loop draws as paper.rec."""
    paper = composed(inputs, edges(inputs))
    inputs.file("paper.typ").write_text(typst_source.source(paper), encoding="utf-8")
    inputs.file("paper.html").write_text(html_source.source(paper), encoding="utf-8")
    inputs.file("paper.txt").write_text(plain.source(paper), encoding="utf-8")
    command([environment.PANGO_LOOP, inputs.file("paper.txt"), inputs.file("pango.pdf"), inputs.file("paper.rec")])


def edges(inputs: Inputs) -> dict[str, list[float]]:
    """Where the columns of the paper's tables are in what Cleardays typesets."""
    return json.loads(command([environment.GENERATOR, "edges", inputs.workspace, inputs.paper]))


def composed(inputs: Inputs, edges: dict[str, list[float]]):
    """The paper as the workspace has it now."""
    out = inputs.folder / "tree"
    command([environment.PROGRAM, "render", inputs.workspace, "--paper", inputs.paper, "--format", "tree-json", "--out", out])
    return content(json.loads((out / f"{inputs.paper}.json").read_text(encoding="utf-8")), edges)


def workbook(inputs: Inputs, name: str) -> Inputs:
    """A copy of a generated workspace whose return is an Excel workbook."""
    made = _fresh(name, inputs.paper)
    shutil.copytree(inputs.workspace, made.workspace)
    folder = made.workspace / "returns" / "services"
    file = made.folder / "services.xlsx"
    command([environment.PROGRAM, "workbook", "services", made.workspace, "--out", file])
    for replaced in [*folder.glob("*.csv"), folder / "return.yaml"]:
        replaced.unlink()
    shutil.copy(file, folder / "services.xlsx")
    return made


def command(arguments: list) -> str:
    """What a command writes that is not measured."""
    arguments = [str(argument) for argument in arguments]
    process = subprocess.run(arguments, capture_output=True, text=True, env=environment.variables(), check=False)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}:\n{process.stdout}{process.stderr}")
    return process.stdout


def _fresh(name: str, paper: str) -> Inputs:
    folder = environment.BUILD / "work" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return Inputs(folder, paper)
