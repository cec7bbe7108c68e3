// SPDX-License-Identifier: Apache-2.0

import CLinux
import CSeccomp
import Glibc

/// Owns a filter of libseccomp while its rules are added.
struct FilterContext: ~Copyable {
    private let context: scmp_filter_ctx

    /// Makes one that fails every call with an `errno`.
    init(otherwise code: Int32) throws(SandboxError) {
        guard let context = seccomp_init(Self.failure(code)) else {
            throw SandboxError(operation: "the system call filter cannot be made", code: ENOMEM)
        }
        // All threads at once, or none; and killing one thread of another architecture would leave the others waiting for it.
        let result = [(SCMP_FLTATR_CTL_TSYNC, 1), (SCMP_FLTATR_ACT_BADARCH, Self.killProcess)].lazy
            .map { attribute, value in seccomp_attr_set(context, attribute, value) }.first { $0 != 0 }
        // A type that is not copyable must not throw once it is initialized.
        if let result {
            seccomp_release(context)
            throw SandboxError(operation: "the system call filter cannot be set up", code: -result)
        }
        self.context = context
    }

    deinit { seccomp_release(context) }

    /// Allows a call whose arguments meet all conditions.
    mutating func allow(_ call: String, where conditions: [SystemCallFilter.Condition]) throws(SandboxError) {
        let comparisons = conditions.map { condition in
            let value =
                switch condition.value {
                case .constant(let value): value
                case .ownProcess: UInt64(getpid())
                }
            return scmp_arg_cmp(
                arg: condition.argument,
                op: SCMP_CMP_MASKED_EQ,
                datum_a: condition.mask,
                datum_b: value
            )
        }
        let number = seccomp_syscall_resolve_name(call)
        guard number != Self.unknownName else { return }
        let result = seccomp_rule_add_array(context, Self.allow, number, UInt32(comparisons.count), comparisons)
        guard result == 0 else { throw SandboxError(operation: "\(call) cannot be allowed", code: -result) }
    }

    /// Fails a call with an `errno`.
    mutating func fail(_ call: String, with code: Int32) throws(SandboxError) {
        let number = seccomp_syscall_resolve_name(call)
        guard number != Self.unknownName else { return }
        try fail(number, with: code)
    }

    /// Fails the call that has a number with an `errno`.
    mutating func fail(_ number: Int32, with code: Int32) throws(SandboxError) {
        let result = seccomp_rule_add_array(context, Self.failure(code), number, 0, nil)
        guard result == 0 else {
            throw SandboxError(operation: "system call \(number) cannot be refused", code: -result)
        }
    }

    /// Whether the library knows a call by its name, on this architecture or another.
    static func knows(_ call: String) -> Bool { seccomp_syscall_resolve_name(call) != unknownName }

    /// Gives the filter to the kernel, for all threads of the process.
    consuming func load() throws(SandboxError) {
        let result = seccomp_load(context)
        guard result == 0 else {
            throw SandboxError(operation: "the system call filter cannot be loaded", code: -result)
        }
    }

    // The macros of seccomp.h that Swift does not import.
    private static let allow: UInt32 = 0x7fff_0000
    private static let killProcess: UInt32 = 0x8000_0000
    private static let unknownName: Int32 = -1
    private static func failure(_ code: Int32) -> UInt32 { 0x0005_0000 | UInt32(code) }
}
