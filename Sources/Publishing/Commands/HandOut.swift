// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Formats
import FoundationEssentials
import Intake
import WorkspaceFiles

/// Writes the workbook that a directorate fills in, with what its return says already.
///
/// - Parameters:
///   - directorate: its identifier, in whatever letters.
///   - path: the file to write; `DIRECTORATE.xlsx` in the current folder if it is `nil`.
/// - Returns: the path of the file, or `nil` and the problems if the directorate's return has errors: what of it is exempt may not be known.
/// - Throws: a ``PublicationError`` if there is no such directorate, or the file is there already or cannot be written.
package func writeWorkbook(
    of directorate: String,
    in workspace: String,
    to path: String?,
    with program: ProgramFiles
) throws(PublicationError) -> (path: String?, diagnostics: [Diagnostic]) {
    let made = try reading(workspace) { files throws(FileError) in
        try returnWorkbooks(from: files, programLayouts: program.layouts)
    }
    let (workbooks, diagnostics) = (made.workbooks, made.diagnostics)
    if workbooks.isEmpty { return (nil, diagnostics) }
    let id = try known([directorate], among: workbooks.map(\.directorate), what: "directorate")[0]
    let own = diagnostics.filter { $0.subject == .directorateReturn(id) }
    guard let workbook = workbooks.first(where: { $0.directorate == id }), !own.holdsErrors else { return (nil, own) }
    let path = path ?? "\(id).xlsx"
    if FileManager.default.fileExists(atPath: path) {
        throw PublicationError(.usage, "\(path) is there already; name another file with --out")
    }
    let url = URL(filePath: path)
    try AtomicFile.write(
        try bytes(of: workbook.contents),
        to: url.lastPathComponent,
        in: url.deletingLastPathComponent().path(percentEncoded: false)
    )
    return (path, diagnostics)
}

/// The bytes of a workbook.
func bytes(of contents: WorkbookContents) throws(PublicationError) -> [UInt8] {
    do throws(WorkbookWritingError) { return try WorkbookWriter.bytes(of: contents) } catch {
        switch error {
        case .notWritten:
            throw PublicationError(.inputOutput, "a temporary file for the workbook cannot be written")
        case .textTooLong(let sheet, let row):
            throw PublicationError(
                .inputOutput,
                "a text of sheet \(sheet), row \(row), is longer than the 32,767 characters that a cell can hold"
            )
        case .tooManyCells(let sheet):
            throw PublicationError(
                .inputOutput,
                "sheet \(sheet) has more rows or columns than a sheet of Excel can have"
            )
        case .sheetName(let name):
            throw PublicationError(
                .inputOutput,
                "a sheet cannot be called `\(name)`: give it another name in layouts/forms/return.yaml, of at most 31 characters and without `[ ] : * ? / \\`"
            )
        }
    }
}

/// Reads the files of a workspace on disk.
func reading<Value>(
    _ workspace: String,
    _ read: (any FileSource) throws(FileError) -> Value
) throws(PublicationError) -> Value {
    do throws(FileError) { return try read(DiskFiles(root: workspace)) } catch {
        throw PublicationError(.inputOutput, "\(error)")
    }
}
