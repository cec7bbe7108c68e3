// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// No heading level is skipped, whatever a layout leaves out.
struct HeadingLevelTests {
    @Test(arguments: ["  - title: ", "  - statement: ", "  - tables: ", "  - signature"])
    func `a return without one of its parts is a paper and a return by itself`(part: String) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let layout = try String(contentsOfFile: Repository.folder + "/layouts/directorate-return.yaml", encoding: .utf8)
        let lines = layout.split(separator: "\n", omittingEmptySubsequences: false)
        try folder.write(
            lines.filter { !$0.hasPrefix(part) }.joined(separator: "\n"),
            to: "ws/layouts/directorate-return.yaml"
        )
        let publication = try publish(PublicationRequest(workspace: folder.path + "/ws"), with: Repository.program)
        #expect(publication.diagnostics.filter { $0.severity == .error } == [])
        #expect(publication.files.count == 2)
    }

    @Test(arguments: 0..<14) func `a paper whose layout leaves a part out is made`(part: Int) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let layout = try String(contentsOfFile: Repository.folder + "/layouts/cabinet.yaml", encoding: .utf8)
        var lines = layout.split(separator: "\n", omittingEmptySubsequences: false)
        let parts = lines.indices.filter { lines[$0].hasPrefix("  - ") }
        guard part < parts.count else { return }
        let end = lines[(parts[part] + 1)...].firstIndex { $0.hasPrefix("  - ") || !$0.hasPrefix("    ") }
        lines.removeSubrange(parts[part]..<(end ?? lines.endIndex))
        try folder.write(lines.joined(separator: "\n"), to: "ws/layouts/cabinet.yaml")
        // What the layout lacks may be reported; nothing ends in an internal error.
        let publication = try publish(PublicationRequest(workspace: folder.path + "/ws"), with: Repository.program)
        #expect(publication.files.isEmpty == publication.diagnostics.contains { $0.severity == .error })
    }
}
