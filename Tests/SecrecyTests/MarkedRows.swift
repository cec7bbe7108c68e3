// SPDX-License-Identifier: Apache-2.0

extension Placement {
    /// What a column of a row may hold of a secret.
    private struct Cell: Sendable {
        var file: String
        var column: String
        var isPrinted: Bool
        var text: @Sendable (Secret) -> String

        init(
            _ file: String,
            _ column: String,
            isPrinted: Bool = true,
            _ text: @escaping @Sendable (Secret) -> String
        ) {
            self.file = file + ".csv"
            self.column = column
            self.isPrinted = isPrinted
            self.text = text
        }
    }

    private static let cells =
        [
            Cell("actions", "due") { $0.month }, Cell("indicators", "better", isPrinted: false) { $0.polarity },
            Cell("actions", "reason") { "See [\($0.word)](https://\($0.word).example)." },
            Cell("actions", "response") { "- one\n- \($0.word)\n  - \($0.figure)" },
            Cell("actions", "outcome") { "> \($0.word)\n\nand \($0.foreign)" },
            Cell("indicators", "comment") { "Some.\n\n**\($0.word)** {{ round.year }}" },
            Cell("indicators", "2025/26 forecast") { "\($0.figure) (\($0.word)); 5 (others)" },
            Cell("indicators", "England 2024/25") { "\($0.figure) (\($0.word)); 5 (others)" },
            Cell("indicators", "rank", isPrinted: false) { "1 of \($0.isFirst ? "131723" : "90485")" },
            Cell("indicators", "2025/26 target") { "Fewer of \($0.word) a month" },
            Cell("indicators", "2025/26 mid-year") { $0.isFirst ? "[x]" : "£\($0.figure)m [p]" },
            Cell("actions", "cost") { $0.figure }, Cell("activity", "actual") { "£\($0.figure) [e]" },
        ]
        + ["ref", "action", "outcome", "reason", "response", "owner"].map { column in
            Cell("actions", column) { $0.word }
        } + ["ref", "activity", "reason", "response"].map { column in Cell("activity", column) { $0.word } }
        + ["forecast", "actual"].map { column in Cell("activity", column) { $0.figure } }
        + ["ref", "measure", "comment"].map { column in Cell("indicators", column) { $0.word } }
        + [
            "2022/23 actual", "2023/24 actual", "2024/25 actual", "2025/26 target", "2025/26 mid-year",
            "2025/26 forecast", "comparison", "England 2024/25",
        ].map { column in Cell("indicators", column) { $0.figure } }

    /// Exempt rows with a secret in each of their columns.
    static var markedRows: [Placement] {
        let rows = cells.enumerated().flatMap { index, cell in
            // Each row of a table, whatever stands before and behind it.
            (triesAll ? [1, 2, 3] : [index % 2 + 1]).map { row in
                Placement(
                    "\(cell.file): \(cell.column) of row \(row) “\(cell.text(.first).prefix(12))”",
                    .published,
                    // Of rows that are on course exceptions do not tell.
                    isPrinted: cell.isPrinted && row == 2
                ) { secret, round in
                    round.setCell(cell.file, row: row, cell.column, cell.text(secret))
                    round.setCell(cell.file, row: row, "exempt", ["3", " 3 ", "3, 3", "3 and 3"][index % 4])
                }
            }
        }
        return rows + shapes
    }

    /// What else an exempt row may be like.
    private static let shapes = ["actions.csv", "activity.csv", "indicators.csv"].flatMap { file -> [Placement] in
        let words = ["actions.csv": "action", "activity.csv": "activity", "indicators.csv": "measure"][file] ?? ""
        @Sendable func put(_ secret: Secret, _ round: inout SecretRound, rows: ClosedRange<Int> = 2...2) {
            for row in rows {
                round.setCell(file, row: row, words, "\(secret.word) \(row)")
                round.setCell(file, row: row, "exempt", "3")
            }
        }
        return [
            Placement("\(file): all rows of a unit", .published) { secret, round in
                put(secret, &round, rows: 1...2)
            },
            Placement("\(file): all rows", .published) { secret, round in put(secret, &round, rows: 1...3) },
            Placement("\(file): the exempt column stands first", .published) { secret, round in
                put(secret, &round)
                round.cells[file] = round.cells[file]?.map { [$0[$0.count - 1]] + $0.dropLast() }
            },
            Placement("\(file): the exempt column is written in capitals", .published) { secret, round in
                put(secret, &round)
                round.cells[file]?[0].removeLast()
                round.cells[file]?[0].append(" EXEMPT ")
            },
            Placement("\(file): Windows line endings and a byte-order mark", .published) { secret, round in
                put(secret, &round)
                round.mark = [0xEF, 0xBB, 0xBF]
                round.lineEnding = "\r\n"
            },
            Placement("\(file): a paper for each body", .published) { secret, round in
                put(secret, &round)
                round.isForEach = true
            },
            Placement("\(file): a mark whose note nobody else has", .published) { secret, round in
                put(secret, &round)
                round.setCell(file, row: 2, words, "It is so.[^own]")
                round.setReturn("notes", "\n  basis: Counted anew.\n  own: A note of \(secret.word).")
            },
            Placement("\(file): a row that shares the comment of an exempt one", .published) { secret, round in
                put(secret, &round, rows: 1...2)
                let column = file == "indicators.csv" ? "comment" : "reason"
                for row in 1...2 { round.setCell(file, row: row, "status", "not on course") }
                round.setCell(file, row: 1, column, "Words of \(secret.word).")
                if column == "reason" {
                    round.setCell(file, row: 2, "reason", "")
                    round.setCell(file, row: 2, "response", "")
                }
                let reference = round.cells[file]?[1][1] ?? ""
                round.setCell(file, row: 2, "comment", "same as \(reference)")
            },
        ]
    }
}

extension Secret {
    /// Which way is better, as one secret and the other have it.
    fileprivate var polarity: String { isFirst ? "lower" : "neither" }
}
