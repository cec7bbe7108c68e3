// SPDX-License-Identifier: Apache-2.0

package import Intake
import WorkspaceFiles

/// The names that a command line can give of a workspace on disk. Nothing is thrown: a folder that is no workspace has no names but the program's themes.
package func names(ofWorkspace folder: String) -> WorkspaceNames {
    let program = try? ProgramFiles.find()
    return WorkspaceNames(in: DiskFiles(root: folder), programLayouts: program?.layouts)
}
