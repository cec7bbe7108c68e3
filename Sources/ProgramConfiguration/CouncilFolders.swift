// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Publishing
import WorkspaceFiles

/// The folders of the councils, each of which is to be apart from those of all others: nothing of one council may reach another.
struct CouncilFolders {
    /// The folders of a council that can be used, with their places in the file.
    struct Folders {
        var council: String
        var workspace: YAMLText?
        var out: YAMLText?
        var restrictedOut: YAMLText?
        var inbox: YAMLText?

        fileprivate var all: [(key: String, text: YAMLText)] {
            [("workspace", workspace), ("out", out), ("restricted-out", restrictedOut), ("inbox", inbox)]
                .compactMap { key, text in text.map { (key, $0) } }
        }
    }

    /// A folder that has been named.
    private struct Place {
        var council: String
        var key: String
        var path: String
        var location: SourceLocation
        var identity: FolderIdentity
    }

    private let findings: DiagnosticCollector
    private var places: [Place] = []
    /// The councils of which it has been reported that folders of theirs overlap.
    private var overlapping: Set<String> = []

    /// Checks the folders of councils.
    ///
    /// - Parameter findUnanswered: the indices of the groups of paths whose file system does not respond.
    init(_ councils: [Folders], findings: DiagnosticCollector, findUnanswered: ([[String]]) -> Set<Int>) {
        self.findings = findings
        let unanswered = findUnanswered(councils.map { $0.all.map(\.text.string) })
        for (index, folders) in councils.enumerated() {
            let answers = !unanswered.contains(index)
            if answers {
                checkApart(folders)
            } else if let first = folders.all.first?.text {
                findings.report(.unansweredFolders, at: first.location)
            }
            add(folders, answers: answers)
        }
        checkFoldersAbove()
    }

    /// Checks the folders of one more council against those before it.
    ///
    /// - Parameter answers: whether their file system responds. If not, they are compared by their written paths.
    private mutating func add(_ folders: Folders, answers: Bool) {
        var folders = folders
        // Where it is not given it is beside the other.
        let isRestrictedWritten = folders.restrictedOut != nil
        if !isRestrictedWritten, var out = folders.out {
            out.string = OutputFolders.restricted(beside: out.string)
            folders.restrictedOut = out
        }
        let others = places
        var isOutShared = false
        for (key, text) in folders.all {
            // It follows from the other, of which it has been said.
            if key == "restricted-out", !isRestrictedWritten, isOutShared { continue }
            let place = Place(
                council: folders.council,
                key: key,
                path: text.string,
                location: text.location,
                identity: answers ? FolderIdentity(text.string) : FolderIdentity(unanswered: text.string)
            )
            if let other = others.first(where: { !$0.identity.isApart(from: place.identity) }) {
                if key == "out" { isOutShared = true }
                overlapping.formUnion([folders.council, other.council])
                let relation =
                    switch (place.identity.isIn(other.identity), other.identity.isIn(place.identity)) {
                    case (true, true): "is"
                    case (true, false): "is in"
                    case (false, _): "holds"
                    }
                findings.report(
                    .sharedFolder(place.key, place.path, relation, other.key, of: other.council, other.path),
                    at: text.location
                )
            }
            places.append(place)
        }
    }

    /// Reports, once for each council, that the folder above one of its folders, which its process may write in, holds folders of another: a rule of the
    /// kernel is of a folder that is there, and a folder of papers may be removed and made again.
    private func checkFoldersAbove() {
        var told = overlapping
        for place in places where !told.contains(place.council) {
            guard let above = place.identity.above,
                let other = places.first(where: { $0.council != place.council && $0.identity.isIn(above) })
            else { continue }
            told.insert(place.council)
            findings.report(
                .sharedFolderAbove(place.key, place.path, other.key, of: other.council, other.path),
                at: place.location
            )
        }
    }

    /// Checks that a file or folder which the service writes to again and again is in none that is watched: each time would be a change.
    func check(report: YAMLText?, isFolder: Bool) {
        guard let report else { return }
        let folder = isFolder ? report.string : report.string.lastIndex(of: "/").map { String(report.string[...$0]) }
        let identity = FolderIdentity(folder ?? "/")
        for place in places where ["workspace", "inbox"].contains(place.key) && identity.isIn(place.identity) {
            findings.report(.reportInWatched(report.string, place.key, of: place.council), at: report.location)
            return
        }
    }

    /// The folders of one council, as the command line takes them.
    private func checkApart(_ folders: Folders) {
        guard let out = folders.out else { return }
        do throws(PublicationError) {
            let output = try OutputFolders(open: out.string, restricted: folders.restrictedOut?.string)
            if let inbox = folders.inbox, let workspace = folders.workspace {
                do throws(PublicationError) {
                    try output.check(inbox: inbox.string, workspace: workspace.string)
                } catch {
                    findings.report(.foldersOfCouncil(error.description), at: inbox.location)
                }
            }
        } catch {
            findings.report(
                .foldersOfCouncil(error.description),
                at: folders.restrictedOut?.location ?? out.location
            )
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func sharedFolder(
        _ key: String,
        _ path: String,
        _ relation: String,
        _ otherKey: String,
        of council: String,
        _ otherPath: String
    ) -> Self {
        Self(
            .overlappingFolders,
            "`\(path.shortened)`, `\(own: key)` of this council, \(own: relation) `\(otherPath.shortened)`, `\(own: otherKey)` of `\(council)`",
            hint: "give each council a folder of its own, with all of its folders in it"
        )
    }

    fileprivate static var unansweredFolders: Self {
        Self(
            .unansweredFolders,
            "the folders of this council do not answer",
            hint:
                "a share of the network may be away: the council is started all the same, and begins when its folders are there"
        )
    }

    fileprivate static func sharedFolderAbove(
        _ key: String,
        _ path: String,
        _ otherKey: String,
        of council: String,
        _ otherPath: String
    ) -> Self {
        Self(
            .sharedFolderAbove,
            "the folder above `\(path.shortened)`, `\(own: key)` of this council, holds `\(otherPath.shortened)`, `\(own: otherKey)` of `\(council)`",
            hint:
                "the process of a council may write in the folders above its own: give each council a folder of its own, with all of its folders in it"
        )
    }

    fileprivate static func reportInWatched(_ path: String, _ key: String, of council: String) -> Self {
        Self(
            .overlappingFolders,
            "`\(path.shortened)` is in `\(own: key)` of `\(council)`, which is watched",
            hint: "what the service writes again and again is in a folder of its own"
        )
    }

    fileprivate static func foldersOfCouncil(_ reason: String) -> Self {
        Self(.overlappingFolders, "\(reason)", hint: "give each of them a folder of its own")
    }
}
