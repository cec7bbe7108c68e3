# SPDX-License-Identifier: Apache-2.0
"""Good data, spoilt one fault at a time: each must be reported by the judge that it is meant for."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .panel import judge_folder


@dataclass(frozen=True)
class Spoil:
    """A fault to be made in a file, the judge that must report it, and words of its report."""

    name: str
    judge: str
    says: str
    file: str
    make: Callable[[str], str]


SPOILS: list[Spoil] = []
"""Every way that is known."""


def spoil(judge: str, says: str, file: str = "figures.csv") -> Callable[[Callable[[str], str]], Callable[[str], str]]:
    """Enters a function that spoils a file, under its own name."""

    def enter(make: Callable[[str], str]) -> Callable[[str], str]:
        SPOILS.append(Spoil(make.__name__, judge, says, file, make))
        return make

    return enter


def spoil_all(good: Path, out: Path) -> bool:
    """Spoils good data in every way that is known; prints what is not reported; tells whether all is reported."""
    shutil.rmtree(out, ignore_errors=True)
    silent = 0
    for spoil in SPOILS:
        folder = out / f"{spoil.name}-{spoil.judge}"
        shutil.copytree(good, folder)
        path = folder / spoil.file
        text = path.read_bytes().decode("utf-8")
        spoilt = spoil.make(text)
        path.write_bytes(spoilt.encode("utf-8"))
        said = [(judge, str(finding)) for judge, finding in judge_folder(folder)]
        if spoilt != text and any(judge == spoil.judge and spoil.says in words for judge, words in said):
            continue
        print(f"{spoil.name}: {spoil.judge} does not say “{spoil.says}” but {said[:3] or 'nothing'}")
        silent += 1
    print(f"{len(SPOILS) - silent} of {len(SPOILS)} spoilt sets of data are reported")
    found = judge_folder(good)
    if found:
        print(f"the good data have findings: {found[:3]}")
    return silent == 0 and not found


def _first_number(text: str, number: str) -> str:
    """The text with another number in the first row."""
    head, row, rest = text.split("\r\n", 2)
    cells = row.split(",")
    place = head.lstrip("\ufeff").split(",").index("value")
    cells[place] = number
    return "\r\n".join([head, ",".join(cells), rest])


@spoil("pandas", "could not convert string to float")
def letter_in_number(text: str) -> str:
    return _first_number(text, "12x")


@spoil("csvw", "12x")
def letter_in_number_by_metadata(text: str) -> str:
    return _first_number(text, "12x")


@spoil("schema", "in the document")
def another_number(text: str) -> str:
    return _first_number(text, "987654321")


@spoil("pandas", "has the columns")
def column_missing(text: str) -> str:
    return text.replace(",part,", ",", 1)


@spoil("csvw", "part")
def column_missing_by_metadata(text: str) -> str:
    return text.replace(",part,", ",party,", 1)


@spoil("pandas", "two rows have one key")
def row_twice(text: str) -> str:
    return text + text.split("\r\n")[1] + "\r\n"


@spoil("csvw", "uplicate")
def row_twice_by_metadata(text: str) -> str:
    return text + text.split("\r\n")[1] + "\r\n"


@spoil("csvw", "not found in table indicators.csv")
def reference_to_nothing(text: str) -> str:
    head, row, rest = text.split("\r\n", 2)
    return "\r\n".join([head, ",".join([row.split(",")[0], "nobody", *row.split(",")[2:]]), rest])


@spoil("pandas", "has no byte-order mark")
def mark_missing(text: str) -> str:
    return text.lstrip("\ufeff")


@spoil("pandas", "has a formula", "directorates.csv")
def formula(text: str) -> str:
    head, row, rest = text.split("\r\n", 2)
    return "\r\n".join([head, ",".join([row.split(",")[0], "=1+1", *row.split(",")[2:]]), rest])


@spoil("schema", "was unexpected", "round.json")
def property_unknown(text: str) -> str:
    document = json.loads(text)
    document["figures"][0]["colour"] = "red"
    return json.dumps(document)


@spoil("schema", "is a required property", "round.json")
def property_missing(text: str) -> str:
    document = json.loads(text)
    del document["council"]["name"]
    return json.dumps(document)


@spoil("schema", "is not of type", "round.json")
def number_as_text(text: str) -> str:
    document = json.loads(text)
    number = next(figure for figure in document["figures"] if figure["value"] is not None)
    number["value"] = str(number["value"])
    return json.dumps(document)


@spoil("schema", "is not one of", "round.json")
def kind_unknown(text: str) -> str:
    return text.replace('"kind" : "target"', '"kind" : "wish"', 1)


@spoil("csvw", "Invalid value for property", "csv-metadata.json")
def datatype_unknown(text: str) -> str:
    return text.replace('"datatype" : "decimal"', '"datatype" : "nonsense"', 1)
