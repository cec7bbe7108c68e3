// SPDX-License-Identifier: Apache-2.0

import UnicodeText

/// A run of a piece as it is drawn and checked, in memory of its piece.
///
/// A paper draws each word of it, and most words often: a copy of a run would count references to its text, its glyphs and its clusters up and
/// down each time.
package struct DrawnRun {
    /// The font of every glyph of the run.
    package let face: FaceID
    /// Whether the text runs from right to left, against the glyphs.
    package let isBackward: Bool
    /// Whether the text shows nothing.
    package let isBlank: Bool
    /// From left to right.
    package let glyphs: UnsafeBufferPointer<Glyph>
    /// The parts of ``shown``, in its order.
    package let clusters: UnsafeBufferPointer<Cluster>
    /// The bytes of the text as its glyphs show it.
    package let shown: UnsafeBufferPointer<UInt8>
    /// The bytes of the text as it is read out.
    package let read: UnsafeBufferPointer<UInt8>
}

/// Owns the drawn runs of a piece, and all that they hold, in one block of memory that never changes.
final class DrawnRuns: Sendable {
    nonisolated(unsafe) private let first: UnsafeMutablePointer<DrawnRun>
    private let count: Int

    init(_ all: [ShapedPiece.Run]) {
        let size = all.reduce(0) { size, run in
            size + MemoryLayout<DrawnRun>.stride + run.glyphs.count * MemoryLayout<Glyph>.stride
                + run.clusters.count * MemoryLayout<Cluster>.stride + run.shown.utf8.count
                + (run.isReadAsShown ? 0 : run.text.utf8.count)
        }
        let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: MemoryLayout<DrawnRun>.alignment)
        first = block.bindMemory(to: DrawnRun.self, capacity: all.count)
        count = all.count
        // The largest alignment first: runs, then glyphs and clusters, then bytes.
        var free = block + all.count * MemoryLayout<DrawnRun>.stride
        func store<Element: BitwiseCopyable>(_ elements: some Collection<Element>) -> UnsafeBufferPointer<Element> {
            let place = free.bindMemory(to: Element.self, capacity: elements.count)
            let buffer = UnsafeMutableBufferPointer(start: place, count: elements.count)
            _ = buffer.initialize(fromContentsOf: elements)
            free += elements.count * MemoryLayout<Element>.stride
            return UnsafeBufferPointer(buffer)
        }
        let glyphs = all.map { store($0.glyphs) }
        let clusters = all.map { store($0.clusters) }
        for (index, run) in all.enumerated() {
            let shown = store(run.shown.utf8)
            let drawn = DrawnRun(
                face: run.face,
                isBackward: run.isBackward,
                isBlank: run.text.isBlank,
                glyphs: glyphs[index],
                clusters: clusters[index],
                shown: shown,
                read: run.isReadAsShown ? shown : store(run.text.utf8)
            )
            (first + index).initialize(to: drawn)
        }
    }

    deinit { UnsafeMutableRawPointer(first).deallocate() }

    var runs: UnsafeBufferPointer<DrawnRun> { UnsafeBufferPointer(start: first, count: count) }
}

extension ShapedPiece.Run {
    /// Whether both of its texts are the same bytes: texts that differ in the order of marks are equal.
    fileprivate var isReadAsShown: Bool { text.utf8.elementsEqual(shown.utf8) }
}

extension ShapedPiece {
    /// Calls a function with the runs as they are drawn, in the order of ``runs``. They are valid during the call.
    package func withDrawnRuns<Result, Failure: Error>(
        _ use: (UnsafeBufferPointer<DrawnRun>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try use(drawn.runs)
    }
}
