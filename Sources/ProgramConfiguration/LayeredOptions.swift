// SPDX-License-Identifier: Apache-2.0

/// The options of one run of a command: those of the command line, and what the environment and the configuration file give for others.
///
/// The values are put before what was written, so that the command reads all of them in one way, with its own checks.
package struct LayeredOptions: Sendable {
    /// Where values come from, what wins first.
    private let layers: [Configuration.Values]

    /// - Parameters:
    ///   - variable: the value of a variable of the environment.
    ///   - configured: the values of the file, what wins first.
    package init(variable: (String) -> String?, configured: [Configuration.Values]) {
        var environment: Configuration.Values = [:]
        for option in ConfigurableOption.allCases {
            guard let value = option.variable.flatMap(variable), !value.isEmpty else { continue }
            environment[option] = value
        }
        layers = [environment] + configured
    }

    /// The arguments of a command, with the options that it takes and that were not written.
    ///
    /// - Parameters:
    ///   - command: the name of the command: `render`.
    ///   - written: what follows the name on the command line.
    package func arguments(of command: String, written: [String]) -> [String] {
        let words = written.prefix { $0 != "--" }
        /// The number of the layer that an option is in; the command line is before all others.
        func layer(of option: ConfigurableOption) -> Int? {
            let isWritten = words.contains { $0 == option.flag || $0.hasPrefix(option.flag + "=") }
            return isWritten ? -1 : layers.firstIndex { $0[option] != nil }
        }
        var given: [String] = []
        for option in ConfigurableOption.allCases where option.commands.contains(command) {
            guard let own = layer(of: option), own >= 0, let value = layers[own][option] else { continue }
            // The two folders of papers belong together: who names another for the one does not mean the other's neighbour.
            if option == .restrictedOut, let out = layer(of: .out), out < own { continue }
            given.append("\(option.flag)=\(value)")
        }
        return given + written
    }
}
