// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Layouts
import Monitoring
package import WorkspaceFiles

/// Reads a workspace folder: every file of it, whatever is wrong with the others.
///
/// `programLayouts` is the program's own folder of layouts; a file of the same name in the workspace's `layouts/`
/// replaces one of them.
///
/// - Parameter isUnquoted: whether no report quotes a file, whatever its text.
package func readWorkspace(
    at folder: String,
    programLayouts: String,
    isUnquoted: @escaping (SourceFile) -> Bool = { _ in false }
) throws(FileError) -> WorkspaceContents {
    try readWorkspace(from: DiskFiles(root: folder), programLayouts: programLayouts, isUnquoted: isUnquoted)
}

/// Reads a workspace from wherever its files come from.
///
/// - Parameter isUnquoted: whether no report quotes a file, whatever its text.
package func readWorkspace(
    from files: any FileSource,
    programLayouts: String,
    cache: ReadingCache? = nil,
    isUnquoted: @escaping (SourceFile) -> Bool = { _ in false }
) throws(FileError) -> WorkspaceContents {
    let reader = try WorkspaceReader(
        files,
        programLayouts: programLayouts,
        cache: cache,
        isUnquoted: isUnquoted
    )
    return reader.contents()
}

extension WorkspaceReader {
    /// What there is to know of the workspace.
    func contents() -> WorkspaceContents {
        let (round, layouts, rules) = read()
        return WorkspaceContents(
            round: round,
            layouts: layouts,
            diagnostics: rules.applied(to: findings.report()),
            texts: findings.texts,
            rules: rules,
            waivers: findings.waivers
        )
    }

    /// A reader of a workspace and of the program's layouts.
    ///
    /// - Throws: a ``FileError`` where one of the two is no folder.
    init(
        _ files: any FileSource,
        programLayouts: String,
        cache: ReadingCache? = nil,
        isUnquoted: @escaping (SourceFile) -> Bool = { _ in false }
    ) throws(FileError) {
        let program = DiskFiles(root: programLayouts)
        _ = try files.names(in: "")
        _ = try program.names(in: "")
        let findings = DiagnosticCollector(
            screen: ExemptSignScreen(),
            isUnquoted: isUnquoted,
            isProgramField: KnownFields.contains
        )
        self.init(
            findings: findings,
            workspace: WorkspaceFolder(files, prefix: "", findings: findings),
            programLayouts: WorkspaceFolder(
                program,
                prefix: "layouts/",
                suffix: " (program)",
                subject: .program,
                findings: findings
            ),
            cache: cache
        )
    }
}
