// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file or folder as the system knows it: another one that takes its name has another inode.
package struct Inode: Sendable, Hashable {
    private let device: UInt64
    private let number: UInt64

    /// The inode at a path, links followed, or `nil` if there is nothing.
    package init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }
}
