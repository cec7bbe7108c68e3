// SPDX-License-Identifier: Apache-2.0

/// A note: what a mark in a text or a table refers to.
package struct Note: Sendable, Hashable {
    package var id: NodeID
    /// The first of its marks, to which it leads back.
    package var mark: NodeID
    /// As its marks print it: "note 1".
    package var label: String
    /// Its number within its section, by which the notes of a page are ordered.
    package var number: Int
    /// What the note says.
    package var blocks: [Block]

    package init(id: NodeID, mark: NodeID, label: String, number: Int = 0, blocks: [Block]) {
        self.id = id
        self.mark = mark
        self.label = label
        self.number = number
        self.blocks = blocks
    }

    /// The name by which its marks find it.
    package var anchor: String { Self.anchor(of: id) }

    /// The name by which the marks of a note find it.
    package static func anchor(of id: NodeID) -> String { "note.\(id.index)" }

    /// Its label, which leads to the first mark.
    package var backLink: Link { Link(id: id, target: .anchor(NoteMark.anchor(of: mark)), [.text(label.bracketed)]) }
}

/// The mark of a note.
package struct NoteMark: Sendable, Hashable {
    package var id: NodeID
    /// What it marks.
    package var note: NodeID
    /// The label of the note, which is printed in brackets.
    package var label: String

    package init(id: NodeID, note: NodeID, label: String) {
        self.id = id
        self.note = note
        self.label = label
    }

    /// The link that it is.
    package var link: Link {
        Link(id: id, target: .anchor(Note.anchor(of: note)), [.text(label.bracketed)])
    }

    /// The name by which the note finds the mark.
    package static func anchor(of id: NodeID) -> String { "mark.\(id.index)" }
}

extension String {
    /// In brackets, and never divided.
    fileprivate var bracketed: String { "[\(replacing(" ", with: "\u{A0}"))]" }
}
