// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CommandOptions
import Diagnostics
import Glibc
import PaperTree
import Publishing

/// `cleardays render`.
struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Makes the papers of a workspace.",
        discussion: """
            Every paper is made unless some are named, and every directorate's return alone. A file is named after its \
            paper. Where something in a paper is exempt, there are two of it: one for everybody, from which it is left \
            out, and one that is not for publication, in a folder of its own. Nothing is written where the workspace has \
            errors: the papers made before stay as they are.

            Exit status: 0 done, 1 problems in the workspace, 64 wrong use, 74 a file cannot be read or written.
            """
    )

    @Argument(help: "The folder that holds council.yaml.", completion: .directory)
    var workspace = "."

    @Option(name: .customLong("paper"), help: "A paper by its name; may be given again.", completion: .paper)
    var papers: [String] = []

    @Option(
        name: .customLong("appendix"),
        help: "A directorate whose return is wanted alone; may be given again.",
        completion: .directorate
    )
    var appendices: [String] = []

    @OptionGroup var output: OutputOptions

    @Option(help: "A theme in place of the council's own.", completion: .theme)
    var theme: String?

    @Option(
        name: .customLong("format"),
        help:
            "What to make: pdf, html, png (one image a page), tree (what the paper says, as text), tree-json (the same for programs) or data (the public figures of the round, for programs); several are separated by commas, or the option is given again.",
        completion: .list(separatedByCommas: FormatList.allValueStrings)
    )
    var formats = [FormatList([.pdf])]

    @Flag(
        help:
            "Put the data of what a paper prints into its PDF, as attached files: it is PDF/A-3a then, in place of PDF/A-2a. An edition that is not for publication has none."
    )
    var attachData = false

    @OptionGroup var jobs: JobOptions

    @OptionGroup var configurationOptions: ConfigurationOptions

    @Flag(
        help:
            "Tell how long each stage took, added up over all threads, and how much memory was used."
    )
    var timings = false

    func validate() throws {
        if attachData, !formats.formats.contains(.pdf) {
            throw ValidationError("--attach-data puts data into PDFs: --format must have pdf")
        }
    }

    func run() async throws {
        let program = try Terminal.programFiles()
        let folders = try output.folders()
        let locks = try output.share(folders)
        defer { withExtendedLifetime(locks) {} }
        let request = PublicationRequest(
            workspace: workspace,
            papers: papers,
            appendices: appendices,
            theme: theme,
            formats: formats.formats,
            attachesData: attachData,
            madeAt: try Terminal.value(of: Result { () throws(PublicationError) in try SourceDate.read() }),
            restrictedFolder: folders.restricted,
            jobs: jobs.count
        )
        let progress = Progress.start()
        let publication = Result { () throws(PublicationError) in
            try publish(request, with: program) { progress.now("\($0)") }
        }
        progress.stop()
        let made = try Terminal.value(of: publication)
        // What has been marked as exempt since would be public still.
        if made.data.isEmpty, folders.holdsData {
            Terminal.warn(ofEarlier: OutputFolders.dataFolder, format: .data, in: folders)
        }
        if !formats.formats.contains(.html) {
            for stem in Set(made.files.filter { $0.edition != .restricted }.map(\.stem)).sorted()
            where access("\(folders.open)/\(stem).html", F_OK) == 0 {
                Terminal.warn(ofEarlier: stem + ".html", format: .html, in: folders)
            }
        }
        try Terminal.tell(made.selection, of: workspace)
        Terminal.renameFormerFiles(of: made, in: folders, workspace: workspace)
        try Terminal.write(made.files, to: folders, jobs: jobs.count)
        if !made.data.isEmpty {
            let written = Result { () throws(PublicationError) in try folders.write(data: made.data) }
            for file in try Terminal.value(of: written) { print("\(file.path) (\(file.size.inKilobytes))") }
        }
        if formats.formats.contains(.png) { PageImages.removeFormerPages(beyond: made.files, in: folders) }
        if timings { print(Timings(made.timer)) }
    }
}

extension Publication.File {
    /// Its name without its ending.
    fileprivate var stem: String { name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }

    /// Its name, pages and size.
    var summary: String {
        let pages = pages == 1 ? "1 page" : "\(pages) pages"
        let mark = edition == .restricted ? ", NOT FOR PUBLICATION" : ""
        // HTML has no pages that anybody could count.
        let length = name.hasSuffix(".html") ? "" : "\(pages), "
        return "\(name) (\(length)\(bytes.count.inKilobytes)\(mark))"
    }
}

extension Int {
    /// Bytes as a person reads them: at least 1 kB.
    var inKilobytes: String { "\(Swift.max(1, (self + 512) / 1024)) kB" }
}
