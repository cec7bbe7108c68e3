// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// The system calls that a process may make; all others fail (seccomp(2), through libseccomp).
///
/// A call that is not allowed fails with `EPERM` and has no effect. One for which a C library has another way where the kernel lacks it
/// fails with `ENOSYS`, so that the library goes that way.
package struct SystemCallFilter: Sendable, Hashable {
    /// Some calls, and what their arguments must be.
    struct Rule: Sendable, Hashable {
        /// The calls by their names; a name that the architecture or the library does not know is skipped.
        var calls: [String]
        /// All of these hold of an allowed call.
        var conditions: [Condition]

        init(_ calls: [String], where conditions: Condition...) {
            self.calls = calls
            self.conditions = conditions
        }
    }

    /// What one argument of a call must be: some of its bits have a value.
    ///
    /// A pointer can be told from null, and what it points to cannot be read.
    struct Condition: Sendable, Hashable {
        enum Value: Sendable, Hashable {
            case constant(UInt64)
            /// The identifier of the process that is confined.
            case ownProcess
        }

        /// The number of the argument, from 0.
        var argument: UInt32
        var mask: UInt64
        var value: Value

        /// An argument that is an `int`, whose upper half the kernel drops, is this value.
        static func int(_ argument: UInt32, is value: Int32) -> Condition {
            Condition(argument: argument, mask: 0xffff_ffff, value: .constant(UInt64(UInt32(bitPattern: value))))
        }

        /// Of these bits, an argument has exactly those.
        static func bits(_ mask: Int32, of argument: UInt32, are value: Int32) -> Condition {
            Condition(
                argument: argument,
                mask: UInt64(UInt32(bitPattern: mask)),
                value: .constant(UInt64(UInt32(bitPattern: value)))
            )
        }

        static func isNull(_ argument: UInt32) -> Condition {
            Condition(argument: argument, mask: .max, value: .constant(0))
        }

        static func isOwnProcess(_ argument: UInt32) -> Condition {
            Condition(argument: argument, mask: 0xffff_ffff, value: .ownProcess)
        }
    }

    /// What is allowed.
    var allowed: [Rule]
    /// The calls, by their names, that fail with `ENOSYS`.
    var unimplemented: [String]
    /// The numbers of calls that fail with `ENOSYS`, since libseccomp has no names for them yet.
    var unimplementedNumbers: Range<Int32>

    /// Confines all threads of the process, and all threads and processes that they start, for as long as they live.
    ///
    /// A call by another calling convention than the program's own (i386 or x32 on x86-64) kills the process.
    ///
    /// - Returns: false if the kernel has no filters: nothing is confined.
    /// - Throws: a ``SandboxError`` if the filter cannot be made, or the kernel refuses it for one of the threads.
    package func apply() throws(SandboxError) -> Bool {
        guard cleardays_prctl(PR_GET_SECCOMP, 0) >= 0 else { return false }
        var filter = try FilterContext(otherwise: EPERM)
        for rule in allowed {
            for call in rule.calls { try filter.allow(call, where: rule.conditions) }
        }
        for call in unimplemented { try filter.fail(call, with: ENOSYS) }
        for number in unimplementedNumbers { try filter.fail(number, with: ENOSYS) }
        try filter.load()
        return true
    }
}
