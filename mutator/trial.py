# SPDX-License-Identifier: Apache-2.0
"""One mutated workspace, given to the program, and what was wrong with how the program ended."""

import io
import json
import os
import re
import resource
import select
import shutil
import signal
import subprocess
import tempfile
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from .bases import BASES, HOME, sample
from .mutations import mutate
from .workspace import Workspace

MEMORY = 1 << 30
# Beyond these nothing good comes: the machine stays usable whatever a fault asks for.
ADDRESSES = 8 << 30
FILE = 256 << 20
# What the program does waits for nobody: more of the clock than of the processor is a hang, or a machine that is busy.
PATIENCE = 2


@dataclass(frozen=True)
class Settings:
    """What all trials of a run share."""

    program: Path
    seed: int
    seconds: float
    keep: Path | None = None


@dataclass
class Run:
    """One call of the program."""

    arguments: list[str]
    status: int
    said: str
    seconds: float
    clock: float
    memory: int

    def __str__(self) -> str:
        numbers = f"status {self.status}, {self.seconds:.1f} s, {self.memory >> 20} MiB"
        return f"$ cleardays {' '.join(self.arguments)}\n({numbers})\n{self.said}"


@dataclass
class Trial:
    """A workspace, what was done to it, and what came of it."""

    number: int
    base: str
    mutations: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    papers: int = 0

    def report(self) -> str:
        return "\n".join(
            [f"{self.number}: {self.base}", *self.mutations, "", *map(str, self.runs), "", *self.failures, ""]
        )


def run(arguments: list[str], folder: Path, settings: Settings) -> Run:
    """Runs the program in a folder, in a process group of its own, and measures it."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (int(settings.seconds) + 1, int(settings.seconds) + 2))
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
        resource.setrlimit(resource.RLIMIT_FSIZE, (FILE, FILE))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    with tempfile.TemporaryFile() as said:
        begin = time.monotonic()
        process = subprocess.Popen(
            [settings.program, *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
            preexec_fn=limit,
            env={**os.environ, "CLEARDAYS_HOME": str(HOME), "SWIFT_BACKTRACE": "enable=no"},
        )
        descriptor = os.pidfd_open(process.pid)
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        if not poll.poll(settings.seconds * PATIENCE * 1000):
            os.killpg(process.pid, signal.SIGKILL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        os.close(descriptor)
        said.seek(0)
        text = said.read(4 << 20).decode("utf-8", "backslashreplace")
    used = usage.ru_utime + usage.ru_stime
    return Run(arguments, process.returncode, text, used, time.monotonic() - begin, usage.ru_maxrss * 1024)


def faults(run: Run, settings: Settings, allowed: tuple[int, ...] = (0, 1)) -> list[str]:
    """What is wrong with how the program ended."""
    name = run.arguments[0]
    found: list[str] = []
    if run.clock > settings.seconds * PATIENCE - 0.1:
        found.append(f"{name}: hangs")
    elif run.seconds > settings.seconds:
        found.append(f"{name}: takes more than {settings.seconds:.0f} seconds")
    elif run.status < 0:
        found.append(
            f"{name}: ends with {signal.Signals(-run.status).name}: " + _gist(run.said, "Fatal error|Assertion|ERROR")
        )
    elif run.status not in allowed:
        found.append(f"{name}: ends with status {run.status}: {_gist(run.said, 'error')}")
    if run.memory > MEMORY:
        found.append(f"{name}: takes more than 1 GiB")
    # A problem may quote the officer's own words, in a line that begins with a number and a bar.
    spoken = "\n".join(line for line in run.said.splitlines() if not re.match(r"\s*\d* \|", line))
    if run.status >= 0:
        for sign in ("Fatal error", "internal error", "GLib-", "Pango-WARNING", "Fontconfig error", "AddressSanitizer"):
            if sign in spoken:
                found.append(f"{name}: says “{sign}”: {_gist(spoken, re.escape(sign))}")
    return found


def _gist(text: str, pattern: str) -> str:
    """The last line that says what went wrong, without names and numbers, so that the same faults read the same."""
    lines = [line for line in text.splitlines() if re.search(pattern, line)] or text.splitlines()[-1:]
    line = lines[-1] if lines else ""
    line = re.sub(r"`[^`]*`|“[^”]*”|\"[^\"]*\"", "…", line)
    return re.sub(r"\d+", "N", line)[:160]


def try_one(number: int, settings: Settings) -> Trial:
    """Makes the workspace of a number and runs the program on it."""
    random = Random(f"{settings.seed}:{number}")
    base = random.choice(BASES)
    workspace = base(random)
    trial = Trial(number, base.__name__)
    folder = Path(tempfile.mkdtemp(prefix="mutate-"))
    try:
        kind = random.random()
        good = workspace.copy()
        if 0.12 <= kind < 0.34:
            workspace = _with_past(workspace, folder, trial, settings, is_circulated=kind < 0.24)
        is_gentle = random.random() < 0.45
        for _ in range(random.choice([1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 8])):
            trial.mutations.append(mutate(random, workspace, is_gentle))
        if kind < 0.12:
            _watch(random, good, workspace, folder, trial, settings)
        else:
            workspace.write(folder / "round")
            _make(random, base is sample, folder, trial, settings)
            if kind < 0.24:
                _compare(random, good, folder, trial, settings)
        _look_at_papers(random, folder, trial)
        if trial.failures and settings.keep:
            _keep(folder, trial, settings)
        return trial
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _do(trial: Trial, folder: Path, settings: Settings, *arguments: str, allowed: tuple[int, ...] = (0, 1)) -> Run:
    done = run(list(arguments), folder, settings)
    trial.runs.append(done)
    trial.failures += faults(done, settings, allowed)
    return done


def _with_past(workspace: Workspace, folder: Path, trial: Trial, settings: Settings, is_circulated: bool) -> Workspace:
    """The workspace with all that is kept of the time when it was good: its papers, or a draft that went out."""
    place = folder / "round"
    workspace.write(place)
    arguments = ["--paper", _papers(workspace)[0], "--as", "version 1"] if is_circulated else []
    made = _do(trial, folder, settings, "circulate" if is_circulated else "render", "round", *arguments)
    if made.status != 0:
        trial.failures.append(f"{made.arguments[0]}: refuses a good workspace")
    workspace = Workspace.read(place)
    shutil.rmtree(place)
    return workspace


def _papers(workspace: Workspace) -> list[str]:
    return [path.removeprefix("papers/").removesuffix(".md") for path in workspace.files if path.startswith("papers/")]


def _written(folder: Path) -> dict[Path, tuple[int, int]]:
    """What stands among the papers, with when it was written, and as which file."""
    return {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in folder.glob("out*/*")}


def _make(random: Random, is_large: bool, folder: Path, trial: Trial, settings: Settings) -> None:
    """Checks the workspace and makes its papers."""
    as_json = random.random() < 0.3
    check = _do(trial, folder, settings, "check", "round", *(["--format", "json"] if as_json else []))
    if as_json and check.status in (0, 1):
        try:
            json.loads(check.said)
        except ValueError:
            trial.failures.append("check: its JSON cannot be read")
    kind = random.random()
    options: list[str] = []
    format = "pdf" if kind < 0.75 or is_large else "tree" if kind < 0.85 else "png"
    if format != "pdf":
        options += ["--format", format]
    choice = random.random()
    if choice < 0.25:
        options += [
            "--theme",
            random.choice(["accessible", "heritage", "heritage", "large-print", "large-print", "mine", "nobody's"]),
        ]
    elif choice < 0.35:
        options += random.choice(
            [
                ["--paper", "cabinet"],
                ["--appendix", "community-services"],
                ["--paper", "committees"],
                ["--appendix", "communities"],
            ]
        )
    before = _written(folder)
    render = _do(
        trial,
        folder,
        settings,
        "render",
        "round",
        *options,
        allowed=(0, 1, 64) if options[-2:-1] and options[-2] != "--format" else (0, 1),
    )
    if render.status == 1 and _written(folder) != before:
        trial.failures.append("render: ends with status 1 and has written papers")
    if choice >= 0.35 and {check.status, render.status} == {0, 1}:
        trial.failures.append(f"check: ends with status {check.status} and render with {render.status}")


def _compare(random: Random, good: Workspace, folder: Path, trial: Trial, settings: Settings) -> None:
    """Holds the workspace against the draft, and circulates another."""
    options = [option for option in ("--restricted", "--proof") if random.random() < 0.5]
    paper = random.choice(_papers(good))
    _do(trial, folder, settings, "diff", "round", "--paper", paper, *options, allowed=(0, 1, 64))
    if random.random() < 0.5:
        # It writes into the workspace, where anything may stand in its way.
        _do(
            trial, folder, settings, "circulate", "round", "--paper", paper, "--as", "version 2", allowed=(0, 1, 64, 74)
        )


def _watch(random: Random, good: Workspace, mutated: Workspace, folder: Path, trial: Trial, settings: Settings) -> None:
    """Watches a workspace, good or mutated, into whose inbox mutated returns are dropped."""
    (good if random.random() < 0.7 else mutated).write(folder / "round")
    inbox = folder / "inbox"
    inbox.mkdir()
    for _ in range(random.choice([0, 1, 1, 2])):
        _drop(random, mutated, inbox)
    options = [
        "--once",
        "--settle",
        "0.01",
        "--inbox",
        "inbox",
        "--health-file",
        "health.json",
        "--log-format",
        random.choice(["text", "json"]),
    ]
    for _ in range(random.choice([1, 1, 2])):
        watch = _do(trial, folder, settings, "watch", "round", "--out", "out", *options)
    if watch.status in (0, 1):
        for name in ("out/status.json", "health.json"):
            try:
                json.loads((folder / name).read_bytes())
            except (OSError, ValueError) as error:
                trial.failures.append(f"watch: {name} cannot be read: {type(error).__name__}")


def _drop(random: Random, workspace: Workspace, inbox: Path) -> None:
    """A directorate hands in its return: as a folder, files, or a zip file, not always a good one."""
    returns = {
        path: data
        for path, data in workspace.files.items()
        if path.startswith("returns/") and path.count("/") >= 2 and path not in workspace.odd
    }
    if not returns:
        return
    directorate = random.choice(sorted({path.split("/")[1] for path in returns}))
    own = {path.split("/", 2)[2]: data for path, data in returns.items() if path.split("/")[1] == directorate}
    odd = {
        path.split("/", 2)[2]: odd
        for path, odd in workspace.odd.items()
        if path.startswith(f"returns/{directorate}/") and path.count("/") >= 2
    }
    kind = random.randrange(4)
    if kind == 0:
        Workspace(own, odd).write(inbox / directorate)
    elif kind == 1:
        name = random.choice(sorted(own))
        Workspace({f"{directorate}-{name}": own[name]}).write(inbox)
    else:
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", random.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as file:
            prefix = random.choice(["", "", directorate + "/", "../", "/", "a/b/"])
            for name, data in own.items():
                try:
                    file.writestr((prefix + name).replace("\0", ""), data)
                except (ValueError, OSError):
                    pass
        data = bytearray(archive.getvalue())
        if kind == 3:
            for _ in range(random.choice([1, 3, 20])):
                data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        Workspace({f"{directorate}.zip": bytes(data)}).write(inbox)


def _look_at_papers(random: Random, folder: Path, trial: Trial) -> None:
    """Whether files are whole; a sample of the PDFs is read by qpdf."""
    names = [path for path in folder.glob("out*/**/*") if path.is_file() and not path.is_symlink()]
    for path in names:
        if path.name.endswith((".tmp", "~")):
            trial.failures.append("a temporary file is left among the papers")
    papers = [path for path in names if path.suffix == ".pdf"]
    trial.papers += len(papers)
    for path in random.sample(papers, 1) if papers and random.random() < 0.25 else []:
        qpdf = subprocess.run(
            ["qpdf", "--check", str(path)], capture_output=True, text=True, check=False, errors="replace"
        )
        if qpdf.returncode != 0 or qpdf.stderr.strip():
            trial.failures.append("qpdf: " + _gist(qpdf.stderr.replace(str(path), ""), "."))


def _keep(folder: Path, trial: Trial, settings: Settings) -> None:
    """Copies the workspace and what was said to the folder of failures."""
    target = settings.keep / f"{settings.seed}-{trial.number}"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in ("round", "inbox", "out"):
        if (folder / name).exists():
            # Pipes and links are copied as they are: nothing is read through them.
            subprocess.run(["cp", "-a", str(folder / name), str(target)], capture_output=True, check=False)
    (target / "report.txt").write_text(trial.report(), encoding="utf-8", errors="backslashreplace")
