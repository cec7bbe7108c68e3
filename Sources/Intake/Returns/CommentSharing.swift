// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import UnicodeText

/// Checks `same as REF` in the comments of a file, row by row.
struct CommentSharing {
    /// A row, as far as it matters to the row below it.
    struct Row {
        var reference: String
        var unit: String
        /// In which table it is printed, if the rows are divided; rows of other tables share nothing.
        var group: String
        /// Whether it is printed at all where only exceptions are.
        var isException: Bool
        var exemption: Exemption?
        /// Where it is: `line 5`, `row 5`.
        var place: String
    }

    private var above: Row?
    /// The references that the row below may name: of the row above it, and of the rows with which that one shares.
    private var sharable: Set<String> = []
    private var places: [String: String] = [:]
    /// Whether a row that is exempt and one that is not have shared a comment: nobody knows whether it is exempt.
    private(set) var crossesExemption = false

    /// The reference in a comment `same as REF`, or `nil` if it is another comment.
    static func reference(in comment: String) -> String? {
        let opening = "same as"
        guard comment.prefix(opening.count).lowercased() == opening else { return nil }
        let rest = comment.dropFirst(opening.count)
        return rest.isEmpty || rest.first?.isWhitespace == true ? rest.trimmed : nil
    }

    /// Takes note of the next row. Where it shares the comment of `reference`, says what is wrong with that.
    mutating func next(_ row: Row, sharing reference: String?) -> Diagnostic.Message? {
        defer {
            if reference == nil { sharable = [] }
            if !row.reference.isEmpty {
                sharable.insert(row.reference)
                if places[row.reference] == nil { places[row.reference] = row.place }
            }
            above = row
        }
        guard let reference else { return nil }
        guard !reference.isEmpty else { return .sharesWithNoRow }
        guard let above else { return .sharesInFirstRow(reference) }
        guard sharable.contains(reference) else {
            if let place = places[reference] { return .sharesWithDistantRow(reference, in: place) }
            return .sharesWithUnknownRow(reference, among: sharable)
        }
        if above.exemption != row.exemption { crossesExemption = true }
        if above.unit != row.unit { return .sharesWithOtherUnit(reference) }
        if above.group != row.group { return .sharesWithOtherClass(reference) }
        if above.exemption != row.exemption { return .sharesWithOtherExemption(reference) }
        if row.isException, !above.isException { return .sharesWithUnprintedRow }
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static var sharesWithNoRow: Self {
        Self(
            .invalidSharedComment,
            "`same as` names no row",
            hint: "put the `ref` of the row above behind it: `same as A1`"
        )
    }

    fileprivate static func sharesInFirstRow(_ reference: String) -> Self {
        Self(
            .invalidSharedComment,
            "`same as \(reference.shortened)` stands in the first row",
            hint: "there is no row above it to share with"
        )
    }

    fileprivate static func sharesWithDistantRow(_ reference: String, in place: String) -> Self {
        Self(
            .invalidSharedComment,
            "the row `\(reference.shortened)` is not just above this one",
            hint: "it is in \(own: place); move this row below it, or repeat the comment"
        )
    }

    fileprivate static func sharesWithUnknownRow(_ reference: String, among known: Set<String>) -> Self {
        Self(
            .invalidSharedComment,
            "no row above has the ref `\(reference.shortened)`",
            hint: NearestName.of(reference, among: known.sorted()).map { "did you mean `\($0)`?" }
                ?? "`same as` is followed by the `ref` of the row just above"
        )
    }

    fileprivate static func sharesWithOtherUnit(_ reference: String) -> Self {
        Self(
            .invalidSharedComment,
            "the row `\(reference.shortened)` is of another unit",
            hint: "rows share a comment only within a unit; repeat the comment"
        )
    }

    fileprivate static func sharesWithOtherClass(_ reference: String) -> Self {
        Self(
            .invalidSharedComment,
            "the row `\(reference.shortened)` is of another class",
            hint: "rows share a comment only within a table; repeat the comment"
        )
    }

    fileprivate static func sharesWithOtherExemption(_ reference: String) -> Self {
        Self(
            .invalidSharedComment,
            "the row `\(reference.shortened)` is not exempt under the same paragraphs",
            hint: "rows share a comment only where both are public or both are exempt; repeat what may be said"
        )
    }

    fileprivate static var sharesWithUnprintedRow: Self {
        Self(
            .invalidSharedComment,
            "the row above is not an exception, so that it and its comment are not printed with this one",
            hint: "give the comment here, and none there"
        )
    }
}
