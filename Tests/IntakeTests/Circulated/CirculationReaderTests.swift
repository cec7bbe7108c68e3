// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing
import WorkspaceFiles

@testable import Intake

/// The records of the drafts of a paper.
struct CirculationReaderTests {
    @Test func `drafts are in the order of their numbers, and one without a record is reported`() throws {
        let folder = try TemporaryFolder([
            "circulated/cabinet/01-second/circulated.yaml": "as: second\nnumber: 2\n",
            "circulated/cabinet/02-first/circulated.yaml": "as: first\nnumber: 1\n",
            "circulated/cabinet/03-other/notes.txt": "x",
        ])
        var diagnostics: [Diagnostic] = []
        let found = circulations(of: "cabinet", in: DiskFiles(root: folder.path), diagnostics: &diagnostics)
        #expect(found.map(\.version) == ["first", "second"])
        #expect(
            diagnostics.map(\.line) == [
                "error circulated/cabinet/03-other/circulated.yaml: `circulated.yaml` is missing"
            ]
        )
        #expect(
            diagnostics.map(\.hint) == [
                "`cleardays circulate` writes it; delete the folder if it is not one of its own"
            ]
        )
    }
}
