// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import Glibc
import Publication

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
                let written = write(STDERR_FILENO, rest.baseAddress, rest.count)
                if written <= 0 { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
        }
    }

    static func programFiles() throws -> ProgramFiles {
        if let program = ProgramFiles.find() { return program }
        writeError(
            "error: the folders `layouts` and `fonts` are not beside the program; set CLEARDAYS_HOME to their folder\n"
        )
        throw ExitCode(EX_IOERR)
    }

    /// Tells problems, and ends the program where there are errors among them.
    static func tell(_ diagnostics: [Diagnostic]) throws {
        if !diagnostics.isEmpty {
            writeError(TerminalRenderer(isColoured: errorsAreColoured).render(diagnostics))
        }
        if diagnostics.holdsErrors { throw ExitCode(1) }
    }

    /// The value, or the end of the program with the error told and its exit status.
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
