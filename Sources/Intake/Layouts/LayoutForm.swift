// SPDX-License-Identifier: Apache-2.0

import Formats
import Layouts
import Monitoring
import WorkspaceFiles

/// What every file in `layouts/` has.
enum LayoutForm {
    /// What a layout is of.
    enum Kind: String, CaseIterable {
        case paper
        case directorateReturn = "return"
        case words
    }

    static let title = FormKey("title", required: true, "what officers call the layout")
    static let kind = FormKey(
        "kind",
        .choice(Kind.allCases.map(\.rawValue)),
        required: true,
        "whether it lays out a paper or a directorate's return, or says the words of papers"
    )

    /// The key of a layout of a kind, in whose form no other kind can stand.
    static func kind(_ kind: Kind) -> FormKey {
        FormKey(self.kind.name, .choice([kind.rawValue]), required: true, self.kind.meaning)
    }

    /// The key of the parts of a layout, of which these are known.
    static func parts(_ forms: [String: Form]) -> FormKey {
        FormKey("parts", .parts(forms), required: true, "what it consists of, from top to bottom")
    }
}

/// A paper's layout.
enum PaperLayoutForm {
    static let parts = LayoutForm.parts(PaperPartForm.all)
    static let recommendations = FormKey(
        "recommendations",
        .group(RecommendationWordingForm.form),
        required: true,
        "how recommendations are worded"
    )
    /// Whether the tables of a paper have numbers.
    enum TableNumbering: String, CaseIterable {
        case numbered, unnumbered
    }

    static let tables = FormKey(
        "tables",
        .choice(TableNumbering.allCases.map(\.rawValue)),
        "whether tables with a title are numbered through the paper"
    )
    static let draft = FormKey("draft", "what stands at the head of every page until the paper is final")
    static let head = FormKey("head", .group(RunningLineForm.form), "the line at the head of every page")
    static let foot = FormKey("foot", .group(RunningLineForm.form), "the line at the foot of every page")

    static let form = Form(
        "a paper's layout",
        [LayoutForm.title, LayoutForm.kind(.paper), parts, recommendations, tables, draft, head, foot]
    )
}

/// How recommendations are worded.
enum RecommendationWordingForm {
    static let one = FormKey("one", required: true, "the sentence for a single recommendation")
    static let several = FormKey("several", required: true, "the words before a list of them")

    static let form = Form("the wording of recommendations", [one, several])
}

/// The line at the head or foot of every page.
enum RunningLineForm {
    static let left = FormKey("left", "what stands at its left")
    static let centre = FormKey("centre", "what stands in its middle")
    static let right = FormKey("right", "what stands at its right")

    static let form = Form("a running line", [left, centre, right])
}

/// The parts of a paper, each under its name.
enum PaperPartForm {
    static let by = FormKey("by", required: true, "the label before the authors")
    static let to = FormKey("to", required: true, "the label before the addressee")
    static let addressee = FormKey("addressee", required: true, "how the addressee is said")
    static let subject = FormKey(
        "subject",
        "the label before the subject, which only a layout with a title may leave out"
    )
    static let classification = FormKey("classification", required: true, "the label before the classification")
    static let decision = FormKey("decision", "the label before whether it asks for a key decision")
    static let wards = FormKey("wards", "the label before the wards that it is about, which papers then have to say")
    static let items = FormKey(
        "items",
        .namedTexts,
        required: true,
        "the headings of the implications, by the names that papers use"
    )
    static let heading = FormKey("heading", required: true, "the words of its heading")
    static let headingForOne = FormKey("heading-one", "the words of its heading where there is one recommendation")
    static let holds = FormKey(
        "holds",
        .texts,
        format: .choice(PaperLayout.SummaryContent.allCases.map(\.rawValue)),
        required: true,
        "what it holds, in order"
    )
    static let depth = FormKey(
        "depth",
        format: .wholeNumber(1...6),
        required: true,
        "down to which level headings are listed: 1 to 6"
    )
    static let fromPages = FormKey(
        "from-pages",
        format: .wholeNumber(1...10_000),
        required: true,
        "how many pages a paper has at least to need it"
    )
    static let numbering = FormKey(
        "numbering",
        .choice(HeadingNumbering.allCases.map(\.rawValue)),
        "whether its headings are numbered"
    )
    static let numberedDepth = FormKey(
        "depth",
        format: .wholeNumber(1...6),
        "down to which level headings are numbered: 1 to 6"
    )
    static let paragraphs = FormKey(
        "paragraphs",
        format: .flag,
        "whether its paragraphs are numbered too: `true` or `false`"
    )
    static let label = FormKey("label", required: true, "the label before the officer's name")
    static let none = FormKey("none", required: true, "what is said where there are none")
    static let reference = FormKey("label", required: true, "what a reference to an appendix says")
    static let layout = FormKey("layout", required: true, "the layout of the returns in it: a file in layouts/")

    static let entry = FormKey("entry", required: true, "what is said of an appendix")
    static let returnEntry = FormKey("return", required: true, "what is said of each return in it")

    static let one = FormKey("one", required: true, "the heading over a single recommendation")
    static let several = FormKey("several", required: true, "the heading over several")
    static let table = FormKey("table", required: true, "the kind of its table: a file in layouts/tables/")
    static let subheading = FormKey("subheading", "the words under its heading")
    static let classes = FormKey(
        "of",
        .texts,
        format: .choice(ReportedClass.names),
        required: true,
        "the classes whose rows are counted"
    )
    static let markdown = FormKey(
        "markdown",
        required: true,
        "what it says, in Markdown, with tables and charts as in the body of a paper"
    )
    static let purposes = PaperSource.Purpose.allCases.map {
        FormKey($0.rawValue, "what is said of a paper for \($0.rawValue)")
    }

    static let compact = FormKey(
        "compact",
        format: .flag,
        "whether the title is no larger than other headings: `true` or `false`"
    )
    static let title = Form("the title", [heading, subheading, compact])
    static let keyFigures = Form("the key figures", [classes])
    static let changes = Form("the changes", [])
    static let text = Form("the text", [markdown])
    static let purposeHeading = FormKey("heading", "the words of its heading")
    static let box = FormKey("box", format: .flag, "whether it is in a box: `true` or `false`")
    static let recommendationBox = FormKey(
        "box",
        format: .flag,
        "whether its recommendations are in a box: `true` or `false`"
    )

    static let purpose = Form("the purpose", purposes + [purposeHeading, box])
    static let recommendations = Form("the recommendations", [one, several])
    static let route = Form("the route", [heading, table])
    static let headerBlock = Form("the header block", [by, to, addressee, subject, classification, decision, wards])
    static let summary = Form("the summary", [heading, headingForOne, holds, recommendationBox])
    static let contents = Form("the contents", [heading, depth, fromPages])
    static let body = Form("the body", [numbering, numberedDepth, paragraphs])
    static let contact = Form("the contact", [label])
    static let implications = Form("the implications", [heading, none, items])
    static let clearance = Form("the clearance", [label])
    static let exemptInformation = Form("the exempt information", [heading, box])
    static let backgroundPapers = Form("the background papers", [heading, none])
    static let appendixList = Form("the list of appendices", [heading, entry, returnEntry])
    static let appendices = Form("the appendices", [heading, reference, layout])

    static let all = [
        "header-block": headerBlock, "title": title, "key-figures": keyFigures, "changes": changes, "text": text,
        "summary": summary, "contents": contents, "body": body, "contact": contact,
        "implications": implications, "clearance": clearance, "purpose": purpose, "recommendations": recommendations,
        "route": route,
        "exempt-information": exemptInformation, "background-papers": backgroundPapers,
        "appendix-list": appendixList, "appendices": appendices,
    ]
}

/// The parts of a return, each under its name.
enum ReturnPartForm {
    static let heading = FormKey("heading", required: true, "the words of its heading")
    static let subheading = FormKey("subheading", "the words under its heading")

    static let title = Form("the title", [heading, subheading])
    static let statement = Form("the statement", [heading])
    static let signature = Form("the signature", [])
    static let tables = Form("the tables", [heading])

    static let all = ["title": title, "statement": statement, "signature": signature, "tables": tables]
}

/// A return's layout.
enum ReturnLayoutForm {
    static let parts = LayoutForm.parts(ReturnPartForm.all)

    static let form = Form("a return's layout", [LayoutForm.title, LayoutForm.kind(.directorateReturn), parts])
}
