// SPDX-License-Identifier: Apache-2.0

import UnicodeText

/// What two rows, passages, returns or papers have in common where they are the same one, however they are spaced, punctuated and
/// capitalised.
///
/// It says what something is. What it says is compared by ``TextUnit``.
package struct Fingerprint: Sendable, Hashable {
    /// What is compared.
    package enum Kind: String, Sendable, Hashable {
        /// A row by its return, class, unit, and the words of its action, activity or measure.
        case row
        /// A row by its return, class and the words of its action, activity or measure, where these are two words or more.
        case title
        /// A row by its return, class, unit and reference.
        case reference
        /// A short text by its document or row, and by all of its words.
        case passage
        /// A row by all that it says.
        case content
        /// A directorate's return as a whole.
        case directorate
        /// A paper as a whole.
        case paper
        /// An identifier: of a directorate, of a unit, or of a paper's file.
        case identifier
    }

    /// What it is the fingerprint of; fingerprints of two kinds are never equal.
    package let kind: Kind
    /// Whether it leaves out identifiers, so that it is also that of something that was renamed.
    ///
    /// It is compared only where the ledger has never seen the identifiers of what it is the fingerprint of.
    package let leavesOutIdentifiers: Bool
    private let parts: [String]

    private init(_ kind: Kind, _ parts: [String], leavesOutIdentifiers: Bool = false) {
        self.kind = kind
        self.parts = parts
        self.leavesOutIdentifiers = leavesOutIdentifiers
    }

    /// All of it as one text, from which a digest can be made.
    package var canonicalText: String { ([kind.rawValue] + parts).joined(separator: "\u{1F}") }

    /// Those of a row by the words of its action, activity or measure.
    static func rows(
        in directorate: String,
        _ reportedClass: ReportedClass,
        unit: String?,
        title: String
    ) -> [Fingerprint] {
        let words = title.letterSkeleton
        if words.isEmpty { return [] }
        let reported = reportedClass.rawValue
        var fingerprints = [
            Fingerprint(.row, [directorate, reported, unit ?? "", words]),
            Fingerprint(.row, ["*", reported, words], leavesOutIdentifiers: true),
        ]
        if LetterRun(title).isCompared { fingerprints.append(Fingerprint(.title, [directorate, reported, words])) }
        return fingerprints
    }

    /// Those of a row by its reference. Another unit may number its rows in the same way.
    static func references(
        _ reference: String,
        in directorate: String,
        _ reportedClass: ReportedClass,
        unit: String?
    ) -> [Fingerprint] {
        let words = reference.letterSkeleton
        if words.isEmpty { return [] }
        let row = [reportedClass.rawValue, unit ?? "", words]
        return [
            Fingerprint(.reference, [directorate] + row),
            Fingerprint(.reference, ["*"] + row, leavesOutIdentifiers: true),
        ]
    }

    /// That of a row by all that it says.
    static func content(_ reportedClass: ReportedClass, _ texts: [String]) -> Fingerprint {
        Fingerprint(.content, [reportedClass.rawValue] + texts.map(\.letterSkeleton))
    }

    static func paper(_ file: String) -> Fingerprint { Fingerprint(.paper, [file]) }
    static func directorate(_ directorate: String) -> Fingerprint { Fingerprint(.directorate, [directorate]) }
    static func identifier(_ name: String) -> Fingerprint { Fingerprint(.identifier, [name]) }

    /// Those of a text that is too short to be looked for anywhere but where it stood; none of one that is not.
    static func passages(_ text: String, in scopes: [TextScope]) -> [Fingerprint] {
        let words = text.letterSkeleton
        if words.isEmpty || words.utf8.count >= TextUnit.leastLetters { return [] }
        return scopes.map {
            Fingerprint(.passage, [$0.name, words], leavesOutIdentifiers: $0.leavesOutIdentifiers)
        }
    }
}
