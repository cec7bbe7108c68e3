# SPDX-License-Identifier: Apache-2.0
"""Holds the files of workspaces and of layouts against the schemas."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from jsonschema import Draft7Validator
from jsonschema.exceptions import SchemaError

from ..finding import Finding
from .core import read


class Schemas:
    """The schemas of a folder, by their names."""

    def __init__(self, folder: Path) -> None:
        self.problems: list[Finding] = []
        self._validators: dict[str, Draft7Validator] = {}
        for path in sorted(folder.glob("*.json")):
            schema = json.loads(path.read_text(encoding="utf-8"))
            try:
                Draft7Validator.check_schema(schema)
            except SchemaError as error:
                self.problems.append(Finding(f"{path.name} is no schema: {error.message}"))
            self._validators[path.stem] = Draft7Validator(schema)

    @property
    def names(self) -> set[str]:
        return set(self._validators)

    def findings(self, name: str, text: str) -> Iterator[Finding]:
        """What the schema of a name finds in a text."""
        try:
            value = read(text)
        except yaml.YAMLError as error:
            yield Finding(f"it is not YAML: {error}")
            return
        for error in self._validators[name].iter_errors(value):
            yield Finding(f"{error.json_path}: {error.message[:200]}")


def schema_of(path: Path, text: str) -> str | None:
    """The name of the schema that a file has, or nothing."""
    if path.name in {"council.yaml", "round.yaml"}:
        return path.stem
    if path.name == "circulated.yaml":
        return "circulated"
    if path.name == "bank-holidays.json":
        return "bank-holidays"
    match path.parent.name:
        case "papers":
            return "paper"
        case "tables":
            return "table"
        case "themes":
            return "theme"
        case "forms":
            return "return-words"
        case "layouts":
            kinds = {"paper": "layout", "return": "return-layout", "words": "words"}
            return kinds.get(dict(read(text)).get("kind", ""))
    return "return" if path.name == "return.yaml" else None


def keyed_text(path: Path) -> str:
    """The YAML of a file: all of it, or the header of a paper."""
    text = path.read_text(encoding="utf-8-sig")
    return text.split("\n---\n", 1)[0].removeprefix("---\n") if path.suffix == ".md" else text


def keyed_files(roots: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """The files of some folders that have keys, each with its YAML."""
    for root in roots:
        for path in sorted(root.rglob("*")):
            is_header = path.suffix == ".md" and path.parent.name == "papers"
            has_keys = is_header or path.suffix == ".yaml" or path.name == "bank-holidays.json"
            if has_keys and path.is_file() and ".schemas" not in path.parts:
                yield path, keyed_text(path)


def judge_all(schemas: Schemas, roots: Iterable[Path]) -> bool:
    """Judges every file of some folders; prints a line for each finding; tells whether all are good."""
    for finding in schemas.problems:
        print(finding)
    judged: dict[str, int] = {}
    bad = 0
    for path, text in keyed_files(roots):
        name = schema_of(path, text)
        if name is None:
            print(f"{path}: no schema is known for it")
            bad += 1
            continue
        judged[name] = judged.get(name, 0) + 1
        found = list(schemas.findings(name, text))
        bad += bool(found)
        for finding in found:
            print(f"{path}: {finding}")
    print(f"{sum(judged.values()) - bad} of {sum(judged.values())} files are good by {len(judged)} schemas")
    return bad == 0 and not schemas.problems and bool(judged)
