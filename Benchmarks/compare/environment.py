# SPDX-License-Identifier: Apache-2.0
"""What is measured and on what: where programs are, how the others are built and installed, and a description of the machine."""

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
BUILD = HOME / ".build" / "compare"
PROGRAM = HOME / ".build" / "release" / "cleardays"
GENERATOR = HOME / ".build" / "release" / "bench"
PYTHON = BUILD / "python" / "bin" / "python"
MEASURE, PANGO_LOOP, CAIRO_REPLAY = (BUILD / "bin" / name for name in ("measure", "pango-loop", "cairo-replay"))
_PACKAGE = Path(__file__).resolve().parent
_LIBRARIES = ["pangocairo", "cairo-pdf", "cairo-ft", "fontconfig"]


def variables() -> dict[str, str]:
    """The environment of every program that is measured: the same fonts for all, and nothing of the user's."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(BUILD / "home"),
        "CLEARDAYS_HOME": str(HOME),
        "FONTCONFIG_FILE": str(HOME / "fonts" / "fonts.conf"),
    }


def prepare() -> None:
    """Builds the C programs, and installs the other typesetters where they are missing or are in other versions."""
    for needed in (PROGRAM, GENERATOR):
        if not needed.exists():
            sys.exit(f"{needed.relative_to(HOME)} is not there: `make bench` builds it")
    (BUILD / "home").mkdir(parents=True, exist_ok=True)
    build_programs(BUILD / "bin")
    wanted = _PACKAGE / "requirements.txt"
    installed = BUILD / "python" / "requirements.txt"
    if not installed.exists() or installed.read_bytes() != wanted.read_bytes():
        print(f"Installing Typst and WeasyPrint into {BUILD.relative_to(HOME)}", file=sys.stderr)
        shutil.rmtree(BUILD / "python", ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", BUILD / "python"], check=True)
        pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", wanted]
        subprocess.run(pip, check=True)
        shutil.copy(wanted, installed)


def build_programs(folder: Path) -> None:
    """Builds the C programs into a folder."""
    folder.mkdir(exist_ok=True)
    flags = _output(["pkg-config", "--cflags", "--libs", *_LIBRARIES]).split()
    # A toolchain of Swift brings Clang along.
    compiler = shutil.which("cc") or "clang"
    for source in sorted((_PACKAGE / "c").glob("*.c")):
        command = [compiler, "-O2", "-Wall", "-Wextra", "-Werror", "-std=gnu11", "-o", folder / source.stem, source, *flags]
        subprocess.run(command, check=True)


def versions() -> dict[str, str]:
    """The versions of all engines."""
    requirements = dict(re.findall(r"^(\w+)==(\S+)$", (_PACKAGE / "requirements.txt").read_text(encoding="utf-8"), re.M))
    return {
        "Cleardays": _output([PROGRAM, "--version"]).splitlines()[0].split()[-1],
        "Typst": requirements["typst"],
        "WeasyPrint": requirements["weasyprint"],
        "Pango": _output(["pkg-config", "--modversion", "pango"]),
        "Cairo": _output(["pkg-config", "--modversion", "cairo"]),
        "Python": platform.python_version(),
    }


def machine() -> dict[str, str | int]:
    """The machine: nothing by which it could be found."""
    return {
        "processor": _first("/proc/cpuinfo", r"^model name\s*:\s*(.+)$"),
        "cores": len(os.sched_getaffinity(0)),
        "memory in GB": round(int(_first("/proc/meminfo", r"^MemTotal:\s*(\d+)")) / 1024 / 1024),
        "kernel": ".".join(platform.release().split("-")[0].split(".")[:3]),
        "system": _first("/etc/os-release", r'^PRETTY_NAME="(.+)"$'),
    }


def _first(path: str, pattern: str) -> str:
    found = re.search(pattern, Path(path).read_text(encoding="utf-8"), re.M)
    return found.group(1).strip() if found else "0"


def _output(command: list) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, env=variables()).stdout.strip()
