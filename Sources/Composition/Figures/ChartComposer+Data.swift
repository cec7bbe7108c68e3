// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Where the numbers of a chart are: in words at the end of its alternative text, and for what is in the paper with a link in its caption.
extension ChartComposer {
    /// "Data: the returns of Communities and Roads."
    func words(_ data: Data) -> String {
        switch data {
        case .table(let table): wording.words(.chartData, ["place": table.wording])
        case .returns(let directorates, _):
            wording.words(
                .chartData,
                ["place": wording.words(phrase(directorates), ["directorates": list(directorates)])]
            )
        }
    }

    /// "Data: Appendix 1." with a link; empty if the numbers are not in the paper.
    func link(to data: Data, at location: SourceLocation, with context: inout CompositionContext) -> [Inline] {
        let place =
            switch data {
            case .table(let table): table.name
            case .returns(_, let name): name
            }
        guard let place else { return [] }
        let parts = wording.parts(of: .chartData, around: "place").map { Inline.text($0) }
        let id = context.refer(to: place, scope: "", at: location)
        return parts.prefix(1) + [.link(Link(id: id, target: .anchor(place), []))] + parts.dropFirst()
    }

    private func phrase(_ directorates: [Directorate]) -> Phrase {
        directorates.count == 1 ? .chartDataReturn : .chartDataReturns
    }

    private func list(_ directorates: [Directorate]) -> String { wording.words(list: directorates.map(\.name)) }
}
