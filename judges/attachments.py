# SPDX-License-Identifier: Apache-2.0
"""Judge of embedded files (ISO 19005-3, 6.8; ISO 32000-1, 7.11; ISO 14289-1, 7.11), and of the data in them."""

import hashlib
import json
import re
from collections.abc import Iterator

import pikepdf

from .document import Document
from .finding import Finding

_TYPES = {
    "csv-metadata.json": "application/csvm+json",
    "round.json": "application/json",
    "round.schema.json": "application/schema+json",
}


def judge(document: Document) -> Iterator[Finding]:
    """Whether each embedded file says what it is, is whole, and is associated with the document."""
    named = _named(document)
    associated = list(document.catalogue.get("/AF", []))
    if not named:
        if associated:
            yield Finding("files are associated with the document, and none is embedded")
        return
    names = [name for name, _ in named]
    if names != sorted(names) or len(set(names)) != len(names):
        yield Finding("the names of embedded files are not in order")
    if {one.objgen for _, one in named} != {one.objgen for one in associated} or len(associated) != len(named):
        yield Finding("not every embedded file is associated with the document")
    for name, specification in named:
        for words in _specification(name, specification, document):
            yield Finding(f"the embedded file {name}: {words}")
    yield from _data(dict(named))


def _named(document: Document) -> list[tuple[str, pikepdf.Object]]:
    """The file specifications by their names in the tree, which has one node."""
    if not document.holds_files:
        return []
    entries = list(document.catalogue.Names.EmbeddedFiles.get("/Names", []))
    return [(str(name), specification) for name, specification in zip(entries[::2], entries[1::2])]


def _specification(name: str, specification: pikepdf.Object, document: Document) -> Iterator[str]:
    if specification.get("/Type") != "/Filespec":
        yield "it has no file specification"
        return
    for key in ("/F", "/UF"):
        if str(specification.get(key, "")) != name:
            yield f"its {key[1:]} is “{specification.get(key, '')}”"
    if not str(specification.get("/Desc", "")).strip():
        yield "nothing says what it is"
    if specification.get("/AFRelationship") != "/Data":
        yield f"its relation to the paper is {specification.get('/AFRelationship')}"
    streams = specification.get("/EF", pikepdf.Dictionary())
    if "/F" not in streams or "/UF" not in streams or streams.F.objgen != streams.UF.objgen:
        yield "it is not embedded under both names"
        return
    stream = streams.F
    if stream.get("/Type") != "/EmbeddedFile":
        yield "its stream is not one of an embedded file"
    expected = "/" + _TYPES.get(name, "text/csv")
    if stream.get("/Subtype") != expected:
        yield f"its type is {stream.get('/Subtype')}, not {expected}"
    data = stream.read_bytes()
    parameters = stream.get("/Params", pikepdf.Dictionary())
    if parameters.get("/Size") != len(data):
        yield f"its size is said to be {parameters.get('/Size')}, and is {len(data)}"
    if bytes(parameters.get("/CheckSum", b"")) != hashlib.md5(data, usedforsecurity=False).digest():
        yield "its checksum is of something else"
    if str(parameters.get("/ModDate", "")) != str(document.pdf.docinfo.get("/ModDate", "")):
        yield f"it was made at “{parameters.get('/ModDate', '')}”, the document at another time"


def _data(named: dict[str, pikepdf.Object]) -> Iterator[Finding]:
    """The metadata describe the tables that are there, no more and no less."""
    try:
        metadata = json.loads(named["csv-metadata.json"].EF.F.read_bytes())
        described = {table["url"]: table for table in metadata["tables"]}
        for name, table in described.items():
            if name not in named:
                yield Finding(f"the metadata describe {name}, which is not embedded")
                continue
            text = named[name].EF.F.read_bytes().decode("utf-8-sig")
            header = re.split(r"\r\n", text, maxsplit=1)[0].split(",")
            if header != [column["name"] for column in table["tableSchema"]["columns"]]:
                yield Finding(f"{name} has other columns than its metadata")
        for name in sorted(set(named) - set(described) - set(_TYPES)):
            yield Finding(f"the metadata do not describe {name}")
        json.loads(named["round.json"].EF.F.read_bytes())
    except (AttributeError, KeyError, TypeError, UnicodeDecodeError, ValueError) as error:
        yield Finding(f"the data cannot be read: {type(error).__name__}: {error}")
