// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// The lines that a text has been divided into.
final class KeptLines {
    private struct Setting {
        var measure: Length
        var alignment: HorizontalAlignment
        var owner: Owner?
        var boxes: [FlowBox]
    }

    private var settings: [Setting] = []
    /// A paragraph that stands in many columns stands in few at a time.
    private static let mostSettings = 4

    /// The lines of a text in a measure, if they are known.
    func boxes(of text: ShapedText, measure: Length, alignment: HorizontalAlignment) -> [FlowBox]? {
        guard let known = settings.first(where: { $0.measure == measure && $0.alignment == alignment }) else {
            return nil
        }
        guard let owner = text.formats.first?.owner, owner != known.owner else { return known.boxes }
        return known.boxes.map { $0.owned(by: owner) }
    }

    func keep(_ boxes: [FlowBox], of text: ShapedText, measure: Length, alignment: HorizontalAlignment) {
        if settings.count == Self.mostSettings { settings.removeFirst() }
        let owner = text.formats.first?.owner
        settings.append(Setting(measure: measure, alignment: alignment, owner: owner, boxes: boxes))
    }
}

extension FlowBox {
    fileprivate func owned(by owner: Owner) -> FlowBox {
        var box = self
        for index in box.items.indices {
            guard case .text(var run) = box.items[index] else { continue }
            run.owner = owner
            box.items[index] = .text(run)
        }
        return box
    }
}
