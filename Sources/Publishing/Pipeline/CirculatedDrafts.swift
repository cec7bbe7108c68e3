// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Intake
import Layouts
import Monitoring
import WorkspaceFiles
import PaperTree

/// The circulated drafts of papers, composed anew from what was kept of them: so that a paper differs from its draft only by what was
/// written, and not by the version of the program.
struct CirculatedDrafts {
    private let workspace: any FileSource
    private let program: ProgramFiles
    private(set) var diagnostics: [Diagnostic] = []
    /// The circulations of papers that have been asked for, by the name of the paper's file.
    private var known: [String: [Circulation]] = [:]
    /// The rounds of drafts by the path of the draft; `nil` for one that cannot be read.
    private var rounds: [String: (round: MonitoringRound, layouts: LayoutSet)?] = [:]

    init(in workspace: any FileSource, program: ProgramFiles) {
        self.workspace = workspace
        self.program = program
    }

    /// The circulations of a paper, the oldest first.
    mutating func circulations(of paper: String) -> [Circulation] {
        if let circulations = known[paper] { return circulations }
        let circulations = Intake.circulations(of: paper, in: workspace, diagnostics: &diagnostics)
        known[paper] = circulations
        return circulations
    }

    /// The draft that the list of amendments in a paper is made against: the last one.
    mutating func baseline(of source: PaperSource, for audience: Audience) -> AmendmentBaseline {
        guard source.tellsAmendments, let last = circulations(of: source.file).last else { return .neverCirculated }
        return draft(last, of: source, for: audience).map { .draft($0) } ?? .neverCirculated
    }

    /// The edition of a draft for the body that a paper goes to, or `nil` if the draft had no paper for it.
    mutating func draft(_ circulation: Circulation, of source: PaperSource, for audience: Audience) -> CirculatedDraft?
    {
        guard let (round, layouts) = round(of: circulation) else { return nil }
        let own = round.papers.indices.filter { round.papers[$0].file == source.file }
        let ofBody = own.first { index in
            round.papers[index].meeting.body == source.meeting.body
                && round.papers[index].directorates == source.directorates
        }
        let old = ofBody ?? (own.count == 1 ? own[0] : nil)
        let edition: RoundEdition =
            switch audience {
            case .public: .public(PublicRound(redacting: round))
            case .restricted: .restricted(round)
            }
        // The diagnostics of a draft were reported before it was circulated.
        guard let old, let composed = composePaper(at: old, of: edition, layouts: layouts, baseline: .omitted) else {
            return nil
        }
        return CirculatedDraft(version: circulation.version, paper: composed.paper)
    }

    private mutating func round(of circulation: Circulation) -> (round: MonitoringRound, layouts: LayoutSet)? {
        if let read = rounds[circulation.path] { return read }
        let contents = try? readWorkspace(from: circulation.workspace(in: workspace), programLayouts: program.layouts)
        let read = contents.flatMap { contents in contents.round.map { ($0, contents.layouts) } }
        rounds[circulation.path] = .some(read)
        if read == nil {
            diagnostics.report(
                .unreadableDraft(circulation.version),
                at: SourceLocation(in: SourceFile(circulation.path, subject: .draft(of: circulation.paper)))
            )
        }
        return read
    }
}

extension Diagnostic.Message {
    fileprivate static func unreadableDraft(_ version: String) -> Self {
        Self(
            .unreadableDraft,
            "what was circulated as `\(version)` cannot be read",
            hint: "restore its folder from a backup, or delete it"
        )
    }
}
