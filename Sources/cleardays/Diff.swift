// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CommandOptions
import PaperTree
import Publishing

/// `cleardays diff`.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what has changed in a paper since a draft of it was circulated.",
        discussion: """
            A line for each section that is not as it was, and the pages that changed. What it prints under `amendments:` \
            can be pasted into the header of the paper and said in other words. With --proof, PDFs are made that have a \
            bar in the margin beside every line that changed.

            Exit status: 0 done, 1 problems in the workspace, 64 wrong use, 74 a file cannot be read or written.
            """
    )

    @Argument(help: "The folder that holds council.yaml.", completion: .directory)
    var workspace = "."

    @Option(help: "The paper by its name.", completion: .paper)
    var paper: String

    @Option(
        name: .customLong("since"),
        help: "The draft by its name; the last one if it is left out.",
        completion: .draft
    )
    var version: String?

    @Flag(help: "Also tell what has changed in papers that are not for publication.")
    var restricted = false

    @Flag(help: "Make PDFs with bars beside what changed.")
    var proof = false

    @OptionGroup var output: OutputOptions

    @Option(help: "A theme in place of the council's own.", completion: .theme)
    var theme: String?

    @OptionGroup var configurationOptions: ConfigurationOptions

    func run() async throws {
        let program = try Terminal.programFiles()
        let folders = try output.folders()
        let locks = proof ? try output.share(folders) : []
        defer { withExtendedLifetime(locks) {} }
        let request = ComparisonRequest(
            workspace: workspace,
            paper: paper,
            version: version,
            theme: theme,
            wantsProof: proof,
            madeAt: try Terminal.value(of: Result { () throws(PublicationError) in try SourceDate.read() }),
            restrictedFolder: folders.restricted
        )
        let progress = Progress.start()
        let result = Result { () throws(PublicationError) in
            try compare(request, with: program) { progress.now("\($0)") }
        }
        progress.stop()
        let comparison = try Terminal.value(of: result)
        try Terminal.tell(DiagnosticSelection(comparison.diagnostics), of: workspace)
        let told = comparison.papers.filter { restricted || $0.edition != .restricted }
        print(told.map(\.report).joined(separator: "\n"), terminator: "")
        for file in comparison.proofs where restricted || file.edition != .restricted {
            try Terminal.write(file, to: folders)
        }
    }
}

extension ComparedPaper {
    /// What has changed, as an officer reads it and may paste it.
    fileprivate var report: String {
        let mark = edition == .restricted ? " (NOT FOR PUBLICATION)" : ""
        if isNew { return "\(id)\(mark): \(version) had no such paper\n" }
        if lines.isEmpty { return "\(id)\(mark): nothing has changed since \(version)\n" }
        var report = "\(id)\(mark), since \(version):\n"
        for line in lines { report += "  \(line.place): \(line.words)\n" }
        switch changedPages.count {
        case 0: break
        case 1: report += "page that changed: \(changedPages[0])\n"
        default: report += "pages that changed: \(changedPages.inRanges)\n"
        }
        report += "to say it in other words, in the header of papers/\(file).md:\namendments:\n"
        for line in lines { report += "  \(line.key): \(line.words.quoted)\n" }
        return report
    }
}

extension [Int] {
    /// "2, 14 to 16".
    fileprivate var inRanges: String {
        var ranges: [ClosedRange<Int>] = []
        for number in self {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { range in
            switch range.count {
            case 1: "\(range.lowerBound)"
            case 2: "\(range.lowerBound), \(range.upperBound)"
            default: "\(range.lowerBound) to \(range.upperBound)"
            }
        }.joined(separator: ", ")
    }
}

extension String {
    /// In quotes, as YAML has it.
    fileprivate var quoted: String {
        "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
