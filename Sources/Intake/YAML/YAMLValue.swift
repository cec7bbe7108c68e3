// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles

/// A value of a YAML file, with its place. Scalars are always the text that was written: `2009/10`, `NO`, `1.0`.
struct YAMLValue: Sendable {
    /// What was written.
    enum Content: Sendable {
        case text(YAMLText)
        case list([YAMLValue])
        case group([YAMLEntry])
        /// A key with nothing behind it.
        case nothing
    }

    var content: Content
    var location: SourceLocation
}

/// One `key: value`.
struct YAMLEntry: Sendable {
    var key: String
    var location: SourceLocation
    var value: YAMLValue
}

/// A scalar as text, and where that text stands.
struct YAMLText: Sendable {
    var string: String
    var location: SourceLocation
    /// Of the text's first character, which quotes and block marks stand before.
    var origin: TextOrigin
}

extension YAMLValue {
    /// What it is, in an officer's words.
    var kindName: String {
        switch content {
        case .text: "a text"
        case .list: "a list"
        case .group: "a group of keys"
        case .nothing: "nothing"
        }
    }

    var text: YAMLText? {
        guard case .text(let text) = content else { return nil }
        return text
    }
}
