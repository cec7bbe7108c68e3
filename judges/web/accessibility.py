# SPDX-License-Identifier: Apache-2.0
"""Judge of what axe-core finds (WCAG 2.2 and its best practices)."""

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python

from ..finding import Finding
from .browser import OpenPage

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def judge(page: OpenPage) -> Iterator[Finding]:
    """What axe reports as a violation, of whatever weight."""
    page.page.evaluate(_AXE)
    result = page.page.evaluate("axe.run(document, {resultTypes: ['violations'], elementRef: false})")
    for violation in result["violations"]:
        first = violation["nodes"][0]["html"]
        yield Finding(f"{violation['id']}: {violation['help']}, {len(violation['nodes'])} times, first {first[:120]}")
