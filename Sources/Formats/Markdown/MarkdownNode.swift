// SPDX-License-Identifier: Apache-2.0

import CMarkGFM
import Monitoring

/// A node of cmark-gfm's tree, valid while its ``MarkdownDocument`` lives.
struct MarkdownNode {
    /// The kind of a node, by cmark-gfm's own names: an extension's nodes have no constant.
    enum Kind: String {
        case document, heading, paragraph, list, item, table, text, softbreak, linebreak, code, emph, strong, link,
            image, strikethrough
        case quotation = "block_quote"
        case codeBlock = "code_block"
        case htmlBlock = "html_block"
        case thematicBreak = "thematic_break"
        case tableHeader = "table_header"
        case tableRow = "table_row"
        case tableCell = "table_cell"
        case htmlInline = "html_inline"
    }

    let pointer: OpaquePointer

    var kind: Kind? { cmark_node_get_type_string(pointer).flatMap { Kind(rawValue: String(cString: $0)) } }

    var children: some Sequence<MarkdownNode> {
        sequence(first: cmark_node_first_child(pointer)) { cmark_node_next($0) }
            .lazy.map { $0.map(MarkdownNode.init) }.prefix { $0 != nil }.compactMap(\.self)
    }

    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

    var destination: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }

    /// The title of a link or a picture: `[words](address "title")`.
    var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }

    /// One to six.
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

    /// The first number of a numbered list.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
    }

    /// The alignment of each column of a table.
    var alignments: [Prose.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
        guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else {
            return Array(repeating: .left, count: count)
        }
        return (0..<count).map { column in
            switch letters[column] {
            case UInt8(ascii: "c"): .centre
            case UInt8(ascii: "r"): .right
            default: .left
            }
        }
    }

    /// The first line, counted from one; zero if the parser does not say.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }

    var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }

    /// The first column in bytes, counted from one; zero if the parser does not say.
    var byteColumn: Int { Int(cmark_node_get_start_column(pointer)) }
}
