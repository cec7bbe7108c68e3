// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import Glibc
import Publishing

/// What the commands say, and with which status they end.
enum Terminal {
    static var errorsAreTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var errorsAreColoured: Bool { errorsAreTerminal && getenv("NO_COLOR") == nil }
    static var outputIsColoured: Bool { isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil }

    static func writeError(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let written = Glibc.write(STDERR_FILENO, rest.baseAddress, rest.count)
                if written <= 0 { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
        }
    }

    /// Says that something for everybody was made by another run, which may have known less of what is exempt.
    static func warn(ofEarlier name: String, format: PublicationRequest.Format, in folders: OutputFolders) {
        let hint = "make it anew with --format \(format.rawValue), or delete it"
        writeError("warning: \(folders.open)/\(name) is of an earlier run: \(hint)\n")
    }

    static func programFiles() throws -> ProgramFiles {
        try value(of: Result { () throws(PublicationError) in try ProgramFiles.find() })
    }

    /// Writes a paper to its folder, and says so.
    static func write(_ file: Publication.File, to folders: OutputFolders) throws {
        try Terminal.value(of: Result { () throws(PublicationError) in try folders.write(file) })
        print("\(folders.folder(for: file.edition))/\(file.summary)")
    }

    /// Writes papers to their folders, several at a time, and says so in their order.
    static func write(_ files: [Publication.File], to folders: OutputFolders, jobs: Int) throws {
        let outcome = Result { () throws(PublicationError) in
            try folders.write(files, jobs: jobs) { print("\(folders.folder(for: $0.edition))/\($0.summary)") }
        }
        try value(of: outcome)
    }

    /// Gives files that are not for publication, made by a version before, the names that they have now, and tells what has another.
    static func renameFormerFiles(of publication: Publication, in folders: OutputFolders, workspace: String) {
        for name in RestrictedNames.renameFormerFiles(of: publication.identifiers, in: folders.restricted) {
            print("renamed \(folders.restricted)/\(name): its name now says that it is not for publication")
        }
        for name in RestrictedNames.renameFormerFiles(circulatedIn: workspace) {
            print("renamed \(workspace)/\(name): its name now says that it is not for publication")
        }
        let unmarked = RestrictedNames.unmarkedFiles(in: folders.restricted)
        if !unmarked.isEmpty { writeError(TerminalRenderer(isColoured: errorsAreColoured).render(unmarked)) }
    }

    /// Tells problems, and ends the program where there are errors among them.
    static func tell(_ diagnostics: [Diagnostic]) throws {
        if !diagnostics.isEmpty {
            writeError(TerminalRenderer(isColoured: errorsAreColoured).render(diagnostics))
        }
        if diagnostics.holdsErrors { throw ExitCode(1) }
    }

    /// Tells what a command tells that makes papers, and how many problems `cleardays check` would tell beside; ends the program where there are
    /// errors.
    static func tell(_ selection: DiagnosticSelection, of workspace: String) throws {
        let errors = Result { try tell(selection.told) }
        if selection.hasOthers {
            writeError("not shown: \(selection.others) (cleardays check \(workspace) shows all)\n")
        }
        try errors.get()
    }

    /// The value; ends the program with the error printed and its exit status if there is none.
    @discardableResult
    static func value<Value>(of result: Result<Value, PublicationError>) throws -> Value {
        switch result {
        case .success(let value): return value
        case .failure(let error):
            writeError("error: \(error)\n")
            switch error.kind {
            case .usage: throw ExitCode(EX_USAGE)
            case .inputOutput: throw ExitCode(EX_IOERR)
            case .fault: throw ExitCode(EX_SOFTWARE)
            }
        }
    }
}
