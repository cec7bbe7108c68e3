# SPDX-License-Identifier: Apache-2.0
"""Measures the preview: `python -m judges.web.preview_times PROGRAM SAMPLE FOLDER`."""

import shutil
import statistics
import sys
import time
from pathlib import Path

from .browser import browser
from .preview import PAPER, serving

SETTLE = 200
SAVES = 20

# When the page said last that it was brought up to date, in milliseconds since 1970. To look for words from outside takes longer than an update.
_WATCH = """document.addEventListener('DOMContentLoaded', () => {
    const news = document.querySelector('.pv-news')
    new MutationObserver(() => { window.updated = Date.now() }).observe(news, {childList: true})
})"""


def main() -> int:
    program, sample, folder = map(Path, sys.argv[1:])
    shutil.rmtree(folder, ignore_errors=True)
    workspace = folder / "workspace"
    shutil.copytree(sample, workspace)
    paper = workspace / (PAPER + ".md")
    cells = workspace / "returns/communities/actions.csv"
    begin = time.monotonic()
    with serving(program, workspace) as (process, address), browser() as window:
        page = window.new_page()
        page.add_init_script(_WATCH)
        page.goto(address)
        page.get_by_text("papers can be made").wait_for()
        print(f"first papers after {time.monotonic() - begin:.2f} s, with the browser")
        page.goto(address + PAPER)
        page.locator("main [data-pv-from][tabindex]").first.wait_for()
        for name, file, words in [("a paragraph", paper, "Each unit of the council"), ("a cell", cells, "An increase of")]:
            times = []
            good = file.read_text(encoding="utf-8")
            for number in range(SAVES):
                fresh = f"Save {number} of it {words}"
                file.write_text(good.replace(words, fresh, 1), encoding="utf-8")
                start = 1000 * time.time()
                while not (page.evaluate("window.updated") or 0) > start:
                    page.wait_for_timeout(20)
                times.append(page.evaluate("window.updated") - start - SETTLE)
                if fresh not in page.evaluate("document.querySelector('main').textContent"):
                    raise SystemExit(f"the page does not have {fresh}")
            print(
                f"{name}: {statistics.median(times):.0f} ms beyond the settling time of 200 ms"
                f" (from {min(times):.0f} to {max(times):.0f}, {SAVES} saves)"
            )
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        print("memory:", next(line.split(":")[1].strip() for line in status.splitlines() if line.startswith("VmRSS")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
