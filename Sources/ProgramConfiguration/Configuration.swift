// SPDX-License-Identifier: Apache-2.0

/// What a configuration file says.
package struct Configuration: Sendable, Hashable {
    /// The values of options by what gives them.
    package typealias Values = [ConfigurableOption: String]

    /// What commands take where neither the command line nor the environment says anything else.
    package var defaults: Values = [:]
    /// How many papers are made at a time, over all councils.
    package var jobs = 1
    /// Where a service monitor reads whether the service is well.
    package var healthFile: String?
    /// Where node_exporter finds the metrics of councils.
    package var metricsFolder: String?
    /// How long after its last heartbeat a council's process is killed as one that hangs.
    package var longestSilence = Duration.seconds(120)
    /// In alphabetical order of their names.
    package var councils: [Council] = []

    /// A council whose workspace the service watches.
    package struct Council: Sendable, Hashable {
        /// The name that log lines and metrics have: `fenwick-vale`.
        package var name: String
        /// The folder that holds council.yaml.
        package var workspace: String
        /// What is said of this council alone.
        package var values: Values
    }

    package init() {}
}
