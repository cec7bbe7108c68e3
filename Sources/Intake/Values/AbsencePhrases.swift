// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// Phrases that officers write for a missing value, each with the code that it probably means.
enum AbsencePhrases {
    static func code(for text: String) -> String? {
        // Reasons are long, and every row has one.
        guard text.utf8.count <= longestPhrase else { return nil }
        let words = text.lowercased().split { $0.isWhitespace || $0 == "." }.joined(separator: " ")
        return (meanings[words] ?? absence(in: words))?.code
    }

    /// Whether a text says nothing where a reason is asked for: a phrase for a missing value, a nought, signs alone.
    static func saysNothing(_ text: String) -> Bool {
        code(for: text) != nil || text == "0" || !text.contains { $0.isLetter || $0.isNumber }
    }

    /// The length in bytes of the longest phrase, with room for more spaces and points in it.
    private static let longestPhrase =
        2 * (Array(meanings.keys) + Absence.allCases.map(\.words)).reduce(0) { max($0, $1.utf8.count) }

    /// The reason whose words a text is.
    private static func absence(in words: String) -> Absence? {
        Absence.allCases.first { $0.words == words || $0.rawValue == words && $0 != .notAvailable }
    }

    private static let meanings: [String: Absence] = [
        "n/a": .notApplicable, "na": .notApplicable, "n a": .notApplicable, "not relevant": .notApplicable,
        "-": .notAvailable, "–": .notAvailable, "—": .notAvailable, "--": .notAvailable, "": .notAvailable,
        "?": .notAvailable, "x": .notAvailable, "z": .notApplicable, "unknown": .notAvailable,
        "not known": .notAvailable, "no data": .notAvailable, "not yet available": .notAvailable,
        "tbc": .notSupplied, "tba": .notSupplied, "tbd": .notSupplied, "to be confirmed": .notSupplied,
        "to follow": .awaited, "pending": .awaited, "not yet due": .notDue, "annual": .notDue,
        "annual indicator": .notDue, "suppressed": .suppressed, "none": .notSet,
        "no target": .notSet, "no target set": .notSet, "target not set": .notSet, "nil": .notApplicable,
        "*": .suppressed, "awaiting data": .awaited, "data awaited": .awaited, "not yet known": .awaited,
        "not known yet": .awaited, "no data available": .notAvailable, "data not available": .notAvailable,
        "data unavailable": .notAvailable, "not collected": .notAvailable, "not measured": .notAvailable,
        "not recorded": .notAvailable, "to be determined": .notSupplied, "to be agreed": .notSet,
        "new measure": .newIndicator, "blank": .notAvailable,
    ]
}
