// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// Owns a rule set of the kernel, to which paths are added before it confines a thread.
struct LandlockRuleset: ~Copyable {
    private let descriptor: OwnedDescriptor

    /// Makes one that forbids all that the rules handle; it allows no path yet.
    init(_ rules: LandlockRules) throws(SandboxError) {
        var ruleset = cleardays_landlock_ruleset(
            handled_access_fs: rules.handled.rawValue,
            handled_access_net: rules.network.rawValue,
            scoped: rules.scoped.rawValue
        )
        guard let descriptor = OwnedDescriptor(cleardays_landlock_create_ruleset(&ruleset)) else {
            throw .current("the rules of file access cannot be made")
        }
        self.descriptor = descriptor
    }

    /// Allows a path what it is to be allowed, so far as that means something for a file or folder.
    ///
    /// - Returns: whether there is anything at the path that this user can reach.
    func allow(_ rule: LandlockRules.Path) throws(SandboxError) -> Bool {
        guard let path = OwnedDescriptor(open(rule.path, CLEARDAYS_OPEN_PATH | O_CLOEXEC)) else {
            if [ENOENT, ENOTDIR, EACCES, ELOOP].contains(errno) { return false }
            throw .current("\(rule.path) cannot be opened")
        }
        var status = stat()
        guard fstat(path.number, &status) == 0 else { throw .current("\(rule.path) cannot be read") }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        let allowed = isFolder ? rule.allowed : rule.allowed.intersection(.ofFiles)
        guard !allowed.isEmpty else { return true }
        guard cleardays_landlock_add_path(descriptor.number, allowed.rawValue, path.number) == 0 else {
            throw .current("access to \(rule.path) cannot be allowed")
        }
        if try Self.isOfProcesses(path, rule.path) { path.keepOpen() }
        return true
    }

    /// Confines the calling thread by the rules.
    consuming func restrictThread() throws(SandboxError) {
        guard cleardays_landlock_restrict_self(descriptor.number) == 0 else {
            throw .current("file access cannot be confined")
        }
    }

    /// Whether a path is in `/proc`, where a folder that nothing holds open is forgotten when memory is short: what is made in its place
    /// has another inode, to which no rule is tied.
    private static func isOfProcesses(_ path: borrowing OwnedDescriptor, _ name: String) throws(SandboxError) -> Bool {
        var status = statfs()
        guard fstatfs(path.number, &status) == 0 else { throw .current("\(name) cannot be read") }
        return status.f_type == 0x9fa0  // PROC_SUPER_MAGIC
    }
}

/// Owns the number of something open.
struct OwnedDescriptor: ~Copyable {
    let number: Int32

    /// `nil` for a negative number, by which the system says that it opened nothing; `errno` says why.
    init?(_ number: Int32) {
        guard number >= 0 else { return nil }
        self.number = number
    }

    deinit { close(number) }

    /// Gives up the number without closing it: it stays open as long as the process lives.
    consuming func keepOpen() { discard self }
}
