// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import UnicodeText

/// A part of a round that is either marked as exempt or open to everybody: a row, a passage, an appendix, a paper.
package struct RoundPart: Sendable, Hashable {
    /// What it is.
    package enum Kind: String, Sendable, Hashable {
        case row, passage, appendix, paper
    }

    /// What of a round it is.
    package var kind: Kind
    /// Where it is written, for diagnostics.
    package var location: SourceLocation
    /// By which it is known again.
    package var fingerprints: [Fingerprint] = []
    /// Of a row, all that it says, marked or open.
    package var content: Fingerprint?
    /// The identifiers that its fingerprints hold.
    package var identifiers: [Fingerprint] = []
    /// Where it is marked, the texts that are kept back with it.
    package var units: [TextUnit] = []
}

/// Open text that is read in one go: a row, a statement, the body of a paper, whatever else is printed.
package struct OpenText: Sendable, Hashable {
    /// The letters of all parts, joined, so that a text is found where it goes over the end of a part.
    package var letters = LetterRun()
    /// Where text comes from.
    package enum Source: Sendable, Hashable {
        case paper
        case directorateReturn
        /// council.yaml and round.yaml: names, posts, titles.
        case names
    }

    /// What kind of file it is written in.
    package var source = Source.paper
    /// Its document or row, for short texts.
    package var scopes: [TextScope] = []
    /// The identifiers that its scopes hold.
    package var identifiers: [Fingerprint] = []
    /// Where the letters of each part begin, in order, and which of the open parts each is.
    private var offsets: [Int] = []
    private var indices: [Int] = []

    /// Which of the open parts a letter is of.
    package func part(at offset: Int) -> Int {
        var range = 0..<offsets.count
        while range.count > 1 {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = offsets[middle] <= offset ? middle..<range.upperBound : range.lowerBound..<middle
        }
        return indices[range.lowerBound]
    }

    init(scopes: [TextScope], identifiers: [Fingerprint]) {
        self.scopes = scopes
        self.identifiers = identifiers
    }

    mutating func append(_ texts: [String], of part: Int) {
        offsets.append(letters.bytes.count)
        indices.append(part)
        for text in texts { letters.append(text) }
    }
}

/// What a round keeps back, and what it does not.
package struct RoundParts: Sendable, Hashable {
    /// In the order of the round.
    package var marked: [RoundPart] = []
    package var open: [RoundPart] = []
    /// The words of what is open.
    package var texts: [OpenText] = []
    /// Every identifier of the round.
    package var identifiers: Set<Fingerprint> = []
}
