// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CommandOptions
import Glibc
import ProgramConfiguration
import Publishing

/// Where the configuration file is. It is read before the command is: what it gives for other options stands before them on the command line.
struct ConfigurationOptions: ParsableArguments {
    @Option(
        help:
            "The configuration file, in place of /etc/cleardays/cleardays.yaml and of the one that CLEARDAYS_CONFIG names.",
        completion: .file(extensions: ["yaml"])
    )
    var config: String?

    /// The value of a variable of the environment.
    static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// A command line with what the environment and the configuration file give for options that it does not have. Ends the program where the file
    /// has mistakes.
    ///
    /// - Parameter words: the command line, from the name of the command on.
    static func completed(_ words: [String]) throws -> [String] {
        guard let command = words.first, ConfigurableOption.allCommands.contains(command) else { return words }
        let rest = Array(words.dropFirst())
        // A council's process has been given everything by its supervisor.
        if command == "watch", Watch.isOfSupervisor(rest) { return words }
        let file = ConfigurationFile(written: rest, variable: variable)
        let read = Result { () throws(PublicationError) in try file.read(.defaults) }
        // The doctor has more to say of it, also of one that cannot be read.
        if command == "doctor", case .failure = read { return words }
        let (configuration, diagnostics) = try Terminal.value(of: read)
        if command != "doctor" { try Terminal.tell(diagnostics) }
        let options = LayeredOptions(variable: variable, configured: [configuration.defaults])
        return [command] + options.arguments(of: command, written: rest)
    }
}
