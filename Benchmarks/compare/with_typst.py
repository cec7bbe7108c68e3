# SPDX-License-Identifier: Apache-2.0
"""Compiles with Typst as a process of its own, and says when it had started: with_typst.py SOURCE PDF FONTS, or --watch SOURCE PDF FONTS.

Typst comes from PyPI as a module, so that Python's start is a part of the process; what is written to standard output lets it be subtracted.
"""

import sys
import time

import typst

print(f'{{"monotonic": {time.monotonic():.6f}, "cpu": {time.process_time():.6f}}}', flush=True)
if sys.argv[1:2] == ["--watch"]:
    source, pdf, fonts = sys.argv[2:]
    typst.Compiler(source, font_paths=[fonts], ignore_system_fonts=True).watch(pdf, pdf_standards="ua-1")
elif len(sys.argv) > 1:
    source, pdf, fonts = sys.argv[1:]
    typst.compile(source, pdf, font_paths=[fonts], ignore_system_fonts=True, pdf_standards="ua-1")
