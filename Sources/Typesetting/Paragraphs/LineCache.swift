// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// A cache of the lines that a text has been broken into, by measure and alignment.
final class LineCache {
    private struct Entry {
        var measure: Length
        var alignment: HorizontalAlignment
        var owner: Owner?
        var boxes: [Box]
    }

    private var entries: [Entry] = []
    /// Cells of the same text are in few columns of different widths at a time.
    private static let maximumCount = 4

    /// The cached lines of a text in a measure, or `nil` if there are none.
    func boxes(of text: ShapedText, measure: Length, alignment: HorizontalAlignment) -> [Box]? {
        guard let known = entries.first(where: { $0.measure == measure && $0.alignment == alignment }) else {
            return nil
        }
        guard let owner = text.formats.first?.owner, owner != known.owner else { return known.boxes }
        return known.boxes.map { $0.owned(by: owner) }
    }

    /// Caches the lines of a text.
    func insert(_ boxes: [Box], of text: ShapedText, measure: Length, alignment: HorizontalAlignment) {
        if entries.count == Self.maximumCount { entries.removeFirst() }
        let owner = text.formats.first?.owner
        entries.append(Entry(measure: measure, alignment: alignment, owner: owner, boxes: boxes))
    }
}

extension Box {
    fileprivate func owned(by owner: Owner) -> Box {
        var box = self
        for index in box.items.indices {
            guard case .text(var run) = box.items[index] else { continue }
            run.owner = owner
            box.items[index] = .text(run)
        }
        return box
    }
}
