# SPDX-License-Identifier: Apache-2.0
"""The readers: what each makes of the pages of a PDF."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pypdfium2
from pdfminer.high_level import extract_text


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _pdfium(path: Path) -> str:
    """What Chrome and Edge copy and search."""
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def _pdfjs(path: Path) -> str:
    """What Firefox copies and searches."""
    return "\n".join(json.loads(_output("node", str(Path(__file__).with_name("pdfjs.js")), str(path))))


def _mupdf(path: Path) -> str:
    with pymupdf.open(path) as pdf:
        return "\n".join(page.get_text() for page in pdf)


def _pdftotext(path: Path) -> str:
    return _output("pdftotext", str(path), "-")


def _structure(path: Path) -> str:
    """What poppler reads from the structure tree, as screen readers do."""
    return "".join(re.findall(r'^ +"(.*)"$', _output("pdfinfo", "-struct-text", str(path)), re.MULTILINE))


READERS: dict[str, Callable[[Path], str]] = {
    "PDFium": _pdfium,
    "pdf.js": _pdfjs,
    "MuPDF": _mupdf,
    "pdftotext": _pdftotext,
    "structure": _structure,
    "pdfminer": lambda path: extract_text(path),
}
"""Each reader by its name."""
