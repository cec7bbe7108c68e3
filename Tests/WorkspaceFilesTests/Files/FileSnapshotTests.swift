// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WorkspaceFiles

struct FileSnapshotTests {
    @Test func `putting a file in makes its folders known, and taking it out leaves them`() throws {
        var files = FileSnapshot()
        files["returns/one/statement.md"] = .bytes([1])
        let names = try ["", "returns", "returns/one"].map { try files.names(in: $0) }
        #expect(names == [["returns"], ["one"], ["statement.md"]])
        files["returns/one/statement.md"] = nil
        let left = try files.names(in: "returns/one")
        #expect(left == [])
        let kind = try files.kind(of: "returns/one")
        #expect(kind == .folder)
    }

    @Test func `a folder goes with all that is in it`() throws {
        var files = FileSnapshot()
        files["returns/one/statement.md"] = .bytes([1])
        files["council.yaml"] = .bytes([2])
        files.remove("returns")
        let names = try files.names(in: "")
        #expect(names == ["council.yaml"])
        let bytes = try files.bytes(of: "returns/one/statement.md")
        #expect(bytes == nil)
        let error = #expect(throws: FileError.self) { try files.names(in: "returns") }
        #expect(error?.description == "cannot open the folder `returns`: No such file or directory")
        #expect(error?.isMissing == true)
    }

    @Test func `a file takes the place of a folder and a folder that of a file`() throws {
        var files = FileSnapshot()
        files["a/b"] = .bytes([1])
        files["a"] = .bytes([2])
        let first = try (files.kind(of: "a"), files.bytes(of: "a/b"))
        #expect(first == (.file, nil))
        files.insertFolder("a")
        let kind = try files.kind(of: "a")
        #expect(kind == .folder)
        let error = #expect(throws: FileError.self) { try files.bytes(of: "a") }
        #expect(error?.description == "cannot read the file `a`: it is a folder, not a file")
    }
}
