# SPDX-License-Identifier: Apache-2.0
"""Faults in what joins pages and tree."""

import re

from pikepdf import Array, Dictionary, Name, Pdf

from .spoil import annotations, elements, kids, mark, numbers, page_of, rewrite, spoil, spoil_bytes, with_marks


@spoil("marks", "is used 2 times")
def mark_used_twice(pdf: Pdf) -> None:
    rewrite(pdf, 0, rb"/MCID 1\b", b"/MCID 0")


@spoil("marks", "stands 0 times in the tree")
def mark_that_the_tree_does_not_know(pdf: Pdf) -> None:
    rewrite(pdf, 0, rb"/MCID 1\b", b"/MCID 9999")


@spoil("marks", "which is not there")
def tree_that_knows_a_mark_too_many(pdf: Pdf) -> None:
    paragraph = with_marks(pdf, "P")[0]
    paragraph.K = Array([*kids(paragraph), 9999])


@spoil("marks", "stands 0 times in the tree")
def mark_dropped_from_the_tree(pdf: Pdf) -> None:
    paragraph = with_marks(pdf, "P")[-1]
    paragraph.K = Array(kids(paragraph)[1:])


@spoil("marks", "stands 2 times in the tree")
def mark_of_two_elements(pdf: Pdf) -> None:
    first, second = with_marks(pdf, "P")[:2]
    second.K = Array([*kids(second), Dictionary(Type=Name.MCR, Pg=first.Pg, MCID=numbers(first)[0])])


@spoil("marks", "text stands outside every mark")
def text_without_a_mark(pdf: Pdf) -> None:
    rewrite(pdf, 0, mark(1) + rb"(.*?)EMC", rb"\1")


@spoil("marks", "a line or fill stands outside every mark")
def line_without_a_mark(pdf: Pdf) -> None:
    for number, page in enumerate(pdf.pages):
        if re.search(rb"/Type\s*/Layout", page.Contents.read_bytes()):
            rewrite(pdf, number, rb"/Artifact\s*<<[^>]*/Type\s*/Layout[^>]*>>\s*BDC\s(.*?)EMC", rb"\1")
            return
    raise LookupError("there is no line or fill")


@spoil("marks", "an artifact stands inside mark")
def artifact_in_content(pdf: Pdf) -> None:
    rewrite(pdf, 0, rb"(" + mark(0) + rb")", rb"\1/Artifact BMC EMC ")


@spoil("marks", "stands inside an artifact")
def content_in_an_artifact(pdf: Pdf) -> None:
    rewrite(pdf, 0, rb"(" + mark(0) + rb".*?EMC)", rb"/Artifact BMC \1 EMC")


@spoil("marks", "a mark is not closed")
def mark_without_an_end(pdf: Pdf) -> None:
    content = pdf.pages[0].Contents.read_bytes()
    head, _, tail = content.rpartition(b"EMC")
    pdf.pages[0].Contents = pdf.make_stream(head + tail)


@spoil("marks", "the parent tree leads mark")
def parent_tree_with_swapped_entries(pdf: Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    other = next(number for number in range(1, len(owners)) if owners[number].objgen != owners[0].objgen)
    owners[0], owners[other] = owners[other], owners[0]


@spoil("marks", "there is no parent tree")
def parent_tree_missing(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


@spoil("marks", "the parent tree has no entry for the page")
def parent_tree_without_a_page(pdf: Pdf) -> None:
    tree = pdf.Root.StructTreeRoot.ParentTree
    tree.Nums = Array(list(tree.Nums)[2:])


@spoil("marks", "the next key of the parent tree is taken")
def parent_tree_with_a_wrong_next_key(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTreeNextKey = 0


@spoil("marks", "the parent tree leads an annotation to another element")
def annotations_with_swapped_keys(pdf: Pdf) -> None:
    first, second = annotations(pdf)[:2]
    first.StructParent, second.StructParent = second.StructParent, first.StructParent


@spoil("marks", "an annotation stands 0 times in the tree")
def link_without_its_annotation(pdf: Pdf) -> None:
    link = elements(pdf, "Link")[0]
    link.K = Array(numbers(link))


@spoil("marks", "elements are called")
def name_given_twice(pdf: Pdf) -> None:
    first, second = [element for element in elements(pdf, "TH") if "/ID" in element][:2]
    second.ID = first.ID


@spoil("marks", "there is no tree of names")
def names_without_a_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.IDTree


@spoil("marks", "the tree of names does not lead to")
def names_that_lead_elsewhere(pdf: Pdf) -> None:
    node = pdf.Root.StructTreeRoot.IDTree
    while "/Names" not in node:
        node = node.Kids[0]
    node.Names[1], node.Names[3] = node.Names[3], node.Names[1]


@spoil("marks", "names a parent that is not its own")
def element_with_a_wrong_parent(pdf: Pdf) -> None:
    first, second = elements(pdf, "TD")[0], elements(pdf, "TR")[0]
    first.P = second


@spoil("marks", "stands 2 times in the tree")
def element_in_two_places(pdf: Pdf) -> None:
    row = elements(pdf, "TR")[0]
    row.K = Array([*kids(row), kids(row)[0]])


@spoil("marks", "of no page")
def element_without_a_page(pdf: Pdf) -> None:
    del with_marks(pdf, "P")[0]["/Pg"]


@spoil("marks", "to the parent tree")
def page_without_a_key(pdf: Pdf) -> None:
    del pdf.pages[page_of(pdf, with_marks(pdf, "P")[0])].obj["/StructParents"]


@spoil_bytes("marks", "does not end where its length says")
def stream_with_a_wrong_length(data: bytes) -> bytes:
    def shorten(length: re.Match[bytes]) -> bytes:
        return b"/Length %0*d" % (len(length.group(1)), int(length.group(1)) - 3)

    return re.sub(rb"/Length (\d+)(?! \d+ R)(?=\D)", shorten, data, count=1)
