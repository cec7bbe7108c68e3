# SPDX-License-Identifier: Apache-2.0
"""Whether pandas reads every table with the types that the metadata state."""

import json
from collections.abc import Iterator
from pathlib import Path

import pandas

from ..finding import Finding

TYPES = {"decimal": "float64", "integer": "Int64", "boolean": "boolean", "string": "string", "date": "string"}
"""The type of pandas for each datatype; dates are parsed afterwards."""


def judge(folder: Path) -> Iterator[Finding]:
    """Reads every table of a folder, and holds it against its description."""
    group = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    described = {table["url"] for table in group["tables"]}
    there = {path.name for path in folder.glob("*.csv")}
    for name in sorted(described ^ there):
        yield Finding(f"{name} is {'described and not there' if name in described else 'there and not described'}")
    for table in group["tables"]:
        if table["url"] in there:
            yield from _judge_table(folder / table["url"], table["tableSchema"])


def _judge_table(path: Path, schema: dict) -> Iterator[Finding]:
    raw = path.read_bytes()
    if not raw.startswith(b"\xef\xbb\xbf"):
        yield Finding(f"{path.name} has no byte-order mark")
    if raw.count(b"\r\n") == 0 or not raw.endswith(b"\r\n"):
        yield Finding(f"{path.name} does not end its lines in CR LF")
    bases = {column["name"]: _base(column["datatype"]) for column in schema["columns"]}
    types = {name: TYPES.get(base, "string") for name, base in bases.items()}
    try:
        # Only an empty cell is nothing: `none` and `NA` are words.
        frame = pandas.read_csv(path, dtype=types, keep_default_na=False, na_values=[""], encoding="utf-8-sig")
    except (ValueError, TypeError) as error:
        yield Finding(f"{path.name}: {error}")
        return
    if list(frame.columns) != list(bases):
        yield Finding(f"{path.name} has the columns {list(frame.columns)}, and not {list(bases)}")
        return
    for column in schema["columns"]:
        name = column["name"]
        if column["required"] and frame[name].isna().any():
            yield Finding(f"{path.name}: {name} is empty in a row")
        if bases[name] == "date":
            try:
                pandas.to_datetime(frame[name].dropna(), format="%Y-%m-%d")
            except ValueError as error:
                yield Finding(f"{path.name}: {name}: {error}")
        if bases[name] == "string":
            formulas = frame[name].dropna().str.match(r"[=+\-@\t\r]")
            if formulas.any():
                yield Finding(f"{path.name}: {name} has a formula")
    keys = schema["primaryKey"]
    if keys and frame.duplicated(keys).any():
        yield Finding(f"{path.name}: two rows have one key")


def _base(datatype: str | dict) -> str:
    return datatype if isinstance(datatype, str) else datatype["base"]
