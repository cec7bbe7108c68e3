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
        _ desk: inout ComposingDesk
    ) -> [Block] {
        if name == Self.amendments {
            refuse(options, of: name, at: location, &desk)
            return [desk.amendmentPlace(at: location)]
        }
        let known =
            [Self.amendments]
            + layouts.tables.values.filter { $0.rows.ofPaper != nil }.map(\.id).sorted()
        guard let kind = layouts.tables[name], let kindOfRows = kind.rows.ofPaper else {
            desk.diagnostics.append(
                .error(
                    "there is no block `\(name)`",
                    at: location,
                    hint: NearestName.hint(for: name, among: known, from: .program)
                )
            )
            return []
        }
        if kindOfRows == .route { return route(kind, options, location, &desk) }
        for option in options where option.key != "of" {
            desk.diagnostics.append(
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
            desk.diagnostics.append(
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
        return blocks(kind, rows, names: ["classes": [reportedClass].words(layouts.wording)], &desk)
    }

    private func refuse(
        _ options: [Prose.Option],
        of name: String,
        at location: SourceLocation,
        _ desk: inout ComposingDesk
    ) {
        for option in options {
            desk.diagnostics.append(.error("`\(name)` has no option `\(option.key)`", at: location))
        }
    }

    private func route(
        _ kind: TableKind,
        _ options: [Prose.Option],
        _ location: SourceLocation,
        _ desk: inout ComposingDesk
    ) -> [Block] {
        refuse(options, of: kind.id, at: location, &desk)
        if source.route.isEmpty {
            desk.diagnostics.append(
                .error("the paper has no route", at: location, hint: "add `route:` to its header, with its meetings")
            )
        }
        return blocks(of: source.route, kind, &desk)
    }

    /// The steps of a route in a table of a kind.
    func blocks(of route: [PaperSource.RouteStep], _ kind: TableKind, _ desk: inout ComposingDesk) -> [Block] {
        let rows = route.enumerated().map { TableRowSource(subject: .step($1), commentGroup: $0) }
        return blocks(kind, rows, names: [:], &desk)
    }

    private func blocks(
        _ kind: TableKind,
        _ rows: [TableRowSource],
        names: [String: String],
        _ desk: inout ComposingDesk
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
        let title = composer.inlines(kind.title, on: &desk)
        let anchor = desk.place(at: .table(kind.id), wording: "the table “\(title.plainText)”")
        return table.blocks(rows: rows, anchor: anchor, on: &desk)
    }
}
