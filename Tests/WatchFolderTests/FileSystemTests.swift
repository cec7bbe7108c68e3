// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WatchFolder

struct FileSystemTests {
    /// The numbers of statfs(2).
    @Test(arguments: [
        (0x517B as UInt32, FileSystem.network("SMB")), (0xFE53_4D42, .network("SMB2")), (0xFF53_4D42, .network("CIFS")),
        (0x6969, .network("NFS")), (0x0102_1997, .network("9P")), (0x6573_5546, .network("FUSE")), (0xEF53, .local),
        (0x5846_5342, .local), (0x0102_1994, .local),
    ])
    func `a file system is known by its number`(magic: UInt32, expected: FileSystem) {
        let fileSystem = FileSystem(magic: magic)
        #expect(fileSystem == expected)
    }

    @Test func `a folder of this machine is local, and so is one that is not there`() {
        let found = ["/proc/self", "/nowhere/at/all"].map(FileSystem.of)
        #expect(found == [.local, .local])
    }
}
