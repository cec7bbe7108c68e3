// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Where the numbers of a chart are: in words at the end of its alternative text, and with links in its caption.
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

    /// The same with links to the table, or to those of the returns that the paper holds.
    func inlines(_ data: Data, at location: SourceLocation, with context: inout CompositionContext) -> [Inline] {
        let parts = wording.parts(of: .chartData, around: "place").map { Inline.text($0) }
        let place: [Inline]
        switch data {
        case .table(let table):
            let id = context.refer(to: table.name, scope: "", at: location)
            place = [.link(Link(id: id, target: .anchor(table.name), []))]
        case .returns(let directorates):
            let parts = wording.parts(of: phrase(directorates), around: "directorates").map { Inline.text($0) }
            place = parts.prefix(1) + links(directorates, at: location, with: &context) + parts.dropFirst()
        }
        return parts.prefix(1) + place + parts.dropFirst()
    }

    private func phrase(_ directorates: [Directorate]) -> Phrase {
        directorates.count == 1 ? .chartDataReturn : .chartDataReturns
    }

    private func list(_ directorates: [Directorate]) -> String { wording.words(list: directorates.map(\.name)) }

    /// The list with each name as a link.
    private func links(
        _ directorates: [Directorate],
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> [Inline] {
        var rest = list(directorates)[...]
        var inlines: [Inline] = []
        for directorate in directorates {
            guard let name = rest.firstRange(of: directorate.name) else { continue }
            if name.lowerBound > rest.startIndex { inlines.append(.text(String(rest[..<name.lowerBound]))) }
            let anchor = Anchor.directorate(directorate.id).qualifiedName
            let id = context.refer(to: anchor, scope: "", isOptional: true, at: location)
            inlines.append(.link(Link(id: id, target: .anchor(anchor), [.text(directorate.name)])))
            rest = rest[name.upperBound...]
        }
        if !rest.isEmpty { inlines.append(.text(String(rest))) }
        return inlines
    }
}
