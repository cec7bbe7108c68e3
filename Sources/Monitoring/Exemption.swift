// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// That something is not for publication, and by which paragraphs of the schedule that the council's nation has for it.
package struct Exemption: Sendable, Hashable {
    /// The paragraphs that any nation has (``Nation/exemptParagraphs``).
    package static let knownParagraphs = 1...18

    /// Numbers of paragraphs; at least one.
    package var paragraphs: Set<Int>

    package init(_ paragraphs: Set<Int>) { self.paragraphs = paragraphs }

    /// The exemption by the paragraphs of both.
    package func union(_ other: Exemption) -> Exemption { Exemption(paragraphs.union(other.paragraphs)) }
}

extension Nation {
    /// The paragraphs of exempt information: of Part 1 of Schedule 12A to the Local Government Act 1972 in England, of its Part 4 in Wales,
    /// of Part 1 of Schedule 7A to the Local Government (Scotland) Act 1973, and of Part 1 of Schedule 6 to the Local Government Act
    /// (Northern Ireland) 2014.
    ///
    /// All but Scotland's are of the same seven things: an individual; who an individual is; financial or business affairs; labour
    /// relations; legal privilege; notices and orders; crime.
    package var exemptParagraphs: ClosedRange<Int> {
        switch self {
        case .england, .northernIreland: 1...7
        case .wales: 12...18
        case .scotland: 1...15
        }
    }
}

/// Why information is exempt under a paragraph, and why the public interest does not outweigh that: both are public.
package struct ExemptReason: Sendable, Hashable {
    /// The number of the paragraph.
    package var paragraph: Int
    /// Why the paragraph applies, and why the public interest in the exemption is greater than that in disclosure.
    package var reason: Prose
    package var publicInterest: Prose
    /// Where the reason is given, for diagnostics.
    package var location: SourceLocation

    package init(paragraph: Int, reason: Prose, publicInterest: Prose, location: SourceLocation) {
        self.paragraph = paragraph
        self.reason = reason
        self.publicInterest = publicInterest
        self.location = location
    }
}
