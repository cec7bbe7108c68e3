// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// What is not for publication keeps to its own folder, whatever happens.
struct EditionTests {
    private let secret = "zinnober"

    /// Marks a passage exempt in the statement.
    private func exempt(_ folder: TemporaryFolder, also mistake: String = "") throws {
        let path = folder.path + "/" + WatchedFolder.statement
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let passage = "\n> [!EXEMPT 3]\n> The tender of \(secret) was the lowest.\(mistake)\n"
        try Data((text + passage).utf8).write(to: URL(filePath: path))
        try folder.edit(
            "ws/returns/community-services/return.yaml",
            "declares:",
            "exempt:\n  - { paragraph: 3, reason: It names tenders., public-interest: It outweighs. }\ndeclares:"
        )
    }

    @Test func `the twin goes to a folder of its own, and nothing exempt into the other`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        #expect(!folder.holds("out-restricted"))
        try exempt(folder)
        let made = try await watch.waits { folder.holds("out-restricted/appendix-community-services.pdf") }
        #expect(made, "\(watch.text)")
        let holds = try folder.paperHolds(secret, paper: "out-restricted/cabinet.pdf")
        #expect(holds)
        for name in try folder.names(in: "out") {
            let bytes = try folder.bytes(of: "out/" + name)
            let text =
                name.hasSuffix(".pdf")
                ? try Command.text(ofPDF: folder.path + "/out/" + name) : String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains(secret), "\(name)")
        }
        #expect(!watch.text.contains(secret))
    }

    @Test func `a problem in an exempt passage is told without its words`() async throws {
        let folder = try WatchedFolder.make()
        try exempt(folder, also: " {{ round.zinnober }}")
        let watch = try RunningWatch(in: folder)
        let began = try await watch.waits(forRounds: 1)
        #expect(began)
        let notes = try folder.names(in: "out").filter { $0.hasSuffix(".txt") }
        #expect(!notes.isEmpty)
        for name in notes + ["status.html", "status.json"] {
            let text = try folder.text(of: "out/" + name)
            #expect(!text.contains(secret), "\(name)")
        }
        #expect(!watch.text.contains(secret))
    }
}
