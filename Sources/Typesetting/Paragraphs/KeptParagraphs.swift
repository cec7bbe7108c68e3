// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

/// Paragraphs that have been shaped, with the lines that they have been divided into, for those that say the same: in another cell of a
/// table, or when the paper is set again.
///
/// What one setting of a paper has no use for is forgotten at its end, so that there is never more than the paper holds. Only
/// paragraphs of plain words are kept: links and notes know which element they are of.
package final class KeptParagraphs {
    struct Key: Hashable {
        var inlines: [Inline]
        var style: Theme.TextStyle
    }

    /// Pieces mean nothing to another.
    private var shaper: TextShaper?
    private var language = ""
    /// Of the setting before, and of the one under way.
    private var before: [Key: ShapedText] = [:]
    private var now: [Key: ShapedText] = [:]

    package init() {}

    /// How many there are.
    var count: Int { before.count + now.count }

    /// Makes ready for a paper.
    func begin(shaper: TextShaper, language: String) {
        before = self.shaper === shaper && self.language == language ? now : [:]
        now = [:]
        now.reserveCapacity(before.count)
        self.shaper = shaper
        self.language = language
    }

    /// Forgets what the paper had no use for.
    func end() { before = [:] }

    /// A paragraph that has been shaped, for an owner.
    func text(for key: Key, owner: Owner) -> ShapedText? {
        if let known = now[key] { return known.owned(by: owner) }
        guard let known = before[key] else { return nil }
        now[key] = known
        return known.owned(by: owner)
    }

    /// Keeps a paragraph.
    ///
    /// - Returns: the same, with room for its lines.
    func keep(_ text: ShapedText, for key: Key) -> ShapedText {
        var text = text
        text.keptLines = KeptLines()
        now[key] = text
        return text
    }
}

extension [Inline] {
    /// Whether they are words and nothing that leads anywhere.
    var arePlain: Bool {
        allSatisfy { inline in
            switch inline {
            case .link, .noteMark: false
            case .text, .emphasis, .strong, .placeWords, .lineBreak: inline.children.arePlain
            }
        }
    }
}

extension ShapedText {
    /// The same words as another's.
    fileprivate func owned(by owner: Owner) -> ShapedText {
        if formats.first?.owner == owner { return self }
        var text = self
        for index in text.formats.indices { text.formats[index].owner = owner }
        return text
    }
}
