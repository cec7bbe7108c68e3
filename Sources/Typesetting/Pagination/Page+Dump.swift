// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping

extension Page {
    /// The page as text for tests: every item with its position in points from the top left corner, one a line.
    package var dump: String {
        var text = "page \(number)\n"
        for item in items { text += "  \(item.dump)\n" }
        return text
    }

    /// The words alone, a line for each run.
    package var lines: [String] {
        items.compactMap { item in
            if case .text(let run) = item { run.text } else { nil }
        }
    }
}

extension PageItem {
    fileprivate var dump: String {
        switch self {
        case .text(let run):
            let owner =
                switch run.owner {
                case .node: ""
                case .label: " label"
                case .furniture(let furniture): " \(furniture.rawValue)"
                }
            let rotation = run.isRotated ? " rotated" : ""
            return "text \(run.origin.x) \(run.origin.y)\(rotation)\(owner) “\(run.text)”"
        case .rule(let rule):
            return "rule \(rule.from.x) \(rule.from.y) to \(rule.to.x) \(rule.to.y)"
        case .fill(let fill):
            let size = fill.rectangle.size
            return "fill \(fill.rectangle.origin.x) \(fill.rectangle.origin.y) by \(size.width) \(size.height)"
        case .path(let mark):
            let bounds = mark.path.bounds ?? Rectangle(origin: .zero, size: Size(width: .zero, height: .zero))
            let colours = [mark.fill.map { "filled \($0)" }, mark.stroke.map { "stroked \($0.colour)" }]
            return "path \(bounds.origin.x) \(bounds.origin.y) by \(bounds.size.width) \(bounds.size.height) "
                + colours.compactMap(\.self).joined(separator: " ")
        case .image(let mark):
            let (origin, size) = (mark.rectangle.origin, mark.rectangle.size)
            return "image \(origin.x) \(origin.y) by \(size.width) \(size.height) of \(mark.width) × \(mark.height)"
        case .figure(let figure):
            let (origin, size) = (figure.rectangle.origin, figure.rectangle.size)
            return "figure \(origin.x) \(origin.y) by \(size.width) \(size.height)"
        case .link(let link):
            return "link \(link.rectangle.origin.x) \(link.rectangle.origin.y) “\(link.contents)”"
        }
    }
}
