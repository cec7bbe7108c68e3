# SPDX-License-Identifier: Apache-2.0
"""Judges the pages of `cleardays preview` on every screen: as they are served, with problems, and when the preview has ended."""

import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from . import accessibility, layout, markup
from .browser import SCREENS, OpenPage, browser
from .panel import Findings

PAPER = "papers/cabinet-2009-11-30"


def judge_preview(program: Path, sample: Path, folder: Path) -> bool:
    """Serves a copy of a sample, judges its pages, and prints what is found; tells whether all are good."""
    shutil.rmtree(folder, ignore_errors=True)
    workspace = folder / "workspace"
    shutil.copytree(sample, workspace)
    found: Findings = []
    with serving(program, workspace) as (process, address), browser() as window:
        context = window.new_context()
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(f"the program of the page: {error}"))
        page.on("console", lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None)

        page.goto(address)
        page.get_by_text("papers can be made").wait_for()
        found += _judge(page, "the list")
        found += _markup(address, folder / "list.html")

        page.goto(address + PAPER)
        page.locator("main [data-pv-from][tabindex]").first.wait_for()
        page.locator("main p[data-pv-from]").first.click()
        found += _judge(page, "a paper")
        found += _markup(address + PAPER, folder / "paper.html")
        found += _keyboard(page)

        page.goto(address + PAPER + "/pages")
        # The policy of the page lets no text become a program, so that nothing is waited for within it.
        while not page.evaluate("document.images[0].complete && document.images[0].naturalWidth > 0"):
            page.wait_for_timeout(50)
        found += _judge(page, "printed pages")
        found += _markup(address + PAPER + "/pages", folder / "pages.html")

        page.goto(address + PAPER)
        page.locator("main [data-pv-from][tabindex]").first.wait_for()
        paper = workspace / (PAPER + ".md")
        good = paper.read_text(encoding="utf-8")
        paper.write_text(good.replace("{{ council.name }}", "{{ council.nmae }}", 1), encoding="utf-8")
        page.locator(".pv-note").first.wait_for()
        found += _judge(page, "a paper with problems")
        found += _markup(address + PAPER, folder / "problems.html")
        page.goto(address)
        found += _judge(page, "the list with problems")
        page.goto(address + "papers/nowhere")
        found += _judge(page, "a paper that is not there")

        page.goto(address + PAPER)
        page.locator("main [data-pv-from][tabindex]").first.wait_for()
        process.terminate()
        page.locator(".pv-lost").wait_for(state="visible")
        found += _judge(page, "a page of a preview that has ended")
        found += [("browser", fault) for fault in faults]
    for name, finding in found:
        print(f"  {name}: {finding}")
    print("the preview is good" if not found else f"the preview: {len(found)} findings")
    return not found


@contextmanager
def serving(program: Path, workspace: Path) -> Iterator[tuple[subprocess.Popen, str]]:
    """The program on a free port, with its address."""
    process = subprocess.Popen([program, workspace], stdout=subprocess.PIPE, text=True, cwd=workspace.parent)
    try:
        yield process, process.stdout.readline().strip()
    finally:
        process.kill()
        process.wait()


def _judge(page: Page, name: str) -> Findings:
    open_page = OpenPage(page, Path(name))
    found: Findings = []
    for screen in SCREENS:
        open_page.resize(screen)
        found += [("axe", f"{name}, {screen}: {finding}") for finding in accessibility.judge(open_page)]
        found += [("layout", f"{name}, {screen}: {finding}") for finding in layout.judge(open_page)]
    return found


def _markup(address: str, file: Path) -> Findings:
    """What the Nu HTML checker finds in a page as it is served."""
    with urllib.request.urlopen(address) as answer:
        file.write_bytes(answer.read())
    return [("nu", f"{file.name}: {finding}") for finding in markup.judge([file])[file]]


def _keyboard(page: Page) -> Findings:
    """Passages are gone to by the arrow keys, each with its place."""
    page.locator("main [data-pv-from][tabindex]").first.focus()
    places = set()
    for _ in range(40):
        page.keyboard.press("ArrowDown")
        places.add(page.locator(".pv-passage").inner_text())
    focused = page.evaluate("document.activeElement.hasAttribute('data-pv-from')")
    if focused and len(places) > 5:
        return []
    return [("keyboard", f"the arrow keys lead to {len(places)} places")]
