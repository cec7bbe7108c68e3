// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
package import WorkspaceFiles

/// The names that a command line can give of a workspace, read without the rest of it: what a shell completes while somebody types.
///
/// Whatever cannot be read has no names, and nothing is reported.
package struct WorkspaceNames {
    private let files: any FileSource
    private let workspace: WorkspaceFolder
    private let programLayouts: WorkspaceFolder?

    /// The names of a workspace.
    ///
    /// - Parameter programLayouts: the program's own folder of layouts, whose themes every workspace has; `nil` where it is not known.
    package init(in files: any FileSource, programLayouts: String?) {
        let findings = DiagnosticCollector(screen: ExemptSignScreen(), isProgramField: KnownFields.contains)
        self.files = files
        workspace = WorkspaceFolder(files, prefix: "", findings: findings)
        self.programLayouts = programLayouts.map {
            WorkspaceFolder(DiskFiles(root: $0), prefix: "", subject: .program, findings: findings)
        }
    }

    /// The names of the files of papers, without extensions. A file may hold several papers: its name selects all of them.
    package var papers: [String] {
        Set(workspace.inner("papers").names.filter(isPaperFile).map(\.withoutEnding)).sorted()
    }

    /// The directorates by their identifiers, in the council's order.
    package var directorates: [String] {
        guard case .group(let entries) = workspace.yaml("council.yaml")?.content,
            let directorates = entries.first(where: { $0.key == CouncilForm.directorates.name }),
            case .group(let members) = directorates.value.content
        else { return [] }
        return members.map(\.key)
    }

    /// The themes of the program and of the workspace.
    package var themes: [String] {
        let folders = [programLayouts, workspace.inner("layouts")].compactMap { $0?.inner("themes") }
        return Set(folders.flatMap(\.names).filter { $0.hasSuffix(".yaml") }.map(\.withoutEnding)).sorted()
    }

    /// The drafts that went out, by what they are called, each name once, in the order of the papers.
    package var drafts: [String] {
        var ignored: [Diagnostic] = []
        var seen: Set<String> = []
        return papers.flatMap { circulations(of: $0, in: files, diagnostics: &ignored) }.map(\.version)
            .filter { seen.insert($0).inserted }
    }
}

extension String {
    /// The name of a file up to its last point.
    fileprivate var withoutEnding: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? self }
}
