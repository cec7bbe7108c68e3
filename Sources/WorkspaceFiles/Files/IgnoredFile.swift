// SPDX-License-Identifier: Apache-2.0

/// The names of files that programs leave behind: locks, temporary and backup files, a file browser's notes.
package enum IgnoredFile {
    /// Whether a file of this name is ignored.
    ///
    /// Hidden names, Office's locks (`~$return.docx`) and temporary files (`~WRL0001.tmp`), LibreOffice's locks (`.~lock.…#`), Vim's
    /// trial file (`4913`) and swap files, Emacs's backups (`…~`) and autosaves (`#…#`), browsers' downloads in progress.
    package static func matches(_ name: String) -> Bool {
        if name.hasPrefix(".") || name.hasPrefix("~") || name.hasSuffix("~") { return true }
        if name.hasPrefix("#"), name.hasSuffix("#") { return true }
        if ["4913", "thumbs.db", "desktop.ini"].contains(name.lowercased()) { return true }
        guard let dot = name.lastIndex(of: ".") else { return false }
        let ending = name[name.index(after: dot)...].lowercased()
        return ["tmp", "temp", "swp", "swx", "swo", "part", "partial", "crdownload", "filepart", "lock"].contains(
            ending
        )
    }
}
