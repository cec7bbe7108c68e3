// SPDX-License-Identifier: Apache-2.0

package import Geometry

/// The number of a font: one face at one size.
package struct FaceID: Sendable, Hashable {
    /// In the order in which the shaper met the faces.
    package let index: Int
}

/// A glyph, and its distance from the beginning of its piece.
package struct Glyph: Sendable, Hashable, BitwiseCopyable {
    /// The number in the font's file.
    package let index: UInt32
    /// From the beginning of the piece to the right, in ``Length`` units.
    package let x: Int32
    /// Below the baseline, in ``Length`` units.
    package let y: Int32
}

/// The number of bytes of text that a number of glyphs represents.
package struct Cluster: Sendable, Hashable, BitwiseCopyable {
    /// Bytes of UTF-8.
    package let bytes: Int32
    package let glyphs: Int32
}

/// A shaped text without line-break opportunities: a word, or a part of one between two places at which a line may break.
///
/// Immutable, and shared by all lines that hold it; two are equal if their text and glyphs are.
package final class ShapedPiece: Sendable {
    /// Glyphs of one face, in the order in which they are drawn.
    package struct Run: Sendable, Hashable {
        /// The font of every glyph of the run.
        package let face: FaceID
        /// The text as it is read out: a no-break space is a space.
        package let text: String
        /// The text as its glyphs show it, which a PDF says of them: a bracket that is turned about from right to left is the other one, and
        /// marks are in the order of their glyphs.
        ///
        /// A font has one meaning for a glyph, whichever way the text runs. If `)` in Hebrew were called `(`, as it is written, all `)` of
        /// the English text would be read so too.
        package let shown: String
        /// From left to right.
        package let glyphs: [Glyph]
        /// The parts of ``shown``, in its order.
        package let clusters: [Cluster]
        /// Whether the text runs from right to left, against the glyphs.
        package let isBackward: Bool
    }

    /// The text that was shaped, with the soft hyphen that it may end in.
    package let text: String
    /// The sum of the advances of its glyphs.
    package let width: Length
    /// Stretches of one face and direction, in the order of the text.
    package let runs: [Run]
    /// Whether it holds a soft hyphen, with which the officer says where it may be divided.
    package let holdsSoftHyphen: Bool
    /// Characters that no font has.
    package let missing: [Unicode.Scalar]
    /// Characters that a font has only a picture of.
    package let pictures: [PictureCharacter]
    /// Whether anything of it is drawn.
    package let hasGlyphs: Bool
    let drawn: DrawnRuns
    /// A digest of its text and glyphs, which is valid in one process and for one shaper only.
    package let digest: Int

    init(
        text: String,
        width: Length,
        runs: [Run],
        missing: [Unicode.Scalar] = [],
        pictures: [PictureCharacter] = []
    ) {
        self.text = text
        self.width = width
        self.runs = runs
        self.missing = missing
        self.pictures = pictures
        holdsSoftHyphen = text.unicodeScalars.contains(.softHyphen)
        drawn = DrawnRuns(runs)
        hasGlyphs = runs.contains { !$0.glyphs.isEmpty }
        var hasher = Hasher()
        hasher.combine(text)
        hasher.combine(width)
        hasher.combine(runs)
        digest = hasher.finalize()
    }
}

extension ShapedPiece {
    /// A copy whose final hyphen is read as a soft one.
    func endingInSoftHyphen() -> ShapedPiece {
        guard let last = runs.last, let cluster = last.clusters.last, cluster.bytes == 1, last.text.hasSuffix("-")
        else {
            return self
        }
        let soft = "\u{AD}"
        let run = Run(
            face: last.face,
            text: last.text.dropLast() + soft,
            shown: last.shown.dropLast() + soft,
            glyphs: last.glyphs,
            clusters: last.clusters.dropLast()
                + [Cluster(bytes: Int32(clamping: soft.utf8.count), glyphs: cluster.glyphs)],
            isBackward: last.isBackward
        )
        return ShapedPiece(
            text: text.dropLast() + soft,
            width: width,
            runs: runs.dropLast() + [run],
            missing: missing,
            pictures: pictures
        )
    }
}

extension Unicode.Scalar {
    /// U+00AD, which marks a place at which a word may be divided.
    package static let softHyphen: Unicode.Scalar = "\u{AD}"
}

extension ShapedPiece: Hashable {
    package static func == (lhs: ShapedPiece, rhs: ShapedPiece) -> Bool {
        lhs === rhs || (lhs.text == rhs.text && lhs.width == rhs.width && lhs.runs == rhs.runs)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
