// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension JSONValue {
    init(_ value: DataValue) {
        switch value {
        case .text(let text): self = .string(text)
        case .number(let digits): self = .number(digits)
        case .flag(let flag): self = .flag(flag)
        case .none: self = .null
        }
    }
}
