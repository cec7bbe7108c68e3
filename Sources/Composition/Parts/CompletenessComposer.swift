// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import Monitoring
import PaperTree

/// Composes the page that shows officers how complete a round is.
///
/// It is not published: its counts include exempt rows, and its banner says that it is for officers.
struct CompletenessComposer {
    let council: Council
    let round: Round
    let completeness: Completeness
    private var context: CompositionContext

    init(_ completeness: Completeness, of round: MonitoringRound, wording: Wording) {
        council = round.council
        self.round = round.round
        self.completeness = completeness
        context = CompositionContext(
            audience: .restricted,
            nation: council.nation,
            language: nil,
            names: DataNames(of: round, wording: wording),
            wording: wording,
            numbersTables: false
        )
    }

    mutating func paper() -> Paper {
        let section = context.section()
        let title = context.wording.words(.completenessTitle, ["round": round.title])
        let anchor = context.place(at: .heading(.slug(of: title), in: nil), wording: title, isReferable: false)
        let heading = context.block(.heading(Heading(level: 1, [.text(title)], anchor: anchor)))
        let blocks = [heading, summary(), table()] + awaited() + missing()
        return Paper(
            properties: Paper.Properties(
                id: "completeness",
                title: title,
                subject: "\(council.name): \(title)",
                creator: council.name,
                language: council.language,
                date: round.asAt.iso8601
            ),
            sections: [Section(id: section, label: "", blocks: blocks)],
            banner: Paper.Banner(context.wording.words(.completenessBanner)),
            head: RunningText(left: [.text(council.name)], right: [.text(round.title)]),
            foot: RunningText(centre: [.page, .text(" / "), .pages]),
            continuation: Paper.TableContinuation(
                mark: context.wording.words(.continued),
                overleaf: context.wording.words(.continuedOverleaf)
            )
        )
    }

    private mutating func summary() -> Block {
        let units = completeness.returns.flatMap(\.units)
        let answered = units.count { $0.answer != .notReceived }
        let values = [
            "complete": number(completeness.returns.count { $0.isComplete }),
            "returns": number(completeness.returns.count), "answered": number(answered), "units": number(units.count),
        ]
        let phrase: Phrase = completeness.isComplete ? .completenessWhole : .completenessSummary
        return context.paragraph([.text(context.wording.words(phrase, values))])
    }

    private func number(_ count: Int) -> String { context.wording.words(count: count) }

    private mutating func table() -> Block {
        let titles: [Phrase] = [
            .completenessDirectorate, .completenessReceived, .completenessMissing, .completenessUnits,
            .completenessNil, .completenessRows,
        ]
        let table = context.node()
        // Nobody has to read columns of nothing but noughts.
        let gaps = completeness.gaps
        let holdsErrors = completeness.returns.contains { $0.errors > 0 }
        let header = row(
            (titles + gaps.map(\.title) + (holdsErrors ? [.completenessErrors] : [])).map { context.wording.words($0) },
            kind: .header
        )
        let rows = completeness.returns.map { own -> Table.Row in
            let came: String =
                own.received.map { context.wording.words($0) }
                ?? context.wording.words(own.hasCome ? .yes : .completenessNotReceived)
            let counts = [own.missingUnits.count, own.units.count, own.nilReturns, own.rows]
            return row(
                [own.name, came]
                    + (counts + gaps.map { own.gaps[$0] ?? 0 } + (holdsErrors ? [own.errors] : [])).map { number($0) },
                kind: .body
            )
        }
        let figures = Array(
            repeating: Table.Column(alignment: .right, holdsFigures: true),
            count: 4 + gaps.count + (holdsErrors ? 1 : 0)
        )
        let columns = [Table.Column(), Table.Column()] + figures
        return Block(id: table, .table(Table(columns: columns, header: [header], rows: rows)))
    }

    private mutating func row(_ words: [String], kind: Table.Row.Kind) -> Table.Row {
        let id = context.node()
        let cells = words.enumerated().map { index, words in
            Table.Cell(
                id: context.node(),
                isHeader: kind == .header || index == 0,
                blocks: [context.paragraph([.text(words)])]
            )
        }
        return Table.Row(id: id, kind: kind, key: words.first ?? "", cells: cells)
    }

    /// The returns that have not come, with the day by which they were to come and whom to ask.
    private mutating func awaited() -> [Block] {
        completeness.returns.filter { !$0.hasCome }.map { own in
            var words = ["directorate": own.name]
            if let due = completeness.due { words["date"] = context.wording.words(due) }
            let phrase: Phrase = completeness.due == nil ? .completenessAwaited : .completenessAwaitedSince
            let sentences =
                [context.wording.words(phrase, words)]
                + (own.head.map { [context.wording.words(.completenessAsk, ["person": $0])] } ?? [])
            return context.paragraph([.text(sentences.joined(separator: " "))])
        }
    }

    /// The units that have said nothing in returns that have come.
    private mutating func missing() -> [Block] {
        completeness.returns.filter { $0.hasCome && !$0.missingUnits.isEmpty }.flatMap { own -> [Block] in
            let words = context.wording.words(.completenessMissingUnits, ["directorate": own.name])
            let items = own.missingUnits.map { unit in
                List.Item(id: context.node(), blocks: [context.paragraph([.text(unit.name)])])
            }
            return [
                context.paragraph([.text(words)], role: .leadIn),
                context.block(.list(List(marker: .bullet, items: items))),
            ]
        }
    }
}

extension Completeness.Gap {
    /// What heads the column of its counts.
    fileprivate var title: Phrase {
        switch self {
        case .status: .completenessNoStatus
        case .reason: .completenessNoReason
        case .comment: .completenessNoComment
        case .figure: .completenessNoFigure
        }
    }
}
