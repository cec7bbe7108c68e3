// SPDX-License-Identifier: Apache-2.0

/// The watch folder of one council, as a service of several councils starts it.
package struct CouncilService: Sendable, Hashable {
    /// The name of the council in the configuration, which every log line and metric of it has.
    package var name: String
    /// What follows `cleardays watch` on its command line.
    package var arguments: [String]

    package init(name: String, arguments: [String]) {
        self.name = name
        self.arguments = arguments
    }
}
