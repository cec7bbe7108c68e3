# SPDX-License-Identifier: Apache-2.0
"""The judges together."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Browser

from ..finding import Finding
from ..workers import workers
from . import accessibility, layout, markup
from .browser import SCREENS, WIDTHS, Screen, browser, opened

Findings = list[tuple[str, Finding]]


def judge_page(window: Browser, path: Path, screens: list[Screen]) -> Findings:
    """What the judges in the browser find, each finding with the judge's name.

    axe looks at these screens; a page that has none is looked at in the narrowest window only.
    """
    found: Findings = []
    with opened(window, path) as page:
        found += [("layout", finding) for finding in layout.judge_once(page)]
        for width in WIDTHS if screens else WIDTHS[:1]:
            page.resize(Screen(width, is_dark=False))
            found += [("layout", Finding(f"{width} px: {finding}")) for finding in layout.judge(page)]
        for screen in screens:
            page.resize(screen)
            found += [("axe", Finding(f"{screen}: {finding}")) for finding in accessibility.judge(page)]
    return found


def judge_all(paths: Iterable[Path], at_every_size: bool = False) -> bool:
    """Judges pages; prints a line for each that has a finding, and one for each finding; tells whether all are good."""
    pages = list(_pages(paths))
    if not pages:
        print("there is no HTML to judge")
        return False
    jobs = [(path, SCREENS if at_every_size else _screens(path, pages)) for path in pages]
    # A browser for each processor, each with every so-manieth page: those of one paper, which take alike, are beside each other.
    count = min(len(jobs), os.cpu_count() or 1)
    with ThreadPoolExecutor(1) as beside, workers(count) as pool:
        of_markup = beside.submit(markup.judge, pages)
        of_pages = dict(found for share in pool.map(_judge_share, [jobs[at::count] for at in range(count)]) for found in share)
        nu = of_markup.result()
    bad = 0
    for path in pages:
        found = [("nu", finding) for finding in nu[path]] + of_pages[path]
        if found:
            bad += 1
            print(f"{path}: {len(found)} findings", flush=True)
        for name, finding in found:
            print(f"  {name}: {finding}")
    print(f"{len(pages) - bad} of {len(pages)} pages are good")
    return bad == 0


def _judge_share(jobs: list[tuple[Path, list[Screen]]]) -> list[tuple[Path, Findings]]:
    """What is found in some pages, all in one browser."""
    with browser() as window:
        return [(path, judge_page(window, path, screens)) for path, screens in jobs]


def _screens(path: Path, pages: list[Path]) -> list[Screen]:
    """The screens at which axe looks at a page: one for each paper in one of its themes, in turn.

    Themes are the folders of the folders that pages are in; a page that is in one alone has its screen there.
    """
    names = sorted({page.parts[-2:] for page in pages})
    themes = sorted({page.parts[-3] for page in pages if page.parts[-2:] == path.parts[-2:]})
    index = names.index(path.parts[-2:])
    is_its_turn = themes[index % len(themes)] == path.parts[-3]
    return [SCREENS[(index // len(themes)) % len(SCREENS)]] if is_its_turn else []


def _pages(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob("*.html"))
        else:
            yield path
