// SPDX-License-Identifier: Apache-2.0

package import ArgumentParser

/// The options of `cleardays preview`. The program `cleardays` knows them for its help, its manual and what shells complete, and `cleardays-preview` does what they say.
package struct PreviewOptions: ParsableArguments {
    /// What the command does, in the line that a list of commands has.
    package static let abstract = "Shows the papers of a workspace in a browser while its files are edited."

    /// How it is used, and its exit statuses.
    package static let discussion = """
        The address is printed as the first line: open it in a browser on this machine. Every save updates the pages that \
        are open. Nothing is written, and nobody else can see the papers: the preview listens on this machine alone, and \
        its address holds a word that only you know.

        Exit status: 0 stopped, 1 the workspace or the port cannot be used, 64 wrong use, 74 a file cannot be read.
        """

    /// Which editions are shown.
    package enum EditionChoice: String, ExpressibleByArgument, CaseIterable {
        case `public`, restricted
    }

    /// The workspace; the current folder if it is not given.
    @Argument(help: "The folder that holds council.yaml.", completion: .directory)
    package var workspace = "."

    /// The port that is listened on, from 0 to 65535; with 0 the system chooses a free one.
    @Option(help: "The port of the address; a free one if it is not given.")
    package var port = 0

    @Flag(
        help:
            "Leave the secret word out of the address: every program and every user of this machine can then read the papers."
    )
    /// Whether the address holds no secret word.
    package var noToken = false

    /// The editions that are shown.
    @Option(help: "public, or restricted to see the editions that are not for publication as well.")
    package var edition = EditionChoice.public

    /// The name of a theme in place of the council's own.
    @Option(help: "A theme in place of the council's own.", completion: .theme)
    package var theme: String?

    @Option(
        help: "The folder that papers are written to by the other commands; nothing is written to it here.",
        completion: .directory
    )
    /// The output folder of the other commands, which tells what has been published.
    package var out = "out"

    @Option(
        help: "The folder for papers that are not for publication, as the other commands have it.",
        completion: .directory
    )
    /// The output folder for what is not for publication; `nil` for the one beside the other.
    package var restrictedOut: String?

    /// The seconds for which a file must stay as it is, from 0.01 to 86,400; `nil` for what suits the file system.
    @Option(help: "How long a file must stay as it is before it is read, in seconds; 0.2, or 2 on a network.")
    package var settle: Double?

    /// Whether files are polled.
    @Flag(help: "Look at the files now and then, rather than wait for the system to tell of changes.")
    package var poll = false

    /// Whether the process is left unconfined.
    @Flag(help: "Do not confine the preview, on a kernel that cannot.")
    package var noSandbox = false

    /// Whether the log tells of papers that are made.
    @Flag(help: "Say on the standard error stream whenever papers are made.")
    package var verbose = false

    /// Every option as it is where it is not given.
    package init() {}

    /// Refuses numbers out of their ranges.
    package func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port must be from 0 to 65535") }
        if let settle, !(0.01...86_400).contains(settle) {
            throw ValidationError("--settle must be from 0.01 to 86400 seconds")
        }
    }
}
