// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

extension PlaceholderScanner {
    /// The text, divided at each `{{ name }}` and `[^name]`.
    func inlines(source: MarkdownSource, findings: DiagnosticCollector) -> [Prose.Inline] {
        var inlines: [Prose.Inline] = []
        for part in parts(findings: findings, location: { location(of: $0, at: $1, in: source) }) {
            switch part {
            case .text(let range):
                inlines.append(merging: .text(String(decoding: bytes[range], as: UTF8.self)))
            case .placeholder(let name, _, let place): inlines.append(.placeholder(name: name, place))
            case .note(let name, _, let place): inlines.append(.note(name: name, place))
            }
        }
        return inlines
    }

    private func location(of mark: String, at offset: Int, in source: MarkdownSource) -> SourceLocation {
        var after = pieces.partitioningIndex { $0.offset > offset }
        while after > 0, pieces[after - 1].line == 0 { after -= 1 }
        guard after > 0 else { return source.origin.start }
        let piece = pieces[after - 1]
        return source.location(of: mark, line: piece.line, byteColumn: piece.byteColumn + offset - piece.offset)
    }
}

extension Array {
    /// The first index whose element, and every one behind it, belongs to the second part.
    fileprivate func partitioningIndex(where belongsToSecondPart: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsToSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
