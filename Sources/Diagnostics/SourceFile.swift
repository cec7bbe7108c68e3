// SPDX-License-Identifier: Apache-2.0

/// A file that locations refer to, and whose problem it is if something in it is wrong.
///
/// The reader that opens a file knows what it is for, so that nobody has to parse paths to find the paper or return of a diagnostic.
/// Every cell of a return has a location: a reference to one object is cheaper to copy than a path.
package final class SourceFile: Sendable, Codable {
    /// Relative to the workspace, so that no path of the machine reaches a reader.
    package let path: String
    /// What the file is about.
    package let subject: Subject

    package init(_ path: String, subject: Subject) {
        self.path = path
        self.subject = subject
    }
}

extension SourceFile {
    /// What a file is about: whoever looks after it has to mend what is wrong in it.
    package enum Subject: Sendable, Hashable, Codable {
        case council
        case round
        /// The layouts, kinds of tables and themes of the workspace.
        case layouts
        /// The layouts, kinds of tables and themes of the program, and its configuration.
        case program
        /// The return of a directorate, by its identifier.
        case directorateReturn(String)
        /// The papers of a file in `papers/`, by the file's name without its extension.
        case paper(file: String)
        /// A draft that was circulated, by the name of the paper's file without its extension.
        case draft(of: String)
        /// The record of what has been published as exempt.
        case exemptLedger
        /// A file that somebody has put into the inbox.
        case drop
        /// The workspace as a whole.
        case workspace
    }
}

extension SourceFile: Hashable {
    package static func == (first: SourceFile, second: SourceFile) -> Bool {
        first === second || first.path == second.path
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
