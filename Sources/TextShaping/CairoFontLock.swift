// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The lock under which Cairo's fonts are made and released, one in a process.
///
/// Cairo gives all threads the same fonts, but 1.16 does not guard them well enough: it changes the list of the faces of a file without a
/// lock; it opens files in one FreeType library without the lock that FreeType asks for; and with ten files open it closes one that no thread
/// uses at the moment, though another may be about to. So Cairo opens and closes no font file outside this lock: shapers make and release their
/// fonts under it, and ``DrawingFonts`` keeps the files of its fonts open, so that drawing, which takes most of the time, needs no lock.
enum CairoFontLock {
    private static let lock = Mutex(())

    /// Calls a function under the lock, which it must not take again.
    static func withLock<Value>(_ body: () -> sending Value) -> sending Value { lock.withLock { _ in body() } }
}
