// SPDX-License-Identifier: Apache-2.0

/// What Landlock can forbid to do with files and folders; the numbers are those of linux/landlock.h.
struct FileRights: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    static let execute = FileRights(rawValue: 1 << 0)
    static let writeFile = FileRights(rawValue: 1 << 1)
    static let readFile = FileRights(rawValue: 1 << 2)
    static let readFolder = FileRights(rawValue: 1 << 3)
    static let removeFolder = FileRights(rawValue: 1 << 4)
    static let removeFile = FileRights(rawValue: 1 << 5)
    static let makeCharacterDevice = FileRights(rawValue: 1 << 6)
    static let makeFolder = FileRights(rawValue: 1 << 7)
    static let makeFile = FileRights(rawValue: 1 << 8)
    static let makeSocket = FileRights(rawValue: 1 << 9)
    static let makePipe = FileRights(rawValue: 1 << 10)
    static let makeBlockDevice = FileRights(rawValue: 1 << 11)
    static let makeSymbolicLink = FileRights(rawValue: 1 << 12)
    /// To link or rename into another folder (ABI 2).
    static let refer = FileRights(rawValue: 1 << 13)
    /// To change the length of a file (ABI 3).
    static let truncate = FileRights(rawValue: 1 << 14)
    /// To send commands to a device (ABI 5).
    static let controlDevice = FileRights(rawValue: 1 << 15)

    /// The rights that a rule about a file, rather than a folder, can give; the kernel refuses others (`EINVAL`).
    static let ofFiles: FileRights = [.execute, .writeFile, .readFile, .truncate, .controlDevice]
    static let reading: FileRights = [.readFile, .readFolder]
    /// Neither devices nor sockets, pipes and links: papers and ledgers are files in folders.
    static let writing: FileRights = [
        .readFile, .readFolder, .writeFile, .truncate, .makeFile, .makeFolder, .removeFile, .removeFolder, .refer,
    ]
    /// A program is read too: the loader maps it, and a crash report looks up its names.
    static let executing: FileRights = [.execute, .readFile, .readFolder]

    /// All that a version of Landlock knows of.
    static func known(to abi: Int) -> FileRights {
        switch abi {
        case ..<1: []
        case 1: FileRights(rawValue: (1 << 13) - 1)
        case 2: FileRights(rawValue: (1 << 14) - 1)
        case 3, 4: FileRights(rawValue: (1 << 15) - 1)
        default: FileRights(rawValue: (1 << 16) - 1)
        }
    }
}

/// What Landlock can forbid to do with TCP (ABI 4).
struct NetworkRights: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    static let bind = NetworkRights(rawValue: 1 << 0)
    static let connect = NetworkRights(rawValue: 1 << 1)
}

/// What Landlock can keep within a process and those that it starts (ABI 6).
struct ScopedRights: OptionSet, Sendable, Hashable {
    let rawValue: UInt64

    static let abstractSockets = ScopedRights(rawValue: 1 << 0)
    static let signals = ScopedRights(rawValue: 1 << 1)
}

/// A rule set of Landlock before any path is opened: what is forbidden at all, and what each path is excepted from.
struct LandlockRules: Sendable, Hashable {
    /// What is forbidden but where a path allows it.
    var handled: FileRights
    var network: NetworkRights
    var scoped: ScopedRights
    /// The paths in order, each once, with all that is allowed beneath it.
    var paths: [Path]

    struct Path: Sendable, Hashable {
        var path: String
        var allowed: FileRights
    }
}
