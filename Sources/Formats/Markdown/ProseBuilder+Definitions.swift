// SPDX-License-Identifier: Apache-2.0

import Monitoring
import UnicodeText
import WorkspaceFiles

extension ProseBuilder {
    /// The term and its meanings if the first line of a paragraph is followed by lines that begin with `: `, as PHP Markdown Extra and Pandoc have it;
    /// a meaning may go on in lines that do not.
    func definition(_ node: MarkdownNode) -> Prose.Content? {
        guard node.holdsMeaning, node.line > 0, node.lastLine > node.line else { return nil }
        var term: [Prose.Inline] = []
        var meanings: [(words: String, place: (line: Int, column: Int))] = []
        for number in node.line...node.lastLine {
            guard let line = source.line(number) else { return nil }
            let content = line.drop { $0 == " " || $0 == "\t" }
            let indent = line.unicodeScalars.count - content.unicodeScalars.count
            if number == node.line {
                term = inlines(ofCell: content, at: source.origin.location(line: number, column: indent + 1))
            } else if content.hasPrefix(": ") {
                meanings.append((String(content.dropFirst(2)), (number, indent + 3)))
            } else {
                // What stands between a term and its meanings would be neither.
                guard !meanings.isEmpty else { return nil }
                meanings[meanings.count - 1].words += " " + content
            }
        }
        let texts = meanings.map { meaning in
            let place = source.origin.location(line: meaning.place.line, column: meaning.place.column)
            return inlines(ofCell: meaning.words[...], at: place)
        }
        guard !term.isEmpty, texts.allSatisfy({ !$0.isEmpty }) else { return nil }
        return .definitions([Prose.Definition(term: term, meanings: texts)])
    }
}

extension MarkdownNode {
    /// Whether some line of a paragraph but the first begins with `: `.
    var holdsMeaning: Bool {
        var isBehindLineEnd = false
        for child in children {
            if isBehindLineEnd, child.kind == .text, child.literal.hasPrefix(": ") { return true }
            isBehindLineEnd = child.kind == .softbreak
        }
        return false
    }
}
