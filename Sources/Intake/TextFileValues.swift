// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// All that a text file of a workspace says, as its readers take it apart: the values of YAML by their keys, the cells of CSV by their rows, the
/// blocks of Markdown.
///
/// It proves of a change to the file that nothing but what was meant has become another.
package struct TextFileValues: Equatable {
    /// A value, or a mark of how values are put together.
    fileprivate enum Item: Equatable {
        case mark(String)
        case text(String)
    }

    private var items: [Item] = []

    /// The values of a file; `nil` if it cannot be taken apart, or is of no kind that is known.
    ///
    /// - Parameter path: by which the kind of file is known.
    package init?(_ bytes: [UInt8], path: String) {
        let findings = DiagnosticCollector()
        let file = SourceFile(path, subject: .workspace)
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if path.hasSuffix(".csv") {
            add(CSVFile(SourceText(file: file, bytes: bytes), findings: findings))
        } else if path.hasSuffix(".yaml") {
            guard let value = YAMLReader(findings: findings, file: file).read(String(decoding: bytes, as: UTF8.self))
            else { return nil }
            add(value)
        } else if path.hasPrefix("papers/"), path.hasSuffix(".md") {
            guard let parts = try? FrontMatter(bytes),
                let header = YAMLReader(findings: findings, file: file).read(parts.header)
            else { return nil }
            add(header)
            add(prose: parts.body)
        } else if path.hasSuffix(".md") {
            add(prose: String(decoding: bytes, as: UTF8.self))
        } else {
            return nil
        }
    }

    private init() {}

    /// Whether one value has the right words where others had what was written, and all else is the same.
    package func differ(from others: TextFileValues, by replacement: Replacement) -> Bool {
        guard items.count == others.items.count else { return false }
        let changed = zip(others.items, items).filter { $0 != $1 }
        // Spaces at the end of a line are of no value.
        if changed.isEmpty { return replacement.written.words == replacement.right.words }
        guard changed.count == 1, case (.text(let before), .text(let after)) = changed[0] else { return false }
        return before.ranges(of: replacement.written).contains { range in
            after == before.replacingCharacters(in: range, with: replacement.right)
        } && Self(prose: before).items.map(\.kind) == Self(prose: after).items.map(\.kind)
    }

    // MARK: - Formats

    private mutating func add(_ file: CSVFile) {
        for row in file.rows {
            items.append(.mark("row"))
            for cell in row { items.append(.text(file.string(cell))) }
        }
    }

    private mutating func add(_ value: YAMLValue) {
        switch value.content {
        case .nothing: items.append(.mark("nothing"))
        case .text(let text): items.append(.text(text.string))
        case .list(let values):
            items.append(.mark("list of \(values.count)"))
            for value in values { add(value) }
        case .group(let entries):
            items.append(.mark("group of \(entries.count)"))
            for entry in entries {
                items.append(.mark(entry.key))
                add(entry.value)
            }
        }
    }

    private init(prose text: String) { add(prose: text) }

    private mutating func add(prose text: String) {
        let origin = TextOrigin(start: SourceLocation(file: SourceFile("", subject: .workspace), line: 1, column: 1))
        let result = MarkdownReader(findings: DiagnosticCollector()).read(text, origin: origin)
        for waiver in result.waivers {
            items += [.mark("waiver"), .text(waiver.text.rule), .text(waiver.text.reason)]
        }
        add(result.prose.blocks)
    }

    private mutating func add(_ blocks: [Prose.Block]) {
        for block in blocks {
            switch block.content {
            case .heading(let level, let words, let name):
                add(words, in: "heading \(level) \(name ?? "")")
            case .paragraph(let words): add(words, in: "paragraph")
            case .list(let start, let list):
                items.append(.mark("list \(start ?? 0) of \(list.count)"))
                for item in list {
                    items.append(.mark("item"))
                    add(item)
                }
            case .quotation(let inner):
                items.append(.mark("quotation of \(inner.count)"))
                add(inner)
            case .exempt(let exemption, let inner):
                items.append(.mark("exempt \(exemption.paragraphs.sorted()) of \(inner.count)"))
                add(inner)
            case .table(let header, let rows, let alignments):
                items.append(.mark("table \(alignments)"))
                for row in [header] + rows {
                    items.append(.mark("row"))
                    for cell in row { add(cell, in: "cell") }
                }
            case .definitions(let definitions):
                for definition in definitions {
                    add(definition.term, in: "term")
                    for meaning in definition.meanings { add(meaning, in: "meaning") }
                }
            case .pageBreak: items.append(.mark("page break"))
            case .insertion(let name, let options): items.append(.mark("insertion \(name) \(options)"))
            case .picture(let picture):
                items.append(.mark("picture \(picture.file)"))
                add(picture.alternativeText ?? [], in: "alternative")
                add(picture.caption, in: "caption")
            }
        }
    }

    private mutating func add(_ words: [Prose.Inline], in mark: String) {
        items.append(.mark(mark))
        for inline in words {
            switch inline {
            case .text(let text):
                // However the parser has cut it.
                if case .text(let before)? = items.last {
                    items[items.count - 1] = .text(before + text)
                } else {
                    items.append(.text(text))
                }
            case .emphasis(let inner): add(inner, in: "emphasis")
            case .strong(let inner): add(inner, in: "strong")
            case .link(let destination, let inner, _): add(inner, in: "link \(destination)")
            case .placeholder(let name, _): items.append(.mark("placeholder \(name)"))
            case .note(let name, _): items.append(.mark("note \(name)"))
            case .lineBreak: items.append(.mark("break"))
            case .span(let language, let inner): add(inner, in: "span \(language)")
            }
        }
        items.append(.mark("end"))
    }
}

extension TextFileValues.Item {
    /// The mark itself; all texts are of one kind.
    fileprivate var kind: String? { if case .mark(let mark) = self { mark } else { nil } }
}

extension String {
    fileprivate var words: [Substring] { split(whereSeparator: \.isWhitespace) }

    fileprivate func replacingCharacters(in range: Range<Index>, with words: String) -> String {
        var text = self
        text.replaceSubrange(range, with: words)
        return text
    }
}
