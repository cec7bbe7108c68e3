// SPDX-License-Identifier: Apache-2.0

import CrashReporting
import Diagnostics
import Intake
import Monitoring
import Publishing
import WorkspaceFiles

/// Checks a drop as if it stood in the workspace already, and makes every paper with it.
struct DropCheck {
    let workspace: String
    let program: ProgramFiles
    /// The workspace as it was read last.
    let files: FileSnapshot
    /// The papers that are not made, since they end their workers without the drop too.
    let skippedPapers: Set<String>
    /// What is made of the others.
    let formats: Set<PublicationRequest.Format>
    /// Is called with each activity as it begins.
    let progress: (Activity) -> Void

    /// The verdict on a drop, and the drop if it is good.
    ///
    /// - Parameters:
    ///   - name: as it was dropped.
    ///   - path: where it is now.
    func verdict(on name: String, at path: String) -> (DropVerdict, Drop?) {
        let activity = Activity.checking(name)
        progress(activity)
        CrashReporter.begin(activity.description)
        guard let before = contents(of: files), let round = before.round else { return (.unready, nil) }
        do throws(Drop.Refusal) {
            let drop = try Drop(name: name, path: path, directorates: round.council.directorates.map(\.id))
            let errors = errors(of: drop, before: before, round: round).map { $0.told(of: drop, called: name) }
            return errors.isEmpty ? (.accepted(CheckedDrop(drop)), drop) : (.refused(errors), nil)
        } catch {
            return (.refused(error.diagnostics), nil)
        }
    }

    private func contents(of files: FileSnapshot) -> WorkspaceContents? {
        try? readWorkspace(
            from: files,
            programLayouts: program.layouts,
            isUnquoted: unquotedFiles(ofWorkspace: workspace)
        )
    }

    /// The errors that the return would have with the drop in it. Those that it has already, in other files, hold nothing up:
    /// else two mistakes could not be mended one after the other.
    private func errors(of drop: Drop, before: WorkspaceContents, round: MonitoringRound) -> [Diagnostic] {
        var laid = files
        laid.lay(drop)
        var after = contents(of: laid)
        let unmarked = after?.reportUnmarked(since: round, workspace: workspace) ?? []
        let known = Set(before.diagnostics.map(\.withoutExcerpt)).subtracting(unmarked.map(\.withoutExcerpt))
        let found = (after?.diagnostics ?? []).filter { error in
            guard error.severity == .error, let file = drop.file(of: error) else { return false }
            return drop.files[file] != nil || !known.contains(error.withoutExcerpt)
        }
        if !found.isEmpty { return found }
        // What it reads well may still be more than a paper can hold.
        let problems: [Diagnostic]
        do throws(PublicationError) {
            problems = try rehearse(
                laid,
                ofWorkspace: workspace,
                skipping: skippedPapers,
                formats: formats,
                with: program,
                progress: progress
            )
        } catch {
            return [Diagnostic(.rehearsalFault(error), at: nil)]
        }
        return problems.filter { error in
            error.severity == .error && drop.file(of: error).map { drop.files[$0] != nil } ?? false
        }
    }
}

extension FileSnapshot {
    /// Puts a drop into a workspace.
    fileprivate mutating func lay(_ drop: Drop) {
        let folder = "returns/\(drop.directorate)"
        if drop.isWhole { remove(folder) }
        for name in (try? names(in: folder)) ?? [] where drop.replaces(name) { remove("\(folder)/\(name)") }
        for (name, bytes) in drop.files { self["\(folder)/\(name)"] = .bytes(bytes) }
    }
}

extension Drop {
    /// The name of the file of the return in which a diagnostic is, or `nil` if it is in another.
    fileprivate func file(of diagnostic: Diagnostic) -> String? {
        let prefix = "returns/\(directorate)/"
        guard let file = diagnostic.location?.file, file.hasPrefix(prefix) else { return nil }
        return String(file.dropFirst(prefix.count))
    }
}

extension Diagnostic {
    /// The same, of a file as it was dropped rather than of where it would have gone.
    fileprivate func told(of drop: Drop, called name: String) -> Diagnostic {
        guard let location, let file = drop.file(of: self), drop.files[file] != nil else { return self }
        let dropped = SourceFile(drop.isOneFile ? name : "\(name)/\(file)", subject: .drop)
        var diagnostic = self
        diagnostic.location = SourceLocation(in: dropped, location.position, field: location.field)
        return diagnostic
    }

    fileprivate var withoutExcerpt: Diagnostic {
        var diagnostic = self
        diagnostic.excerpt = nil
        return diagnostic
    }
}

extension Diagnostic.Message {
    fileprivate static func rehearsalFault(_ error: PublicationError) -> Self {
        Self(
            .programFault,
            DiagnosticText(own: error.description),
            hint: "this is a fault of the program: tell whoever looks after it"
        )
    }
}
