// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import WatchFolder

struct WriteLeaseTests {
    @Test func `a file is known to be written to as long as somebody has it open for that`() throws {
        let folder = try TemporaryFolder(["drop.csv": "unit,ref\n"])
        let path = folder.path + "/drop.csv"
        #expect(!WriteLease.isRefused(for: path))
        let writer = try FileHandle(forWritingTo: URL(filePath: path))
        #expect(WriteLease.isRefused(for: path))
        try writer.close()
        #expect(!WriteLease.isRefused(for: path))
        let reader = try FileHandle(forReadingFrom: URL(filePath: path))
        #expect(!WriteLease.isRefused(for: path))
        try reader.close()
    }

    @Test func `what cannot be opened is not said to be written to`() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "/etc/hostname")
        #expect(!WriteLease.isRefused(for: folder.path + "/none.csv"))
        #expect(!WriteLease.isRefused(for: folder.path + "/link"))
    }
}
