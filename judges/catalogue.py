# SPDX-License-Identifier: Apache-2.0
"""Judge of what is said of the document as a whole (ISO 14289-1, 7.1; ISO 19005-2, 6.6)."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pikepdf

from .document import Document
from .finding import Finding

_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
}
_CLAIMS = {"pdfaid:conformance": "A", "pdfuaid:part": "1"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")
_PATH = re.compile(r"/(home|root|tmp|usr|work|Users)/")
_ROMAN = {
    "M": 1000,
    "CM": 900,
    "D": 500,
    "CD": 400,
    "C": 100,
    "XC": 90,
    "L": 50,
    "XL": 40,
    "X": 10,
    "IX": 9,
    "V": 5,
    "IV": 4,
    "I": 1,
}


def judge(document: Document) -> Iterator[Finding]:
    """Whether language, title, claims, colours and page labels are there and agree."""
    catalogue = document.catalogue
    language = str(catalogue.get("/Lang", ""))
    if not _LANGUAGE.match(language):
        yield Finding(f"the language of the document is “{language}”")
    information = catalogue.get("/MarkInfo", pikepdf.Dictionary())
    if information.get("/Marked") is not True:
        yield Finding("the document does not say that it is tagged")
    if information.get("/Suspects", False) is not False:
        yield Finding("the document doubts its own tags")
    if catalogue.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle") is not True:
        yield Finding("viewers show the name of the file in place of the title")
    for key in ("/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/RoleMap"):
        if key in catalogue or (key == "/RoleMap" and document.structure is not None and key in document.structure):
            yield Finding(f"the document has {key[1:]}, which no paper needs")
    if document.pdf.pdf_version != "1.7":
        yield Finding(f"the document is PDF {document.pdf.pdf_version}, not 1.7")
    if len(document.pdf.trailer.get("/ID", [])) != 2:
        yield Finding("the document has no identifier")
    yield from _metadata(document)
    yield from _output_intents(catalogue)
    yield from _page_labels(document)


def _metadata(document: Document) -> Iterator[Finding]:
    if "/Metadata" not in document.catalogue:
        yield Finding("there are no metadata (XMP)")
        return
    try:
        tree = ElementTree.fromstring(document.catalogue.Metadata.read_bytes().decode("utf-8").strip("\ufeff \n"))
    except (ElementTree.ParseError, UnicodeDecodeError) as error:
        yield Finding(f"the metadata cannot be read: {error}")
        return
    part = "3" if document.holds_files else "2"
    for name, value in {"pdfaid:part": part, **_CLAIMS}.items():
        if _property(tree, name) != value:
            yield Finding(f"the metadata say {name} is {_property(tree, name)}, not {value}")
    if tree.find(".//pdfaExtension:schemas", _SPACES) is None:
        yield Finding("the metadata do not explain pdfuaid (extension schema)")
    information = document.pdf.docinfo
    for name, key in (
        ("dc:title", "/Title"),
        ("dc:creator", "/Author"),
        ("dc:description", "/Subject"),
        ("pdf:Producer", "/Producer"),
        ("xmp:CreatorTool", "/Creator"),
    ):
        said, told = _property(tree, name), str(information[key]) if key in information else None
        if said != told:
            yield Finding(f"the metadata say {name} is “{said}”, the information dictionary says “{told}”")
    if not (_property(tree, "dc:title") or "").strip():
        yield Finding("the document has no title")
    for name, key in (("xmp:CreateDate", "/CreationDate"), ("xmp:ModifyDate", "/ModDate")):
        said = re.sub(r"\D", "", (_property(tree, name) or "").removesuffix("+00:00"))
        told = re.sub(r"\D", "", str(information.get(key, "")).removesuffix("+00'00'").removesuffix("+00'00"))
        if not said or said != told:
            yield Finding(f"the metadata say {name} is “{said}”, the information dictionary says “{told}”")
    said = ElementTree.tostring(tree, encoding="unicode") + " ".join(str(value) for value in information.values())
    path = _PATH.search(said)
    if path:
        yield Finding(f"the metadata tell of a folder: {said[path.start() : path.start() + 30]}")


def _property(tree: ElementTree.Element, name: str) -> str | None:
    """The text of a property, be it simple, a choice of languages or a list."""
    prefix, local = name.split(":")
    for description in tree.iter(f"{{{_SPACES['rdf']}}}Description"):
        if f"{{{_SPACES[prefix]}}}{local}" in description.attrib:
            return description.attrib[f"{{{_SPACES[prefix]}}}{local}"]
        found = description.find(name, _SPACES)
        if found is not None:
            items = found.findall(".//rdf:li", _SPACES)
            return ", ".join(item.text or "" for item in items) if items else found.text
    return None


def _output_intents(catalogue: pikepdf.Object) -> Iterator[Finding]:
    intents = [intent for intent in catalogue.get("/OutputIntents", []) if intent.get("/S") == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield Finding(f"there are {len(intents)} output intents, not one")
        return
    if "/DestOutputProfile" not in intents[0]:
        yield Finding("the output intent has no colour profile")
        return
    profile = intents[0].DestOutputProfile
    data = profile.read_bytes()
    if data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
        yield Finding("the colour profile is none")
    elif data[16:20] != b"RGB " or profile.get("/N") != 3:
        yield Finding("the colour profile is not one of three colours")


def _page_labels(document: Document) -> Iterator[Finding]:
    """The label of a page is the number that is printed at its head or foot."""
    if "/PageLabels" not in document.catalogue:
        yield Finding("the pages have no labels")
        return
    ranges = document.number_tree(document.catalogue.PageLabels)
    if not ranges or ranges[0][0] != 0:
        yield Finding("the labels of the pages do not begin at the first")
        return
    for page, content in enumerate(document.contents):
        start, style = [entry for entry in ranges if entry[0] <= page][-1]
        label = str(style.get("/P", "")) + _number(int(style.get("/St", 1)) + page - start, str(style.get("/S", "")))
        printed = re.findall(r"\w+", " ".join(mark.text for mark in content.marks if mark.kind == "Pagination"))
        if label not in printed:
            yield Finding(f"the label of the page is “{label}”, which is not printed on it", page + 1)


def _number(value: int, style: str) -> str:
    if style == "/D":
        return str(value)
    if style in ("/r", "/R"):
        text = ""
        for letters, worth in _ROMAN.items():
            text += letters * (value // worth)
            value %= worth
        return text if style == "/R" else text.lower()
    return ""
