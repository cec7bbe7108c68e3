// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What a directorate's return consists of, in which order: a file in `layouts/`.
package struct ReturnLayout: Sendable, Hashable {
    /// A part of a return.
    package enum Part: Sendable, Hashable {
        /// The directorate, and under it what it reports on.
        case title(heading: Template, subheading: Template?)
        case statement(heading: Template)
        case signature
        /// The tables that the return asks for.
        case tables(heading: Template)
    }

    package var id: String
    /// What the kind of return is called, for people who choose one.
    package var title: String
    /// What a return consists of, in the order in which it is printed.
    package var parts: [Part]
    /// The file, for diagnostics.
    package var location: SourceLocation

    package init(id: String, title: String, parts: [Part], location: SourceLocation) {
        self.id = id
        self.title = title
        self.parts = parts
        self.location = location
    }
}
