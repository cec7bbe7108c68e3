# SPDX-License-Identifier: Apache-2.0
"""A browser that opens pages at a size and in a colour scheme."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright


@dataclass(frozen=True)
class Screen:
    """The width of a window in CSS pixels, and whether the system is dark."""

    width: int
    is_dark: bool

    def __str__(self) -> str:
        return f"{self.width} px, {'dark' if self.is_dark else 'light'}"


WIDTHS = (320, 768, 1280)
SCREENS = [Screen(width, is_dark) for width in WIDTHS for is_dark in (False, True)]


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium, since no other is on the machine."""
    path = shutil.which("chromium")
    if path is None:
        raise SystemExit("there is no Chromium: CLEARDAYS_BROWSER=1 tools/setup installs it")
    with sync_playwright() as playwright:
        # Who judges in a container is often root, for whom Chromium has no sandbox; the pages are our own.
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield opened
        finally:
            opened.close()


class OpenPage:
    """A page in a window, with what it has asked for beside itself."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.path = path
        self.requests: list[str] = []

    def resize(self, screen: Screen) -> None:
        self.page.set_viewport_size({"width": screen.width, "height": 900})
        self.page.emulate_media(color_scheme="dark" if screen.is_dark else "light")


@contextmanager
def opened(window: Browser, path: Path) -> Iterator[OpenPage]:
    """A page of a file, whose requests for anything else are noted."""
    context = window.new_context()
    page = context.new_page()
    open_page = OpenPage(page, path)
    address = path.resolve().as_uri()
    page.on("request", lambda request: _note(request.url, address, open_page.requests))
    page.goto(address)
    try:
        yield open_page
    finally:
        context.close()


def _note(url: str, address: str, requests: list[str]) -> None:
    if url != address and not url.startswith("data:"):
        requests.append(url)
