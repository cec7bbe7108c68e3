// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import WorkspaceFiles

/// Turns the parser's nodes into blocks of prose.
struct ProseBuilder {
    let source: MarkdownSource
    let findings: Findings
    private var depth = 0
    /// Whether an exempt passage is being read.
    private var isInExempt = false
    /// The lines that hold the marker of an exempt passage.
    private(set) var exemptLines: Set<Int> = []

    init(source: MarkdownSource, findings: Findings) {
        self.source = source
        self.findings = findings
    }

    /// The blocks below a node.
    mutating func blocks(in node: MarkdownNode) -> [Prose.Block] {
        guard depth < Limits.deepestBlock else {
            findings.error("lists and quotations stand too deep in one another here", at: location(of: node))
            return []
        }
        depth += 1
        defer { depth -= 1 }
        var blocks: [Prose.Block] = []
        for child in node.children {
            if depth > 1, child.kind == .table || child.kind == .heading {
                let thing = child.kind == .table ? "a table" : "a heading"
                findings.error(
                    "\(own: thing) cannot stand in a list or a quotation",
                    at: location(of: child),
                    hint: "let it stand by itself, between paragraphs"
                )
                continue
            }
            guard let content = content(of: child) else { continue }
            if depth > 1, case .insertion(let name, _) = content {
                findings.error(
                    "`{{> \(name.shortened) }}` cannot stand in a list or a quotation",
                    at: location(of: child),
                    hint: "let it stand by itself, between paragraphs"
                )
                continue
            }
            blocks.append(Prose.Block(content, at: location(of: child)))
        }
        return blocks
    }

    private mutating func content(of node: MarkdownNode) -> Prose.Content? {
        switch node.kind {
        case .heading:
            return heading(node)
        case .paragraph:
            return paragraph(node)
        case .list:
            var items: [[Prose.Block]] = []
            for item in node.children {
                reportTask(item)
                let before = findings.count
                let blocks = blocks(in: item)
                if !blocks.isEmpty { items.append(blocks) }
                // What cannot stand there has been told already.
                if blocks.isEmpty, findings.count == before { reportEmpty("an item of a list", item) }
            }
            return items.isEmpty ? nil : .list(start: node.listStart, items: items)
        case .quotation:
            if let marker = source.exemptMarker(line: node.line, byteColumn: node.byteColumn) {
                return exempt(node, marker)
            }
            let before = findings.count
            let blocks = blocks(in: node)
            if blocks.isEmpty, findings.count == before { reportEmpty("a quotation", node) }
            return blocks.isEmpty ? nil : .quotation(blocks)
        case .table:
            return table(node)
        case .codeBlock:
            refuse(node, "a block of code", "text is not indented by four spaces, nor fenced with ```")
        case .htmlBlock:
            refuse(node, "HTML", "write Markdown; a `<` that is meant as such is written `\\<`")
        case .thematicBreak:
            refuse(node, "a rule across the page", "begin a section with a heading")
        default:
            refuse(node, "this", nil)
        }
        return nil
    }

    /// A passage that opens with `[!EXEMPT 3]`.
    private mutating func exempt(_ node: MarkdownNode, _ marker: ExemptMarker) -> Prose.Content? {
        exemptLines.insert(node.line)
        findings.hide(source.origin.start.file)
        guard let exemption = marker.exemption else {
            findings.error(
                "`\(marker.text.shortened)` does not open an exempt passage",
                at: location(of: node),
                hint: "it is written `> [!EXEMPT 3]`; \(ExemptParagraphs.hint)"
            )
            return nil
        }
        if isInExempt {
            findings.error("an exempt passage stands in another", at: location(of: node), hint: "end the first one")
            return nil
        }
        if let line = source.linkDefinition(from: node.line, through: node.lastLine) {
            findings.error(
                "an exempt passage holds the address of a link, which any text of the file could use",
                at: source.origin.location(line: line, column: 0),
                hint: "write the link in one piece: `[the bid](https://…)`"
            )
        }
        if source.goesOn(after: node.lastLine, quotationFrom: node.line) {
            findings.exposure(
                "the line after an exempt passage would be public",
                at: location(of: node),
                hint: "every line of the passage begins with `>`; an empty line ends it"
            )
        }
        isInExempt = true
        defer { isInExempt = false }
        var blocks = blocks(in: node)
        guard case .paragraph(var inlines)? = blocks.first?.content, case .text(let text)? = inlines.first,
            text.hasPrefix(marker.text)
        else {
            findings.error(
                "the marker of an exempt passage cannot be told from its words",
                at: location(of: node),
                hint: "let `\(marker.text)` stand alone on its line"
            )
            return nil
        }
        let rest = text.dropFirst(marker.text.count).drop(while: \.isWhitespace)
        inlines.removeFirst()
        if !rest.isEmpty { inlines.insert(.text(String(rest)), at: 0) }
        if inlines.allSatisfy(\.saysNothing) { blocks.removeFirst() } else { blocks[0].content = .paragraph(inlines) }
        if blocks.isEmpty {
            findings.error("an exempt passage says nothing", at: location(of: node), hint: "write it below its marker")
            return nil
        }
        return .exempt(exemption, blocks)
    }

    private func paragraph(_ node: MarkdownNode) -> Prose.Content? {
        let builder = InlineBuilder(source: source, findings: findings)
        if let insertion = builder.insertion(in: node) { return insertion }
        let inlines = builder.checkedInlines(in: node)
        return inlines.allSatisfy(\.saysNothing) ? nil : .paragraph(inlines)
    }

    private func heading(_ node: MarkdownNode) -> Prose.Content? {
        var inlines = InlineBuilder(source: source, findings: findings).inlines(in: node)
        if let problem = BlockLimits(inlines).headingProblem {
            findings.error(problem.message, at: location(of: node), hint: problem.hint)
            return nil
        }
        var name: String?
        if case .text(let text) = inlines.last, text.hasSuffix("}"), let open = text.lastRange(of: "{#") {
            let written = String(text[open.upperBound...].dropLast())
            if written.isIdentifier {
                name = written
            } else {
                findings.error(
                    "`\(written.shortened)` is not a name for a heading",
                    at: location(of: node),
                    hint: "names are lower-case words joined by hyphens: `{#\(written.asIdentifier)}`"
                )
            }
            let rest = text[..<open.lowerBound].trimmedAtEnd
            inlines.removeLast()
            if !rest.isEmpty { inlines.append(.text(rest)) }
        }
        // A note alone does not say what a section is about.
        if inlines.allSatisfy({ $0.saysNothing || $0.isNote }) {
            findings.error(
                "a heading has no words",
                at: location(of: node),
                hint: "say what the section under it is about, or delete the `#`"
            )
        }
        if case .text(let text) = inlines.first, text.opensWithNumber {
            findings.warning(
                "a heading is numbered by hand",
                at: location(of: node),
                hint: "delete the number: headings are numbered by the program"
            )
        }
        return .heading(level: node.headingLevel, inlines, name: name)
    }

    private func table(_ node: MarkdownNode) -> Prose.Content? {
        let columns = node.alignments.count
        guard columns <= Limits.mostTableColumns else {
            findings.error(
                "the table has \(columns) columns",
                at: location(of: node),
                hint: "a page has room for some ten; a table has \(Limits.mostTableColumns) at most"
            )
            return nil
        }
        let builder = InlineBuilder(source: source, findings: findings)
        var header: [[Prose.Inline]] = []
        var rows: [[[Prose.Inline]]] = []
        for row in node.children {
            let cells = row.children.map { cell in
                let inlines = builder.checkedInlines(in: cell)
                return inlines.allSatisfy(\.saysNothing) ? [] : inlines
            }
            if row.kind == .tableHeader { header = cells } else { rows.append(cells) }
        }
        return .table(header: header, rows: rows, alignments: node.alignments)
    }

    /// The marks of a task list would be printed as they stand.
    private func reportTask(_ item: MarkdownNode) {
        guard let paragraph = item.children.first(where: { _ in true }), paragraph.kind == .paragraph else { return }
        let opening = paragraph.children.prefix { $0.kind == .text }.map(\.literal).joined()
        if ["[ ] ", "[x] ", "[X] "].contains(where: opening.hasPrefix) {
            refuse(paragraph, "a task list", "write a plain list, and say in words what is done")
        }
    }

    private func reportEmpty(_ thing: String, _ node: MarkdownNode) {
        findings.warning(
            "\(own: thing) says nothing",
            at: location(of: node),
            hint: "write something there, or delete it"
        )
    }

    private func refuse(_ node: MarkdownNode, _ thing: String, _ hint: DiagnosticText?) {
        findings.error("\(own: thing) cannot stand in a paper", at: location(of: node), hint: hint)
    }

    private func location(of node: MarkdownNode) -> SourceLocation {
        source.location(line: node.line, byteColumn: node.byteColumn)
    }
}

extension Prose.Inline {
    fileprivate var isNote: Bool { if case .note = self { true } else { false } }
}

extension StringProtocol {
    /// Whether it opens as a heading numbered by hand does: `1. `, `2.3 `, `4) `.
    fileprivate var opensWithNumber: Bool {
        guard let gap = firstIndex(of: " "), gap > startIndex else { return false }
        let number = self[..<gap]
        return number.utf8.count <= 8 && number.first?.isNumber == true
            && number.allSatisfy { $0.isNumber || $0 == "." || $0 == ")" } && number.contains { !$0.isNumber }
    }

    fileprivate var trimmedAtEnd: String {
        var text = Substring(self)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension String {
    /// Where an ASCII pattern last stands.
    fileprivate func lastRange(of pattern: String) -> Range<Index>? {
        var end = endIndex
        while end > startIndex {
            let start = utf8.index(before: end)
            if utf8[start...].starts(with: pattern.utf8) {
                return start..<utf8.index(start, offsetBy: pattern.utf8.count)
            }
            end = start
        }
        return nil
    }
}
