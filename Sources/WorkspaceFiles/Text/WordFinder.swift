// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Finds words that were parsed in the files that they are from, for findings about a part of a paragraph.
///
/// The lines of each file are found once.
package struct WordFinder {
    private let texts: SourceTexts
    private var lines: [String: LineIndex] = [:]

    init(texts: SourceTexts) { self.texts = texts }

    /// The location of the last of some stretches of words, each behind the one before; `nil` if they are not in the file as they were parsed.
    ///
    /// - Parameters:
    ///   - start: where the text that holds them begins.
    ///   - length: the length of that text in bytes.
    package mutating func location(of words: [String], from start: SourceLocation, length: Int) -> SourceLocation? {
        switch start.position {
        case .cell, .paragraph: return nil
        case .file, .line, .text: break
        }
        guard let text = texts[start.file] else { return nil }
        let index = lines[start.file] ?? text.lines
        lines[start.file] = index
        guard var search = TextSearch(text, lines: index, from: start, length: length) else { return nil }
        var found: SourceLocation?
        for stretch in words {
            found = search.next(stretch)
            if found == nil { return nil }
        }
        return found
    }
}
