// SPDX-License-Identifier: Apache-2.0

import Composition
import Intake
import Layouts
import Monitoring
import PaperTree
import TestSupport
import Testing
import WorkspaceFiles

@testable import Publishing

/// The papers of a sample, composed and not typeset.
struct SamplePapers {
    static let all = ["wealdshire-2009", "morhelyg-2027-year-end", "fenwick-vale-2026-q3"]

    let papers: [Paper]
    let theme: Theme
    let layouts: LayoutSet

    init(_ sample: String) throws {
        let workspace = Repository.folder + "/samples/" + sample
        let pipeline = Pipeline(program: Repository.program, workspace: workspace)
        let files = DiskFiles(root: workspace)
        let contents = try pipeline.read(files)
        let round = try #require(contents.round)
        var composition = pipeline.composition(of: round, layouts: contents.layouts, files: files)
        papers = round.jobs.flatMap { pipeline.compose($0, in: &composition).papers.map(\.paper) }
        theme = try #require(try contents.theme(nil))
        layouts = contents.layouts
    }
}
