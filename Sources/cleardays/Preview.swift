// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CommandOptions
import Glibc
import ProgramConfiguration

/// `cleardays preview`: another program takes the place of this one, so that there is no server in the renderer.
struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: PreviewOptions.abstract,
        discussion: PreviewOptions.discussion
    )

    @OptionGroup var options: PreviewOptions

    @OptionGroup var configurationOptions: ConfigurationOptions

    func run() throws {
        guard let program = Self.besideThisProgram() else {
            Terminal.writeError("error: the program cleardays-preview is not beside cleardays: install it too\n")
            throw ExitCode(EX_IOERR)
        }
        let completed = try ConfigurationOptions.completed(Array(CommandLine.arguments.dropFirst()))
        let options = ConfigurationFile.withoutFlag(Array(completed.dropFirst()))
        var words = (["cleardays preview"] + options).map { strdup($0) } + [nil]
        execv(program, &words)
        Terminal.writeError("error: cleardays-preview cannot be started: \(String(cString: strerror(errno)))\n")
        throw ExitCode(EX_IOERR)
    }

    /// The path of the program in the folder of this one, wherever links to this one are.
    private static func besideThisProgram() -> String? {
        guard let own = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(own) }
        let path = String(cString: own)
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let program = path[..<slash] + "/cleardays-preview"
        return access(String(program), X_OK) == 0 ? String(program) : nil
    }
}
