// SPDX-License-Identifier: Apache-2.0

import Geometry
import Intake
import Layouts
import PaperTree
import Publishing
import TestSupport
import Testing
import TextShaping

@testable import Typesetting

/// Tables that public bug reports tell of, in the themes that are shipped.
@Suite struct TableCaseTests {
    private var build = PaperBuilder()

    private static let themes =
        try? readWorkspace(at: Repository.sample, programLayouts: Repository.program.layouts).layouts.themes

    private func theme(_ name: String = "accessible") throws -> Theme { try #require(Self.themes?[name]) }

    /// A table of a measure, figures and comments, as `indicators-six-columns` has it.
    private mutating func indicators(_ rows: [[String]], marks: [Int: Note] = [:]) -> Block {
        let titles = [
            "Performance measure or activity", "2024/25 actual", "2025/26 target", "2025/26 mid-year actual",
            "2025/26 year-end forecast", "Comments",
        ]
        var columns = titles.map { _ in Table.Column(alignment: .decimal, folds: true) }
        columns[0] = Table.Column()
        columns[5] = Table.Column(folds: true)
        return table(titles, rows, columns: columns, marks: marks)
    }

    /// - Parameter marks: notes behind the words of the first row, by column.
    private mutating func table(
        _ titles: [String],
        _ rows: [[String]],
        columns: [Table.Column],
        marks: [Int: Note] = [:]
    ) -> Block {
        let header = build.row(titles.map { build.cell($0) }, kind: .header)
        var body = rows.map { row in build.row(row.map { build.cell($0) }) }
        for (column, note) in marks {
            let words: [Inline] = [.text(rows[0][column]), build.mark(of: note)]
            body[0].cells[column].blocks = [Block(id: build.node(), .paragraph(Paragraph(words)))]
        }
        let notes = Array(Set(marks.values))
        return Block(id: build.node(), .table(Table(columns: columns, header: [header], rows: body, notes: notes)))
    }

    private func lines(_ pages: [Page]) -> [String] { pages.texts.joined().map { $0.replacing("\u{AD}", with: "~") } }

    /// The right edge of the whole numbers of figures, in points.
    private func marks(of figures: [String: String], in pages: [Page], theme: Theme) throws -> [String: Double] {
        let shaper = try Repository.shaper()
        let style = try shaper.prepare(theme.table.text.fontStyle(language: "en-GB"))
        var marks: [String: Double] = [:]
        for case .text(let run) in pages.flatMap(\.items) {
            let line = run.text.trimmingPrefix { $0 == " " }
            guard let (figure, whole) = figures.first(where: { line == $0.key || line.hasPrefix($0.key + " ") }) else {
                continue
            }
            marks[figure] = (run.origin.x + shaper.piece(whole[...], in: style).width).points
        }
        return marks
    }

    private func areAligned(_ marks: [String: Double], _ figures: String...) -> Bool {
        let places = figures.compactMap { marks[$0] }
        // Kerning may move a mark by a hair.
        return places.count == figures.count && places.allSatisfy { abs($0 - (places.first ?? 0)) < 0.3 }
    }

    @Test mutating func `case 05: words joined by slashes break after one, and dates and short forms do not`() throws {
        let chain = "Cycling/walking/public-transport/car-sharing/park-and-ride"
        let comment =
            "Schools/colleges/universities/employers/contractors were asked by 30/09/2025 and/or in 2025/26, see "
            + "https://www.exampleshire.example/performance/monitoring/2025-26/half-year?view=full"
        let block = indicators([["\(chain) journeys", "10%", "11%", "12%", "13%", comment]])
        let pages = try pages(of: [block], in: theme())
        let lines = lines(pages)
        #expect(pages.map { $0.size.width < $0.size.height } == [true])
        #expect(lines.contains { $0.hasSuffix("walking/") || $0.hasSuffix("Cycling/") })
        for whole in ["30/09/2025", "and/or", "2025/26,"] { #expect(lines.contains { $0.contains(whole) }, "\(whole)") }
        #expect(!lines.contains { $0.contains("~") })
    }

    @Test mutating func `case 06: a narrow column keeps a number with its unit and a day with its month`() throws {
        let text = String(
            repeating: "The plan was agreed on 10 May 2025 at a cost of £1.2 million for 3 km of path and 25 % more. ",
            count: 4
        )
        let long = String(repeating: "The other column has all that there is to say of it. ", count: 30)
        let columns = [Table.Column(), Table.Column(), Table.Column()]
        let block = table(["Plan", "Reason", "Response"], [["Path", text, long]], columns: columns)
        let lines = lines(try pages(of: [block], in: theme()))
        #expect(lines.count > 40)
        for line in lines {
            for end in [" 10", "£1.2", " 3", " 25"] { #expect(!line.hasSuffix(end), "\(line)") }
        }
    }

    @Test mutating func `case 15: decimal marks of a unit are aligned, and qualifiers, notes and words push no figure`()
        throws
    {
        let note = build.note("note 1", "A note.")
        let rows = [
            ["Rate", "42.00%", "1.30%", "890%", "8%", "Comment."],
            ["Rate", "1.3% [p]", "100%", "9.125%", "12.5% [e]", "Comment."],
            ["Rate", "[x]", "[not set]", "9%", "1,234.5%", "Comment."],
            ["Days", "33.5 days", "4 days", "10.25 days", "120 days", "Comment."],
            ["Reg", "68.69% (Reg 3)", "7%", "1,500 (average over 6 months)", "1.25%", "Comment."],
        ]
        let block = indicators(rows, marks: [3: note])
        let theme = try theme()
        let pages = try pages(of: [block], in: theme)
        let marks = try marks(
            of: [
                "42.00%": "42", "1.3%": "1", "1.30%": "1", "100%": "100", "7%": "7", "890%": "890", "9.125%": "9",
                "9%": "9", "8%": "8", "12.5%": "12", "1,234.5%": "1,234", "1.25%": "1", "4 days": "4",
            ],
            in: pages,
            theme: theme
        )
        #expect(areAligned(marks, "42.00%", "1.3%"))
        #expect(areAligned(marks, "1.30%", "100%", "7%"))
        #expect(areAligned(marks, "890%", "9.125%", "9%"))
        #expect(areAligned(marks, "8%", "12.5%", "1,234.5%", "1.25%"))
        #expect(lines(pages).contains("68.69% (Reg 3)"))
    }

    @Test mutating func `case 45: a column of figures asks for its longest whole number and its longest tail`() throws {
        let rows = [["Rate", "1%", "1.30%", "2%", "3%", "Comment."], ["Rate", "1%", "100%", "2%", "3%", "Comment."]]
        let theme = try theme()
        let block = indicators(rows)
        let pages = try pages(of: [block], in: theme)
        #expect(areAligned(try marks(of: ["1.30%": "1", "100%": "100"], in: pages, theme: theme), "1.30%", "100%"))
        // In the narrowest column too.
        let long = String(repeating: "All that there is to say. ", count: 60)
        let narrow = table(
            ["F", "Comments"],
            [["1.305%", long], ["1,100%", long]],
            columns: [Table.Column(width: .share(0.05), alignment: .decimal), Table.Column(width: .share(5))]
        )
        let others = try self.marks(
            of: ["1.305%": "1", "1,100%": "1,100"],
            in: try TypesettingTests.pages(of: [narrow], in: theme),
            theme: theme
        )
        #expect(areAligned(others, "1.305%", "1,100%"))
    }

    private static let fileName =
        "PERFORMANCE_RETURN_2025_HALF_YEAR_MONITORING_FINAL_APPROVED_VERSION_2_CLEAN_COPY_FOR_COMMITTEE_SERVICES.XLSX"

    @Test(arguments: ["accessible", "heritage", "large-print"])
    mutating func `case 21: one long file name divides no other word and no figure, and itself after its signs`(
        name: String
    ) throws {
        let row = [
            "Accommodation for schoolchildren and administration", "1,234,567", "2,345,678", "3,456,789", "4,567,890",
            "See \(Self.fileName) for detail.",
        ]
        let block = indicators([row])
        let lines = lines(try pages(of: [block], in: theme(name)))
        let words = lines.flatMap { $0.split(separator: " ").map(String.init) }
        for word in row[0].split(separator: " ") + row[1...4].map({ $0[...] }) {
            #expect(words.contains(String(word)), "\(word)")
        }
        let parts = words.filter { Self.fileName.contains($0) && $0.contains { "_.".contains($0) } }
        #expect(parts.joined() == Self.fileName)
        #expect(parts.dropLast().allSatisfy { $0.last == "_" || $0.last == "." })
    }

    @Test mutating func `case 22: a table that is too wide for turned sheets is folded, and no figure is divided`()
        throws
    {
        let years = (6..<24).map { "20\($0 < 10 ? "0" : "")\($0)/\($0 + 1)" }
        let visits = (0..<18).map { "1,2\(34 + $0),567" }
        let columns = [Table.Column()] + years.map { _ in Table.Column(alignment: .right) }
        let block = table(["Year"] + years, [["Visits"] + visits], columns: columns)
        let pages = try pages(of: [block], in: theme())
        let lines = lines(pages)
        for visit in visits { #expect(lines.contains { $0.hasSuffix(visit) }, "\(visit)") }
        #expect(pages.map { $0.size.width < $0.size.height } == [true])
        // What labels a value is no words of the paper.
        let labels = pages.flatMap(\.items).compactMap { item -> String? in
            guard case .text(let run) = item, run.owner == .furniture(.columnLabel) else { return nil }
            return run.text.contains("·") ? nil : run.text
        }
        #expect(labels.map { String($0.trimmingPrefix { $0 == " " }.prefix(5)) } == years.map { String($0.prefix(5)) })
    }

    @Test mutating func `case 40: a note mark in a column too narrow for it is drawn, and its note too`() throws {
        let note = build.note("note 1", "A note.")
        let columns = [Table.Column(width: .fixed(.millimetres(12))), Table.Column()]
        let block = table(["A", "Reason"], [["Act", "Reason"]], columns: columns, marks: [0: note])
        let notes = Block(id: build.node(), .notes([note]))
        let lines = lines(try pages(of: [block, notes], in: theme()))
        #expect(lines.joined().replacing("\u{A0}", with: "").contains("[note1]"))
        #expect(lines.last == "A note.")
    }

    @Test mutating func `case 40b: large print divides no figure with a note mark, with a long file name beside it`()
        throws
    {
        let note = build.note("note 1", "A note.")
        let row = [
            "Accommodation for schoolchildren", "1,234,567", "£12,345,678", "3,456,789", "4,567,890",
            "See \(Self.fileName) for detail.",
        ]
        let block = indicators([row], marks: [3: note])
        let notes = Block(id: build.node(), .notes([note]))
        let lines = lines(try pages(of: [block, notes], in: theme("large-print")))
        for figure in row[1...4] { #expect(lines.contains { $0.contains(figure) }, "\(figure)") }
        #expect(lines.contains { $0.hasSuffix("[note\u{A0}1]") })
    }

    @Test mutating func `case 40c: large print divides no word of twenty-five letters beside figures`() throws {
        let note = build.note("note 1", "A note.")
        let row = [
            "Telecommunications-Administration", "1,234,567 working days", "£12,345,678",
            "Increase-administration to 2", "Telecommunications in 5 days", "Responsibilities",
        ]
        let block = indicators([row], marks: [5: note])
        let lines = lines(try pages(of: [block], in: theme("large-print")))
        #expect(!lines.contains { $0.contains("~") })
        for word in ["1,234,567", "£12,345,678", "Telecommunications", "Responsibilities"] {
            #expect(lines.contains { $0.contains(word) }, "\(word)")
        }
    }
}
