// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Diagnostic.Message {
    static func empty(_ key: FormKey) -> Self {
        Self(.emptyValue, "`\(own: key.name)` is empty", hint: "it is \(own: key.meaning)")
    }
}
