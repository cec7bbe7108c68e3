// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// That something is not for publication, and by which paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972.
package struct Exemption: Sendable, Hashable {
    /// Those that there are: an individual; who an individual is; financial or business affairs; labour relations; legal
    /// privilege; notices and orders; crime.
    package static let knownParagraphs = 1...7

    /// Numbers of paragraphs of Part 1 of Schedule 12A; at least one.
    package var paragraphs: Set<Int>

    package init(_ paragraphs: Set<Int>) { self.paragraphs = paragraphs }

    /// The exemption by the paragraphs of both.
    package func union(_ other: Exemption) -> Exemption { Exemption(paragraphs.union(other.paragraphs)) }
}

/// Why information is exempt under a paragraph of Schedule 12A, and why the public interest does not outweigh that: both are public.
package struct ExemptReason: Sendable, Hashable {
    /// The number of a paragraph of Part 1 of Schedule 12A.
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
