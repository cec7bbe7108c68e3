// SPDX-License-Identifier: Apache-2.0

extension Placement {
    /// Names of a column that is meant for `exempt`.
    private static let names = [
        "", " ", "\u{200B}", "exmpt", "exempt?", "exempted", "exemption", "\u{435}xempt", "exem\u{AD}pt",
        "exempt (paragraph)", "paragraph", "confidential", "not for publication", "private", "exempt comment",
        "e x e m p t",
        "#REF!", "Column1", "ＥＸＥＭＰＴ",
    ]

    /// Texts in the column that name no paragraph of Schedule 12A.
    private static let values = [
        "yes", "x", "three", "para 3", "8", "3.", "paragraph 3", "3; 1", "?", "0", "3-4", "3/1", "-", "\u{200B}", "３",
        "no", "TRUE", "[!EXEMPT 3]",
    ]

    private static let columns = [
        "actions.csv": ["action", "reason", "ref", "outcome"], "activity.csv": ["activity", "response", "ref"],
        "indicators.csv": ["measure", "comment", "ref"],
    ]

    /// Rows that are nearly marked.
    static var nearColumns: [Placement] {
        let files = ["actions.csv", "activity.csv", "indicators.csv"]
        func chosen(_ index: Int) -> [String] { triesAll ? files : [files[index % 3]] }
        @Sendable func put(_ secret: Secret, _ round: inout SecretRound, _ file: String, _ index: Int) {
            let columns = Self.columns[file] ?? []
            round.setCell(file, row: 2, columns[index % columns.count], secret.word)
            round.setCell(file, row: 2, "exempt", "3")
        }
        var placements: [Placement] = []
        for (index, name) in names.enumerated() {
            for file in chosen(index) {
                placements.append(
                    Placement("\(file): the column is called “\(name)”", .refused) { secret, round in
                        put(secret, &round, file, index)
                        round.cells[file]?[0].removeLast()
                        round.cells[file]?[0].append(name)
                    }
                )
            }
        }
        for (index, value) in values.enumerated() {
            for file in chosen(index) {
                placements.append(
                    Placement("\(file): the column says “\(value)”", .refused) { secret, round in
                        put(secret, &round, file, index)
                        round.setCell(file, row: 2, "exempt", value)
                    }
                )
            }
        }
        for (index, shape) in shapes.enumerated() {
            for file in triesAll || index < 2 ? files : chosen(index) {
                placements.append(
                    Placement("\(file): \(shape.name)", .refused) { secret, round in
                        put(secret, &round, file, index)
                        shape.change(&round.cells[file, default: []])
                    }
                )
            }
        }
        return placements
    }

    /// What spreadsheets and hands do to a table.
    private static let shapes: [(name: String, change: @Sendable (inout [[String]]) -> Void)] = [
        (
            "the heading is on a second row",
            { cells in
                var second = Array(repeating: "", count: cells[0].count)
                second[second.count - 1] = cells[0][cells[0].count - 1]
                cells[0][cells[0].count - 1] = ""
                cells.insert(second, at: 1)
            }
        ),
        ("the headings stop before the column", { cells in cells[0].removeLast() }),
        (
            "the headings are merged",
            { cells in
                let last = cells[0].removeLast()
                cells[0][cells[0].count - 1] += " " + last
                cells[0].append("")
            }
        ),
        ("the mark is a column too far to the right", { cells in cells[2].insert("", at: cells[2].count - 1) }),
        (
            "the mark is in a column without a heading",
            { cells in
                for row in cells.indices { cells[row].append("") }
                cells[2].swapAt(cells[2].count - 1, cells[2].count - 2)
            }
        ),
        ("a field is lost before the mark", { cells in cells[2].remove(at: 3) }),
        (
            "the column is there twice",
            { cells in
                for row in cells.indices { cells[row].append(row == 0 ? "exempt" : "") }
            }
        ),
        (
            "a title stands above the headings",
            { cells in
                cells.insert(["Rows marked 3 are exempt"] + Array(repeating: "", count: cells[0].count - 1), at: 0)
            }
        ),
        ("the headings are lost", { cells in cells.removeFirst() }),
        (
            "the mark is in the comment",
            { cells in
                if let comment = cells[0].firstIndex(of: "comment") { cells[2].swapAt(comment, cells[2].count - 1) }
                if let comment = cells[0].firstIndex(of: "comment") { cells[2][comment] = "Exempt 3" }
            }
        ),
        (
            "the mark is in the reference",
            { cells in
                cells[2][cells[2].count - 1] = ""
                cells[2][1] = "EXEMPT 3"
            }
        ),
        (
            "the mark is in the status",
            { cells in
                cells[2][cells[2].count - 1] = ""
                if let status = cells[0].firstIndex(of: "status") { cells[2][status] = "exempt" }
            }
        ),
    ]
}
