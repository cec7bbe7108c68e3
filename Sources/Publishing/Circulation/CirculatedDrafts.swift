// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Intake
import Layouts
import Monitoring
import WorkspaceFiles

/// The drafts of papers that went out, as this program composes them: what differs from them differs by what was written.
struct CirculatedDrafts {
    private let workspace: any FileSource
    private let program: ProgramFiles
    private(set) var diagnostics: [Diagnostic] = []
    /// By the name of the paper's file.
    private var known: [String: [Circulation]] = [:]
    /// By the path of the draft; nothing for one that cannot be read.
    private var rounds: [String: (round: MonitoringRound, layouts: LayoutSet)?] = [:]

    init(in workspace: any FileSource, program: ProgramFiles) {
        self.workspace = workspace
        self.program = program
    }

    /// The drafts of a paper in the order in which they went out.
    mutating func circulations(of paper: String) -> [Circulation] {
        if let circulations = known[paper] { return circulations }
        let circulations = Intake.circulations(of: paper, in: workspace, diagnostics: &diagnostics)
        known[paper] = circulations
        return circulations
    }

    /// What the amendments of a paper are told by: the draft that went out last.
    ///
    /// - Parameter isOpen: whether the paper is composed for everybody.
    mutating func told(by source: PaperSource, isOpen: Bool) -> AmendmentsTold {
        guard source.tellsAmendments, let last = circulations(of: source.file).last else { return .neverCirculated }
        return draft(last, of: source, isOpen: isOpen).map { .since($0) } ?? .neverCirculated
    }

    /// What a draft said to the body that a paper goes to; nothing where it had no paper for it.
    mutating func draft(_ circulation: Circulation, of source: PaperSource, isOpen: Bool) -> CirculatedDraft? {
        guard let (round, layouts) = round(of: circulation) else { return nil }
        let edition = isOpen ? round.publicEdition : round
        let own = edition.papers.filter { $0.file == source.file }
        let old = own.first { $0.meeting.body == source.meeting.body } ?? (own.count == 1 ? own[0] : nil)
        // What was wrong in a draft was told before it went out.
        var told: [Diagnostic] = []
        guard let old,
            let paper = compose(old, in: edition, layouts: layouts, told: .leftOut, diagnostics: &told)
        else { return nil }
        return CirculatedDraft(version: circulation.version, paper: paper)
    }

    private mutating func round(of circulation: Circulation) -> (round: MonitoringRound, layouts: LayoutSet)? {
        if let read = rounds[circulation.path] { return read }
        let contents = try? readWorkspace(from: circulation.workspace(in: workspace), programLayouts: program.layouts)
        let read = contents.flatMap { contents in contents.round.map { ($0, contents.layouts) } }
        rounds[circulation.path] = .some(read)
        if read == nil {
            diagnostics.append(
                .error(
                    "what was circulated as `\(circulation.version)` cannot be read",
                    at: SourceLocation(file: circulation.path),
                    hint: "restore its folder from a backup, or delete it"
                )
            )
        }
        return read
    }
}
