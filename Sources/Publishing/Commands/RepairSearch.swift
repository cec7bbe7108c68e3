// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import WorkspaceFiles

/// Finds the mistakes of a workspace that have exactly one right answer, and puts them right in copies of its text files; writes nothing.
///
/// What is put right is held twice against what it was meant to do: of all values of the file only the words in question change, and a check of
/// the workspace with the changed file finds fewer problems and no more errors. Where it does not, the mistakes of the file are tried in halves, so
/// that one of them holds up no other.
///
/// - Parameter part: the file or folder that is looked at, or `nil` for the whole workspace.
/// - Throws: a ``PublicationError`` as ``check(_:setsPages:on:with:readingCache:)`` does.
package func repair(
    _ workspace: String,
    in part: WorkspacePart? = nil,
    with program: ProgramFiles
) throws(PublicationError) -> Repair {
    var search = try RepairSearch(workspace, with: program)
    return try search.repair(in: part)
}

/// The search for what can be put right, with the workspace as it would be so far.
private struct RepairSearch {
    private let pipeline: Pipeline
    private let files: DiskFiles
    private var overlay: FileOverlay
    private var current: [Diagnostic]
    private var result: Repair
    private var checks = 0

    init(_ workspace: String, with program: ProgramFiles) throws(PublicationError) {
        pipeline = Pipeline(program: program, workspace: workspace)
        files = DiskFiles(root: workspace)
        overlay = FileOverlay(files)
        current = try problems(of: files, with: pipeline)
        result = Repair(workspace: workspace)
    }

    mutating func repair(in part: WorkspacePart?) throws(PublicationError) -> Repair {
        // What is read of such a file may not be what its officer wrote.
        let unclear = Set(current.filter(\.rule.leavesTextUnclear).compactMap { $0.location?.sourceFile })
        let mistakes = current.filter { diagnostic in
            guard diagnostic.replacement != nil, let location = diagnostic.location else { return false }
            return !unclear.contains(location.sourceFile) && part?.holds(location.file) ?? true
        }
        for group in FileDiagnostics.grouping(mistakes) {
            try repair(group.groups.flatMap(\.diagnostics).inReadingOrder, in: group.file?.path ?? "")
        }
        result.leavesErrors = current.contains { $0.severity == .error && part?.holds($0.location?.file ?? "") ?? true }
        return result
    }

    private mutating func repair(_ mistakes: [Diagnostic], in path: String) throws(PublicationError) {
        guard let before = try? files.bytes(of: path), let text = RepairedText(before, path: path) else {
            return result.leave(mistakes)
        }
        let possible = text.replacing(in: mistakes).made
        var accepted: [Diagnostic] = []
        var after = before
        checks = 0
        try accept(possible[...], of: text, path, &accepted, &after)
        if !accepted.isEmpty {
            result.add(Repair.File(path: path, before: before, after: after), repairing: accepted.inReadingOrder)
        }
        result.leave(mistakes.filter { !accepted.contains($0) })
    }

    /// Accepts those mistakes beside others with which a check finds fewer problems.
    private mutating func accept(
        _ mistakes: ArraySlice<Diagnostic>,
        of text: RepairedText,
        _ path: String,
        _ accepted: inout [Diagnostic],
        _ after: inout [UInt8]
    ) throws(PublicationError) {
        guard !mistakes.isEmpty, checks < Limits.mostChecksOfRepair else { return }
        checks += 1
        let (bytes, made) = text.replacing(in: (accepted + mistakes).inReadingOrder)
        var changed = overlay
        changed.replace(path, by: bytes)
        let found = try problems(of: changed, with: pipeline)
        if isBetter(found, in: path) {
            (overlay, current, accepted, after) = (changed, found, made, bytes)
        } else if mistakes.count > 1 {
            let middle = mistakes.startIndex + mistakes.count / 2
            try accept(mistakes[..<middle], of: text, path, &accepted, &after)
            try accept(mistakes[middle...], of: text, path, &accepted, &after)
        }
    }

    private func isBetter(_ found: [Diagnostic], in path: String) -> Bool {
        guard DiagnosticCount(found).errors <= DiagnosticCount(current).errors else { return false }
        // Others come in their place where there were more than are told.
        let holdsMore = current.contains { $0.rule == .moreProblems && $0.location?.file == path }
        return found.count < current.count || holdsMore && found.count == current.count
    }
}
