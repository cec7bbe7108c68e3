// SPDX-License-Identifier: Apache-2.0

/// What a placement changes in a workspace: which placements can stand in one workspace without changing one another.
struct Footprint: Sendable {
    /// How the files are written: the same for every placement of a workspace.
    private var shape = ""
    /// Places by their path: a file, in it a row, in that a column. A place holds all below it, and the empty path everything.
    private var places: Set<[String]> = []

    init(of placement: Placement) {
        let plain = SecretRound()
        var round = plain
        placement.put(.first, &round)
        shape = "\(round.isWorkbook) \(round.isInWord) \(round.isForEach) \(round.mark) \(round.lineEnding)"
        if round.body != plain.body { places.insert(["body"]) }
        if round.statement != plain.statement { places.insert(["statement"]) }
        addEntries(round.header, not: plain.header, of: "header")
        addEntries(round.returns, not: plain.returns, of: "return")
        for (file, rows) in round.cells { addCells(rows, not: plain.cells[file] ?? [], of: file) }
        for name in round.pictures.keys { places.insert(["pictures", name]) }
        for edit in round.edits { places.insert(["edits", edit.file]) }
        if !round.documentEdits.isEmpty { places.insert(["documents"]) }
        // What is exempt as a whole hides what is in it: a secret that is marked in another way would not be seen to be.
        for mark in Self.marksOfWholes where places.remove(mark) != nil {
            let entry = round.header.first { $0.key == mark[1] }
            if entry?.value == "\n  - { title: The return, of: all-directorates, exempt: 3 }"
                || entry?.value == " Exempt"
            {
                shape += " \(mark)"
            } else {
                places.insert(mark)
            }
        }
    }

    private static let marksOfWholes = [["header", "appendices"], ["header", "classification"]]

    private mutating func addEntries(_ entries: [SecretRound.Entry], not plain: [SecretRound.Entry], of file: String) {
        for entry in entries where !plain.contains(where: { $0.key == entry.key && $0.value == entry.value }) {
            places.insert([file, entry.key])
        }
    }

    private mutating func addCells(_ rows: [[String]], not plain: [[String]], of file: String) {
        guard rows.first == plain.first, rows.count == plain.count, let columns = rows.first else {
            places.insert([file])
            return
        }
        for (number, (row, plain)) in zip(rows, plain).enumerated() where row != plain {
            for (column, (cell, plain)) in zip(columns, zip(row, plain)) where cell != plain {
                // The mark of a row is one of all its cells.
                places.insert(column == "exempt" ? [file, "\(number)"] : [file, "\(number)", column])
            }
        }
    }

    /// Whether two placements change nothing of one another.
    func isIndependent(of other: Footprint) -> Bool {
        shape == other.shape
            && places.allSatisfy { place in
                other.places.allSatisfy { !place.starts(with: $0) && !$0.starts(with: place) }
            }
    }
}
