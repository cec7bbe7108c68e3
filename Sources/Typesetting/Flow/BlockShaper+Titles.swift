// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

extension BlockShaper {
    /// Shapes the title of a paper, or of an appendix under what that is called.
    mutating func shape(
        title heading: Heading,
        in style: Theme.TitleStyle,
        of block: Block
    ) throws(FontError) -> [TextBlock] {
        let owner = Owner.node(block.id)
        var lines: [(words: ShapedText, style: Theme.BlockStyle)] = []
        var words = heading.inlines
        if let prefix = heading.prefix { words.insert(.text("\(prefix)\u{2002}"), at: 0) }
        var own = style.title
        if let (label, title) = heading.linesOfAppendix {
            // The space is drawn at the end of the line, so that the lines are read as two words.
            let called = try text.shape(label + [.text(" ")], in: style.label, owner: owner, at: block.location)
            lines.append((called, Theme.BlockStyle(text: style.label, before: own.before, after: .zero)))
            own.before = .zero
            words = title
        }
        lines.append((try text.shape(words, in: own.text, owner: owner, at: block.location), own))
        var shaped = lines.map { line in
            TextBlock(
                content: .paragraph(line.words),
                spaceBefore: line.style.before,
                spaceAfter: line.style.after,
                keep: [.withNext, .together]
            )
        }
        shaped[0].anchor = heading.anchor
        shaped[0].outlineEntry = OutlineEntry(of: heading)
        return shaped
    }
}

extension OutlineEntry {
    /// The entry of a heading.
    init(of heading: Heading) {
        // A soft hyphen shows only at the end of a line, and an outline has no lines.
        let words = heading.inlines.plainText.replacing("\u{AD}", with: "")
        let title = [heading.prefix, words].compactMap(\.self).joined(separator: " ")
        self.init(level: heading.level, title: title, anchor: heading.anchor)
    }
}

/// In a theme with titles, a heading and the words under it that say what a paper or a return reports on are close together.
extension [ShapedBlock] {
    /// Leaves only the space of a subheading between it and the heading that these blocks are of.
    mutating func closeUp(_ block: Block, over next: Block, in theme: Theme) {
        guard block.spaceOfTitle(in: theme) != nil, next.isSubheading, case .text(var text)? = last else { return }
        text.spaceAfter = theme.subheading.before
        self[count - 1] = .text(text)
    }

    /// Gives a subheading under a heading the space of the heading.
    mutating func keepSpace(of previous: Block, under block: Block, in theme: Theme) {
        guard let space = previous.spaceOfTitle(in: theme), block.isSubheading, case .text(var text)? = last else {
            return
        }
        text.spaceAfter = Swift.max(text.spaceAfter, space)
        self[count - 1] = .text(text)
    }
}

extension Block {
    /// The space under a heading that a theme with titles has; `nil` for any other block, and in a theme without them.
    fileprivate func spaceOfTitle(in theme: Theme) -> Length? {
        guard let title = theme.title, case .heading(let heading) = content else { return nil }
        return heading.role == .section ? theme.heading(ofLevel: heading.level).after : title.title.after
    }

    /// Whether it is what a return reports on, under its title.
    fileprivate var isSubheading: Bool {
        if case .paragraph(let paragraph) = content { paragraph.role == .subheading } else { false }
    }
}

extension Theme {
    /// The style of headings of a level; of a deeper one that of the last.
    func heading(ofLevel level: Int) -> BlockStyle { headings[Swift.min(level, headings.count) - 1] }
}
