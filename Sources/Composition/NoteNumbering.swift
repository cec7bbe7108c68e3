// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// Numbers the notes of one table, or of one text, in the order of their first marks.
struct NoteNumbering {
    /// The names of the notes marked so far.
    private(set) var order: [String] = []

    /// What a mark prints: "note 1".
    mutating func label(of name: String) -> String {
        if let known = order.firstIndex(of: name) { return Self.label(known) }
        order.append(name)
        return Self.label(order.count - 1)
    }

    static func label(_ index: Int) -> String { "note \(index + 1)" }
}
