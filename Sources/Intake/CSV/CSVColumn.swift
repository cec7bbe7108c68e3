// SPDX-License-Identifier: Apache-2.0

/// A column of a CSV file that officers fill in: declared once, as keys are.
struct CSVColumn: Sendable {
    let name: String
    /// What it holds, in one sentence.
    let meaning: String
    let isRequired: Bool

    init(_ name: String, required: Bool = false, _ meaning: String) {
        self.name = name
        self.isRequired = required
        self.meaning = meaning
    }
}
