// SPDX-License-Identifier: Apache-2.0

import CCairo
import Geometry
import TextShaping

/// Glyphs of one font that Cairo draws in one call, with the text that they represent.
///
/// A value of its own, so that a run is added in one access to the property of its canvas: the program checks each access to a property of a class,
/// and a page has thousands of glyphs.
struct GlyphBatch {
    // Reused from call to call.
    private var glyphs: [cairo_glyph_t] = []
    private var clusters: [cairo_text_cluster_t] = []
    private var text: [UInt8] = []

    var isEmpty: Bool { glyphs.isEmpty && clusters.isEmpty }

    mutating func append(_ run: DrawnRun, x: Length, baseline: Length) {
        for glyph in run.glyphs {
            glyphs.append(
                cairo_glyph_t(
                    index: UInt(glyph.index),
                    x: (x + Length(units: Int(glyph.x))).points,
                    y: (baseline + Length(units: Int(glyph.y))).points
                )
            )
        }
        for cluster in run.clusters {
            clusters.append(cairo_text_cluster_t(num_bytes: cluster.bytes, num_glyphs: cluster.glyphs))
        }
        text.append(contentsOf: run.shown)
    }

    /// Adds the glyphs of a cluster, all in one place.
    mutating func append(_ cluster: GlyphSet.Cluster, at place: Point) {
        glyphs += cluster.glyphs.map { cairo_glyph_t(index: UInt($0), x: place.x.points, y: place.y.points) }
        clusters.append(
            cairo_text_cluster_t(
                num_bytes: Int32(clamping: cluster.text.utf8.count),
                num_glyphs: Int32(clamping: cluster.glyphs.count)
            )
        )
        text.append(contentsOf: cluster.text.utf8)
    }

    func holdsInk(in font: ScaledFont) -> Bool { glyphs.contains { font.hasInk($0.index) } }

    /// Moves the glyphs off whole coordinates, at which the extents of glyphs without ink are empty: Cairo drops a call whose glyphs are all empty,
    /// and the space between two links must survive.
    mutating func moveOffWhole() {
        for index in glyphs.indices {
            glyphs[index].x = glyphs[index].x.movedOffWhole
            glyphs[index].y = glyphs[index].y.movedOffWhole
        }
    }

    /// Draws the glyphs in the font of a context.
    func show(in context: OpaquePointer, isBackward: Bool) {
        text.withUnsafeBytes { text in
            cairo_show_text_glyphs(
                context,
                text.assumingMemoryBound(to: CChar.self).baseAddress,
                Int32(clamping: text.count),
                glyphs,
                Int32(clamping: glyphs.count),
                clusters,
                Int32(clamping: clusters.count),
                isBackward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0)
            )
        }
    }

    mutating func removeAll() {
        glyphs.removeAll(keepingCapacity: true)
        clusters.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }
}

extension Double {
    /// A 64th more than the nearest whole number if the number is nearer to that than Cairo can tell (it has 8 fractional bits).
    fileprivate var movedOffWhole: Double {
        abs(self - rounded()) < 1.0 / 128 ? rounded() + 1.0 / 64 : self
    }
}
