// SPDX-License-Identifier: Apache-2.0

/// The value of one cell of a data table.
enum DataValue: Sendable, Hashable {
    case text(String)
    /// In plain decimal digits, as exact as the return gives the number: `56.4`, `-3`, `2745000`.
    case number(String)
    case flag(Bool)
    case none

    /// A text, or none where there is none or it is empty.
    init(text: String?) { self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none }

    /// A whole number, or none.
    init(count: Int?) { self = count.map { .number(String($0)) } ?? .none }
}
