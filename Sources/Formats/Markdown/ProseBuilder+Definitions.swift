// SPDX-License-Identifier: Apache-2.0

import Monitoring
import UnicodeText
import WorkspaceFiles

extension ProseBuilder {
    /// The term and its meanings if the first line of a paragraph is followed by lines that begin with `: `, as PHP Markdown Extra and Pandoc have it;
    /// a meaning may go on in lines that do not.
    func definition(_ node: MarkdownNode) -> Prose.Content? {
        guard node.holdsMeaning else { return nil }
        var parts = node.partsOfDefinition
        let term = parts.removeFirst()
        // The term is one line.
        if term.contains(where: { $0.kind == .softbreak || $0.kind == .linebreak }) { return nil }
        let builder = InlineBuilder(source: source, findings: findings)
        let label = builder.checkedInlines(of: term[...], in: node)
        let meanings = parts.map { builder.checkedInlines(of: $0[...], in: node, without: MarkdownNode.meaningMark) }
        guard !label.allSatisfy(\.saysNothing), !meanings.contains(where: { $0.allSatisfy(\.saysNothing) }) else {
            return nil
        }
        reportSigns(term, parts, of: node)
        return .definitions([Prose.Definition(term: label, meanings: meanings)])
    }

    /// Reports a term or a meaning that opens as what is exempt does: nothing else knows where they begin. A term may be the first half of a mark.
    private func reportSigns(_ term: [MarkdownNode], _ meanings: [[MarkdownNode]], of node: MarkdownNode) {
        let label = term.map(\.words).joined().trimmed
        findings.reportSign(in: label, at: location(of: node))
        for part in meanings {
            let words = part.map(\.words).joined().dropFirst(MarkdownNode.meaningMark.count).trimmed
            let place = part.first.map { location(of: $0) } ?? location(of: node)
            if !findings.reportSign(in: words, at: place) { findings.reportSign(in: label + " " + words, at: place) }
        }
    }
}

extension MarkdownNode {
    /// What a line with a meaning begins with.
    static let meaningMark = ": "

    /// Whether some line of a paragraph but the first begins with `: `.
    var holdsMeaning: Bool { partsOfDefinition.count > 1 }

    /// The children of a paragraph, divided at the line ends that a meaning follows; marks and comments that go over a line end divide nothing.
    fileprivate var partsOfDefinition: [[MarkdownNode]] {
        var parts: [[MarkdownNode]] = [[]]
        for child in children {
            let isBehindLineEnd = parts[parts.count - 1].last?.kind == .softbreak
            if isBehindLineEnd, child.kind == .text, child.literal.hasPrefix(Self.meaningMark) {
                parts[parts.count - 1].removeLast()
                parts.append([])
            }
            parts[parts.count - 1].append(child)
        }
        return parts
    }
}
