// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// Asks the system whether a file is open for writing: it then grants no lease to read it alone (fcntl(2), F_SETLEASE).
///
/// Shares and files of other people grant none in any case, and are not said to be open.
package enum WriteLease {
    /// Whether somebody has a file open for writing, as far as the system says.
    package static func isRefused(for path: String) -> Bool {
        guard let file = Descriptor(open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)) else { return false }
        if fcntl(file.number, CLEARDAYS_SET_LEASE, Int32(F_RDLCK)) == 0 {
            _ = fcntl(file.number, CLEARDAYS_SET_LEASE, Int32(F_UNLCK))
            return false
        }
        return errno == EAGAIN
    }
}
