// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring
import WorkspaceFiles

/// `return.yaml`.
enum ReturnForm {
    static let declares = FormKey(
        "declares",
        .texts,
        format: .choice(ReportedClass.names),
        required: true,
        "what the directorate reports on: `core-services`, `activity`, `actions`, `indicators`"
    )
    static let received = FormKey(
        "received",
        format: .date,
        "the day on which the return came in, written `2009-10-19`"
    )
    static let signedBy = FormKey("signed-by", required: true, "the identifier of the person who signs the statement")
    static let numbering = FormKey(
        "numbering",
        .choice(HeadingNumbering.allCases.map(\.rawValue)),
        "whether the headings of the statement are numbered"
    )
    static let tables = FormKey("tables", .list(of: TableRequestForm.form), "the tables of the return, in order")
    static let totals = FormKey(
        "totals",
        .namedGroups(ReportedClass.names),
        format: .wholeNumber(1...1_000_000),
        """
        how many each unit has in all, where the file lists only the exceptions; of a directorate without units, how many \
        it has: `{ actions: 24 }`
        """
    )
    static let nilReturns = FormKey(
        "nil",
        .textsOrNamedTexts(ReportedClass.names),
        "the units that returned and have nothing to report, or those units by class"
    )
    static let notes = FormKey("notes", .namedTexts, "the text of every note, by the name that `[^name]` uses")
    static let exempt = FormKey("exempt", .list(of: ExemptForm.form), "why rows and passages are not for publication")

    static let form = Form(
        "return.yaml",
        [
            declares, received, signedBy, numbering, tables, totals, nilReturns, notes, exempt, ExemptionWaivers.key,
            WaiverForm.key,
        ]
    )
}

/// A table that a return asks for.
enum TableRequestForm {
    static let kind = FormKey("kind", required: true, "the kind of table: a file in layouts/tables/")
    static let classes = FormKey(
        "of",
        .texts,
        format: .choice(ReportedClass.names),
        required: true,
        "which of the declared classes it shows"
    )
    static let name = FormKey("name", "the name by which the statement puts it in: `{{> name }}`")
    static let title = FormKey("title", "a title in place of the kind's own")
    static let group = FormKey("class", "only the indicators of this class")
    static let introduction = FormKey("introduction", "Markdown before the table")

    static let form = Form("a table", [kind, classes, name, title, group, introduction])
}

extension ReportedClass {
    /// The classes as files name them.
    static var names: [String] { allCases.map(\.rawValue) }
}
