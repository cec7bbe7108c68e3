// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Foundation
import Intake
import Monitoring
import WorkspaceFiles

/// Makes new workspaces.
package enum Starter {
    /// Copies the starting workspace into a folder that does not exist yet, or is empty.
    ///
    /// - Parameter isInWord: whether statements are Word documents, rather than Markdown.
    /// - Throws: a ``PublicationError`` where the folder holds something or cannot be written.
    package static func make(
        at folder: String,
        from program: ProgramFiles,
        isInWord: Bool = false
    ) throws(PublicationError) {
        let files = FileManager.default
        if files.fileExists(atPath: folder) {
            let contents = try? files.contentsOfDirectory(atPath: folder)
            guard contents?.isEmpty == true else {
                throw PublicationError(.inputOutput, "\(folder) is there already; name a folder that is not")
            }
        }
        try AtomicFile.makeFolder(folder)
        do {
            for name in try files.contentsOfDirectory(atPath: program.starter).sorted() {
                try files.copyItem(atPath: "\(program.starter)/\(name)", toPath: "\(folder)/\(name)")
            }
            try markTables(in: folder)
            if isInWord { try writeDocuments(in: folder) }
        } catch {
            throw PublicationError(.inputOutput, "the files of a new workspace cannot be written to \(folder)")
        }
    }

    /// What a document shows before its text, which is no part of it.
    private static let guidance = [
        "Write below these lines, which are not printed.",
        "Headings have the styles Heading 1 to Heading 3, and lists the styles List Bullet and List Number: choose them under Home, Styles.",
        "What is not for publication has the style Exempt, and begins with [!EXEMPT 3], where 3 is the paragraph of the law.",
    ]

    /// Writes each statement as a Word document in place of its Markdown.
    private static func writeDocuments(in folder: String) throws {
        let files = FileManager.default
        let returns = folder + "/returns"
        for directorate in try files.contentsOfDirectory(atPath: returns) {
            let path = "\(returns)/\(directorate)/statement.md"
            guard let data = files.contents(atPath: path) else { continue }
            let start = SourceLocation(
                file: SourceFile(path, subject: .directorateReturn(directorate)),
                line: 1,
                column: 1
            )
            let prose = MarkdownReader(findings: DiagnosticCollector())
                .read(String(decoding: data, as: UTF8.self), origin: TextOrigin(start: start)).prose
            let document = try DocumentWriter.bytes(of: prose, guidance: guidance)
            try Data(document).write(to: URL(filePath: "\(returns)/\(directorate)/\(statementDocument)"))
            try files.removeItem(atPath: path)
        }
    }

    /// Puts a byte-order mark before each CSV file: without one Excel takes UTF-8 for Windows-1252, and shows `Â£` for `£`.
    private static func markTables(in folder: String) throws {
        let mark = Data([0xEF, 0xBB, 0xBF])
        for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init()
        where name.hasSuffix(".csv") {
            let url = URL(filePath: folder + "/" + name)
            let content = try Data(contentsOf: url)
            if !content.starts(with: mark) { try (mark + content).write(to: url) }
        }
    }
}
