// SPDX-License-Identifier: Apache-2.0

import CMarkGFM

/// The syntax tree that cmark-gfm makes of a text. Owns the tree.
struct MarkdownDocument: ~Copyable {
    private let tree: OpaquePointer

    /// Parses a text. Every text is Markdown, and where there is no memory for the tree cmark-gfm itself ends the process.
    init(_ bytes: [UInt8]) {
        _ = Self.extensionsAreRegistered
        guard let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) else {
            preconditionFailure("cmark-gfm has no parser")
        }
        defer { cmark_parser_free(parser) }
        for name in ["table", "autolink", "strikethrough"] {
            guard let syntax = cmark_find_syntax_extension(name) else {
                preconditionFailure("cmark-gfm has no extension \(name)")
            }
            cmark_parser_attach_syntax_extension(parser, syntax)
        }
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let tree = cmark_parser_finish(parser) else { preconditionFailure("cmark-gfm has no tree") }
        self.tree = tree
    }

    deinit { cmark_node_free(tree) }

    /// The root of the tree, valid while the document lives.
    var root: MarkdownNode { MarkdownNode(pointer: tree) }

    /// cmark-gfm keeps its extensions in a list of the process, filled once.
    private static let extensionsAreRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()
}
