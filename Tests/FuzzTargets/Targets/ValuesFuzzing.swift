// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Intake
import Layouts
import Monitoring
import WorkspaceFiles

/// A text as every kind of value that a cell or a key holds.
struct ValuesFuzzing {
    let session: FuzzSession

    func run(_ bytes: [UInt8]) throws {
        let text = bytes.text
        try checkQuantity(text)
        try checkDates(text)
        try checkNames(text)
        try checkWords(text)
        _ = try? ObservationReader().read(
            text,
            at: SourceLocation(in: SourceFile("a.csv", subject: .workspace), .line(2))
        )
        // In a workspace too, where the places and the hints of what is wrong are made; it costs a thousand times as much.
        if bytes.fingerprint % 32 == 0 { try WorkspaceRun(session: session).run(workspace(holding: text)) }
    }

    /// What is printed of a number is read as the same number.
    private func checkQuantity(_ text: String) throws {
        guard let quantity = try? QuantityReader().read(text) else { return }
        let printed = quantity.description
        let again = try? QuantityReader().read(printed)
        try require(
            again == quantity,
            "\(text) is printed as \(printed), which is read as \(again.map { "\($0)" } ?? "nothing")"
        )
    }

    private func checkDates(_ text: String) throws {
        if let date = CalendarDate(text) {
            try require(date.iso8601 == text, "\(text) is \(date.iso8601)")
            if (2...9998).contains(date.year) {
                try require(date.adding(days: 40).adding(days: -40) == date, "\(text) is not 40 days before itself")
                try require(date.adding(days: 7).weekday == date.weekday, "\(text) has another weekday in a week")
            }
        }
        _ = DueDate(text)?.description
        if let year = ReportingYear(text) { try require(ReportingYear("\(year)") == year, "\(text) is \(year)") }
        for year in [ReportingYear(first: 2026), ReportingYear(first: 2026, kind: .calendar)] {
            guard let period = Period(text, in: year) else { continue }
            try require(Period("\(period)", in: year) == period, "\(text) is \(period)")
            try require(period.before(7).before(-7) == period, "\(period) is not seven periods before itself")
        }
    }

    private func checkNames(_ text: String) throws {
        try require(text.asIdentifier.isIdentifier, "\(text.asIdentifier) is no identifier")
        if text.isIdentifier, !text.contains("--"), !text.hasSuffix("-") {
            try require(text.asIdentifier == text, "\(text) makes \(text.asIdentifier)")
        }
        _ = NearestName.of(text, among: ["communities", "highways", text + "a", ""])
        if let paragraphs = ExemptParagraphs.read(text) {
            try require(!paragraphs.isEmpty && paragraphs.isSubset(of: Set(1...18)), "\(text) is \(paragraphs)")
        }
    }

    /// The pieces of a template are its text.
    private func checkWords(_ text: String) throws {
        let place = SourceLocation(in: SourceFile("a.yaml", subject: .workspace), .line(1))
        let words = Template(text, at: place).pieces.map { piece in
            switch piece {
            case .text(let words), .name(let words): words
            }
        }
        var rest = text[...]
        for word in words {
            guard let range = rest.firstRange(of: word) ?? (word.isEmpty ? rest.startIndex..<rest.startIndex : nil)
            else {
                throw BrokenInvariant(description: "“\(word)” is no piece of \(text)")
            }
            rest = rest[range.upperBound...]
        }
    }

    /// The starter with the text in a cell for a figure, in one for a date, and in a date of a form.
    private func workspace(holding text: String) throws -> FileSnapshot {
        var files = try session.starter()
        let cell = "\"" + text.replacing("\"", with: "\"\"") + "\""
        let scalar = "'" + text.replacing("'", with: "''") + "'"
        func edit(_ path: String, _ old: String, _ new: String) {
            files[path] = .bytes(Array(files.contents(of: path).text.replacing(old, with: new).utf8))
        }
        edit("returns/community-services/indicators.csv", "86%", cell)
        edit("returns/community-services/actions.csv", "2025-05", cell)
        edit("returns/community-services/return.yaml", "2025-10-15", scalar)
        edit("papers/cabinet.md", "2025-11-24", scalar)
        edit("round.yaml", "2025-09-30", scalar)
        return files
    }

    static let seeds = [
        "2,055", "68.69%", "£2.745m", "33.5 days", "+1.2 points", "-4",
        "68.69% (Regulation 3); 75% (minerals and waste)",
        "[not set]", "55,300 [e][^flood]", "Yes", "about the same", "2025-11-24", "2026-03", "2026", "2025/26", "1, 3",
        "1 and 3", "libraries", "A Name of a Unit", "{{ round.year }} of {{ a }}", "per 100,000", "12 working days",
    ].map { Array($0.utf8) }
}
