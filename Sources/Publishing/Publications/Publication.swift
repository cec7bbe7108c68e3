// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import OpenData
package import PaperTree

/// What has been made of a workspace.
package struct Publication: Sendable {
    /// A file to be written.
    package struct File: Sendable, Hashable {
        /// Without a folder: `cabinet-2009-11-30.pdf`.
        package var name: String
        /// The identifier of the paper.
        package var paper: String
        /// Which decides the folder that it may go to.
        package var edition: Edition
        /// All of the file.
        package var bytes: [UInt8]
        /// How many pages it has; 1 for the image of a page and for a page of the web.
        package var pages: Int

        package init(name: String, paper: String, edition: Edition, bytes: [UInt8], pages: Int) {
            self.name = name
            self.paper = paper
            self.edition = edition
            self.bytes = bytes
            self.pages = pages
        }
    }

    /// None where there are errors.
    package var files: [File] = []
    /// The round as data, where that is asked for and nothing holds it up: all of the files or none.
    package var data: [DataFile] = []
    /// Every problem, in reading order.
    package var diagnostics: [Diagnostic] = []
    /// The papers that were asked for, and the returns in them.
    package var subjects: Set<SourceFile.Subject> = []
    /// What of the problems is told.
    package var selection: DiagnosticSelection { DiagnosticSelection(diagnostics, about: subjects) }
    /// Of every paper of the round, and of every return by itself.
    package var identifiers: [String] = []
    /// How long each stage took.
    package var timer = StageTimer()

    /// The papers that there is a file of that is not for publication.
    var restrictedPapers: Set<String> { Set(files.filter { $0.edition == .restricted }.map(\.paper)) }
}

/// Why nothing could be made of a workspace, though nothing may be wrong in it.
package struct PublicationError: Error, Sendable, Hashable, Codable, CustomStringConvertible {
    /// What kind of failure it is, for an exit status.
    package enum Kind: Sendable, Hashable, Codable {
        /// The caller named something that is not there.
        case usage
        /// A file or a folder could not be read or written.
        case inputOutput
        /// A fault of ours.
        case fault
    }

    /// Whose fault it is, which decides the exit status.
    package var kind: Kind
    package var description: String

    package init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
