// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport
import Testing

@testable import WatchFolder

/// The folders in which councils write their metrics.
struct MetricsFolderTests {
    @Test func `each council has a folder of its own and a link to its file, and others have none`() throws {
        // An earlier version wrote beside the links.
        let folder = try TemporaryFolder([
            "a.prom": "old", "other.prom": "of another program", "councils/c/c.prom": "c",
        ])
        let metrics = MetricsFolder(path: folder.path)
        try metrics.prepare(for: ["a", "b"])
        #expect(metrics.file(of: "a") == folder.path + "/councils/a/a.prom")
        try folder.write("new", to: "councils/a/a.prom")
        #expect(try folder.text(of: "a.prom") == "new")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/b.prom") == "councils/b/b.prom"
        )
        #expect(!folder.holds("councils/c"))
        #expect(try folder.text(of: "other.prom") == "of another program")
        metrics.remove("a")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(left == ["b.prom", "councils", "other.prom"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/councils") == ["b"])
    }

    @Test func `one that cannot be made does not keep the others from theirs`() throws {
        let folder = try TemporaryFolder(["councils/a": "a file"])
        let metrics = MetricsFolder(path: folder.path)
        #expect(throws: PublicationError(.inputOutput, "\(folder.path)/councils/a is a file, not a folder")) {
            try metrics.prepare(for: ["a", "b"])
        }
        #expect(folder.holds("councils/b"))
    }
}
