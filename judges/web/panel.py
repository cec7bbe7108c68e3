# SPDX-License-Identifier: Apache-2.0
"""The judges together."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Browser

from ..finding import Finding
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
    of_markup = markup.judge(pages)
    bad = 0
    with browser() as window:
        for path in pages:
            screens = SCREENS if at_every_size else _screens(path, pages)
            found = [("nu", finding) for finding in of_markup[path]] + judge_page(window, path, screens)
            if found:
                bad += 1
                print(f"{path}: {len(found)} findings", flush=True)
            for name, finding in found:
                print(f"  {name}: {finding}")
    print(f"{len(pages) - bad} of {len(pages)} pages are good")
    return bad == 0


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
