// SPDX-License-Identifier: Apache-2.0

import TestSupport

extension Placement {
    /// Rows as they are marked, and nearly marked, in CSV files, on the sheets of a workbook: every fourth of them, unless all are asked for.
    static var inWorkbooks: [Placement] {
        let rows = (markedRows + nearColumns).enumerated().filter { triesAll || $0.offset % 4 == 1 }.map(\.element)
        return rows.map { placement in
            Placement("\(placement.name), in a workbook", placement.outcome, isPrinted: placement.isPrinted) {
                secret,
                round in
                placement.put(secret, &round)
                round.isWorkbook = true
            }
        } + besideTables
    }

    /// What only a workbook has: text that is in no cell of a table.
    private static let besideTables = [
        Placement("a workbook: the mark is a merged cell over two rows", .published) { secret, round in
            // As it fills them.
            for row in 1...2 {
                round.setCell("actions.csv", row: row, "action", secret.word)
                round.setCell("actions.csv", row: row, "exempt", "3")
            }
            round.isWorkbook = true
        }
    ]
}
