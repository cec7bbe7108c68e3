// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// Turns the parser's nodes into blocks of prose.
struct ProseBuilder {
    let source: MarkdownSource
    let findings: DiagnosticCollector
    private var depth = 0
    /// Whether all containers of the block that is being read are list items. A table is allowed there, and not in quotations or exempt passages.
    private var isInItems = false
    /// The depth of the blocks of the exempt passage that is being read, or `nil` outside one.
    private var exemptDepth: Int?
    /// The lines that hold the marker of an exempt passage.
    private(set) var exemptLines: Set<Int> = []

    init(source: MarkdownSource, findings: DiagnosticCollector) {
        self.source = source
        self.findings = findings
    }

    /// The blocks below a node.
    mutating func blocks(in node: MarkdownNode) -> [Prose.Block] {
        guard depth < Limits.deepestBlock else {
            findings.report(.nestingTooDeep, at: location(of: node))
            return []
        }
        depth += 1
        defer { depth -= 1 }
        if depth == 1 { reportHandNumbers(of: node.children) }
        var blocks: [Prose.Block] = []
        for child in node.children {
            if depth > 1, child.kind == .table, !isInItems {
                findings.report(.misplacedTable, at: location(of: child))
                continue
            }
            if depth > 1, child.kind == .heading {
                findings.report(.misplaced("a heading"), at: location(of: child))
                continue
            }
            guard let content = content(of: child) else { continue }
            if depth > 1, case .picture = content, depth != exemptDepth {
                findings.report(.misplaced("a picture"), at: location(of: child))
                continue
            }
            if depth > 1, content == .pageBreak {
                findings.report(.misplaced("a page break"), at: location(of: child))
                continue
            }
            if depth > 1, case .insertion(let name, _) = content {
                findings.report(.misplacedInsertion(name), at: location(of: child))
                continue
            }
            blocks.append(Prose.Block(content, at: location(of: child)))
        }
        if let last = blocks.last, last.content == .pageBreak {
            findings.report(.pageBreakAtEnd, at: last.location)
            blocks.removeLast()
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
            let wasInItems = isInItems
            isInItems = isInItems || depth == 1
            defer { isInItems = wasInItems }
            var items: [[Prose.Block]] = []
            for item in node.children {
                reportTask(item)
                let before = findings.count
                let blocks = blocks(in: item)
                if !blocks.isEmpty { items.append(blocks) }
                // Unless something in it was refused and reported.
                if blocks.isEmpty, findings.count == before { reportEmpty("an item of a list", item) }
            }
            return items.isEmpty ? nil : .list(start: node.listStart, items: items)
        case .quotation:
            let wasInItems = isInItems
            isInItems = false
            defer { isInItems = wasInItems }
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
        case .htmlBlock where node.isPageBreak:
            return .pageBreak
        case .htmlBlock:
            findings.report(.html(node.literal), at: location(of: node))
        case .thematicBreak:
            refuse(
                node,
                "a rule across the page",
                "begin a section with a heading, or a page with `<!-- page break -->`"
            )
        default:
            refuse(node, "this", nil)
        }
        return nil
    }

    /// A passage that opens with `[!EXEMPT 3]`.
    private mutating func exempt(_ node: MarkdownNode, _ marker: ExemptMarker) -> Prose.Content? {
        exemptLines.insert(node.line)
        findings.hide(at: location(of: node))
        guard let exemption = marker.exemption else {
            findings.report(.invalidMarker(marker.text), at: location(of: node))
            return nil
        }
        if exemptDepth != nil {
            findings.report(.nestedPassage, at: location(of: node))
            return nil
        }
        if let line = source.linkDefinition(from: node.line, through: node.lastLine) {
            findings.report(.linkAddressInPassage, at: source.origin.location(line: line, column: 0))
        }
        if source.goesOn(after: node.lastLine, quotationFrom: node.line) {
            findings.report(.lineAfterPassage, at: location(of: node))
        }
        exemptDepth = depth + 1
        defer { exemptDepth = nil }
        var blocks = blocks(in: node)
        guard case .paragraph(var inlines)? = blocks.first?.content, case .text(let text)? = inlines.first,
            text.hasPrefix(marker.text)
        else {
            findings.report(.unclearMarker(marker.text), at: location(of: node))
            return nil
        }
        let rest = text.dropFirst(marker.text.count).drop(while: \.isWhitespace)
        inlines.removeFirst()
        if !rest.isEmpty { inlines.insert(.text(String(rest)), at: 0) }
        if inlines.allSatisfy(\.saysNothing) { blocks.removeFirst() } else { blocks[0].content = .paragraph(inlines) }
        if blocks.isEmpty {
            findings.report(.emptyPassage, at: location(of: node))
            return nil
        }
        return .exempt(exemption, blocks)
    }

    private func paragraph(_ node: MarkdownNode) -> Prose.Content? {
        let builder = InlineBuilder(source: source, findings: findings)
        if let block = builder.insertion(in: node) ?? builder.picture(in: node) { return block }
        if depth == 1, let block = pastedTable(node) ?? definition(node) { return block }
        if depth > 1, node.holdsMeaning {
            findings.report(.misplaced("a list of terms"), at: location(of: node))
        }
        if let command = node.pageBreakCommand {
            refuse(node, "`\(command)`", "a page break is written `<!-- page break -->`, on a line of its own")
            return nil
        }
        let inlines = builder.checkedInlines(in: node)
        return inlines.allSatisfy(\.saysNothing) ? nil : .paragraph(inlines)
    }

    private func heading(_ node: MarkdownNode) -> Prose.Content? {
        // A line break would stand in the table of contents too.
        let inlines = InlineBuilder(source: source, findings: findings).inlines(in: node)
            .map { inline -> Prose.Inline in if case .lineBreak = inline { .text(" ") } else { inline } }
        if source.line(node.line)?.drop(while: { $0 == " " }).hasPrefix("#") == false {
            findings.report(.ruleUnderText, at: location(of: node))
        }
        return Prose.Content.heading(
            level: node.headingLevel,
            inlines,
            at: location(of: node),
            findings: findings,
            hint: "say what the section under it is about, or delete the `#`"
        )
    }

    private func table(_ node: MarkdownNode) -> Prose.Content? {
        let columns = node.alignments.count
        guard columns <= Limits.mostTableColumns else {
            findings.report(.tableTooWide(columns), at: location(of: node))
            return nil
        }
        let builder = InlineBuilder(source: source, findings: findings)
        var header: [[Prose.Inline]] = []
        var rows: [[[Prose.Inline]]] = []
        for row in node.children {
            reportExtraCells(in: row, columns: columns)
            let cells = row.children.map { cell in
                let inlines = builder.checkedInlines(in: cell)
                return inlines.allSatisfy(\.saysNothing) ? [] : inlines
            }
            if row.kind == .tableHeader { header = cells } else { rows.append(cells) }
        }
        return .table(header: header, rows: rows, alignments: node.alignments)
    }

    /// Reports a task list, whose marks would be printed literally.
    private func reportTask(_ item: MarkdownNode) {
        guard let paragraph = item.children.first(where: { _ in true }), paragraph.kind == .paragraph else { return }
        let opening = paragraph.children.prefix { $0.kind == .text }.map(\.literal).joined()
        if ["[ ] ", "[x] ", "[X] "].contains(where: opening.hasPrefix) {
            refuse(paragraph, "a task list", "write a plain list, and say in words what is done")
        }
    }

    private func reportEmpty(_ thing: String, _ node: MarkdownNode) {
        findings.report(.empty(thing), at: location(of: node))
    }

    private func refuse(_ node: MarkdownNode, _ thing: DiagnosticText, _ hint: DiagnosticText?) {
        findings.report(.unsupported(thing, hint: hint), at: location(of: node))
    }

    func location(of node: MarkdownNode) -> SourceLocation {
        source.location(line: node.line, byteColumn: node.byteColumn)
    }
}

extension MarkdownNode {
    /// Whether it is the comment `<!-- page break -->`, in any case and with any space.
    var isPageBreak: Bool {
        guard kind == .htmlBlock else { return false }
        let text = literal.trimmed
        guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.utf8.count >= 7 else { return false }
        let words = text.dropFirst(4).dropLast(3).split { $0 == " " || $0 == "-" }
        return ["page break", "pagebreak", "new page", "newpage"].contains(words.joined(separator: " ").lowercased())
    }

    /// The command for a page break of another program that is all of a paragraph, or `nil`.
    fileprivate var pageBreakCommand: DiagnosticText? {
        let parts = Array(children.prefix(2))
        guard parts.count == 1, parts[0].kind == .text else { return nil }
        return switch parts[0].literal.trimmed {
        case "\\newpage": "\\newpage"
        case "\\pagebreak": "\\pagebreak"
        case "\\clearpage": "\\clearpage"
        default: nil
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var pageBreakAtEnd: Self {
        Self(
            .misplacedBlock,
            "nothing follows the page break",
            hint: "delete it: every part of a paper begins where its layout has it"
        )
    }

    fileprivate static var nestingTooDeep: Self {
        Self(
            .nestingTooDeep,
            "lists and quotations stand too deep in one another here",
            hint: "write it with fewer levels"
        )
    }

    fileprivate static func misplaced(_ thing: String) -> Self {
        Self(
            .misplacedBlock,
            "\(own: thing) cannot stand in a list or a quotation",
            hint: "let it stand by itself, between paragraphs"
        )
    }

    fileprivate static var misplacedTable: Self {
        Self(
            .misplacedBlock,
            "a table cannot stand in a quotation",
            hint: "let it stand by itself, between paragraphs, or in an item of a list"
        )
    }

    fileprivate static func misplacedInsertion(_ name: String) -> Self {
        Self(
            .misplacedBlock,
            "`{{> \(name.shortened) }}` cannot stand in a list or a quotation",
            hint: "let it stand by itself, between paragraphs"
        )
    }

    fileprivate static func invalidMarker(_ marker: String) -> Self {
        Self(
            .invalidExemptMarker,
            "`\(marker.shortened)` does not open an exempt passage",
            hint: "it is written `> [!EXEMPT 3]`; \(ExemptParagraphs.hint)"
        )
    }

    fileprivate static var nestedPassage: Self {
        Self(.nestedExemptPassage, "an exempt passage stands in another", hint: "end the first one")
    }

    fileprivate static var linkAddressInPassage: Self {
        Self(
            .linkAddressInExemptPassage,
            "an exempt passage holds the address of a link, which any text of the file could use",
            hint: "write the link in one piece: `[the bid](https://…)`"
        )
    }

    fileprivate static var lineAfterPassage: Self {
        Self(
            .lineAfterExemptPassage,
            "the line after an exempt passage would be public",
            hint: "every line of the passage begins with `>`; an empty line ends it"
        )
    }

    fileprivate static func unclearMarker(_ marker: String) -> Self {
        Self(
            .unclearExemptMarker,
            "the marker of an exempt passage cannot be told from its words",
            hint: "let `\(marker)` stand alone on its line"
        )
    }

    fileprivate static var emptyPassage: Self {
        Self(.emptyExemptPassage, "an exempt passage says nothing", hint: "write it below its marker")
    }

    fileprivate static var ruleUnderText: Self {
        Self(
            .unsupportedElement,
            "a line of `-` or `=` makes a heading of the text above it",
            hint: "write `# ` before a heading; otherwise delete the line"
        )
    }

    fileprivate static func empty(_ thing: String) -> Self {
        Self(.emptyBlock, "\(own: thing) says nothing", hint: "write something there, or delete it")
    }

    fileprivate static func unsupported(_ thing: DiagnosticText, hint: DiagnosticText?) -> Self {
        Self(.unsupportedElement, "\(thing) cannot stand in a paper", hint: hint)
    }
}
