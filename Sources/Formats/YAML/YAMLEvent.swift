// SPDX-License-Identifier: Apache-2.0

/// An event of a YAML text, as libyaml's parser reports it: a scalar, or where a list or a group begins or ends.
struct YAMLEvent {
    enum Kind {
        case scalar(String, Style)
        case listStart
        /// In braces, or a key on a line.
        case groupStart(isFlow: Bool)
        case end
    }

    /// How a scalar is written (YAML 1.2, 7.3 and 8.1).
    enum Style {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    var kind: Kind
    /// Of its first character.
    var mark: YAMLMark
    /// Whether it has a tag, such as `!EXEMPT`.
    var isTagged = false
    /// Whether it has an anchor, such as `&x`.
    var isAnchored = false
}

/// A line and a column of a YAML text, both counted from one; columns count Unicode scalars.
struct YAMLMark: Sendable, Hashable {
    var line: Int
    var column: Int
}
