# SPDX-License-Identifier: Apache-2.0
"""Faults in what is said of the document as a whole."""

from pikepdf import Dictionary, Name, Pdf, String

from .spoil import rewrite_metadata, spoil


@spoil("catalogue", "the language of the document is “”")
def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


@spoil("catalogue", "the language of the document is “english please”")
def malformed_language(pdf: Pdf) -> None:
    pdf.Root.Lang = String("english please")


@spoil("fidelity", "the paper is in")
def wrong_language(pdf: Pdf) -> None:
    pdf.Root.Lang = String("fr-FR")


@spoil("fidelity", "the paper is called")
def wrong_title(pdf: Pdf) -> None:
    pdf.docinfo[Name.Title] = String("Another paper")


@spoil("catalogue", "the document has no title")
def no_title(pdf: Pdf) -> None:
    del pdf.docinfo[Name.Title]
    rewrite_metadata(pdf, r"<dc:title>.*?</dc:title>", "")


@spoil("catalogue", "the metadata say dc:title is")
def two_titles(pdf: Pdf) -> None:
    pdf.docinfo[Name.Title] = String("Another paper")


@spoil("catalogue", "the metadata say xmp:CreateDate is")
def two_dates(pdf: Pdf) -> None:
    pdf.docinfo[Name.CreationDate] = String("D:19990101000000Z")


@spoil("catalogue", "the metadata tell of a folder")
def folder_in_the_metadata(pdf: Pdf) -> None:
    pdf.docinfo[Name.Subject] = String("/home/someone/papers")


@spoil("catalogue", "in place of the title")
def file_name_shown(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences


@spoil("catalogue", "does not say that it is tagged")
def not_said_to_be_tagged(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


@spoil("catalogue", "doubts its own tags")
def doubtful_tags(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


@spoil("catalogue", "there are no metadata")
def no_metadata(pdf: Pdf) -> None:
    del pdf.Root.Metadata


@spoil("catalogue", "pdfuaid:part is None")
def no_claim_of_accessibility(pdf: Pdf) -> None:
    rewrite_metadata(pdf, r"<pdfuaid:part>1</pdfuaid:part>", "")


@spoil("catalogue", "pdfaid:part is None")
def no_claim_of_lasting(pdf: Pdf) -> None:
    rewrite_metadata(pdf, r"<pdfaid:part>2</pdfaid:part>", "")


@spoil("catalogue", "do not explain pdfuaid")
def no_extension_schema(pdf: Pdf) -> None:
    rewrite_metadata(pdf, r"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", "")


@spoil("validation", "PDF/A-2a")
def no_extension_schema_as_the_standard_says(pdf: Pdf) -> None:
    no_extension_schema(pdf)


@spoil("catalogue", "there are 0 output intents")
def no_output_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@spoil("validation", "PDF/A-2a")
def no_output_intent_as_the_standard_says(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@spoil("catalogue", "the colour profile is none")
def colour_profile_that_is_none(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(b"x" * 200, N=3)


@spoil("catalogue", "the pages have no labels")
def no_page_labels(pdf: Pdf) -> None:
    del pdf.Root.PageLabels


@spoil("catalogue", "which is not printed on it")
def page_labels_that_are_not_printed(pdf: Pdf) -> None:
    pdf.Root.PageLabels.Nums[1] = Dictionary(S=Name.D, St=701)


@spoil("catalogue", "the document has OpenAction")
def script_on_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(Type=Name.Action, S=Name.JavaScript, JS=String("app.alert(1)"))


@spoil("validation", "PDF/A-2a")
def script_on_opening_as_the_standard_says(pdf: Pdf) -> None:
    script_on_opening(pdf)
