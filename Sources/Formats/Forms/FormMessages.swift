// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Diagnostic.Message {
    /// A key that must have a value and has none.
    package static func empty(_ key: FormKey) -> Self {
        Self(.emptyValue, "`\(own: key.name)` is empty", hint: "it is \(own: key.meaning)")
    }
}
