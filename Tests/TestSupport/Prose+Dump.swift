// SPDX-License-Identifier: Apache-2.0

package import Monitoring
import UnicodeText

extension Prose {
    /// A readable dump: one line a block, inner blocks indented.
    package var dump: String { Self.dump(blocks, indent: "") }

    private static func dump(_ blocks: [Block], indent: String) -> String {
        blocks.map { block in
            switch block.content {
            case .heading(let level, let inlines, let name):
                return indent + "h\(level) \(dump(inlines))" + (name.map { " #\($0)" } ?? "")
            case .paragraph(let inlines): return indent + "p \(dump(inlines))"
            case .list(let start, let items):
                let inner = items.map { dump($0, indent: indent + "  ") }.joined(separator: "\n")
                return indent + (start.map { "ol \($0)" } ?? "ul") + "\n" + inner
            case .quotation(let blocks): return indent + "q\n" + dump(blocks, indent: indent + "  ")
            case .exempt(let exemption, let blocks):
                let paragraphs = exemption.paragraphs.sorted().map(String.init).joined(separator: ",")
                return indent + "exempt \(paragraphs)\n" + dump(blocks, indent: indent + "  ")
            case .table(let header, let rows, let alignments):
                let cells = ([header] + rows).map { $0.map { dump($0) }.joined(separator: " | ") }
                return indent + "table \(alignments.map { "\($0)" }.joined(separator: " "))\n"
                    + cells.map { indent + "  " + $0 }.joined(separator: "\n")
            case .insertion(let name, let options):
                return indent + "insert \(name)" + options.map { " \($0.key)=\($0.value)" }.joined()
            case .definitions(let definitions):
                return definitions.map { definition in
                    indent + "dt \(dump(definition.term))"
                        + definition.meanings.map { "\n\(indent)dd \(dump($0))" }.joined()
                }.joined(separator: "\n")
            case .pageBreak: return indent + "page break"
            case .picture(let picture):
                let text = picture.alternativeText.map { " “\(dump($0))”" } ?? " decorative"
                return indent + "picture \(picture.file)" + text + " \(dump(picture.caption))"
            }
        }.joined(separator: "\n")
    }

    private static func dump(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): text
            case .emphasis(let inner): "<i>\(dump(inner))</i>"
            case .strong(let inner): "<b>\(dump(inner))</b>"
            case .link(let destination, let inner, _): "<a \(destination)>\(dump(inner))</a>"
            case .placeholder(let name, _): "<\(name)>"
            case .note(let name, _): "<^\(name)>"
            case .lineBreak: "<br>"
            case .span(let language, let inner): "<\(language.rawValue)>\(dump(inner))</\(language.rawValue)>"
            }
        }.joined()
    }
}
