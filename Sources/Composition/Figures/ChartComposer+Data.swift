// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Where the numbers of a chart are: in words at the end of its alternative text, and for a table of the paper with a link in its caption.
extension ChartComposer {
    /// "Data: the returns of Communities and Roads."
    func words(_ data: Data) -> String {
        switch data {
        case .table(let table): wording.words(.chartData, ["place": table.wording])
        case .returns(let directorates):
            wording.words(
                .chartData,
                ["place": wording.words(phrase(directorates), ["directorates": list(directorates)])]
            )
        }
    }

    /// The same with a link to the table.
    func link(to table: DataTable, at location: SourceLocation, with context: inout CompositionContext) -> [Inline] {
        let parts = wording.parts(of: .chartData, around: "place").map { Inline.text($0) }
        let id = context.refer(to: table.name, scope: "", at: location)
        return parts.prefix(1) + [.link(Link(id: id, target: .anchor(table.name), []))] + parts.dropFirst()
    }

    private func phrase(_ directorates: [Directorate]) -> Phrase {
        directorates.count == 1 ? .chartDataReturn : .chartDataReturns
    }

    private func list(_ directorates: [Directorate]) -> String { wording.words(list: directorates.map(\.name)) }
}
