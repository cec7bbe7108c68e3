// SPDX-License-Identifier: Apache-2.0

import Composition
package import Diagnostics
import Intake
import Layouts
package import Monitoring
import PaperTree

/// What a check of a workspace finds.
package struct WorkspaceCheck {
    /// Every problem, in reading order.
    package let diagnostics: [Diagnostic]
    /// What is waived, in reading order.
    package let waived: [WaivedDiagnostic]
    /// What has come of what was expected; `nil` if the council or the round cannot be read.
    package let completeness: Completeness?
    private let contents: WorkspaceContents
    private let pipeline: Pipeline

    init(_ contents: WorkspaceContents, _ settled: SettledDiagnostics, pipeline: Pipeline) {
        diagnostics = settled.kept
        waived = settled.waived
        self.contents = contents
        self.pipeline = pipeline
        completeness = contents.round.map { Completeness(of: $0, diagnostics: contents.diagnostics) }
    }

    /// The completeness of the round as PDF and HTML, in the theme of the council.
    ///
    /// - Throws: a ``PublicationError`` if there is no round, the theme or its fonts cannot be used, or a library fails.
    package func report() throws(PublicationError) -> [Publication.File] {
        guard let round = contents.round, let completeness, let theme = try contents.theme(nil) else {
            throw PublicationError(.usage, "there is no report of a round that cannot be read: see the problems above")
        }
        let wording = contents.layouts.wording
        let paper = composeCompleteness(completeness, of: round, wording: wording)
        let presentation = Presentation(formats: [.pdf, .html], theme: theme, wording: wording)
        guard let prepared = pipeline.prepare(paper, presentation).paper else {
            throw PublicationError(.usage, "the report cannot be set: the fonts have errors, see the problems above")
        }
        return try pipeline.export(prepared)
    }
}
