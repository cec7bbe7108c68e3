// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

extension FileAccess {
    /// What became of the rules in this kernel.
    package struct Outcome: Sendable, Hashable {
        /// The version of Landlock that confines the process, or `nil` if the kernel has none that would do, or has it turned off: nothing is
        /// confined.
        package var abi: Int?
        /// The paths that were skipped because there is nothing, or nothing that this user can reach.
        package var missing: [String]

        package init(abi: Int?, missing: [String]) {
            self.abi = abi
            self.missing = missing
        }
    }

    /// Confines the calling thread, and all threads and processes that it starts from now on, for as long as they live.
    ///
    /// Threads that run already are not confined, and would do for this one what it may not: with any other thread, nothing is done and
    /// the error says so. Rules of several calls add up: what one of them forbids is forbidden.
    ///
    /// - Throws: a ``SandboxError`` if other threads run, or if the kernel has Landlock and refuses the rules: with `EPERM` where
    ///   ``ProcessLimits`` were not applied before, with `E2BIG` after 16 calls, with `EMFILE` without descriptors for the paths.
    package func apply() throws(SandboxError) -> Outcome {
        // Not built into the kernel, or turned off when it was started.
        guard let abi = try Self.kernelABI(), canUse(abi: abi) else { return Outcome(abi: nil, missing: []) }
        let threads = try Self.threadCount()
        guard threads == 1 else {
            throw SandboxError(operation: "\(threads) threads run already: file access must be confined first", code: 0)
        }
        let rules = rules(abi: abi)
        let ruleset = try LandlockRuleset(rules)
        var missing: [String] = []
        for path in rules.paths where try !ruleset.allow(path) { missing.append(path.path) }
        try ruleset.restrictThread()
        return Outcome(abi: abi, missing: missing)
    }

    /// The version of Landlock that the kernel has, as far as this knows versions, or `nil` if it has none.
    ///
    /// - Throws: a ``SandboxError`` if the kernel does not tell.
    package static func kernelABI() throws(SandboxError) -> Int? {
        let version = cleardays_landlock_abi()
        if version > 0 { return min(Int(version), newestABI) }
        guard errno == ENOSYS || errno == EOPNOTSUPP else { throw .current("the version of Landlock cannot be read") }
        return nil
    }

    /// The threads of this process, by the links of the folder that has one for each.
    private static func threadCount() throws(SandboxError) -> Int {
        var status = stat()
        guard stat("/proc/self/task", &status) == 0 else { throw .current("the threads cannot be counted") }
        return Int(status.st_nlink) - 2
    }
}
