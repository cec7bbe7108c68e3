// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Publishing

/// The workspace that a path is of.
struct WorkspacePlaceTests {
    @Test(arguments: [
        ("", nil), ("/returns", "returns"), ("/returns/community-services/", "returns/community-services"),
        ("/papers/cabinet.md", "papers/cabinet.md"), ("/papers/../round.yaml", "round.yaml"),
    ])
    func `a file or folder of a workspace leads to it`(path: String, part: String?) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let place = WorkspacePlace(folder.path + "/ws" + path)
        #expect(place.part?.path == part)
        #expect(place.workspace == folder.path + "/ws")
    }

    @Test func `a workspace is known by either of its files, and what is in none or is not there is one itself`() throws
    {
        let folder = try TemporaryFolder(["ws/round.yaml": "", "ws/papers/a.md": "", "other/a.md": ""])
        #expect(WorkspacePlace(folder.path + "/ws/papers").part?.path == "papers")
        for path in ["/ws/paper", "/other/a.md", "/other"] {
            let place = WorkspacePlace(folder.path + path)
            #expect(place.part == nil)
            #expect(place.workspace == folder.path + path)
        }
    }

    @Test func `a part holds its files, and with a paper in Word the header beside it`() {
        #expect(WorkspacePart(path: "returns/a").holds("returns/a/return.yaml"))
        #expect(!WorkspacePart(path: "returns/a").holds("returns/ab/return.yaml"))
        #expect(WorkspacePart(path: "papers/cabinet.docx").holds("papers/cabinet.yaml"))
        #expect(!WorkspacePart(path: "papers/cabinet.docx").holds("papers/cabinet.md"))
        #expect(!WorkspacePart(path: "papers/cabinet.md").holds("papers/cabinet.yaml"))
    }

    private func workspace() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        try folder.edit("ws/papers/cabinet.md", "{{ round.year }}", "{{ round.yaer }}")
        try folder.edit("ws/returns/community-services/actions.csv", ",on course,", ",,")
        return folder
    }

    @Test func `what lies in the part is told, and the rest is counted`() throws {
        let folder = try workspace()
        func told(_ part: String) throws -> WorkspaceCheck {
            try check(folder.path + "/ws", with: Repository.program).told(of: WorkspacePart(path: part))
        }
        let paper = try told("papers/cabinet.md")
        #expect(paper.diagnostics.map(\.rule) == [.unknownPlaceholder])
        #expect(paper.elsewhere == DiagnosticCount(errors: 1, warnings: 0))
        #expect(paper.completeness == nil)
        let own = try told("returns/community-services")
        #expect(own.diagnostics.map(\.rule) == [.missingCell])
        #expect(own.elsewhere == DiagnosticCount(errors: 1, warnings: 0))
        #expect(own.completeness?.returns.map(\.directorate) == ["community-services"])
    }

    @Test func `where the round cannot be read, that is told of any part`() throws {
        let folder = try workspace()
        try folder.write("x: [", to: "ws/round.yaml")
        let own = try check(folder.path + "/ws", with: Repository.program).told(of: WorkspacePart(path: "returns"))
        #expect(own.diagnostics.contains { $0.location?.file == "round.yaml" })
        #expect(own.diagnostics.allSatisfy { $0.location?.file.hasPrefix("papers/") != true })
    }
}
