// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
    /// The text cut to what a message quotes, with `…` for the rest.
    package var shortened: String { count > 60 ? prefix(59) + "…" : String(self) }

    /// The text without the `…` for the rest of it.
    package var withoutEllipsis: Substring { Substring(last == "…" ? dropLast() : self[...]) }
}
