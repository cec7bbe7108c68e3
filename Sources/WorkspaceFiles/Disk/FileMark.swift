// SPDX-License-Identifier: Apache-2.0

package import Glibc

/// The identity, size and times of a file: as long as two marks are equal, nobody has written to it.
///
/// The times are only compared, never ordered, so that a clock that is set back does no harm. The time of the last change of
/// status is among them: it betrays a writer that puts the time of modification back.
package struct FileMark: Sendable, Hashable, Codable {
    /// The number of the file, which a save by renaming changes.
    package var inode: UInt64
    /// In bytes.
    package var size: Int64
    private var modified: Moment
    private var changed: Moment

    /// The mark in a file's status.
    package init(_ status: stat) {
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = Moment(status.st_mtim)
        changed = Moment(status.st_ctim)
    }

    /// The time of the last change to the contents, the name or the attributes, in seconds since 1970.
    package var placed: Double { Double(changed.seconds) + Double(changed.nanoseconds) / 1e9 }

    private struct Moment: Sendable, Hashable, Codable {
        var seconds: Int
        var nanoseconds: Int

        init(_ time: timespec) {
            seconds = time.tv_sec
            nanoseconds = time.tv_nsec
        }
    }
}
