// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Publishing
import WorkspaceFiles

/// The folders of the councils that have been read, each of which is to be apart from those of all others: nothing of one council may reach another.
struct CouncilFolders {
    /// The folders of a council that can be used, with their places in the file.
    struct Folders {
        var council: String
        var workspace: YAMLText?
        var out: YAMLText?
        var restrictedOut: YAMLText?
        var inbox: YAMLText?
    }

    /// A folder that has been named.
    private struct Place {
        var council: String
        var key: String
        var path: String
        var identity: FolderIdentity
    }

    let findings: DiagnosticCollector
    private var places: [Place] = []

    init(findings: DiagnosticCollector) { self.findings = findings }

    /// Checks the folders of one more council.
    mutating func add(_ folders: Folders) {
        checkApart(folders)
        // Where it is not given it is beside the other.
        let restricted = folders.restrictedOut ?? folders.out.flatMap(restrictedOut)
        let own: [(key: String, text: YAMLText?)] = [
            ("workspace", folders.workspace), ("out", folders.out), ("restricted-out", restricted),
            ("inbox", folders.inbox),
        ]
        let others = places
        var isOutShared = false
        for (key, text) in own {
            guard let text else { continue }
            // It follows from the other, of which it has been said.
            if key == "restricted-out", folders.restrictedOut == nil, isOutShared { continue }
            let place = Place(
                council: folders.council,
                key: key,
                path: text.string,
                identity: FolderIdentity(text.string)
            )
            if let other = others.first(where: { !$0.identity.isApart(from: place.identity) }) {
                if key == "out" { isOutShared = true }
                findings.report(
                    .sharedFolder(
                        place.key,
                        place.path,
                        place.identity.isIn(other.identity)
                            ? (other.identity.isIn(place.identity) ? "is" : "is in") : "holds",
                        other.key,
                        of: other.council,
                        other.path
                    ),
                    at: text.location
                )
            }
            places.append(place)
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

    private func restrictedOut(beside out: YAMLText) -> YAMLText? {
        guard let folders = try? OutputFolders(open: out.string) else { return nil }
        var text = out
        text.string = folders.restricted
        return text
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
