// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc
import Synchronization

/// A font file in sealed memory, with a path by which Fontconfig, FreeType and HarfBuzz open it.
///
/// The fonts of a workspace are not trusted. Their bytes, which have been read safely, are copied into a sealed memory file (memfd_create(2)), so
/// that no library opens a path in the workspace: a pipe cannot block it, a link cannot lead it out, and a file that is cut short
/// while it is mapped cannot kill the process (SIGBUS). The cost is that Fontconfig does not cache its scan of them: a few
/// milliseconds at each start for a font of ordinary size.
package final class InMemoryFont: Sendable {
    /// The path in the workspace: `fonts/council.ttf`.
    package let name: String
    let path: String
    private let descriptor: Int32

    /// The lowest descriptor that the next font may have.
    ///
    /// Cairo caches faces by their paths for as long as the process lives. So that no path ever means two fonts, no descriptor is used
    /// twice while the system has others.
    private static let nextDescriptor = Atomic<Int32>(64)

    /// - Throws: a ``FontError`` if the system has no memory or no descriptor left.
    package init(name: String, bytes: [UInt8]) throws(FontError) {
        let file = memfd_create("font", CLEARDAYS_MEMORY_FILE_FLAGS)
        guard file >= 0 else { throw Self.failure() }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: written), $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure() }
            written += count
        }
        guard fcntl(file, CLEARDAYS_ADD_SEALS, CLEARDAYS_ALL_SEALS) == 0 else { throw Self.failure() }
        var descriptor = fcntl(file, F_DUPFD_CLOEXEC, Self.nextDescriptor.load(ordering: .relaxed))
        // All have been used once; the first ones have long left the cache of Cairo.
        if descriptor < 0 { descriptor = fcntl(file, F_DUPFD_CLOEXEC, 64) }
        guard descriptor >= 0 else { throw Self.failure() }
        Self.nextDescriptor.store(descriptor + 1, ordering: .relaxed)
        self.name = name
        self.descriptor = descriptor
        path = "/proc/self/fd/\(descriptor)"
    }

    deinit { close(descriptor) }

    private static func failure() -> FontError {
        FontError("a font of the workspace cannot be kept in memory: \(String(cString: strerror(errno)))")
    }
}
