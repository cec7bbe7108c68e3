// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// A small workspace with a place for everything that may hold a secret.
///
/// One passage of the paper and one of the statement are exempt under paragraph 3 from the beginning, so that the reasons for it
/// are always in use: what is refused is refused for its own sake.
struct SecretRound: Sendable {
    /// A key of the paper's header with what stands behind its colon.
    struct Entry: Sendable {
        var key: String
        var value: String
    }

    var header = [
        Entry(key: "layout", value: " cabinet"),
        Entry(key: "by", value: " [member, director]"),
        Entry(key: "to", value: " { body: cabinet, date: 2025-11-24 }"),
        Entry(key: "subject", value: " Half-year monitoring"),
        Entry(key: "classification", value: " Unrestricted"),
        Entry(key: "exempt", value: "\n" + Self.reason),
        Entry(key: "purpose", value: " information"),
        Entry(key: "summary", value: " A summary."),
        Entry(key: "recommendations", value: "\n  - { verb: NOTE, text: the report }"),
        Entry(key: "contact", value: " member"),
        Entry(key: "appendices", value: "\n  - { title: The return, of: all-directorates }"),
        Entry(key: "background-papers", value: "\n  - The plans"),
        Entry(key: "status", value: " draft"),
    ]
    var body = """
        # Introduction

        The plans were checked.

        > [!EXEMPT 3]
        > The bid of Corvane was high.

        All of them are in hand.

        # Outcomes

        {{> outcomes of: actions }}

        {{> chart status of: actions and activity }}

        {{> chart exceptions of: indicators }}

        See [](#appendix-1).

        """
    var statement = """
        # Summary

        We have {{ actions.total }} actions.

        > [!EXEMPT 3]
        > The lease of Dunmore ends.

        None was dropped.

        # The rest

        Work goes on.

        {{> chart status of: actions, by: unit }}

        """
    /// The entries of return.yaml.
    var returns = [
        Entry(key: "declares", value: " [core-services, activity, actions, indicators]"),
        Entry(key: "received", value: " 2025-10-15"),
        Entry(key: "signed-by", value: " director"),
        Entry(key: "exempt", value: "\n" + Self.reason),
        Entry(
            key: "tables",
            value: """

                  - kind: exceptions-as-planned
                    of: [actions]
                  - kind: exceptions-two-columns
                    of: [activity]
                  - kind: activity-levels
                    of: [activity, core-services]
                  - kind: indicators-six-columns
                    of: [indicators]
                  - kind: indicators-trend
                    of: [indicators]
                  - kind: indicators-compared
                    of: [indicators]
                """
        ),
        Entry(key: "notes", value: "\n  basis: Counted anew."),
    ]
    /// The cells of the CSV files, headers first.
    var cells = [
        "actions.csv": [
            [
                "unit", "ref", "action", "outcome", "status", "reason", "response", "due", "owner", "cost", "comment",
                "exempt",
            ],
            ["homes", "H 1", "Open a home", "Ten beds", "on course", "", "", "2026-03", "", "", "", ""],
            [
                "homes", "H 2", "Mend a roof", "Dry rooms", "not on course", "It rained.", "Wait.", "2025-09-30",
                "An officer", "7", "", "",
            ],
            [
                "visits", "V 1", "Call daily", "Daily calls", "not on course", "Vans broke.", "Hire.", "2025-09", "",
                "", "", "",
            ],
        ],
        "activity.csv": [
            [
                "unit", "ref", "class", "activity", "forecast", "actual", "status", "reason", "response", "comment",
                "exempt",
            ],
            ["homes", "A 1", "activity level", "Beds filled", "90", "80 [e]", "not on course", "Few.", "Ask.", "", ""],
            ["homes", "A 2", "activity level", "Rooms let", "30", "20", "not on course", "Fewer.", "Tell.", "", ""],
            ["visits", "A 3", "core service", "Nightly calls", "[z]", "[z]", "on course", "", "", "", ""],
        ],
        "indicators.csv": [
            [
                "unit", "ref", "measure", "better", "status", "2022/23 actual", "2023/24 actual", "2024/25 actual",
                "2025/26 target", "2025/26 mid-year", "2025/26 forecast", "England 2024/25", "rank", "comparison",
                "comment", "exempt",
            ],
            [
                "homes", "NI 1", "Beds used", "higher", "not on course", "71%", "72%", "75%", "80%", "70%", "72%",
                "71%", "1 of 9", "Yes", "We try.", "",
            ],
            [
                "homes", "NI 2", "Rooms used", "higher", "not on course", "1", "2", "3", "4", "5", "6", "2", "2 of 9",
                "No", "Wait.",
                "",
            ],
            [
                "visits", "NI 3", "Calls made", "higher", "not on course", "[new]", "[new]", "900", "950[^basis]",
                "500",
                "910", "[z]", "", "[z]", "Fine.", "",
            ],
        ],
    ]
    /// Whether the rows are sheets of a workbook, rather than CSV files.
    var isWorkbook = false
    /// Whether the paper's body and the statement are Word documents, rather than Markdown.
    var isInWord = false
    /// What is done with these documents before they are written.
    var documentEdits: [@Sendable (inout WordDocumentBuilder) -> Void] = []
    /// Whether the paper is one for each committee, rather than for the Cabinet.
    var isForEach = false
    /// What is done last with the text of files.
    var edits: [Edit] = []
    /// Bytes before each file.
    var mark: [UInt8] = []
    var lineEnding = "\n"

    struct Edit: Sendable {
        var file: String
        var change: @Sendable (String) -> String
    }

    static let reason = """
          - paragraph: 3
            reason: A contract has not been let.
            public-interest: It outweighs.
        """
    static let paper = "papers/cabinet.md"
    static let statementFile = "returns/care/statement.md"
    static let returnFile = "returns/care/return.yaml"

    private static let council = """
        name: Upper Mardle Council
        short-name: UMC
        nation: England
        language: en-GB
        house-style: { theme: accessible, missing: words }
        bodies:
          cabinet: { name: Cabinet, kind: executive, members: Cabinet Members }
          care-poc: { name: Care Committee, kind: overview, members: Members, remit: [care] }
        people:
          member: { name: Ada Brook, post: Cabinet Member, role: member }
          director: { name: Ben Cole, post: Director }
        comparators:
          england: { name: England, source: The Office }
        directorates:
          care:
            name: Care
            head: { person: director, title: Director }
            units: { homes: Homes, visits: Visits }

        """
    private static let round = """
        title: Half-year monitoring
        subtitle: September 2025
        year: 2025/26
        point: half-year
        as-at: 2025-09-30

        """

    /// The files of its folder of pictures.
    var pictures: [String: [UInt8]] = [:]

    /// Writes the workspace to `round/`.
    func write(to folder: TemporaryFolder) throws {
        for (name, bytes) in pictures { try folder.write(bytes, to: "round/pictures/" + name) }
        if isWorkbook { try folder.write(workbook, to: "round/returns/care/care.xlsx") }
        if isInWord {
            for file in [Self.paper, Self.statementFile] {
                try? FileManager.default.removeItem(atPath: "\(folder.path)/round/\(file)")
            }
            for (file, text) in [("papers/cabinet.docx", body), ("returns/care/statement.docx", statement)] {
                var document = WordDocumentBuilder(WordDocumentBuilder.body(markdown: text))
                for edit in documentEdits { edit(&document) }
                try folder.write(document.bytes, to: "round/" + file)
            }
        }
        for (file, text) in files {
            let text = edits.filter { $0.file == file }.reduce(text) { $1.change($0) }
            try folder.write(mark + Array(text.replacing("\n", with: lineEnding).utf8), to: "round/" + file)
        }
    }

    private var files: [String: String] {
        var files = ["council.yaml": Self.council, "round.yaml": Self.round, Self.statementFile: statement]
        files[Self.returnFile] = returns.map { "\($0.key):\($0.value)\n" }.joined()
        let header = paperHeader.map { "\($0.key):\($0.value)\n" }.joined()
        files[isInWord ? "papers/cabinet.yaml" : Self.paper] = isInWord ? header : "---\n" + header + "---\n" + body
        if isInWord { files[Self.statementFile] = nil }
        for (name, rows) in cells where !isWorkbook { files["returns/care/" + name] = rows.map(Self.line).joined() }
        return files
    }

    private var workbook: [UInt8] {
        let sheets = cells.sorted { $0.key < $1.key }.map { name, rows in
            WorkbookBuilder.Sheet(String(name.dropLast(4)), rows.map { $0.map { $0.isEmpty ? .blank : .text($0) } })
        }
        return WorkbookBuilder(sheets).bytes
    }

    private var paperHeader: [Entry] {
        guard isForEach else { return header }
        let others = [
            "layout": " poc", "to": " { body: each, date: 2025-11-24 }",
            "appendices": "\n  - { title: The return, of: remit }",
        ]
        return header.map { Entry(key: $0.key, value: others[$0.key] ?? $0.value) }
            + [Entry(key: "for-each", value: " overview-bodies")]
    }

    private static func line(_ row: [String]) -> String {
        row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }

    // MARK: Changes

    /// Sets what stands behind a key of the paper's header.
    mutating func set(_ key: String, _ value: String) { Self.set(key, value, in: &header) }

    /// Sets what stands behind a key of return.yaml.
    mutating func setReturn(_ key: String, _ value: String) { Self.set(key, value, in: &returns) }

    private static func set(_ key: String, _ value: String, in entries: inout [Entry]) {
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index].value = value
        } else {
            entries.append(Entry(key: key, value: value))
        }
    }

    /// Sets a cell of a row by the name of its column.
    mutating func setCell(_ file: String, row: Int, _ column: String, _ text: String) {
        guard let index = cells[file]?[0].firstIndex(of: column) else { return }
        cells[file]?[row][index] = text
    }

    /// Words that mistakes are made of, each in a part of a file that is for everybody.
    static let mistakes = [
        "pubaction", "publastaction", "pubactivity", "pubmeasure", "publastmeasure", "pubbody", "publast",
        "pubstatement",
        "pubrest", "pubsignatory",
    ]

    /// Puts a mistake into the rows, the blocks and the values around those that placements change.
    mutating func plantMistakes() {
        setCell("actions.csv", row: 1, "status", "pubaction")
        setCell("actions.csv", row: 3, "status", "publastaction")
        setCell("activity.csv", row: 3, "class", "pubactivity")
        setCell("indicators.csv", row: 1, "better", "pubmeasure")
        setCell("indicators.csv", row: 3, "better", "publastmeasure")
        setReturn("signed-by", " pubsignatory")
        body = body.replacing("The plans were checked.", with: "The plans {{ pubbody }}.") + "\nSee {{ publast }}.\n"
        statement = statement.replacing("We have", with: "{{ pubstatement }}")
            .replacing("Work goes on.", with: "{{ pubrest }}")
    }

    /// The text as a block behind a key, indented by so many spaces.
    static func block(_ text: String, indent: Int) -> String {
        let space = String(repeating: " ", count: indent)
        return " |\n"
            + text.split(separator: "\n", omittingEmptySubsequences: false).map { space + $0 }
            .joined(separator: "\n")
    }
}

/// A place whose text is Markdown.
enum ProsePlace: String, CaseIterable, Sendable {
    case body, summary, recommendation
    case backgroundPaper = "background paper"
    case statement, introduction, note, action, outcome, reason, response, activity
    case activityReason = "reason of an activity"
    case activityResponse = "response of an activity"
    case measure, comment
    case tableTitle = "title of a table"
    case amendment, appendixTitle = "title of an appendix", appendixText = "text of an appendix", subject
    case keyDecision = "reference of a key decision"

    /// Those that may hold an exempt passage.
    static let ofPassages = allCases.filter {
        ![.recommendation, .tableTitle, .amendment, .appendixTitle, .subject, .keyDecision].contains($0)
    }
    /// Those of papers, which have no notes.
    var isOfPaper: Bool {
        [
            .body, .summary, .recommendation, .backgroundPaper, .amendment, .appendixTitle, .appendixText, .subject,
            .keyDecision,
        ].contains(self)
    }

    /// Puts a text there, behind some words of its own where there may be several paragraphs.
    func put(_ text: String, in round: inout SecretRound) {
        switch self {
        case .body: round.body = round.body.replacing("# Outcomes", with: "\(text)\n\n# Outcomes")
        case .summary: round.set("summary", SecretRound.block("A summary.\n\n\(text)", indent: 2))
        case .recommendation:
            let block = SecretRound.block("the report\n\n\(text)", indent: 6)
            round.set("recommendations", "\n  - verb: NOTE\n    text:\(block)")
        case .backgroundPaper:
            round.set("background-papers", "\n  -\(SecretRound.block("The plans\n\n\(text)", indent: 4))")
        case .statement: round.statement = round.statement.replacing("# The rest", with: "\(text)\n\n# The rest")
        case .introduction:
            let block = SecretRound.block("Words.\n\n\(text)", indent: 6)
            round.editReturn("    of: [actions]\n", "    of: [actions]\n    introduction:\(block)\n")
        case .note: round.setReturn("notes", "\n  basis:\(SecretRound.block("Counted anew.\n\n\(text)", indent: 4))")
        case .tableTitle:
            round.editReturn(
                "    of: [actions]\n",
                "    of: [actions]\n    title:\(SecretRound.block(text, indent: 6))\n"
            )
        case .amendment: round.set("amendments", "\n  introduction:\(SecretRound.block(text, indent: 4))")
        case .appendixTitle:
            round.set(
                "appendices",
                "\n  - title:\(SecretRound.block(text, indent: 6))\n    of: all-directorates"
            )
        case .appendixText: round.appendText(text)
        case .subject: round.set("subject", SecretRound.block(text, indent: 2))
        case .keyDecision: round.set("key-decision", SecretRound.block(text, indent: 2))
        default:
            let (file, column) = cell
            let index = round.cells[file]?[0].firstIndex(of: column) ?? 0
            round.setCell(file, row: 2, column, "\(round.cells[file]?[2][index] ?? "")\n\n\(text)")
        }
    }

    private var cell: (file: String, column: String) {
        switch self {
        case .activity: ("activity.csv", "activity")
        case .activityReason: ("activity.csv", "reason")
        case .activityResponse: ("activity.csv", "response")
        case .measure, .comment: ("indicators.csv", rawValue)
        default: ("actions.csv", rawValue)
        }
    }
}

extension SecretRound {
    /// Replaces a stretch of return.yaml.
    fileprivate mutating func editReturn(_ old: String, _ new: String) {
        edits.append(Edit(file: Self.returnFile) { $0.replacing(old, with: new, maxReplacements: 1) })
    }
}

extension SecretRound {
    /// Appends a text to the paper, after the returns.
    mutating func appendText(_ text: String, exempt: String = "") {
        set(
            "appendices",
            "\n  - { title: The return, of: all-directorates }\n  - title: The minute\(exempt)\n    text:"
                + SecretRound.block("The Committee has met.\n\n\(text)", indent: 6)
        )
    }
}
