// SPDX-License-Identifier: Apache-2.0

import CLinux

/// What kind of file system a folder is on, as far as watching goes.
enum FileSystem: Hashable {
    case local
    /// Other machines write to it, of which inotify knows nothing (inotify(7), "Limitations and caveats").
    case network(String)

    /// Asks the system; a folder that is not there is taken for local.
    static func of(_ path: String) -> FileSystem {
        var status = statfs()
        guard statfs(path, &status) == 0 else { return .local }
        return FileSystem(magic: UInt32(truncatingIfNeeded: status.f_type))
    }

    /// By the number that statfs(2) tells.
    init(magic: UInt32) {
        switch magic {
        case 0x517B: self = .network("SMB")
        case 0xFE53_4D42: self = .network("SMB2")
        case 0xFF53_4D42: self = .network("CIFS")
        case 0x6969: self = .network("NFS")
        case 0x0102_1997: self = .network("9P")
        case 0x6573_5546: self = .network("FUSE")
        case 0x5346_414F: self = .network("AFS")
        case 0x00C3_6400: self = .network("Ceph")
        default: self = .local
        }
    }
}
