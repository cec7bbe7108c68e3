// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A process that could not be confined as was asked: the caller must not go on with work that it does not trust.
package struct SandboxError: Error, Hashable, CustomStringConvertible {
    /// What failed, as a sentence of a log goes on: "the system call filter cannot be loaded".
    package var operation: String
    /// The `errno` of the system call that failed, or 0 if none did.
    package var code: Int32

    package init(operation: String, code: Int32) {
        self.operation = operation
        self.code = code
    }

    /// Fails with the `errno` of the call before.
    static func current(_ operation: String) -> SandboxError { SandboxError(operation: operation, code: errno) }

    package var description: String { code == 0 ? operation : "\(operation): \(String(cString: strerror(code)))" }
}
