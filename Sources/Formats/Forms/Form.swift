// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A group of keys that belong together: a file, or a part of one.
package struct Form: Sendable {
    /// What it is called in a sentence: "a person".
    package let name: String
    /// The keys that it may have, in the order in which hints list them.
    package let keys: [FormKey]

    /// The keys that it had in an earlier version, each with the hint that says what to do about it.
    package let formerKeys: [String: String]

    /// The rule that every mistake in the form breaks, or `nil` for the errors of forms: what a paper does not depend on holds none up. A mistake
    /// that may be a mark of exempt information is an error always.
    package let leniency: Rule?

    /// A form with these keys.
    package init(_ name: String, _ keys: [FormKey], formerKeys: [String: String] = [:], leniency: Rule? = nil) {
        self.name = name
        self.keys = keys
        self.formerKeys = formerKeys
        self.leniency = leniency
    }
}
