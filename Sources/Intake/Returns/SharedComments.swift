// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Follows `same as REF` from row to row of a file.
struct SharedComments {
    /// A row, as far as it matters to the row below it.
    struct Row {
        var reference: String
        var unit: String
        /// In which table it is printed, if the rows are divided; rows of other tables share nothing.
        var group: String
        /// Whether it is printed at all where only exceptions are.
        var isException: Bool
        var exemption: Exemption?
        var line: Int
    }

    private var above: Row?
    /// The references that the row below may name: of the row above it, and of the rows with which that one shares.
    private var sharable: Set<String> = []
    private var lines: [String: Int] = [:]

    /// The reference that a comment names; nothing where it is not of the kind.
    static func reference(in comment: String) -> String? {
        let opening = "same as"
        guard comment.lowercased().hasPrefix(opening) else { return nil }
        let rest = comment.dropFirst(opening.count)
        return rest.isEmpty || rest.first?.isWhitespace == true ? rest.trimmed : nil
    }

    /// Takes note of the next row. Where it shares the comment of `reference`, says what is wrong with that.
    mutating func next(_ row: Row, sharing reference: String?) -> (message: DiagnosticText, hint: DiagnosticText)? {
        defer {
            if reference == nil { sharable = [] }
            if !row.reference.isEmpty {
                sharable.insert(row.reference)
                if lines[row.reference] == nil { lines[row.reference] = row.line }
            }
            above = row
        }
        guard let reference else { return nil }
        guard !reference.isEmpty else {
            return ("`same as` names no row", "put the `ref` of the row above behind it: `same as A1`")
        }
        guard let above else {
            return (
                "`same as \(reference.shortened)` stands in the first row", "there is no row above it to share with"
            )
        }
        guard sharable.contains(reference) else {
            if let line = lines[reference] {
                return (
                    "the row `\(reference.shortened)` is not just above this one",
                    "it is in line \(line); move this row below it, or repeat the comment"
                )
            }
            let nearest = NearestName.of(reference, among: sharable.sorted()).map {
                "did you mean `\($0)`?" as DiagnosticText
            }
            return (
                "no row above has the ref `\(reference.shortened)`",
                nearest ?? "`same as` is followed by the `ref` of the row just above"
            )
        }
        if above.unit != row.unit {
            return (
                "the row `\(reference.shortened)` is of another unit",
                "rows share a comment only within a unit; repeat the comment"
            )
        }
        if above.group != row.group {
            return (
                "the row `\(reference.shortened)` is of another class",
                "rows share a comment only within a table; repeat the comment"
            )
        }
        if above.exemption != row.exemption {
            return (
                "the row `\(reference.shortened)` is not exempt under the same paragraphs",
                "rows share a comment only where both are public or both are exempt; repeat what may be said"
            )
        }
        if row.isException, !above.isException {
            return (
                "the row above is not an exception, so that it and its comment are not printed with this one",
                "give the comment here, and none there"
            )
        }
        return nil
    }
}
