// SPDX-License-Identifier: Apache-2.0

import CFontconfig
import CPango

/// A font file.
package struct FontFile: Sendable, Hashable {
    /// Where the font was read from; a memory file for a font of the workspace.
    package let path: String
    /// The name without its folders.
    package let name: String
}

extension FontFile {
    /// The file of a font.
    init?(of font: UnsafeMutablePointer<PangoFont>, in map: FontMap) {
        var path: UnsafeMutablePointer<FcChar8>?
        guard let pattern = pango_fc_font_get_pattern(cleardays_fc_font(font)),
            FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch, let path
        else { return nil }
        self.path = String(cString: path)
        let written = map.name(of: self.path) ?? self.path
        name = written.split(separator: "/").last.map(String.init) ?? written
    }
}
