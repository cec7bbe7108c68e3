// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import PaperTree
import Publishing
import TestSupport
import Testing

/// A directorate of the sample, whose return comes as a workbook.
struct WorkbookSampleTests {
    private static let folder = "round/returns/communities/"

    /// The cells of a CSV file, with its figures and dates as the numbers that Excel would store.
    private func cells(_ name: String, in folder: TemporaryFolder) throws -> [[WorkbookBuilder.Cell]] {
        let text = try folder.text(of: Self.folder + name).replacing("\u{FEFF}", with: "")
        return Self.records(text).map { $0.map(Self.cell) }
    }

    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = [[""]]
        var isQuoted = false
        for character in text {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: records[records.count - 1].append("")
            case "\n" where !isQuoted, "\r\n" where !isQuoted: records.append([""])
            default: records[records.count - 1][records[records.count - 1].count - 1].append(character)
            }
        }
        return records.filter { $0 != [""] }
    }

    private static func cell(_ text: String) -> WorkbookBuilder.Cell {
        let decimals = text.split(separator: ".").dropFirst().first.map { $0.filter(\.isNumber).count } ?? 0
        let code = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
        if text.wholeMatch(of: /[0-9]+\.?[0-9]*%/) != nil, let value = Decimal(string: String(text.dropLast())) {
            return .number("\(value / 100)", code + "%")
        }
        if text.wholeMatch(of: /[0-9]{1,3}(,[0-9]{3})+/) != nil {
            return .number(text.filter { $0 != "," }, "#,##0")
        }
        if let days = text.wholeMatch(of: /([0-9.]+) days/) { return .number("\(days.1)", code + "\" days\"") }
        if text.wholeMatch(of: /[0-9]{4}-[0-9]{2}(-[0-9]{2})?/) != nil {
            let formatter = ISO8601DateFormatter()
            formatter.formatOptions = [.withFullDate]
            let date = formatter.date(from: text.count == 7 ? text + "-01" : text) ?? .distantPast
            let serial = Int(date.timeIntervalSince1970 / 86_400) + 25_569
            return .number("\(serial)", text.count == 7 ? "mmmm yyyy" : "dd/mm/yyyy;@")
        }
        return text.isEmpty ? .blank : .text(text)
    }

    /// What return.yaml says, on a sheet.
    private static let about: [[WorkbookBuilder.Cell]] =
        [
            ["We report on", "actions, indicators"], ["Received", .number("40105", "[$-809]d mmmm yyyy")],
            ["Signed by", "md-communities"], ["Number the headings of the statement", "No"],
            ["Table 1: kind", "exceptions-three-columns"], ["Table 1: of", "actions"],
            ["Table 2: kind", "indicators-six-columns"], ["Table 2: of", "indicators"],
            ["Nothing to report", "arts, community-safety\ntrading-standards"],
            [
                "Note: rollout",
                .text(
                    "New lending and booking computers were installed in every library during the spring. They have proved a success, but while the work went on fewer items could be issued."
                ),
            ],
        ]
        + [
            "actions": [
                ("sport", 24), ("libraries", 31), ("adult-education", 26), ("emergency-planning", 11),
                ("scientific", 12),
                ("registration", 8), ("independence", 13), ("drug-alcohol", 16), ("youth-offending", 15), ("youth", 22),
                ("arts", 7), ("community-safety", 5), ("trading-standards", 10),
            ],
            "indicators": [
                ("sport", 8), ("libraries", 15), ("adult-education", 14), ("emergency-planning", 5), ("scientific", 9),
                ("registration", 7), ("independence", 6), ("drug-alcohol", 13), ("youth-offending", 14), ("youth", 10),
                ("arts", 4), ("community-safety", 3), ("trading-standards", 7),
            ],
        ].sorted { $0.key < $1.key }.flatMap { name, units in
            units.map { [.text("Total: \(name): \($0.0)"), .number("\($0.1)", "#,##0")] }
        }

    @Test func `the papers of a return are the same from a workbook as from its files`() throws {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "round")
        let plain = try WorkspaceTrees(of: folder.path + "/round")
        let book = WorkbookBuilder([
            .init("About", Self.about), .init("Actions", try cells("actions.csv", in: folder)),
            .init("Indicators", try cells("indicators.csv", in: folder)),
        ])
        for name in ["return.yaml", "actions.csv", "indicators.csv"] {
            try FileManager.default.removeItem(atPath: "\(folder.path)/\(Self.folder)\(name)")
        }
        try folder.write(book.bytes, to: Self.folder + "communities.xlsx")
        let made = try WorkspaceTrees(of: folder.path + "/round")
        #expect(made.problems == plain.problems)
        made.expectSameTrees(as: plain)
    }
}
