// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Publishing

/// Where a command writes papers.
struct OutputOptions: ParsableArguments {
    @Option(help: "The folder to write to.", completion: .directory)
    var out = "out"

    @Option(
        help:
            "The folder for papers that are not for publication; beside the other, with -restricted behind its name, if it is not given.",
        completion: .directory
    )
    var restrictedOut: String?

    /// Keeps watchers out of the folders for as long as the locks live; ends the program where one is at work in them.
    func share(_ folders: OutputFolders) throws -> [FolderLock] {
        try Terminal.value(of: Result { () throws(PublicationError) in try folders.share() })
    }

    func folders() throws -> OutputFolders {
        try Terminal.value(
            of: Result { () throws(PublicationError) in try OutputFolders(open: out, restricted: restrictedOut) }
        )
    }
}
