// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import Logging
import ProgramConfiguration
import Publishing
import WatchFolder

/// `cleardays watch --config`: the service of several councils.
extension Watch {
    /// Whether a process is that of one council, which its supervisor has started with all of its options.
    static func isOfSupervisor(_ words: [String]) -> Bool { words.contains("--council") }

    /// What the configuration says of each council, and the command line cannot.
    private static let optionsOfOne = [
        "--out", "--restricted-out", "--inbox", "--notify", "--health-file", "--metrics-file", "--once",
    ]

    /// Whether the councils of the configuration are watched, and not one workspace.
    var isOfCouncils: Bool { workspace == nil && configurationOptions.config != nil && council == nil }

    /// Supervises the councils of the configuration until SIGTERM or SIGINT.
    ///
    /// - Parameter words: the command line behind `watch`. Its options are those of every council.
    func superviseCouncils(_ words: [String]) throws {
        if let option = Self.optionsOfOne.first(where: { option in
            words.contains { $0 == option || $0.hasPrefix(option + "=") }
        }) {
            throw ValidationError("\(option) is of one workspace: name it, or leave \(option) to the configuration")
        }
        let file = ConfigurationFile(written: words, variable: ConfigurationOptions.variable)
        let (first, diagnostics) = try Terminal.value(
            of: Result { () throws(PublicationError) in try file.read(.councils) }
        )
        try Terminal.tell(diagnostics)
        let format = Self.logFormat(of: first, words) ?? logFormat
        let log = Logger(label: "cleardays") { _ in LineLogHandler(format: format) }
        let supervisor = try Terminal.value(
            of: Result { () throws(PublicationError) in
                try CouncilSupervisor(Self.plan(of: first, words), log: log) {
                    Self.plan(reading: file, words, log: log)
                }
            }
        )
        supervisor.run()
    }

    /// The plan of the file as it is now; `nil`, and lines of the log, where it has mistakes.
    private static func plan(reading file: ConfigurationFile, _ words: [String], log: Logger) -> ServicePlan? {
        do throws(PublicationError) {
            let (configuration, diagnostics) = try file.read(.councils)
            for diagnostic in diagnostics {
                log.log(
                    level: diagnostic.severity == .error ? .error : .warning,
                    "\(diagnostic.message)",
                    metadata: [
                        "rule": "\(diagnostic.rule.rawValue)",
                        "place": "\(diagnostic.location?.description ?? file.path)",
                        "hint": "\(diagnostic.hint ?? "")",
                    ]
                )
            }
            return diagnostics.holdsErrors ? nil : plan(of: configuration, words)
        } catch {
            log.error("\(error.description)")
            return nil
        }
    }

    /// The services of a configuration, each with all of its options.
    static func plan(of configuration: Configuration, _ words: [String]) -> ServicePlan {
        let flags = ConfigurationFile.withoutFlag(words)
        let metricsFolder = configuration.metricsFolder.map(MetricsFolder.init)
        let councils = configuration.councils.map { council -> CouncilService in
            let options = LayeredOptions(variable: variableOfAll, configured: [council.values, configuration.defaults])
            let metrics = metricsFolder.map { ["--metrics-file", $0.file(of: council.name)] } ?? []
            let written = metrics + flags + [council.workspace]
            return CouncilService(name: council.name, arguments: options.arguments(of: "watch", written: written))
        }
        let longest = councils.compactMap { stopTimeout(in: $0.arguments) }.max() ?? 10
        return ServicePlan(
            councils: councils,
            jobs: configuration.jobs,
            healthFile: configuration.healthFile,
            metricsFolder: metricsFolder,
            longestSilence: configuration.longestSilence,
            longestStop: .seconds(longest + 10)
        )
    }

    private static func stopTimeout(in arguments: [String]) -> Double? {
        (try? Watch.parse(arguments))?.stopTimeout
    }

    private static func logFormat(of configuration: Configuration, _ words: [String]) -> LineLogHandler.Format? {
        let options = LayeredOptions(variable: variableOfAll, configured: [configuration.defaults])
        return (try? Watch.parse(options.arguments(of: "watch", written: words)))?.logFormat
    }

    /// The environment without folders of papers: it is of all councils, and they are of one.
    private static func variableOfAll(_ name: String) -> String? {
        let own: [ConfigurableOption] = [.out, .restrictedOut]
        return own.contains { $0.variable == name } ? nil : ConfigurationOptions.variable(name)
    }
}
