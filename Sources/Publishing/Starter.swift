// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Formats
import FoundationEssentials
import Intake
import Monitoring
import WorkspaceFiles

/// What the returns of a new workspace are made of.
package enum ReturnFormat: String, Sendable, CaseIterable {
    /// A workbook and a Word document for each directorate.
    case office
    /// CSV files, `return.yaml` and `statement.md`.
    case text
}

/// Makes new workspaces: a small one to start from, or the next round of one that is over.
package enum Starter {
    /// Copies the starting workspace into a folder that does not exist yet, or is empty.
    ///
    /// - Throws: a ``PublicationError`` where the folder holds something or cannot be written.
    package static func make(
        at folder: String,
        returns format: ReturnFormat,
        from program: ProgramFiles
    ) throws(PublicationError) {
        try prepare(folder)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: program.starter) else {
            throw PublicationError(.inputOutput, "\(program.starter) cannot be read")
        }
        for name in names.sorted() { try FileCopy.copy("\(program.starter)/\(name)", to: "\(folder)/\(name)") }
        do {
            if format == .text { try markTables(in: folder) }
        } catch {
            throw PublicationError(.inputOutput, "the files of a new workspace cannot be written to \(folder)")
        }
        if format == .office { try replaceReturns(in: folder, with: program) }
        try Schemas.add(to: folder)
    }

    /// What was made of a round that is over.
    package struct NextRound {
        /// "Q4 2026/27".
        package var period: String
        /// Papers whose headers nobody could take over.
        package var papersLeftOut: [String]
    }

    /// Makes the next round of a workspace: its council, its layouts and its plans in the next period, without what was said of them, and the
    /// ledger of what is exempt.
    ///
    /// - Parameters:
    ///   - last: the folder of the round that is over.
    ///   - period: the period of the new round in words, or `nil` for the one after.
    /// - Returns: what was made, or the problems of a last round with errors, of which nothing is made.
    /// - Throws: a ``PublicationError`` where the folder holds something or cannot be written, or `period` is not one after the last.
    package static func make(
        at folder: String,
        after last: String,
        period: String?,
        with program: ProgramFiles
    ) throws(PublicationError) -> (made: NextRound?, diagnostics: [Diagnostic]) {
        let next = try reading(last) { files throws(FileError) in
            try nextRound(after: files, period: period, programLayouts: program.layouts)
        }
        let files: NextRoundFiles
        switch next {
        case .success(let made): files = made
        case .failure(.hasErrors(let diagnostics)): return (nil, diagnostics)
        case .failure(.noPeriod):
            throw PublicationError(.usage, "`\(period ?? "")` is no period; write it like `Q4 2026/27` or `half-year`")
        case .failure(.notLater(let last)):
            throw PublicationError(
                .usage,
                "`\(period ?? "")` is not after \(last); write it with its year, like `half-year 2027/28`"
            )
        }
        var contents: [String: [UInt8]] = files.texts.mapValues { Array($0.utf8) }
        for (path, prose) in files.documents { contents[path] = try document(of: prose) }
        for (directorate, workbook) in files.workbooks {
            contents["returns/\(directorate)/\(directorate).xlsx"] = try bytes(of: workbook)
        }
        try prepare(folder)
        let kept = [
            "council.yaml", "bank-holidays.json", "layouts", Prose.pictureFolder, "fonts", ExemptLedgerFile.folder,
        ]
        for name in kept where FileManager.default.fileExists(atPath: "\(last)/\(name)") {
            try FileCopy.copy("\(last)/\(name)", to: "\(folder)/\(name)")
        }
        for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) { try write(bytes, to: path, in: folder) }
        try Schemas.add(to: folder)
        return (NextRound(period: files.period, papersLeftOut: files.papersLeftOut), [])
    }

    // MARK: - Files

    /// Makes a folder that does not exist yet, or is empty.
    private static func prepare(_ folder: String) throws(PublicationError) {
        let files = FileManager.default
        if files.fileExists(atPath: folder) {
            let contents = try? files.contentsOfDirectory(atPath: folder)
            guard contents?.isEmpty == true else {
                throw PublicationError(.inputOutput, "\(folder) is there already; name a folder that is not")
            }
        }
        try AtomicFile.makeFolder(folder)
    }

    private static func write(_ bytes: [UInt8], to path: String, in folder: String) throws(PublicationError) {
        let parts = path.split(separator: "/").map(String.init)
        try AtomicFile.write(
            bytes,
            to: parts[parts.count - 1],
            in: ([folder] + parts.dropLast()).joined(separator: "/")
        )
    }

    /// Puts a workbook and a Word document in place of the other files of each return.
    private static func replaceReturns(in folder: String, with program: ProgramFiles) throws(PublicationError) {
        let made = try reading(folder) { files throws(FileError) in
            try returnWorkbooks(from: files, programLayouts: program.layouts)
        }
        for (directorate, contents) in made.workbooks {
            for name in returnFileNames {
                try? FileManager.default.removeItem(atPath: "\(folder)/returns/\(directorate)/\(name)")
            }
            try write(try bytes(of: contents), to: "returns/\(directorate)/\(directorate).xlsx", in: folder)
            let statement = made.round?.directorateReturn(directorate)?.statement ?? Prose()
            try write(try document(of: statement), to: "returns/\(directorate)/\(statementDocument)", in: folder)
        }
    }

    /// What a document shows before its text, which is no part of it.
    private static let guidance = [
        "Write below these lines, which are not printed.",
        "Headings have the styles Heading 1 to Heading 3, and lists the styles List Bullet and List Number: choose them under Home, Styles.",
        "What is not for publication has the style Exempt, and begins with [!EXEMPT 3], where 3 is the paragraph of the law.",
    ]

    /// A Word document to write on in.
    private static func document(of prose: Prose) throws(PublicationError) -> [UInt8] {
        do throws(ZipWriter.Failure) { return try DocumentWriter.bytes(of: prose, guidance: guidance) } catch {
            throw PublicationError(.inputOutput, "a Word document cannot be written")
        }
    }

    /// Puts a byte-order mark before each CSV file: without one Excel takes UTF-8 for Windows-1252, and shows `Â£` for `£`.
    private static func markTables(in folder: String) throws {
        let mark = Data([0xEF, 0xBB, 0xBF])
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name.hasSuffix(".csv") {
            let url = URL(filePath: folder + "/" + name)
            let content = try Data(contentsOf: url)
            if !content.starts(with: mark) { try (mark + content).write(to: url) }
        }
    }
}
