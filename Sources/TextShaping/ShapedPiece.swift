// SPDX-License-Identifier: Apache-2.0

package import Geometry

/// A font that glyphs come from: one face at one size.
package struct FaceID: Sendable, Hashable {
    /// In the order in which the shaper met the faces.
    package let index: Int
}

/// A glyph and where it stands from the beginning of its piece.
package struct Glyph: Sendable, Hashable {
    /// The number in the font's file.
    package let index: UInt32
    /// From the beginning of the piece to the right, in ``Length`` units.
    package let x: Int32
    /// Below the baseline, in ``Length`` units.
    package let y: Int32
}

/// Which stretch of text a stretch of glyphs stands for.
package struct Cluster: Sendable, Hashable {
    /// Bytes of UTF-8.
    package let bytes: Int32
    package let glyphs: Int32
}

/// A stretch of text that is never divided, shaped once: a word, or a part of one between two places where a line
/// may break.
///
/// Immutable and shared by everything that sets it; two are the same when their words and glyphs are.
package final class ShapedPiece: Sendable {
    /// Glyphs of one face, in the order in which they are drawn.
    package struct Run: Sendable, Hashable {
        /// The font of every glyph of the run.
        package let face: FaceID
        /// As it is read out: a no-break space is a space.
        package let text: String
        /// From left to right.
        package let glyphs: [Glyph]
        /// In the order of the text.
        package let clusters: [Cluster]
        /// Whether the text runs from right to left, against the glyphs.
        package let isBackward: Bool
    }

    /// The text that was shaped, with a soft hyphen where it ends in one.
    package let text: String
    /// The sum of the advances of its glyphs.
    package let width: Length
    /// Stretches of one face and direction, in the order of the text.
    package let runs: [Run]
    /// Whether the officer has said where it may be divided.
    package let holdsSoftHyphen: Bool
    /// Characters that no font has.
    package let missing: [Unicode.Scalar]
    /// Characters that a font has only a picture of.
    package let pictures: [PictureCharacter]
    /// Whether anything of it is drawn.
    package let hasGlyphs: Bool
    /// A fingerprint of its words and glyphs, which means nothing in another run of the program or to another shaper.
    package let fingerprint: Int

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
        hasGlyphs = runs.contains { !$0.glyphs.isEmpty }
        var hasher = Hasher()
        hasher.combine(text)
        hasher.combine(width)
        hasher.combine(runs)
        fingerprint = hasher.finalize()
    }
}

extension ShapedPiece {
    /// The same with the hyphen at its end read as a soft one.
    func endingInSoftHyphen() -> ShapedPiece {
        guard let last = runs.last, let cluster = last.clusters.last, cluster.bytes == 1, last.text.hasSuffix("-")
        else {
            return self
        }
        let soft = "\u{AD}"
        let run = Run(
            face: last.face,
            text: last.text.dropLast() + soft,
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
    /// U+00AD: where a word may be divided.
    package static let softHyphen: Unicode.Scalar = "\u{AD}"
}

extension ShapedPiece: Hashable {
    package static func == (lhs: ShapedPiece, rhs: ShapedPiece) -> Bool {
        lhs === rhs || (lhs.text == rhs.text && lhs.width == rhs.width && lhs.runs == rhs.runs)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}
