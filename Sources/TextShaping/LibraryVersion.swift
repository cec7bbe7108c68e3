// SPDX-License-Identifier: Apache-2.0

import CCairo
import CFontconfig
import CPango

/// A C library that sets or draws papers, and the version of it that is loaded. Another version may break a line elsewhere.
package struct LibraryVersion: Sendable, Hashable, CustomStringConvertible {
    /// What the library is called.
    package let name: String
    /// Its version, as it tells it itself.
    package let version: String

    package var description: String { "\(name) \(version)" }

    /// The libraries that are loaded.
    package static var all: [LibraryVersion] {
        [
            LibraryVersion(name: "Cairo", version: String(cString: cairo_version_string())),
            LibraryVersion(name: "Pango", version: String(cString: pango_version_string())),
            LibraryVersion(name: "HarfBuzz", version: String(cString: hb_version_string())),
            LibraryVersion(name: "FreeType", version: freeType),
            LibraryVersion(name: "Fontconfig", version: fontconfig),
        ]
    }

    private static var freeType: String {
        var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
        cleardays_freetype_version(&major, &minor, &patch)
        return "\(major).\(minor).\(patch)"
    }

    /// Fontconfig tells one number, of which the last two pairs of digits are the minor version and the revision.
    private static var fontconfig: String {
        let number = FcGetVersion()
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }
}
