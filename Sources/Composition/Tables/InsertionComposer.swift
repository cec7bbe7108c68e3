// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Makes the computed tables that `{{> name of: class }}` puts into a paper: each a table kind whose rows are directorates or the
/// steps of the paper's route.
struct InsertionComposer {
    /// The list of what has changed since a draft was circulated.
    static let amendments = "amendments"

    let source: PaperSource
    let round: MonitoringRound
    let layouts: LayoutSet

    func blocks(
        _ name: String,
        _ options: [Prose.Option],
        _ location: SourceLocation,
        _ context: inout CompositionContext
    ) -> [Block] {
        if name == Self.amendments {
            refuse(options, of: name, at: location, &context)
            return [context.amendmentPlaceholder(at: location)]
        }
        let known =
            [Self.amendments]
            + layouts.tables.values.filter { $0.rows.ofPaper != nil }.map(\.id).sorted()
        guard let kind = layouts.tables[name], let kindOfRows = kind.rows.ofPaper else {
            context.diagnostics.append(
                .error(
                    "there is no block `\(name)`",
                    at: location,
                    hint: NearestName.hint(for: name, among: known, from: .program)
                )
            )
            return []
        }
        if kindOfRows == .route { return route(kind, options, location, &context) }
        for option in options where option.key != "of" {
            context.diagnostics.append(
                .error(
                    "`\(name)` has no option `\(option.key)`",
                    at: location,
                    hint: NearestName.hint(for: option.key, among: ["of"], from: .program)
                )
            )
        }
        let wanted = options.first { $0.key == "of" }?.value ?? ReportedClass.actions.rawValue
        guard let reportedClass = ReportedClass(rawValue: wanted) else {
            let classes = ReportedClass.allCases.map(\.rawValue)
            context.diagnostics.append(
                .error(
                    "`\(wanted)` is not a class that returns report on",
                    at: location,
                    hint: NearestName.hint(for: wanted, among: classes, from: .program)
                )
            )
            return []
        }
        let rows = round.council.directorates(before: source.meeting.body).enumerated().compactMap {
            index,
            directorate -> TableRowSource? in
            guard let share = round.directorateReturn(directorate.id)?.notOnTarget(reportedClass),
                share.denominator > 0
            else { return nil }
            return TableRowSource(subject: .directorate(directorate, share), commentGroup: index)
        }
        return blocks(kind, rows, names: ["classes": [reportedClass].words(layouts.wording)], &context)
    }

    private func refuse(
        _ options: [Prose.Option],
        of name: String,
        at location: SourceLocation,
        _ context: inout CompositionContext
    ) {
        for option in options {
            context.diagnostics.append(.error("`\(name)` has no option `\(option.key)`", at: location))
        }
    }

    private func route(
        _ kind: TableKind,
        _ options: [Prose.Option],
        _ location: SourceLocation,
        _ context: inout CompositionContext
    ) -> [Block] {
        refuse(options, of: kind.id, at: location, &context)
        if source.route.isEmpty {
            context.diagnostics.append(
                .error("the paper has no route", at: location, hint: "add `route:` to its header, with its meetings")
            )
        }
        return blocks(of: source.route, kind, &context)
    }

    /// The steps of a route in a table of a kind.
    func blocks(of route: [PaperSource.RouteStep], _ kind: TableKind, _ context: inout CompositionContext) -> [Block] {
        let rows = route.enumerated().map { TableRowSource(subject: .step($1), commentGroup: $0) }
        return blocks(kind, rows, names: [:], &context)
    }

    private func blocks(
        _ kind: TableKind,
        _ rows: [TableRowSource],
        names: [String: String],
        _ context: inout CompositionContext
    ) -> [Block] {
        var table = TableComposer(
            kind: kind,
            round: round,
            words: layouts.wording,
            scope: "",
            localNames: names
        )
        var composer = ProseComposer()
        composer.localNames = names
        let title = composer.inlines(kind.title, with: &context)
        let anchor = context.place(at: .table(kind.id), wording: "the table “\(title.plainText)”")
        return table.blocks(rows: rows, anchor: anchor, with: &context)
    }
}
