// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// How often each way of writing something is in a text, and where first.
struct Tally<Form: Hashable & Sendable>: Sendable {
    /// A way of writing and its uses.
    struct Entry: Sendable {
        var form: Form
        var count: Int
        var first: TextPlace
    }

    private var entries: [Form: Entry] = [:]
    private var order: [Form] = []

    mutating func add(_ form: Form, at place: @autoclosure () -> TextPlace) {
        if entries[form] == nil {
            entries[form] = Entry(form: form, count: 0, first: place())
            order.append(form)
        }
        entries[form]?.count += 1
    }

    /// The most frequent first, and of as many the first in the text.
    var byFrequency: [Entry] {
        order.enumerated().sorted { one, other in
            let counts = (entries[one.element]?.count ?? 0, entries[other.element]?.count ?? 0)
            return counts.0 == counts.1 ? one.offset < other.offset : counts.0 > counts.1
        }
        .compactMap { entries[$0.element] }
    }
}

extension Int {
    /// How often, in words: `once`, `twice`, `7 times`.
    var times: String { self == 1 ? "once" : self == 2 ? "twice" : "\(self) times" }
}

extension [DiagnosticText] {
    /// With commas, and `and` before the last.
    var joinedWithAnd: DiagnosticText { joined(" and ") }
    /// With commas, and `or` before the last.
    var joinedWithOr: DiagnosticText { joined(" or ") }

    private func joined(_ last: DiagnosticText) -> DiagnosticText {
        var text: DiagnosticText = ""
        for (index, part) in enumerated() {
            if index > 0 { text = text + (index == count - 1 ? last : ", ") }
            text = text + part
        }
        return text
    }
}
