// SPDX-License-Identifier: Apache-2.0

import TextShaping

extension ProgramFiles {
    /// A shaper with the program's fonts and those of a workspace.
    ///
    /// - Throws: a ``FontError`` where there are no fonts.
    func shaper(with fonts: WorkspaceFonts) throws(FontError) -> TextShaper {
        try TextShaper(configurationFile: fontConfiguration, fonts: fonts.fonts)
    }
}
