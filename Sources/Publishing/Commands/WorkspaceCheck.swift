// SPDX-License-Identifier: Apache-2.0

import Composition
package import Diagnostics
import Intake
import Layouts
package import Monitoring
import PaperTree

/// What a check of a workspace finds.
package struct WorkspaceCheck {
    /// Every problem of the checked part, in reading order.
    package private(set) var diagnostics: [Diagnostic]
    /// What is waived in that part, in reading order.
    package private(set) var waived: [WaivedDiagnostic]
    /// What has come of what was expected; `nil` if the council or the round cannot be read, or the part has nothing to do with it.
    package private(set) var completeness: Completeness?
    /// The part of the workspace that the problems are of, or `nil` for all of it.
    package private(set) var part: WorkspacePart?
    /// How many problems there are in the rest of the workspace.
    package private(set) var elsewhere = DiagnosticCount([])
    private let contents: WorkspaceContents
    private let pipeline: Pipeline

    init(_ contents: WorkspaceContents, _ settled: SettledDiagnostics, pipeline: Pipeline) {
        diagnostics = settled.kept
        waived = settled.waived
        self.contents = contents
        self.pipeline = pipeline
        completeness = contents.round.map { Completeness(of: $0, diagnostics: contents.diagnostics) }
    }

    /// Whether the council and the round could be read, so that there is a report of them.
    package var holdsRound: Bool { contents.round != nil }

    /// The check limited to a part of the workspace, with a count of the problems elsewhere.
    ///
    /// Where the round cannot be read, the errors of the council and the round are kept, since they are why nothing in the part was checked.
    package func told(of part: WorkspacePart?) -> WorkspaceCheck {
        guard let part else { return self }
        var check = self
        check.part = part
        let isToldAnyway = { (diagnostic: Diagnostic) in
            contents.round == nil && diagnostic.severity == .error
                && [.council, .round].contains(diagnostic.subject ?? .workspace)
        }
        check.diagnostics = diagnostics.filter { isToldAnyway($0) || part.holds($0.location?.file ?? "") }
        check.waived = waived.filter { part.holds($0.diagnostic.location?.file ?? "") }
        check.elsewhere = DiagnosticCount(diagnostics) - DiagnosticCount(check.diagnostics)
        check.completeness?.returns.removeAll { !part.concerns(returnOf: $0.directorate) }
        if check.completeness?.returns.isEmpty == true { check.completeness = nil }
        return check
    }

    /// The completeness of the round as PDF and HTML, in the theme of the council.
    ///
    /// - Throws: a ``PublicationError`` if there is no round, the theme or its fonts cannot be used, or a library fails.
    package func report() throws(PublicationError) -> [Publication.File] {
        guard let round = contents.round, let theme = try contents.theme(nil) else {
            throw PublicationError(.usage, "there is no report of a round that cannot be read: see the problems above")
        }
        let wording = contents.layouts.wording
        let completeness = Completeness(of: round, diagnostics: contents.diagnostics)
        let paper = composeCompleteness(completeness, of: round, wording: wording)
        let presentation = Presentation(formats: [.pdf, .html], theme: theme, wording: wording)
        guard let prepared = pipeline.prepare(paper, presentation).paper else {
            throw PublicationError(.usage, "the report cannot be set: the fonts have errors, see the problems above")
        }
        return try pipeline.export(prepared)
    }
}

extension PublicationError {
    /// The error as a problem of the workspace, for whoever reads these.
    package var diagnostic: Diagnostic { Diagnostic(.failure(self), at: nil) }
}

extension Diagnostic.Message {
    fileprivate static func failure(_ error: PublicationError) -> Self {
        switch error.kind {
        case .fault: Self(.programFault, "\(own: error)")
        case .inputOutput, .usage: Self(.unreadableFile, "\(own: error)")
        }
    }
}
