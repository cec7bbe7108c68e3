// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Makes the computed tables that `{{> name of: class }}` puts into a paper: each a table kind whose rows are
/// directorates.
struct InsertionComposer {
    let round: MonitoringRound
    let layouts: LayoutSet

    func blocks(
        _ name: String,
        _ options: [Prose.Option],
        _ location: SourceLocation,
        _ desk: inout ComposingDesk
    ) -> [Block] {
        let known = layouts.tables.values.filter { $0.rows == .directorates }.map(\.id).sorted()
        guard let kind = layouts.tables[name], kind.rows == .directorates else {
            desk.diagnostics.append(
                .error("there is no block `\(name)`", at: location, hint: NearestName.hint(for: name, among: known))
            )
            return []
        }
        for option in options where option.key != "of" {
            desk.diagnostics.append(
                .error(
                    "`\(name)` has no option `\(option.key)`",
                    at: location,
                    hint: NearestName.hint(for: option.key, among: ["of"])
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
                    hint: NearestName.hint(for: wanted, among: classes)
                )
            )
            return []
        }
        let rows = round.council.directorates.enumerated().compactMap { index, directorate -> TableRowSource? in
            guard let share = round.directorateReturn(directorate.id)?.notOnTarget(reportedClass),
                share.denominator > 0
            else { return nil }
            return TableRowSource(subject: .directorate(directorate, share), commentGroup: index)
        }
        let names = ["classes": [reportedClass].words]
        var table = TableComposer(kind: kind, round: round, scope: "", localNames: names)
        var composer = ProseComposer()
        composer.localNames = names
        let title = composer.inlines(kind.title, on: &desk)
        let anchor = desk.place(named: name, wording: "the table “\(title.plainText)”")
        return table.blocks(rows: rows, title: title.plainText, anchor: anchor, on: &desk)
    }
}
