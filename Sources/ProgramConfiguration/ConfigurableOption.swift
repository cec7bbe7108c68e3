// SPDX-License-Identifier: Apache-2.0

/// An option of the command line whose value the environment or the configuration file may give.
///
/// Its raw value is the name of the option and of the key: `--memory-limit`, `memory-limit: 512`, `CLEARDAYS_MEMORY_LIMIT`.
package enum ConfigurableOption: String, Sendable, Hashable, CaseIterable {
    case theme, out
    case restrictedOut = "restricted-out"
    case format, jobs, inbox, notify, settle
    case pollInterval = "poll-interval"
    case rescan
    case stopTimeout = "stop-timeout"
    case timeLimit = "time-limit"
    case memoryLimit = "memory-limit"
    case workerIdle = "worker-idle"
    case logFormat = "log-format"

    /// The commands that take the option.
    package var commands: Set<String> {
        switch self {
        case .theme: ["render", "diff", "watch", "preview"]
        case .out: ["render", "diff", "release", "watch", "preview", "doctor"]
        case .restrictedOut: ["render", "diff", "release", "watch", "preview"]
        case .format: ["render", "watch"]
        case .jobs: ["render"]
        case .settle: ["watch", "preview"]
        case .inbox, .notify, .pollInterval, .rescan, .stopTimeout, .timeLimit, .memoryLimit, .workerIdle, .logFormat:
            ["watch"]
        }
    }

    /// The option as it is written on the command line.
    package var flag: String { "--" + rawValue }

    /// The variable of the environment: `CLEARDAYS_MEMORY_LIMIT`.
    ///
    /// What belongs to one workspace is in no environment, which is of all of them.
    package var variable: String? {
        switch self {
        case .inbox, .notify: nil
        default: "CLEARDAYS_" + String(rawValue.map { $0 == "-" ? "_" : $0 }).uppercased()
        }
    }

    /// The commands that take any of the options.
    package static let allCommands = Set(allCases.flatMap(\.commands))
}
