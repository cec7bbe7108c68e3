// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Something open that is held back: it is, or says, what was or is exempt.
struct HeldPart {
    /// Why it is held back.
    enum Reason {
        /// It was marked, and is not now.
        case lostItsMark(ExemptLedger.Entry)
        /// Words of it were marked, here or in another place.
        case wordsWereMarked(ExemptLedger.Entry)
        /// Words of it are marked in another place.
        case wordsAreMarked(SourceLocation)
    }

    var part: RoundPart
    var reason: Reason
    /// Those that it has in common with what was marked.
    var digests: Set<String>

    /// By which it is released: `returns/communities/actions.csv:5`.
    var place: String { part.location.releasePlace }

    var diagnostic: Diagnostic { Diagnostic(message, at: part.location) }

    private var message: Diagnostic.Message {
        switch reason {
        case .lostItsMark(let entry): .lostMark(of: part, entry)
        case .wordsWereMarked(let entry): .formerlyMarkedWords(in: part, entry)
        case .wordsAreMarked(let place): .markedWords(in: part, markedAt: place)
        }
    }
}

/// Something open that was or is exempt, and is for everybody by somebody's word.
struct ReleasedPart {
    var part: RoundPart
    var release: ExemptLedger.Release

    var diagnostic: Diagnostic { Diagnostic(.released(part, release), at: part.location) }
}

// Nothing in these messages is quoted from a file: they are whole also if the file is not quoted.
extension Diagnostic.Message {
    fileprivate static func lostMark(of part: RoundPart, _ entry: ExemptLedger.Entry) -> Self {
        Self(
            .lostExemptMark,
            "this \(own: part.kind.words) was exempt \(own: entry.words), and has lost its mark",
            hint: hint(to: "mark it", part)
        )
    }

    fileprivate static func formerlyMarkedWords(in part: RoundPart, _ entry: ExemptLedger.Entry) -> Self {
        Self(
            .lostExemptMark,
            "words of this \(own: part.kind.words) were exempt \(own: entry.words), and would be public here",
            hint: hint(to: "take them out or mark them", part)
        )
    }

    fileprivate static func markedWords(in part: RoundPart, markedAt place: SourceLocation) -> Self {
        Self(
            .lostExemptMark,
            "words of this \(own: part.kind.words) are marked as exempt at \(own: place.releasePlace), and would be public here",
            hint: hint(to: "take them out or mark them here too", part)
        )
    }

    private static func hint(to remedy: DiagnosticText, _ part: RoundPart) -> DiagnosticText {
        "\(remedy), or, where it is for everybody from now on, run cleardays release WORKSPACE \(own: part.location.releasePlace) --reason \"…\""
    }

    fileprivate static func released(_ part: RoundPart, _ release: ExemptLedger.Release) -> Self {
        let day = CalendarDate(release.day)?.description ?? release.day
        return Self(
            .releasedExemption,
            "this \(own: part.kind.words) was exempt; \(own: release.name) released it on \(own: day): \(own: release.reason)",
            hint: "mark it where it is exempt again"
        )
    }
}

extension ExemptLedger.Entry {
    /// "in cabinet-2009-11-30 since 25 November 2026".
    fileprivate var words: String {
        let day = CalendarDate(since)?.description ?? since
        // A paper says more than one of the returns in it.
        let prefix = Directorate.paperPrefix
        guard let first = papers.first(where: { !$0.hasPrefix(prefix) }) ?? papers.first else { return "since \(day)" }
        return "in \(first)\(papers.count > 1 ? " and other papers" : "") since \(day)"
    }
}

extension RoundPart.Kind {
    fileprivate var words: String {
        switch self {
        case .row: "row"
        case .passage: "text"
        case .appendix: "appendix"
        case .paper: "paper"
        }
    }
}

extension SourceLocation {
    /// The file, with the line or the paragraph where there is one, or with the sheet and the row: what `cleardays release` is given.
    var releasePlace: String {
        switch position {
        case .cell(let sheet, _, let row): "\(file):\(sheet):\(row)"
        case .file: file
        case .line, .text, .paragraph: row > 0 ? "\(file):\(row)" : file
        }
    }
}
