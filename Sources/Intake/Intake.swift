// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring

/// Reads a workspace folder: every file of it, whatever is wrong with the others.
///
/// `programLayouts` is the program's own folder of layouts; a file of the same name in the workspace's `layouts/`
/// replaces one of them.
package func readWorkspace(at folder: String, programLayouts: String) throws(IntakeError) -> WorkspaceContents {
    _ = try Folder(folder).names()
    _ = try Folder(programLayouts).names()
    let findings = Findings()
    let reader = WorkspaceReader(
        findings: findings,
        workspace: WorkspaceFolder(folder: Folder(folder), prefix: "", findings: findings),
        programLayouts: WorkspaceFolder(
            folder: Folder(programLayouts),
            prefix: "layouts/",
            suffix: " (program)",
            findings: findings
        )
    )
    let (round, layouts) = reader.read()
    return WorkspaceContents(round: round, layouts: layouts, diagnostics: findings.report(), texts: findings.texts)
}
