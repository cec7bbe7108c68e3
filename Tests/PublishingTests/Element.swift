// SPDX-License-Identifier: Apache-2.0

import Testing

/// An element of the two real papers that the program was made after, and where the sample says it.
struct Element: Sendable, CustomTestStringConvertible {
    /// A paper of the sample, by the name of its file.
    enum Paper: String, Sendable, CaseIterable {
        case cabinet = "cabinet-2009-11-30"
        case report = "annual-report-2009-09"
        case committee = "communities-poc-2010-01-14-half-year-monitoring-2009-10"
    }

    /// As the inventory of the papers names it, with its section there.
    var name: String
    var paper: Paper
    /// Stretches of words that are read in the PDF.
    var words: [String]
    /// How consecutive lines of the paper's tree begin.
    var tree: [String]

    init(_ name: String, in paper: Paper = .cabinet, words: String..., tree: String...) {
        self.name = name
        self.paper = paper
        self.words = words
        self.tree = tree
    }

    var testDescription: String { name }
}
