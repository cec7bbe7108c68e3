// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import ResourceLimits
import TestSupport
import Testing

@testable import Publishing

/// How much the papers of one run may come to.
struct RunSizeTests {
    @Test func `papers that come to too much together are reported at the first that is too much`() {
        var build = PaperBuilder()
        let row = Table.Row(id: build.node(), kind: .body, cells: [])
        let rows = Array(repeating: row, count: Limits.mostNodesInRun / 2 - 1)
        let table = build.table(columns: 0, header: [], rows: rows)
        let paper = build.paper([table])
        let file = SourceFile("papers/cabinet.md", subject: .paper(file: "cabinet"))
        var size = RunSize()
        #expect(size.problem(adding: [paper, paper], at: file) == nil)
        let problem = size.problem(adding: [paper], at: file)
        #expect(problem?.location?.file == "papers/cabinet.md")
        #expect(problem?.message == "the papers up to this one come to more than 1000000 paragraphs, rows and cells")
        #expect(problem?.hint == "append fewer returns, or print only exceptions")
    }
}
