# SPDX-License-Identifier: Apache-2.0
"""A good page, spoilt one fault at a time: each must be reported by the judge that it is meant for."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import markup
from .browser import SCREENS, browser
from .panel import judge_page


@dataclass(frozen=True)
class Spoil:
    """A fault to be made, the judge that must report it, and words of its report."""

    name: str
    judge: str
    says: str
    make: Callable[[str], str]


SPOILS: list[Spoil] = []
"""Every way that is known."""


def spoil(judge: str, says: str) -> Callable[[Callable[[str], str]], Callable[[str], str]]:
    """Enters a function that spoils a page, under its own name."""

    def enter(make: Callable[[str], str]) -> Callable[[str], str]:
        SPOILS.append(Spoil(make.__name__, judge, says, make))
        return make

    return enter


def spoil_all(good: Path, out: Path) -> bool:
    """Spoils a good page in every way that is known; prints what is not reported; tells whether all is reported."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    text = good.read_text(encoding="utf-8")
    paths = {}
    for spoil in [Spoil("untouched", "", "", lambda page: page), *SPOILS]:
        spoilt = spoil.make(text)
        if spoilt == text and spoil.judge:
            print(f"{spoil.name}: the page cannot be spoilt so")
        paths[spoil.name] = out / f"{spoil.name}.html"
        paths[spoil.name].write_text(spoilt, encoding="utf-8")
    of_markup = markup.judge(paths.values())
    said: dict[str, list[tuple[str, str]]] = {}
    with browser() as window:
        for name, path in paths.items():
            found = judge_page(window, path, [SCREENS[0]])
            found += [("nu", finding) for finding in of_markup[path]]
            said[name] = [(judge, str(finding)) for judge, finding in found]
    silent = 0
    for spoil in SPOILS:
        if any(judge == spoil.judge and spoil.says in words for judge, words in said[spoil.name]):
            continue
        print(f"{spoil.name}: {spoil.judge} does not say “{spoil.says}” but {said[spoil.name] or 'nothing'}")
        silent += 1
    if said["untouched"]:
        print(f"the good page has findings: {said['untouched']}")
    print(f"{len(SPOILS) - silent} of {len(SPOILS)} spoilt pages are reported")
    return silent == 0 and not said["untouched"]


@spoil("layout", "a cell without headers")
def table_without_headers(page: str) -> str:
    return re.sub(r'(<td[^>]*) headers="[^"]*"', r"\1", page)


@spoil("axe", "svg-img-alt")
def picture_without_words(page: str) -> str:
    return re.sub(r'(<svg[^>]*role="img") aria-label="[^"]*"', r"\1", page, count=1)


@spoil("layout", "the page is wider than its window")
def overflow(page: str) -> str:
    return page.replace("</main>", '<p style="width:50rem">wide</p></main>')


@spoil("layout", "two elements have the name")
def name_twice(page: str) -> str:
    return page.replace("</main>", '<p id="page.0">again</p></main>')


@spoil("layout", "what scrolls is not reached by Tab")
def region_out_of_reach(page: str) -> str:
    return page.replace(' tabindex="0"', "")


@spoil("layout", "what scrolls has no name")
def region_without_name(page: str) -> str:
    return re.sub(r'(<div class="wide"[^>]*) aria-labelledby="[^"]*"', r"\1", page)


@spoil("layout", "what scrolls shows no focus")
def invisible_focus(page: str) -> str:
    return page.replace("</style>", ":focus-visible{outline:none}</style>")


@spoil("layout", "rows show through")
def transparent_cells(page: str) -> str:
    return page.replace("</style>", "th,td,thead th{background:transparent}</style>")


@spoil("axe", "color-contrast")
def pale_words(page: str) -> str:
    return page.replace("</style>", "main p{color:#999;background:#fff}</style>")


@spoil("axe", "html-has-lang")
def no_language(page: str) -> str:
    return re.sub(r'<html lang="[^"]*"', "<html", page)


@spoil("axe", "heading-order")
def heading_skipped(page: str) -> str:
    return page.replace("<h2", "<h4").replace("</h2>", "</h4>")


@spoil("axe", "page-has-heading-one")
def no_first_heading(page: str) -> str:
    return page.replace("<h1", "<h2").replace("</h1>", "</h2>")


@spoil("nu", "nclosed element")
def element_left_open(page: str) -> str:
    return page.replace("</main>", "<div></main>")


@spoil("nu", "Duplicate ID")
def name_twice_by_markup(page: str) -> str:
    return page.replace("</main>", '<p id="page.0">again</p></main>')


@spoil("nu", "CSS")
def property_unknown(page: str) -> str:
    return page.replace("</style>", "p{colour:red}</style>")


@spoil("layout", "the page has a script")
def script(page: str) -> str:
    return page.replace("</main>", "</main><script>1</script>")


@spoil("layout", "the page asks for")
def picture_from_elsewhere(page: str) -> str:
    return page.replace("</main>", '<p><img src="logo.png" alt="Logo"></p></main>')


@spoil("layout", "a link leads nowhere")
def link_to_nothing(page: str) -> str:
    return page.replace("</main>", '<p><a href="#nothing">nothing</a></p></main>')
