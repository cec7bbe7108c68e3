// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Owns a number by which the system knows something open.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Nothing where the system did not open it; `errno` says why.
    init?(_ number: Int32) {
        guard number >= 0 else { return nil }
        self.number = number
    }

    deinit { close(number) }
}
