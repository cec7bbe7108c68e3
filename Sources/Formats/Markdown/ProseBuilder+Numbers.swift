// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import UnicodeText
import WorkspaceFiles

extension ProseBuilder {
    /// Reports headings and paragraphs that are numbered by hand.
    func reportHandNumbers(of nodes: some Sequence<MarkdownNode>) {
        let hints = BlockOpening.Hints(
            boldHeading:
                "if it is one, write `# ` before it in place of the asterisks: only a heading is found by a screen reader",
            numberedParagraphs:
                "delete the numbers: a layout with `paragraphs: true` numbers them; a title is a heading, `# Introduction`"
        )
        let openings = nodes.lazy.map { node in
            let kind: BlockOpening.Kind =
                switch node.kind {
                case .heading: .heading
                case .paragraph: .paragraph
                case .list: .list
                default: .other
                }
            return BlockOpening(
                kind: kind,
                text: node.openingText,
                isBoldLine: node.isBoldLine,
                location: location(of: node)
            )
        }
        BlockOpening.reportHandNumbers(of: openings, hints: hints, to: findings)
    }
}

extension MarkdownNode {
    /// The text with which it opens, up to the first markup.
    fileprivate var openingText: String { children.prefix { $0.kind == .text }.map(\.literal).joined() }

    /// Whether it is a paragraph of one line that is bold from end to end and no sentence.
    fileprivate var isBoldLine: Bool {
        guard kind == .paragraph, line == lastLine else { return false }
        let parts = children.filter { $0.kind != .text || !$0.literal.isBlank }
        guard parts.count == 1, parts[0].kind == .strong else { return false }
        return BlockOpening.mayBeHeading(parts[0].openingText)
    }
}
