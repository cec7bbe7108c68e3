// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import WatchFolder

/// What is said of a drop that is not as the inbox takes one.
struct DropTests {
    /// What a drop of these files is refused for.
    private func refusal(
        of name: String,
        _ files: [String],
        directorates: [String] = ["community-services", "highways"]
    ) throws -> [String] {
        let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: files.map { ($0, "unit\n") }))
        do {
            _ = try Drop(
                name: name,
                path: folder.path + "/" + name,
                directorates: directorates
            )
            return []
        } catch {
            return error.diagnostics.map { "\($0.message) (\($0.hint ?? ""))" }
        }
    }

    @Test func `a file is named after a directorate and what it is`() throws {
        #expect(
            try refusal(of: "figures.csv", ["figures.csv"]) == [
                "`figures.csv` is not the name of a return (drop a folder or a zip file named after its directorate, or one of its files, such as `community-services.xlsx`)"
            ]
        )
    }

    @Test func `of many directorates none is listed that the name may mean`() throws {
        let directorates = (1...13).map { "directorate-of-service-\($0)" }
        #expect(
            try refusal(of: "roads.xlsx", ["roads.xlsx"], directorates: directorates) == [
                "`roads` is not a directorate of the council (name it after the directorate, as council.yaml does)"
            ]
        )
    }

    @Test func `a folder without a file of a return is refused`() throws {
        let told = try refusal(of: "highways", ["highways/.keep"])
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("there is no file of a return in it (a return's files: `return.yaml`") == true)
    }

    @Test func `a file of a return is there once`() throws {
        let bytes = Array("unit\n".utf8)
        let folder = try TemporaryFolder([
            "highways.zip": StoredZip.bytes(of: [("actions (1).csv", bytes), ("actions.csv", bytes)])
        ])
        let refusal = #expect(throws: Drop.Refusal.self) {
            try Drop(name: "highways.zip", path: folder.path + "/highways.zip", directorates: ["highways"])
        }
        #expect(refusal?.diagnostics.map(\.message) == ["there are two of `actions.csv`"])
        #expect(refusal?.diagnostics.map(\.hint) == ["leave the one that is to be taken"])
    }
}
