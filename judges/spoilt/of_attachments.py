# SPDX-License-Identifier: Apache-2.0
"""Faults of embedded files: of a paper that carries its data."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from .spoil import ATTACHED, rewrite_metadata, spoil


def _specification(pdf: Pdf, name: str = "figures.csv") -> Object:
    entries = list(pdf.Root.Names.EmbeddedFiles.Names)
    return next(one for given, one in zip(entries[::2], entries[1::2]) if str(given) == name)


@spoil("catalogue", "pdfaid:part is 2, not 3", ATTACHED)
def claim_of_the_second_part(pdf: Pdf) -> None:
    rewrite_metadata(pdf, r"<pdfaid:part>3</pdfaid:part>", "<pdfaid:part>2</pdfaid:part>")


@spoil("validation", "PDF/A-3a", ATTACHED)
def claim_of_the_second_part_as_the_standard_says(pdf: Pdf) -> None:
    claim_of_the_second_part(pdf)


@spoil("attachments", "not every embedded file is associated", ATTACHED)
def no_association(pdf: Pdf) -> None:
    del pdf.Root.AF


@spoil("attachments", "not every embedded file is associated", ATTACHED)
def one_file_that_is_not_associated(pdf: Pdf) -> None:
    pdf.Root.AF = Array(list(pdf.Root.AF)[1:])


@spoil("attachments", "its relation to the paper is None", ATTACHED)
def no_relation(pdf: Pdf) -> None:
    del _specification(pdf).AFRelationship


@spoil("validation", "PDF/A-3a", ATTACHED)
def no_relation_as_the_standard_says(pdf: Pdf) -> None:
    no_relation(pdf)


@spoil("attachments", "its UF is “”", ATTACHED)
def no_unicode_name(pdf: Pdf) -> None:
    del _specification(pdf).UF


@spoil("attachments", "its F is “../figures.csv”", ATTACHED)
def name_that_leads_out(pdf: Pdf) -> None:
    _specification(pdf).F = String("../figures.csv")


@spoil("attachments", "nothing says what it is", ATTACHED)
def no_description(pdf: Pdf) -> None:
    del _specification(pdf).Desc


@spoil("attachments", "its type is None", ATTACHED)
def no_media_type(pdf: Pdf) -> None:
    del _specification(pdf).EF.F.Subtype


@spoil("attachments", "its checksum is of something else", ATTACHED)
def other_figures(pdf: Pdf) -> None:
    stream = _specification(pdf).EF.F
    data = stream.read_bytes()
    changed = data[:-3] + (b"9" if data[-3:-2] != b"9" else b"8") + data[-2:]
    stream.write(changed)


@spoil("attachments", "its size is said to be", ATTACHED)
def figures_that_are_cut_off(pdf: Pdf) -> None:
    stream = _specification(pdf).EF.F
    stream.write(stream.read_bytes()[:-10])


@spoil("attachments", "the document at another time", ATTACHED)
def another_time(pdf: Pdf) -> None:
    _specification(pdf).EF.F.Params.ModDate = String("D:20010101000000Z")


@spoil("attachments", "the names of embedded files are not in order", ATTACHED)
def names_in_disorder(pdf: Pdf) -> None:
    entries = list(pdf.Root.Names.EmbeddedFiles.Names)
    pdf.Root.Names.EmbeddedFiles.Names = Array(entries[2:] + entries[:2])


@spoil("attachments", "which is not embedded", ATTACHED)
def missing_table(pdf: Pdf) -> None:
    entries = list(pdf.Root.Names.EmbeddedFiles.Names)
    position = next(index for index in range(0, len(entries), 2) if str(entries[index]) == "figures.csv")
    gone = entries[position + 1].objgen
    pdf.Root.Names.EmbeddedFiles.Names = Array(entries[:position] + entries[position + 2 :])
    pdf.Root.AF = Array([one for one in pdf.Root.AF if one.objgen != gone])


@spoil("attachments", "the metadata do not describe", ATTACHED)
def stranger(pdf: Pdf) -> None:
    data = b"a,b\r\n"
    stream = pdf.make_stream(data, Type=Name.EmbeddedFile, Subtype=Name("/text/csv"))
    names = Dictionary(F=stream, UF=stream)
    specification = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec, F="zz.csv", UF="zz.csv", Desc="Others", AFRelationship=Name.Data, EF=names
        )
    )
    pdf.Root.Names.EmbeddedFiles.Names = Array([*pdf.Root.Names.EmbeddedFiles.Names, String("zz.csv"), specification])
    pdf.Root.AF = Array([*pdf.Root.AF, specification])

