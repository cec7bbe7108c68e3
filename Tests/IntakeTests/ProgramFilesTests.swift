// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import Intake

/// The files that come with the program.
struct ProgramFilesTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(
        arguments: [
            "samples/wealdshire-2009", "samples/fenwick-vale-2026-q3", "samples/morhelyg-2027-year-end", "starter",
        ]
    )
    func `samples and the starter have no problems, nor have the layouts`(folder: String) throws {
        let contents = try readWorkspace(
            at: Self.root.appending(path: folder).path,
            programLayouts: Self.root.appending(path: "layouts").path
        )
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(contents.round != nil)
    }
}
