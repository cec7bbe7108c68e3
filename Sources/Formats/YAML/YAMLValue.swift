// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import WorkspaceFiles

/// A value of a YAML file, with its location. A scalar is always the text that was written: `2009/10`, `NO`, `1.0`.
package struct YAMLValue: Sendable {
    /// The kind of value, and the value.
    package enum Content: Sendable {
        case text(YAMLText)
        case list([YAMLValue])
        case group([YAMLEntry])
        /// An empty value.
        case nothing
    }

    /// The value.
    package var content: Content
    /// The location of its first character.
    package var location: SourceLocation

    package init(content: Content, location: SourceLocation) {
        self.content = content
        self.location = location
    }
}

/// A `key: value` of a group.
package struct YAMLEntry: Sendable {
    /// The key as it was written.
    package var key: String
    /// The location of the key.
    package var location: SourceLocation
    /// The value of the key.
    package var value: YAMLValue

    package init(key: String, location: SourceLocation, value: YAMLValue) {
        self.key = key
        self.location = location
        self.value = value
    }
}

/// A scalar as text.
package struct YAMLText: Sendable {
    /// The text without its quotes, escapes and indentation.
    package var string: String
    /// The location of the scalar: its first character, quote or block mark.
    package var location: SourceLocation
    /// The origin of the text itself, for locations inside it.
    package var origin: TextOrigin

    /// A text of a scalar.
    package init(string: String, location: SourceLocation, origin: TextOrigin) {
        self.string = string
        self.location = location
        self.origin = origin
    }
}

extension YAMLValue {
    /// The kind of value, in an officer's words.
    package var kindName: String {
        switch content {
        case .text: "a text"
        case .list: "a list"
        case .group: "a group of keys"
        case .nothing: "nothing"
        }
    }

    /// The scalar, or `nil` if it is a list, a group or empty.
    package var text: YAMLText? {
        guard case .text(let text) = content else { return nil }
        return text
    }
}
