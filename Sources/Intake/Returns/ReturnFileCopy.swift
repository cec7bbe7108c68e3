// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats

/// A file in the folder of a return that is not read and has the name of a copy of one that is.
struct ReturnFileCopy {
    private enum Kind {
        /// The same name in other letters, beside the file itself.
        case otherCase
        /// What a cloud folder keeps where two people save at the same time.
        case conflict
        /// A second ending: `actions.csv.txt`.
        case hiddenEnding
        /// `actions v3 FINAL.csv`, `Copy of actions.csv`.
        case copy
    }

    private let kind: Kind
    /// The file that it is a copy of.
    private let original: String

    /// `nil` if the name is that of no copy.
    init?(_ name: String) {
        let lower = name.lowercased()
        if let original = returnFileNames.first(where: { $0 == lower }) {
            self.original = original
            kind = .otherCase
            return
        }
        if let original = returnFileNames.first(where: { lower.hasPrefix($0 + ".") && !lower.contains("sync-conflict") }
        ) {
            self.original = original
            kind = .hiddenEnding
            return
        }
        guard let original = Self.original(of: lower) else { return nil }
        self.original = original
        kind = Self.isConflict(name, of: original) ? .conflict : .copy
    }

    /// The file of a return, of the same ending, whose name is a word of a name or begins it.
    private static func original(of name: String) -> String? {
        // Longest first: `indicators-before` begins with `indicators`.
        returnFileNames.sorted { $0.count > $1.count }.first { original in
            guard let dot = original.lastIndex(of: "."), name.hasSuffix(original[dot...]) else { return false }
            let stem = original[..<dot]
            let words = name.dropLast(original[dot...].count).split { " _-.()[]~".contains($0) }
            return name.hasPrefix(stem) || words.contains { $0 == stem }
        }
    }

    /// Whether a name has what OneDrive, Dropbox, Nextcloud, Google Drive and Syncthing put into that of a file which two people changed.
    private static func isConflict(_ name: String, of original: String) -> Bool {
        let lower = name.lowercased()
        let words = ["conflicted copy", "conflict", "safebackup", "sync-conflict", "case conflict", "_conf("]
        if words.contains(where: lower.contains) { return true }
        // OneDrive puts in the name of the computer, `-DESKTOP-7H2K9`.
        var stem = name[..<(name.lastIndex(of: ".") ?? name.endIndex)]
        // `indicators-before` has a dash of its own.
        let own = original[..<(original.lastIndex(of: ".") ?? original.endIndex)]
        if stem.lowercased().hasPrefix(own) { stem = stem.dropFirst(own.count) }
        guard let dash = stem.firstIndex(of: "-") else { return false }
        let computer = stem[stem.index(after: dash)...]
        return computer.utf8.count >= 4 && computer.contains { $0.isUppercase }
            && computer.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "-") } && computer != "FINAL"
    }

    /// What is wrong with it.
    var message: Diagnostic.Message {
        switch kind {
        case .otherCase: .otherCase(original)
        case .conflict: .conflict(original)
        case .hiddenEnding: .hiddenEnding(original)
        case .copy: .copy(original)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func otherCase(_ original: String) -> Self {
        Self(
            .conflictingFiles,
            "this file and `\(own: original)` have one name but for capitals, and only `\(own: original)` is read",
            hint: "keep the one that is right under the name `\(own: original)`, and delete the other"
        )
    }

    fileprivate static func conflict(_ original: String) -> Self {
        Self(
            .conflictingFiles,
            "two people have saved `\(own: original)`, and this is the copy of one of them, which is not read",
            hint: "compare the two, keep the one that is right under the name `\(own: original)`, and delete this one"
        )
    }

    fileprivate static func hiddenEnding(_ original: String) -> Self {
        Self(
            .unreadFile,
            "the file is not read: it has a second ending",
            hint: "rename it to `\(own: original)`; Windows may hide the last ending"
        )
    }

    fileprivate static func copy(_ original: String) -> Self {
        Self(
            .unreadFile,
            "the file is not read: it seems to be a copy of `\(own: original)`",
            hint: "if it is the one that is right, rename it to `\(own: original)`; otherwise take it out of the folder"
        )
    }
}
