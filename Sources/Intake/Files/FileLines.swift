// SPDX-License-Identifier: Apache-2.0

/// Some lines of a file, counted from one.
struct FileLines: Sendable, Hashable {
    var file: String
    var lines: ClosedRange<Int>
}
