// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A secret in one place of a workspace, marked in one way.
struct Placement: Sendable, CustomTestStringConvertible {
    /// What comes of it.
    enum Outcome: Sendable, Hashable {
        /// It is marked as it should be: two editions are made.
        case published
        /// It is marked nearly as it should be, or stands beside a mistake: nothing is made, and no report quotes it.
        case refused
        /// It is marked in a way that may be taken or refused: what is made, and what is said, is without it.
        case kept
    }

    let name: String
    let outcome: Outcome
    /// Whether the edition that is not for publication prints it.
    let isPrinted: Bool
    /// Puts a secret into a workspace.
    let put: @Sendable (Secret, inout SecretRound) -> Void
    /// Its place among all, which says through which outputs it goes.
    fileprivate(set) var number = 0

    init(
        _ name: String,
        _ outcome: Outcome,
        isPrinted: Bool = true,
        _ put: @escaping @Sendable (Secret, inout SecretRound) -> Void
    ) {
        self.name = name
        self.outcome = outcome
        self.isPrinted = isPrinted
        self.put = put
    }

    var testDescription: String { name }

    /// Whether every way to mark a secret is tried in every place, which takes many minutes.
    static let triesAll = ProcessInfo.processInfo.environment["CLEARDAYS_SECRETS"] == "all"

    static let all: [Placement] = {
        var placements =
            markedPassages + markedRows + markedWholes + nearMarkers + nearColumns + nearHeaders + mistakes
            + markedPictures + inWorkbooks + inDocuments + inWaivers
        for index in placements.indices { placements[index].number = index }
        return placements
    }()
}
