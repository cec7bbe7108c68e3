# SPDX-License-Identifier: Apache-2.0
"""What tests that run in a virtual machine have in common: tools/test-service and tools/test-share.

Each is one file, which starts the machine (`boot`) and is run again in it.
"""

import os
import pathlib
import re
import shlex
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SERVED = pathlib.Path("/srv/cleardays")
EXAMPLES = pathlib.Path("/usr/share/doc/cleardays/examples")
SAMPLES = pathlib.Path("/root/samples")
INSIDE = "--inside"
PATIENCE = 600
"""Seconds to wait for what must come: all is many times slower where QEMU translates instructions."""


def main(test, script, packages):
    """Runs a test: in the virtual machine where this is there, else by starting one with the package of Cleardays, Debian packages and the samples."""
    script = pathlib.Path(script).resolve()
    if sys.argv[1:] == [INSIDE]:
        test()
        return
    debs = [pathlib.Path(path) for path in sys.argv[1:]] or sorted((ROOT / ".build" / "package").glob("cleardays_*.deb"))
    if not debs:
        sys.exit(f"{script.name}: there is no package: make deb")
    command = [ROOT / "tools" / "boot-debian", "--timeout", 3000]
    for package in [debs[0], *packages]:
        command += ["--install", package]
    command += ["--copy", ROOT / "samples", "--copy", __file__, script, INSIDE]
    os.execv(command[0], [str(word) for word in command])


def step(what):
    print(f"{time.strftime('%T')} {what}", flush=True)


def fail(message):
    """Ends the test with what the services say."""
    print(f"failed: {message}", flush=True)
    for command in [["systemctl", "list-units", "--all", "cleardays*"], ["journalctl", "--no-pager", "-n", "80"]]:
        print(subprocess.run(command, capture_output=True, text=True, check=False).stdout, flush=True)
    sys.exit(1)


def check(holds, message):
    if not holds:
        fail(message)


def run(command, check=True, **options):
    """What a command prints."""
    done = subprocess.run(shlex.split(command), capture_output=True, text=True, check=False, **options)
    if check and done.returncode != 0:
        fail(f"`{command}` ends with status {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout.strip()


def wait(what, holds):
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            fail(f"not within {PATIENCE} s: {what}")
        time.sleep(0.5)


def properties(unit, *names):
    """Properties of a unit of systemd by their names."""
    lines = run(f"systemctl show {unit} --property {','.join(names)}").splitlines()
    return dict(line.split("=", 1) for line in lines)


def text(paper):
    return re.sub(r"\s+", " ", run(f"pdftotext {paper} -", check=False))


def place(workspace, folder):
    """Copies a workspace to where the documentation has a round."""
    run(f"mkdir -p {folder}/inbox")
    run(f"cp -r {workspace} {folder}/workspace")
    run(f"chown -R cleardays:cleardays {folder}")
