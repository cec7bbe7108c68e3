// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TextShaping

extension ProgramFiles {
    /// A shaper with the program's fonts and those of a workspace.
    ///
    /// - Throws: a ``FontError`` where there are no fonts.
    func shaper(for workspace: String) throws(FontError) -> TextShaper {
        try TextShaper(
            configurationFile: fontConfiguration,
            folders: [workspace + "/fonts"].filter { FileManager.default.fileExists(atPath: $0) }
        )
    }
}
