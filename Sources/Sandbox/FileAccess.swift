// SPDX-License-Identifier: Apache-2.0

/// The files that a process may use, and all others it may not (Landlock, landlock(7)).
///
/// A path means the file or folder that it names when ``apply()`` is called, with all that is beneath it now and later. The rule is tied to the file or
/// folder itself (its inode): of a folder that is removed and made again, or mounted over, the new one is out of reach. Whoever expects
/// that names the folder above.
///
/// Not confined by any version of Landlock: what the process has open already, `stat`, `chmod`, `chown`, `utime` and extended attributes,
/// and before ABI 3 the shortening of files that can be opened for reading. ``SystemCallFilter/rendering`` refuses these.
package struct FileAccess: Sendable, Hashable {
    /// Something other than files that the process keeps to itself and to those that it starts, where the kernel can tell (ABI 6).
    package enum Scope: Sendable, Hashable, CaseIterable {
        /// It connects to no abstract Unix socket of others; systemd's notification socket may be one.
        case abstractSockets
        /// It sends no signal to others; to its children it can.
        case signals
    }

    /// Folders and files that may be read, with all that is beneath.
    package var readable: [String]
    /// Folders beneath which files may be read by whoever knows their names; folders there are not listed.
    package var readableByName: [String]
    /// Folders beneath which files and folders may be read, made, written, renamed and removed; and files that may be written.
    ///
    /// Under ABI 1 a file cannot be moved from one folder into another: it fails with `EXDEV`.
    package var writable: [String]
    /// Programs, with their loader, that may be executed and read, and folders of such.
    package var executable: [String]
    /// Whether no TCP port is bound or connected to, where the kernel can forbid it (ABI 4).
    package var deniesTCP: Bool
    /// Whether a TCP port may be bound all the same, by a process that serves others and connects to nobody.
    package var bindsTCP = false
    /// What stays within the process and those that it starts.
    package var scopes: Set<Scope>
    /// Whether files are moved from one folder into another, so that ABI 1 would forbid too much and is not used.
    package var movesFiles: Bool

    package init(
        readable: [String],
        readableByName: [String] = [],
        writable: [String] = [],
        executable: [String] = [],
        deniesTCP: Bool = true,
        scopes: Set<Scope> = Set(Scope.allCases),
        movesFiles: Bool = false
    ) {
        self.readable = readable
        self.readableByName = readableByName
        self.writable = writable
        self.executable = executable
        self.deniesTCP = deniesTCP
        self.scopes = scopes
        self.movesFiles = movesFiles
    }

    /// Whether a version of Landlock can confine the process and let it work.
    func canUse(abi: Int) -> Bool { abi > 1 || abi == 1 && !movesFiles }

    /// The newest version of Landlock of which this knows what it can forbid; ABI 7 adds only what is logged.
    static let newestABI = 7

    /// The rules for a kernel: whatever its version can forbid is forbidden but for what these paths allow.
    func rules(abi: Int) -> LandlockRules {
        let known = FileRights.known(to: abi)
        var paths: [LandlockRules.Path] = []
        for (names, rights) in [
            (readable, FileRights.reading), (readableByName, .readFile), (writable, .writing), (executable, .executing),
        ] {
            for name in names {
                let rights = rights.intersection(known)
                if let index = paths.firstIndex(where: { $0.path == name }) {
                    paths[index].allowed.formUnion(rights)
                } else {
                    paths.append(LandlockRules.Path(path: name, allowed: rights))
                }
            }
        }
        var scoped: ScopedRights = []
        if scopes.contains(.abstractSockets) { scoped.insert(.abstractSockets) }
        if scopes.contains(.signals) { scoped.insert(.signals) }
        return LandlockRules(
            handled: known,
            network: abi < 4 || !deniesTCP ? [] : bindsTCP ? .connect : [.bind, .connect],
            scoped: abi >= 6 ? scoped : [],
            paths: paths
        )
    }
}
