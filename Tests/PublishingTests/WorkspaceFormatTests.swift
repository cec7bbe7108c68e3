// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Intake
import TestSupport
import Testing

@testable import Publishing

/// Workspaces of every format that there has been are read as they were. Each lies in `Formats` as it was written then, and is not changed.
struct WorkspaceFormatTests {
    private static let folder = Repository.folder + "/Tests/PublishingTests/Formats"

    @Test(arguments: 1...WorkspaceFormat.newest)
    func `a workspace of each format is read without a word`(format: Int) throws {
        let folder = try TemporaryFolder(copying: "\(Self.folder)/\(format)", to: "round")
        let publication = try publish(
            PublicationRequest(workspace: folder.path + "/round", formats: [.tree]),
            with: Repository.program
        )
        #expect(publication.diagnostics.filter { $0.severity != .advice }.map(\.message) == [])
        #expect(publication.files.map(\.name) == ["cabinet.txt", "appendix-community-services.txt"])
        let text = String(decoding: try #require(publication.files.first).bytes, as: UTF8.self)
        #expect(text.hasPrefix("paper “Half-year monitoring 2025/26” en-GB\n"))
    }

    @Test func `a workspace that names no format is of the first`() throws {
        let folder = try TemporaryFolder(copying: Self.folder + "/1", to: "round")
        try folder.edit("round/council.yaml", "\nformat: 1\n", "\n")
        let publication = try publish(
            PublicationRequest(workspace: folder.path + "/round", formats: [.tree]),
            with: Repository.program
        )
        #expect(publication.files.count == 2)
    }

    @Test func `of a newer format one thing is said, and nothing is made`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        // What a newer program may write: keys, and files, that this one does not know.
        try folder.edit("round/council.yaml", "format: 1", "format: \(WorkspaceFormat.newest + 1)\nfuture: { a: b }")
        try folder.write("future: true\n", to: "round/round.yaml")
        try folder.write("future: true\n", to: "round/layouts/themes/own.yaml")
        let publication = try publish(
            PublicationRequest(workspace: folder.path + "/round", formats: [.tree]),
            with: Repository.program
        )
        #expect(publication.files == [])
        #expect(
            publication.diagnostics.map { "\($0.rule.rawValue): \($0.message) (\($0.hint ?? ""))" } == [
                "newer-format: the workspace is of format 2, and this program reads formats up to 1 (install the version of the program that it was made with, or a newer one)"
            ]
        )
    }

    @Test(arguments: ["0", "one", "1.5"])
    func `a format that is none is reported`(written: String) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/council.yaml", "format: 1", "format: \(written)")
        let publication = try publish(
            PublicationRequest(workspace: folder.path + "/round", formats: [.tree]),
            with: Repository.program
        )
        #expect(
            publication.diagnostics.map(\.message).contains(
                "`format` is a whole number from 1 to \(WorkspaceFormat.newest), not `\(written)`"
            )
        )
    }
}
