// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText
import WorkspaceFiles

extension InlineBuilder {
    /// What a paragraph puts in, if `{{> name key: value, key: value }}` is all that it holds. The name of a chart is two words:
    /// `{{> chart status of: actions }}`.
    func insertion(in paragraph: MarkdownNode) -> Prose.Content? {
        var text = ""
        for child in paragraph.children {
            switch child.kind {
            case .text: text += child.literal
            case .softbreak: text += " "
            default: return nil
            }
        }
        return Prose.Content.insertion(
            text,
            at: source.location(of: "{{>", line: paragraph.line, byteColumn: paragraph.byteColumn),
            findings: findings
        )
    }
}
