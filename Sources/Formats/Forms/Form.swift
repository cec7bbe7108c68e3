// SPDX-License-Identifier: Apache-2.0

/// A group of keys that belong together: a file, or a part of one.
package struct Form: Sendable {
    /// What it is called in a sentence: "a person".
    package let name: String
    /// The keys that it may have, in the order in which hints list them.
    package let keys: [FormKey]

    /// A form with these keys.
    package init(_ name: String, _ keys: [FormKey]) {
        self.name = name
        self.keys = keys
    }
}
