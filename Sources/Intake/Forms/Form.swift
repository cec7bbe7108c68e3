// SPDX-License-Identifier: Apache-2.0

/// A group of keys that belong together: a file, or a part of one.
struct Form: Sendable {
    /// What it is called in a sentence: "a person".
    let name: String
    let keys: [FormKey]

    init(_ name: String, _ keys: [FormKey]) {
        self.name = name
        self.keys = keys
    }
}
