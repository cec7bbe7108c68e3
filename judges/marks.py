# SPDX-License-Identifier: Apache-2.0
"""Judge of the marks: what joins pages and tree, which no validator checks (ISO 32000-1, 14.7.4)."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import pikepdf

from .document import Document
from .element import Element, MarkReference
from .finding import Finding, several

_STREAM = re.compile(rb"/Length (\d+)(?! \d+ R)[^\n]{0,400}?>>\r?\n?stream\r?\n")


def judge(document: Document) -> Iterator[Finding]:
    """Whether each mark is in the tree once, and the tree, its indexes and the pages agree."""
    yield from _streams(document)
    for number, content in enumerate(document.contents, start=1):
        for fault, count in Counter(content.faults).items():
            yield Finding(fault if count == 1 else f"{fault} ({count} times)", number)
        if content.stray:
            yield Finding(f"text stands outside every mark: {several([f'“{text}”' for text in content.stray])}", number)
    if document.structure is None:
        yield Finding("there is no structure tree")
        return
    yield from _parents(document, document.structure)
    yield from _references(document)
    yield from _parent_tree(document, document.structure)
    yield from _identifiers(document, document.structure)


def _streams(document: Document) -> Iterator[Finding]:
    """Each stream ends where its length says, after an end of line (ISO 19005-2, 6.1.7.1)."""
    data = document.path.read_bytes()
    for match in _STREAM.finditer(data):
        end = match.end() + int(match.group(1))
        if not re.match(rb"\r?\n?endstream", data[end : end + 12]):
            yield Finding(f"the stream at byte {match.start()} does not end where its length says")
        elif data[end : end + 1] not in (b"\r", b"\n"):
            yield Finding(f"the stream at byte {match.start()} has no end of line before endstream")


def _parents(document: Document, root: pikepdf.Object) -> Iterator[Finding]:
    for element in document.elements:
        expected = element.parent.source if element.parent is not None else root
        parent = element.source.get("/P")
        if parent is None or parent.objgen != expected.objgen:
            yield Finding(f"{element.kind} {element.name[0]} names a parent that is not its own")
    names = Counter(element.name for element in document.elements)
    for name, count in names.items():
        if count > 1:
            yield Finding(f"element {name[0]} stands {count} times in the tree")


def _references(document: Document) -> Iterator[Finding]:
    owners = _owners(document)
    for page, content in enumerate(document.contents):
        numbers = [mark.mcid for mark in content.marks if mark.mcid is not None]
        for number, count in Counter(numbers).items():
            if count > 1:
                yield Finding(f"mark {number} is used {count} times", page + 1)
        for number in dict.fromkeys(numbers):
            count = len(owners.get(MarkReference(page, number), []))
            if count != 1:
                yield Finding(f"mark {number} stands {count} times in the tree", page + 1)
    for reference, elements in owners.items():
        if reference.page is None:
            yield Finding(f"{elements[0].kind} {elements[0].name[0]} has mark {reference.mcid} of no page")
        elif reference not in document.marks:
            yield Finding(f"the tree refers to mark {reference.mcid}, which is not there", reference.page + 1)


def _parent_tree(document: Document, root: pikepdf.Object) -> Iterator[Finding]:
    if "/ParentTree" not in root:
        yield Finding("there is no parent tree")
        return
    entries = document.number_tree(root.ParentTree)
    keys = [key for key, _ in entries]
    if keys != sorted(set(keys)):
        yield Finding("the keys of the parent tree are not in order")
    if int(root.get("/ParentTreeNextKey", 0)) <= max(keys, default=-1):
        yield Finding("the next key of the parent tree is taken")
    tree = dict(entries)
    used: list[int] = []
    owners = _owners(document)
    for page, content in enumerate(document.contents):
        numbers = {mark.mcid for mark in content.marks if mark.mcid is not None}
        key = document.pages[page].obj.get("/StructParents")
        if key is None:
            if numbers:
                yield Finding("the page has marks and no key to the parent tree", page + 1)
            continue
        used.append(int(key))
        array = tree.get(int(key))
        if not isinstance(array, pikepdf.Array):
            yield Finding("the parent tree has no entry for the page", page + 1)
            continue
        wrong = [number for number in sorted(numbers) if not _leads(array, number, owners, page)]
        if wrong:
            yield Finding(f"the parent tree leads mark {several(wrong)} to another element", page + 1)
        beyond = [number for number, owner in enumerate(array) if owner is not None and number not in numbers]
        if beyond:
            yield Finding(f"the parent tree has mark {several(beyond)}, which is not there", page + 1)
    for page, annotation in document.annotations.values():
        key = annotation.get("/StructParent")
        found = document.owners.get(annotation.objgen, [])
        if len(found) != 1:
            yield Finding(f"an annotation stands {len(found)} times in the tree", page + 1)
        elif key is None or int(key) not in tree or tree[int(key)].objgen != found[0].name:
            yield Finding("the parent tree leads an annotation to another element", page + 1)
        if key is not None:
            used.append(int(key))
    for name, found in document.owners.items():
        if name not in document.annotations:
            yield Finding(f"{found[0].kind} {found[0].name[0]} refers to an annotation of no page")
    for number, count in Counter(used).items():
        if count > 1:
            yield Finding(f"the key {number} of the parent tree is used {count} times")
    for number in sorted(set(keys) - set(used)):
        yield Finding(f"the entry {number} of the parent tree is of no page and no annotation")


def _leads(array: pikepdf.Array, number: int, owners: dict[MarkReference, list[Element]], page: int) -> bool:
    found = owners.get(MarkReference(page, number), [])
    if not found:
        return True  # told already
    return number < len(array) and array[number] is not None and array[number].objgen == found[0].name


def _owners(document: Document) -> dict[MarkReference, list[Element]]:
    owners: dict[MarkReference, list[Element]] = defaultdict(list)
    for element in document.elements:
        for reference in element.marks:
            owners[reference].append(element)
    return owners


def _identifiers(document: Document, root: pikepdf.Object) -> Iterator[Finding]:
    named: dict[bytes, list[Element]] = defaultdict(list)
    for element in document.elements:
        if element.identifier is not None:
            named[element.identifier].append(element)
    for identifier, elements in named.items():
        if len(elements) > 1:
            yield Finding(f"{len(elements)} elements are called {identifier.decode(errors='replace')}")
    if not named:
        return
    if "/IDTree" not in root:
        yield Finding("elements have names and there is no tree of names")
        return
    entries = document.name_tree(root.IDTree)
    keys = [key for key, _ in entries]
    if keys != sorted(set(keys)):
        yield Finding("the tree of names is not in order")
    tree = {key: value.objgen for key, value in entries}
    wrong = [name for name, elements in named.items() if tree.get(name) != elements[0].name]
    if wrong:
        yield Finding(
            f"the tree of names does not lead to {several([name.decode(errors='replace') for name in wrong])}"
        )
    extra = [name.decode(errors="replace") for name in tree if name not in named]
    if extra:
        yield Finding(f"the tree of names has {several(extra)}, which no element is called")
