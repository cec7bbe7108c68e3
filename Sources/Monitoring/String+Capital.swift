// SPDX-License-Identifier: Apache-2.0

extension String {
    /// With a capital first letter, as a cell begins.
    package var capitalisingFirst: String { prefix(1).uppercased() + dropFirst() }
}
