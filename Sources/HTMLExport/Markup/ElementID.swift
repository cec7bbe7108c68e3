// SPDX-License-Identifier: Apache-2.0

/// The identifier of an element, unique in its document.
package enum ElementID: Sendable, Hashable {
    /// A name that stays when the document is edited, and to which links from elsewhere may lead.
    case name(String)
    /// A kind of element and a number, separated by a full stop.
    case numbered(StaticName, Int)

    /// A name that is written in the source of the program.
    package struct StaticName: Sendable, Hashable, ExpressibleByStringLiteral {
        let text: StaticString

        package init(stringLiteral text: StaticString) { self.text = text }

        package static func == (lhs: Self, rhs: Self) -> Bool { lhs.text.description == rhs.text.description }

        package func hash(into hasher: inout Hasher) { hasher.combine(text.description) }
    }
}

extension MarkupBytes {
    /// Appends an identifier; white space in it, which HTML does not allow, becomes hyphens.
    mutating func append(_ id: ElementID) {
        switch id {
        case .name(let name): append(escaping: name, isIdentifier: true)
        case .numbered(let kind, let number):
            append(kind.text)
            append(".")
            append(number)
        }
    }
}
