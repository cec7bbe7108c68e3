// SPDX-License-Identifier: Apache-2.0

/// A group of keys that belong together: a file, or a part of one.
package struct Form: Sendable {
    /// What it is called in a sentence: "a person".
    package let name: String
    /// The keys that it may have, in the order in which hints list them.
    package let keys: [FormKey]

    /// The keys that it had in an earlier version, each with the hint that says what to do about it.
    package let formerKeys: [String: String]

    /// A form with these keys.
    package init(_ name: String, _ keys: [FormKey], formerKeys: [String: String] = [:]) {
        self.name = name
        self.keys = keys
        self.formerKeys = formerKeys
    }
}
