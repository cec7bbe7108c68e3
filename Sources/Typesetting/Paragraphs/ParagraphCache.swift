// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

/// A cache of shaped paragraphs, with the lines that they have been broken into, by their text and style: for other cells of a table
/// that say the same, and for the next time that the paper is typeset.
///
/// What a paper no longer holds is evicted once it is paginated, so that the cache is never larger than the paper. Only paragraphs of
/// plain words are cached: links, note marks and spans know which element they belong to.
package final class ParagraphCache {
    /// What a paragraph is known by. The hash of its inlines is worked out once: they may be a tree, and a key is looked up in several places.
    struct Key: Hashable {
        fileprivate let inlines: [Inline]
        /// The number of its style.
        fileprivate let style: Int
        private let hash: Int

        fileprivate init(_ inlines: [Inline], style: Int) {
            self.inlines = inlines
            self.style = style
            var hasher = Hasher()
            // As most paragraphs are.
            if inlines.count == 1, case .text(let text) = inlines[0] {
                hasher.combine(text)
            } else {
                hasher.combine(inlines)
            }
            hasher.combine(style)
            hash = hasher.finalize()
        }

        func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }

    /// The shaper of the cached glyphs, which no other can use.
    private var shaper: TextShaper?
    private var language = ""
    /// The styles of the cached paragraphs, by their numbers; a theme has few.
    private var styles: [Theme.TextStyle] = []
    /// The number of the style that was asked for last.
    private var lastStyle = 0
    /// Paragraphs of the paper as it was typeset before.
    private var previous: [Key: ShapedText] = [:]
    /// Paragraphs of the paper that is being typeset.
    private var current: [Key: ShapedText] = [:]

    package init() {}

    /// The number of cached paragraphs.
    var count: Int { previous.count + current.count }

    /// Begins a paper: what it does not use is evicted by ``end()``.
    func begin(shaper: TextShaper, language: String) {
        previous = self.shaper === shaper && self.language == language ? current : [:]
        current = [:]
        current.reserveCapacity(previous.count)
        self.shaper = shaper
        self.language = language
    }

    /// Evicts what the paper has not used.
    func end() { previous = [:] }

    /// The key of a paragraph.
    func key(of inlines: [Inline], in style: Theme.TextStyle) -> Key {
        // The cells of a row, and the paragraphs of a section, have the style of the one before.
        if !styles.isEmpty, styles[lastStyle] == style { return Key(inlines, style: lastStyle) }
        if let number = styles.firstIndex(of: style) {
            lastStyle = number
        } else {
            lastStyle = styles.count
            styles.append(style)
        }
        return Key(inlines, style: lastStyle)
    }

    /// The cached paragraph of a key with the owner of this one, or `nil` if there is none.
    func text(for key: Key, owner: Owner) -> ShapedText? {
        if let known = current[key] { return known.owned(by: owner) }
        guard let known = previous[key] else { return nil }
        current[key] = known
        return known.owned(by: owner)
    }

    /// Caches a paragraph.
    ///
    /// - Returns: the paragraph with a cache for its lines.
    func insert(_ text: ShapedText, for key: Key) -> ShapedText {
        var text = text
        text.lineCache = LineCache()
        current[key] = text
        return text
    }
}

extension [Inline] {
    /// Whether they hold nothing that is an element of its own: no link, no mark of a note and no span.
    var arePlain: Bool {
        allSatisfy { inline in
            switch inline {
            case .link, .noteMark, .span: false
            case .text, .emphasis, .strong, .pageReference, .lineBreak: inline.children.arePlain
            }
        }
    }
}

extension ShapedText {
    /// A copy that belongs to another owner.
    fileprivate func owned(by owner: Owner) -> ShapedText {
        if formats.first?.owner == owner { return self }
        var text = self
        for index in text.formats.indices { text.formats[index].owner = owner }
        return text
    }
}
