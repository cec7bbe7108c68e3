// SPDX-License-Identifier: Apache-2.0

import CFontconfig
import CPango

/// A font file.
package struct FontFile: Sendable, Hashable {
    /// Where the font was read from; a memory file for a font of the workspace.
    package let path: String
    /// The name without its folders.
    package let name: String

    /// The SHA-256 of the file in hexadecimal digits; `nil` if it cannot be read.
    package var digest: String? {
        var contents: UnsafeMutablePointer<CChar>?
        var length: gsize = 0
        guard g_file_get_contents(path, &contents, &length, nil) != 0, let contents else { return nil }
        defer { g_free(contents) }
        return contents.withMemoryRebound(to: guchar.self, capacity: Int(length)) { bytes in
            guard let digits = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, length) else { return nil }
            defer { g_free(digits) }
            return String(cString: digits)
        }
    }
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
