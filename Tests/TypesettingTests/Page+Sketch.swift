// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping

@testable import Typesetting

extension [Page] {
    /// The pages as they look, for tests: a line for each baseline and each level border, a character for every three points.
    /// What is drawn for the page's sake is in round brackets.
    var sketch: String { map { "page \($0.number)\n" + $0.sketch }.joined(separator: "\n") }
}

extension Page {
    fileprivate var sketch: String {
        var lines: [Length: [Character]] = [:]
        for item in items {
            switch item {
            // Words begin a character further right, clear of the border that they may stand close to.
            case .text(let run): write(run.sketch, at: run.origin.moved(x: .points(2.5)), into: &lines)
            case .rule(let rule) where rule.from.y == rule.to.y:
                let count = column(rule.to.x) - column(rule.from.x)
                write(String(repeating: "-", count: count + 1), at: rule.from, into: &lines)
            case .rule, .fill, .path, .image, .link, .figure: break
            }
        }
        for case .rule(let rule) in items where rule.from.x == rule.to.x {
            for y in lines.keys where y >= rule.from.y && y <= rule.to.y {
                write("|", at: Point(x: rule.from.x, y: y), into: &lines)
            }
        }
        return lines.sorted { $0.key < $1.key }.map { line in
            String(line.value.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }

    private func column(_ x: Length) -> Int { Int((x.points / 3).rounded()) }

    private func write(_ text: String, at point: Point, into lines: inout [Length: [Character]]) {
        var line = lines[point.y] ?? []
        for (offset, character) in text.enumerated() {
            let index = column(point.x) + offset
            while line.count <= index { line.append(" ") }
            line[index] = character
        }
        lines[point.y] = line
    }
}

extension TextRun {
    fileprivate var sketch: String {
        let words = text.split(separator: " ").joined(separator: " ")
        if case .furniture = owner { return "(\(words))" }
        return words
    }
}
