# SPDX-License-Identifier: Apache-2.0
"""Whether the document of a round validates against its schema, and says what the tables say."""

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError

from ..finding import Finding


def judge(folder: Path) -> Iterator[Finding]:
    """Validates the document, then compares every cell of every table with its member."""
    schema = json.loads((folder / "round.schema.json").read_text(encoding="utf-8"))
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        yield Finding(f"the schema is none: {error.message}")
        return
    text = (folder / "round.json").read_text(encoding="utf-8")
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    for error in validator.iter_errors(json.loads(text)):
        yield Finding(f"{error.json_path}: {error.message[:200]}")
    document = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    for path in sorted(folder.glob("*.csv")):
        yield from _compare(path, document.get(path.stem.replace("-", "_"), []))


def _compare(path: Path, members: list[dict]) -> Iterator[Finding]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if len(rows) != len(members):
        yield Finding(f"{path.name} has {len(rows)} rows, and the document {len(members)}")
        return
    for number, (row, member) in enumerate(zip(rows, members, strict=True), start=1):
        for name, cell in row.items():
            if not _is_same(cell, member.get(name)):
                yield Finding(f"{path.name}, row {number}: {name} is {cell!r}, and {member.get(name)!r} in the document")


def _is_same(cell: str | None, value: object) -> bool:
    match value:
        case None:
            return cell == ""
        case bool():
            return cell == ("true" if value else "false")
        case Decimal():
            try:
                return Decimal(cell or "") == value
            except ArithmeticError:
                return False
        case _:
            # An apostrophe keeps spreadsheets from taking a text for a formula.
            return cell in (value, f"'{value}")
