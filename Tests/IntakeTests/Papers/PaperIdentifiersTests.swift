// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import Intake

/// No two PDFs have one name.
struct PaperIdentifiersTests {
    private func errors(_ edit: (TemporaryFolder) throws -> Void) throws -> [Diagnostic] {
        let folder = try TemporaryFolder(copying: Repository.folder + "/starter", to: "round")
        try edit(folder)
        let contents = try readWorkspace(
            at: folder.path + "/round",
            programLayouts: Repository.folder + "/layouts"
        )
        return contents.diagnostics.filter { $0.severity == .error }
    }

    @Test func `a paper is not called like a return by itself`() throws {
        let errors = try errors { folder in
            let text = try folder.text(of: "round/papers/cabinet.md")
            try folder.write(text, to: "round/papers/appendix-community-services.md")
            try folder.write(text, to: "round/papers/appendix-works.md")
        }
        #expect(
            errors.map(\.line) == [
                "error papers/appendix-community-services.md: the return of a directorate is called "
                    + "`appendix-community-services` where it is made by itself"
            ]
        )
    }

    @Test func `two files for several bodies do not make papers of one name`() throws {
        let errors = try errors { folder in
            let text = try folder.text(of: "round/papers/cabinet.md")
                .replacing("by: [", with: "for-each: overview-bodies\nby: [", maxReplacements: 1)
                .replacing("body: cabinet", with: "body: each")
            try folder.write(text, to: "round/papers/a.md")
            try folder.write(text, to: "round/papers/b.md")
            try folder.write(
                text.replacing("subject: Half-year", with: "subject: The half-year"),
                to: "round/papers/c.md"
            )
        }
        #expect(
            errors.map(\.line) == [
                "error papers/b.md: two papers are called `community-poc-2025-11-24-half-year-monitoring-2025-26`"
            ]
        )
        #expect(
            errors.map(\.hint) == [
                "the other one is papers/a.md: give one of the two another date, or a subject of its own"
            ]
        )
    }
}
