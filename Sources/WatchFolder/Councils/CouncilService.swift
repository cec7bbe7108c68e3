// SPDX-License-Identifier: Apache-2.0

/// The watch folder of one council, as a service of several councils starts it.
package struct CouncilService: Sendable, Hashable {
    /// The name of the council in the configuration, which every log line and metric of it has.
    package var name: String
    /// What follows `cleardays watch` on its command line.
    package var arguments: [String]
    /// The file of its metrics, which goes when the council is removed: one that stays and grows old is an alert.
    package var metricsFile: String?

    package init(name: String, arguments: [String], metricsFile: String? = nil) {
        self.name = name
        self.arguments = arguments
        self.metricsFile = metricsFile
    }
}
