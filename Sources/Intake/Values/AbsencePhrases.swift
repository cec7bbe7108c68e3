// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// Phrases that officers write for a missing value, each with the code that it probably means.
enum AbsencePhrases {
    static func code(for text: String) -> String? {
        let words = text.lowercased().split { $0.isWhitespace || $0 == "." }.joined(separator: " ")
        return (meanings[words] ?? absence(in: words))?.code
    }

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
        "new measure": .newIndicator, "blank": .notAvailable,
    ]
}
