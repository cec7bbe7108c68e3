// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file of proc(5): it has no size, is made while it is read, and comes in pieces, at most a page of memory each.
package enum ProcessFile {
    /// All of it, or `nil` if it cannot be read.
    package static func text(of path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 { return nil }
            if count == 0 { return String(decoding: text, as: UTF8.self) }
            text += buffer[..<count]
        }
    }
}
