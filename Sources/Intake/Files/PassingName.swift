// SPDX-License-Identifier: Apache-2.0

/// Names of files that programs make in passing: locks, temporary and backup files, what a file browser leaves behind.
package enum PassingName {
    /// Whether a file of this name is nobody's work.
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
