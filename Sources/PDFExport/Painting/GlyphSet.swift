// SPDX-License-Identifier: Apache-2.0

import TextShaping
import Typesetting

/// The clusters that pages are drawn with, each once.
///
/// Cairo numbers glyphs in the order in which it first meets them. If it first meets all glyphs of a paper in a fixed order, the content
/// stream of a page does not depend on the pages before it, and can be reused.
struct GlyphSet: Hashable {
    /// Glyphs with the text that they represent together.
    struct Cluster: Hashable {
        var glyphs: [UInt32]
        var text: String
    }

    /// The clusters of a font, in order: those of one glyph before the others.
    struct Font: Hashable {
        var face: FaceID
        var clusters: [Cluster]
    }

    /// In the order in which the pages first use them.
    let fonts: [Font]

    init(of pages: [Page]) {
        var faces: [FaceID] = []
        var collected: [FaceID: ClusterCollector] = [:]
        // Words repeat: a word that has been seen recently is skipped.
        var recent = [Int](repeating: 0, count: 1 << 14)
        for page in pages {
            for case .text(let run) in page.items {
                for placed in run.pieces {
                    let place = placed.piece.digest & (recent.count - 1)
                    if recent[place] == placed.piece.digest { continue }
                    recent[place] = placed.piece.digest
                    for run in placed.piece.runs where !run.glyphs.isEmpty {
                        if collected[run.face] == nil { faces.append(run.face) }
                        collected[run.face, default: ClusterCollector()].add(run)
                    }
                }
            }
        }
        fonts = faces.map { face in
            Font(face: face, clusters: (collected[face]?.clusters ?? []).sorted(by: Self.precedes))
        }
    }

    private static func precedes(_ one: Cluster, _ other: Cluster) -> Bool {
        if one.glyphs.count != other.glyphs.count { return one.glyphs.count < other.glyphs.count }
        if one.glyphs != other.glyphs { return one.glyphs.lexicographicallyPrecedes(other.glyphs) }
        return one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }
}

/// The clusters of a font, each once.
private struct ClusterCollector {
    /// Clusters of one glyph for one character, as most are: the number of the glyph and the bytes of the character.
    private var plain: Set<UInt64> = []
    private var others: Set<GlyphSet.Cluster> = []

    /// Clusters are in the order of the text; in a run from right to left, against that of the glyphs.
    mutating func add(_ run: ShapedPiece.Run) {
        var rest = run.glyphs[...]
        var text = run.shown
        text.withUTF8 { bytes in
            var start = 0
            for cluster in run.clusters {
                let count = Int(cluster.glyphs)
                let glyphs = run.isBackward ? rest.suffix(count) : rest.prefix(count)
                rest = run.isBackward ? rest.dropLast(count) : rest.dropFirst(count)
                let words = bytes[start..<min(start + Int(cluster.bytes), bytes.count)]
                start = words.endIndex
                add(glyphs, words)
            }
        }
    }

    private mutating func add(_ glyphs: ArraySlice<Glyph>, _ words: Slice<UnsafeBufferPointer<UInt8>>) {
        guard let first = glyphs.first else { return }
        if glyphs.count == 1, words.count <= 4 {
            plain.insert(words.reduce(0) { $0 << 8 | UInt64($1) } | UInt64(first.index) << 32)
        } else {
            others.insert(.init(glyphs: glyphs.map(\.index), text: String(decoding: words, as: UTF8.self)))
        }
    }

    var clusters: [GlyphSet.Cluster] {
        plain.map { packed in
            let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: packed >> $0) }.drop { $0 == 0 }
            return .init(
                glyphs: [UInt32(truncatingIfNeeded: packed >> 32)],
                text: String(decoding: bytes, as: UTF8.self)
            )
        } + others
    }
}
