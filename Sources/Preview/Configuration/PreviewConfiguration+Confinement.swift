// SPDX-License-Identifier: Apache-2.0

package import Publishing
import Sandbox

extension PreviewConfiguration {
    /// Confines this process for good: it reads the workspace, the program's files and fonts, writes no file, starts no program, and connects to
    /// nobody; it listens, and that is all that it does with the network.
    ///
    /// It is to be called before any other thread runs: only threads begun later are confined too.
    ///
    /// - Returns: what the system does not have, in a sentence each.
    /// - Throws: a ``PublicationError`` if the system has it and refuses.
    package func confine(program: ProgramFiles) throws(PublicationError) -> [String] {
        do {
            return try confinement(program: program).apply().shortfalls
        } catch {
            throw PublicationError(.fault, "the preview cannot be confined: \(error); --no-sandbox goes without")
        }
    }

    private func confinement(program: ProgramFiles) -> Confinement {
        var files = FileAccess(
            readable: [workspace, program.folder, out.restricted] + SystemPaths.ofRendering(),
            readableByName: SystemPaths.ofThreads
        )
        files.bindsTCP = true
        return Confinement(
            limits: ProcessLimits(openFiles: 4096, fileSize: 1 << 30),
            files: files,
            systemCalls: .serving
        )
    }
}
