// SPDX-License-Identifier: Apache-2.0

/// The names of files that programs leave behind: locks, temporary and backup files, a file browser's notes.
package enum IgnoredFile {
    /// Whether a file of this name is ignored.
    ///
    /// Hidden names, Office's locks (`~$return.docx`) and temporary files (`~WRL0001.tmp`, `actions.csv.~1a2b`, and Excel's of eight
    /// hexadecimal digits, `4D2A1B00`), LibreOffice's locks (`.~lock.…#`), Vim's
    /// trial file (`4913`) and swap files, Emacs's backups (`…~`) and autosaves (`#…#`), browsers' downloads in progress.
    package static func matches(_ name: String) -> Bool {
        if name.hasPrefix(".") || name.hasPrefix("~") || name.hasSuffix("~") { return true }
        if name.hasPrefix("#"), name.hasSuffix("#") { return true }
        if ["4913", "thumbs.db", "desktop.ini"].contains(name.lowercased()) { return true }
        guard let dot = name.lastIndex(of: ".") else { return isTemporaryOfExcel(name) }
        let ending = name[name.index(after: dot)...].lowercased()
        if ending.hasPrefix("~") { return true }
        return ["tmp", "temp", "swp", "swx", "swo", "part", "partial", "crdownload", "filepart", "lock"].contains(
            ending
        )
    }

    /// Whether it is the name under which Excel writes a workbook before it takes the place of the old one. Digits alone may be a day.
    private static func isTemporaryOfExcel(_ name: String) -> Bool {
        name.utf8.count == 8 && name.contains { "ABCDEF".contains($0) }
            && name.allSatisfy { "0123456789ABCDEF".contains($0) }
    }
}
