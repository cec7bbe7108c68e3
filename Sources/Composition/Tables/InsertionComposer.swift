// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Makes what `{{> name of: class }}` puts into a paper: charts, and computed tables, each a table kind whose rows are directorates or the
/// steps of the paper's route.
struct InsertionComposer {
    /// The list of what has changed since a draft was circulated.
    static let amendments = "amendments"

    let source: PaperSource
    let round: MonitoringRound
    let layouts: LayoutSet
    /// The table of the body that lists the exceptions of a class by directorate.
    private let dataTables: [ReportedClass: TableKind]

    init(source: PaperSource, round: MonitoringRound, layouts: LayoutSet) {
        self.source = source
        self.round = round
        self.layouts = layouts
        dataTables = Self.dataTables(of: source.body, layouts)
    }

    /// The tables of exceptions by directorate, by the class that they are of. A kind that is put in twice is left out: a reference to it could
    /// mean either.
    private static func dataTables(of body: Prose, _ layouts: LayoutSet) -> [ReportedClass: TableKind] {
        var found: [String: [ReportedClass?]] = [:]
        for block in body.blocks {
            guard case .insertion(let name, let options) = block.content,
                layouts.tables[name]?.rows.ofPaper == .directorates
            else { continue }
            let reported = options.first { $0.key == "of" }.map { ReportedClass(rawValue: $0.value) } ?? .actions
            found[name, default: []].append(reported)
        }
        var tables: [ReportedClass: TableKind] = [:]
        for (name, classes) in found.sorted(by: { $0.key < $1.key }) where classes.count == 1 {
            if let reported = classes[0], tables[reported] == nil { tables[reported] = layouts.tables[name] }
        }
        return tables
    }

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
        if let chart = ChartKind(name: name) {
            return charts.blocks(chart, options, at: location, with: &context)
        }
        guard let kind = layouts.tables[name] else {
            let known = [Self.amendments] + ChartKind.allCases.map(\.name) + layouts.tables.keys.sorted()
            context.diagnostics.report(.unknownBlock(name, among: known), at: location)
            return []
        }
        switch kind.rows {
        case .ofPaper(.route): return route(kind, options, location, &context)
        case .ofPaper(.directorates): return shares(kind, options, location, &context)
        case .ofReturn(let rows): return table(of: rows, kind, options, location, &context)
        }
    }

    /// The class in the option `of`, or the usual one without it; `nil` for an unknown class, which is reported as every other option is.
    private func reportedClass(
        in options: [Prose.Option],
        of kind: TableKind,
        usual: ReportedClass,
        _ location: SourceLocation,
        _ context: inout CompositionContext
    ) -> ReportedClass? {
        for option in options where option.key != "of" {
            context.diagnostics.report(.unknownOption(option.key, of: kind.id, known: ["of"]), at: location)
        }
        guard let wanted = options.first(where: { $0.key == "of" })?.value else { return usual }
        if let reported = ReportedClass(rawValue: wanted) { return reported }
        context.diagnostics.report(.unknownClass(wanted), at: location)
        return nil
    }

    /// The share of each directorate's plan that is not on target.
    private func shares(
        _ kind: TableKind,
        _ options: [Prose.Option],
        _ location: SourceLocation,
        _ context: inout CompositionContext
    ) -> [Block] {
        guard let reportedClass = reportedClass(in: options, of: kind, usual: .actions, location, &context) else {
            return []
        }
        let rows = directorates.enumerated().compactMap {
            index,
            directorate -> TableRowSource? in
            guard let share = round.directorateReturn(directorate.id)?.notOnTarget(reportedClass),
                share.denominator > 0
            else { return nil }
            return TableRowSource(subject: .directorate(directorate, share), commentGroup: index)
        }
        return blocks(kind, rows, names: ["classes": [reportedClass].words(layouts.wording)], &context)
    }

    /// Rows of all returns that the paper is about in one table, under a heading of its own.
    private func table(
        of rows: TableKind.ReturnRows,
        _ kind: TableKind,
        _ options: [Prose.Option],
        _ location: SourceLocation,
        _ context: inout CompositionContext
    ) -> [Block] {
        let usual: ReportedClass = rows.areIndicators ? .indicators : .actions
        guard let reportedClass = reportedClass(in: options, of: kind, usual: usual, location, &context) else {
            return []
        }
        guard (reportedClass == .indicators) == rows.areIndicators else {
            context.diagnostics.report(.tableCannotShow(reportedClass, kind.id), at: location)
            return []
        }
        let groups = directorates.compactMap { directorate -> TableComposer.Group? in
            guard let own = round.directorateReturn(directorate.id),
                // Filtering rows costs time even if few of them are listed, so it counts towards the limit of a paper.
                context.hasRoom(parts: (own.items.count + own.indicators.count) / 8, at: location)
            else { return nil }
            let listed = TableRowSource.rows(rows, of: own, classes: [reportedClass], in: round)
            if listed.isEmpty { return nil }
            return TableComposer.Group(
                directorate: directorate,
                rows: listed,
                places: directorate.places,
                notes: own.notes
            )
        }
        let names = ["classes": [reportedClass].words(layouts.wording)]
        var composer = ProseComposer()
        composer.localNames = names
        let title = composer.inlines(kind.title, with: &context)
        let number = groups.isEmpty ? nil : context.tableNumber()
        let wording = number?.reference ?? wording(of: kind, names: names, &context)
        let anchor = context.place(at: .table(kind.id), wording: wording)
        let level = context.levelOfTableHeading(context.headingLevel + 1, at: location)
        let heading = Heading(level: level, label: number?.label, title, anchor: anchor)
        var blocks = [context.block(.heading(heading), at: location)]
        if groups.isEmpty {
            let isOnCourse = directorates.allSatisfy { directorate in
                round.directorateReturn(directorate.id)?.isOnCourseOrDone([reportedClass]) ?? true
            }
            let none = isOnCourse ? kind.noneWording.map { composer.blocks($0, with: &context) } : nil
            return blocks
                + (none ?? [context.paragraph([.text(layouts.wording.words(.noExceptions, names))], at: location)])
        }
        if let leadIn = kind.leadIn {
            let words = composer.inlines(leadIn, with: &context)
            blocks.append(context.paragraph(words, role: .leadIn, at: kind.location))
        }
        var table = TableComposer(kind: kind, round: round, words: layouts.wording, scope: "", localNames: names)
        table.hasDirectorateBands = kind.bands.contains(.directorate) && directorates.count > 1
        return blocks
            + table.blocks(groups: groups, title: title.plainText, label: number?.label, with: &context)
    }

    private var directorates: [Directorate] { round.council.directorates(of: source) }

    /// The number of rows of some classes with each status, as large figures.
    func keyFigures(
        of classes: [ReportedClass],
        at location: SourceLocation,
        _ context: inout CompositionContext
    ) -> [Block] {
        keyFigures(of: classes).blocks(at: location, with: &context)
    }

    /// The indicators with a better rating, and those with a worse rating, than in the previous period.
    func changes(at location: SourceLocation, _ context: inout CompositionContext) -> [Block] {
        keyFigures(of: [.indicators]).changes(at: location, with: &context)
    }

    private func keyFigures(of classes: [ReportedClass]) -> KeyFigureComposer {
        let returns = directorates.compactMap { round.directorateReturn($0.id) }
        return KeyFigureComposer(classes: classes, returns: returns, round: round, wording: layouts.wording)
    }

    private var charts: ChartComposer {
        ChartComposer(
            subject: .directorates(directorates),
            round: round,
            wording: layouts.wording,
            table: dataTable,
            appendix: appendix
        )
    }

    /// The name by which references know where the paper appends some returns: the first appendix that has them all, or in it the return that
    /// is meant, if no other appendix has it too.
    private func appendix(of directorates: [Directorate]) -> String? {
        guard let layout = layouts.papers[source.layout], layout.hasAppendices else { return nil }
        let appended = source.appendices.map { Set(round.council.directorates(in: $0, of: source)) }
        let wanted = Set(directorates.map(\.id))
        guard let index = appended.firstIndex(where: wanted.isSubset) else { return nil }
        let isAlone = wanted.count == 1 && appended.count { wanted.isSubset(of: $0) } == 1
        guard isAlone, appended[index].count > 1, source.appendices[index].exemption == nil else {
            return Anchor.appendix(index + 1).qualifiedName
        }
        return Anchor.directorate(directorates[0].id).qualifiedName
    }

    /// The table of the body that has the numbers of a chart of exceptions, or `nil` if there is none.
    private func dataTable(of reported: ReportedClass, _ context: inout CompositionContext) -> ChartComposer.DataTable?
    {
        dataTables[reported].map { kind in
            ChartComposer.DataTable(
                name: Anchor.table(kind.id).qualifiedName,
                wording: wording(of: kind, names: ["classes": [reported].words(layouts.wording)], &context)
            )
        }
    }

    private func refuse(
        _ options: [Prose.Option],
        of name: String,
        at location: SourceLocation,
        _ context: inout CompositionContext
    ) {
        for option in options {
            context.diagnostics.report(.unknownOption(option.key, of: name), at: location)
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
            context.diagnostics.report(.paperWithoutRoute, at: location)
        }
        return blocks(of: source.route, kind, &context)
    }

    /// The steps of a route in a table of a kind.
    ///
    /// - Parameter heading: the heading right over it; empty for none.
    func blocks(
        of route: [PaperSource.RouteStep],
        _ kind: TableKind,
        under heading: String = "",
        _ context: inout CompositionContext
    ) -> [Block] {
        let rows = route.enumerated().map { TableRowSource(subject: .step($1), commentGroup: $0) }
        return blocks(kind, rows, names: [:], under: heading, &context)
    }

    private func blocks(
        _ kind: TableKind,
        _ rows: [TableRowSource],
        names: [String: String],
        under heading: String = "",
        _ context: inout CompositionContext
    ) -> [Block] {
        var table = TableComposer(
            kind: kind,
            round: round,
            words: layouts.wording,
            scope: "",
            localNames: names
        )
        let groups = [TableComposer.Group(rows: rows)]
        guard let number = context.tableNumber() else {
            let anchor = context.place(at: .table(kind.id), wording: wording(of: kind, names: names, &context))
            return table.blocks(groups: groups, title: heading, anchor: anchor, with: &context)
        }
        let title = title(of: kind, names: names, &context)
        return table.blocks(
            groups: groups,
            title: title.plainText,
            label: number.label,
            caption: title,
            anchor: context.place(at: .table(kind.id), wording: number.reference),
            with: &context
        )
    }

    private func title(of kind: TableKind, names: [String: String], _ context: inout CompositionContext) -> [Inline] {
        var composer = ProseComposer()
        composer.localNames = names
        return composer.inlines(kind.title, with: &context)
    }

    /// What a reference to a table says that has no number.
    private func wording(of kind: TableKind, names: [String: String], _ context: inout CompositionContext) -> String {
        context.wording.words(.tableReference, ["title": title(of: kind, names: names, &context).plainText])
    }
}

extension Diagnostic.Message {
    static func unknownBlock(_ name: String, among known: [String]) -> Self {
        Self(
            .unknownBlock,
            "there is no block `\(name)`",
            hint: NearestName.hint(for: name, among: known, from: .program)
        )
    }

    static func unknownOption(_ key: String, of name: String, known: [String] = []) -> Self {
        Self(
            .unknownOption,
            "`\(name)` has no option `\(key)`",
            hint: NearestName.hint(for: key, among: known, from: .program)
        )
    }

    static func unknownClass(_ name: String) -> Self {
        Self(
            .unknownClass,
            "`\(name)` is not a class that returns report on",
            hint: NearestName.hint(for: name, among: ReportedClass.allCases.map(\.rawValue), from: .program)
        )
    }

    fileprivate static func tableCannotShow(_ reported: ReportedClass, _ kind: String) -> Self {
        Self(
            .invalidChoice,
            "`\(own: kind)` cannot show \(own: reported.rawValue)",
            hint: "its rows are of \(own: reported == .indicators ? "plan items" : "indicators")"
        )
    }

    fileprivate static var paperWithoutRoute: Self {
        Self(.paperWithoutRoute, "the paper has no route", hint: "add `route:` to its header, with its meetings")
    }
}
