// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// The columns of a figure: the exact number, and the text that papers print.
enum FigureColumns {
    /// What the codes of absence and the letters of qualifiers are, for the columns that have them.
    static let absences = Absence.allCases.map(\.rawValue.hyphenated)
    /// One letter or several, separated by spaces.
    static let qualifiers = "[pefr]( [pefr])*"

    /// The columns of one figure of a row.
    ///
    /// - Parameter prefix: with what their names begin; `nil` if the row is of that figure alone.
    static func columns<Row>(
        prefix: String? = nil,
        _ title: String = "",
        _ figures: @escaping @Sendable (Row) -> [FigureText]
    ) -> [OpenColumn<Row>] {
        func name(_ name: String) -> String { prefix.map { "\($0)_\(name)" } ?? name }
        func full(_ words: String) -> String { prefix == nil ? words.capitalisingFirst : "\(title): \(words)" }
        /// A value that is made of several numbers has no single one.
        let only: @Sendable (Row) -> FigureText? = { row in
            let figures = figures(row)
            return figures.count == 1 ? figures[0] : nil
        }
        return [
            .decimal(
                name("value"),
                full("value"),
                "The exact number, in ones: 2745000 where papers print £2.745m. Empty where the value is no number, or several."
            ) { only($0)?.value },
            .text(name("unit"), full("unit"), "What the number is in: %, £, days. Empty for a count.", type: .code) {
                only($0)?.unit
            },
            .text(
                name("qualifier"),
                full("qualifier"),
                "How far the value can be relied on: p provisional, e estimated, f forecast, r by a revised method.",
                type: .form(qualifiers)
            ) { figures($0).last?.qualifier },
            .text(
                name("absence"),
                full("absence"),
                "Why there is no value: x not available, z not applicable, c suppressed, new a new indicator, not-set, not-supplied, not-due, awaited.",
                type: .choice(absences)
            ) { only($0)?.absence },
            .text(name("printed"), full("as printed"), "The text as papers print it, with its qualifiers.") {
                figures($0).map(\.printed).joined(separator: "; ")
            },
            .text(name("note"), full("note"), "What the notes to the value say.") { figures($0).last?.note },
        ]
    }
}
