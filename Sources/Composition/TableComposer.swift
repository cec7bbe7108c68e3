// SPDX-License-Identifier: Apache-2.0

import Amendments
import Diagnostics
import Layouts
import Monitoring
import PaperTree
import ResourceLimits

/// Makes a table of a kind from rows.
struct TableComposer {
    private let kind: TableKind
    private let round: MonitoringRound
    private let wording: ValueWording
    /// For everything in the table, so that its notes are numbered together.
    private var composer: ProseComposer
    /// Every figure shown, for the explanation of shorthand.
    private var shown: [Observation] = []

    init(kind: TableKind, round: MonitoringRound, words: Wording, scope: String, localNames: [String: String]) {
        self.kind = kind
        self.round = round
        wording = ValueWording(houseStyle: round.council.houseStyle, wording: words)
        composer = ProseComposer(
            scope: scope,
            headings: ProseComposer.Headings(offset: 0, isNumbered: false, scope: scope)
        )
        composer.localNames = localNames
    }

    /// Makes the table, with the explanation of its shorthand before it.
    ///
    /// - Parameters:
    ///   - places: the units and divisions whose bands may stand in it, in order; none for a table without bands.
    ///   - nilReturns: the places of those that have nothing to report.
    ///   - notes: texts for the marks in the table.
    ///   - title: what its heading calls it.
    mutating func blocks(
        rows: [TableRowSource],
        places: [Place] = [],
        nilReturns: Set<String> = [],
        notes: [DirectorateReturn.Note] = [],
        title: String = "",
        anchor: String? = nil,
        with context: inout CompositionContext
    ) -> [Block] {
        reportMissingColumns(of: rows, with: &context)
        let id = context.node()
        var table = Table(
            columns: kind.columns.map { column in
                let holdsFigures = column.fields.allSatisfy(\.name.isFigure)
                return Table.Column(width: column.width, alignment: column.alignment, holdsFigures: holdsFigures)
            },
            header: header(with: &context),
            rows: [],
            title: title,
            isLandscape: kind.isLandscape,
            anchor: anchor
        )
        if kind.bands.isEmpty || places.isEmpty {
            table.rows = bodyRows(rows, with: &context)
        } else {
            table.rows = bandedRows(rows, places: places, nilReturns: nilReturns, with: &context)
        }
        table.notes = self.notes(notes, with: &context)
        var blocks = [Block(id: id, .table(table), location: kind.location)]
        if let explanation = wording.explanation(of: shown) {
            blocks.insert(context.paragraph([.text(explanation)], role: .tableNote), at: 0)
        }
        return blocks
    }

    /// A kind of table that shows a figure wants its column in the file, whatever may be missing in a row.
    private func reportMissingColumns(of rows: [TableRowSource], with context: inout CompositionContext) {
        let indicators = rows.compactMap { row in
            if case .indicator(let indicator) = row.subject, !(row.exemption != nil && context.omitsExemptInformation) {
                indicator
            } else {
                nil
            }
        }
        guard let first = indicators.first else { return }
        for field in kind.columns.flatMap(\.fields) {
            guard let period = period(of: field), !indicators.contains(where: { $0.figures[period] != nil }) else {
                continue
            }
            context.diagnostics.append(
                .error(
                    "a table of the kind `\(own: kind.id)` needs the column `\(own: period)`",
                    at: SourceLocation(file: first.location.file, line: 1),
                    hint: "add the column, or ask for another kind of table"
                )
            )
        }
    }

    /// Which figure of an indicator a field shows.
    private func period(of field: TableKind.Field) -> Indicator.Period? {
        Indicator.Period.Kind(rawValue: field.name.rawValue).map {
            Indicator.Period(year: round.round.year.before(field.yearsAgo), kind: $0)
        }
    }

    // MARK: - Header

    /// One row, or two where columns stand under a common heading.
    private mutating func header(with context: inout CompositionContext) -> [Table.Row] {
        let isDeep = kind.columns.contains { $0.under != nil }
        var upper = Table.Row(id: context.node(), kind: .header, cells: [])
        var lower = Table.Row(id: isDeep ? context.node() : upper.id, kind: .header, cells: [])
        var index = 0
        while index < kind.columns.count {
            let column = kind.columns[index]
            guard let under = column.under else {
                upper.cells.append(title(of: column, rowSpan: isDeep ? 2 : 1, with: &context))
                index += 1
                continue
            }
            let span = kind.columns[index...].prefix { $0.under?.words == under.words }.count
            let id = context.node()
            let words = context.paragraph(composer.inlines(under, with: &context), at: column.location)
            upper.cells.append(Table.Cell(id: id, columnSpan: span, isHeader: true, blocks: [words]))
            for column in kind.columns[index..<index + span] {
                lower.cells.append(title(of: column, rowSpan: 1, with: &context))
            }
            index += span
        }
        return isDeep ? [upper, lower] : [upper]
    }

    private mutating func title(
        of column: TableKind.Column,
        rowSpan: Int,
        with context: inout CompositionContext
    ) -> Table.Cell {
        let years = column.fields.first?.yearsAgo ?? 0
        composer.localNames["year"] = round.round.year.before(years).description
        defer { composer.localNames["year"] = nil }
        let id = context.node()
        let words = context.paragraph(composer.inlines(column.title, with: &context), at: column.location)
        return Table.Cell(id: id, rowSpan: rowSpan, isHeader: true, blocks: [words])
    }

    // MARK: - Rows

    /// Rows under the bands of their places, in the council's order.
    private mutating func bandedRows(
        _ rows: [TableRowSource],
        places: [Place],
        nilReturns: Set<String>,
        with context: inout CompositionContext
    ) -> [Table.Row] {
        let byPlace = Dictionary(grouping: rows) { $0.place ?? "" }
        var composed: [Table.Row] = []
        var open: [String] = []
        for place in places {
            guard context.hasRoom() else { break }
            let own = byPlace[place.id] ?? []
            let isNil = own.isEmpty && nilReturns.contains(place.id) && kind.nilWording != nil
            guard !own.isEmpty || isNil else { continue }
            let names = bandNames(of: place)
            for (level, name) in names.enumerated() where !open.starts(with: names.prefix(level + 1)) {
                composed.append(band(name, level: level + 1, with: &context))
            }
            open = names
            if isNil, let nilWording = kind.nilWording {
                let id = context.node()
                let cell = context.node()
                let words = composer.blocks(nilWording, with: &context)
                composed.append(
                    Table.Row(
                        id: id,
                        kind: .body,
                        key: names.last ?? "",
                        cells: [Table.Cell(id: cell, columnSpan: kind.columns.count, blocks: words)]
                    )
                )
            }
            composed += bodyRows(own, with: &context)
        }
        let known = Set(places.map(\.id))
        return composed + bodyRows(rows.filter { !known.contains($0.place ?? "") }, with: &context)
    }

    /// The bands that a place stands under, outermost first. With bands of one level only, a place that has no name at that
    /// level goes under its own.
    private func bandNames(of place: Place) -> [String] {
        let own = place.unit ?? place.division ?? ""
        return switch (kind.bands.contains(.division), kind.bands.contains(.unit)) {
        case (true, true): [place.division, place.unit].compactMap(\.self)
        case (true, false): [place.division ?? own]
        case (false, _): [own]
        }
    }

    private mutating func band(_ name: String, level: Int, with context: inout CompositionContext) -> Table.Row {
        let id = context.node()
        let cell = context.node()
        let words = context.paragraph([.text(name)])
        return Table.Row(
            id: id,
            kind: .band(level: level),
            cells: [Table.Cell(id: cell, columnSpan: kind.columns.count, isHeader: true, blocks: [words])]
        )
    }

    /// One row for each; a comment that rows share goes over all of them.
    private mutating func bodyRows(_ rows: [TableRowSource], with context: inout CompositionContext) -> [Table.Row] {
        var composed: [Table.Row] = []
        composed.reserveCapacity(rows.count)
        // How many rows, from each that does not share its comment upwards, share it.
        var shared = 1
        for (index, row) in rows.enumerated() {
            guard context.hasRoom(at: row.location ?? kind.location) else { break }
            var cells: [Table.Cell] = []
            let id = context.node()
            if let exemption = row.exemption, context.omitsExemptInformation {
                composed.append(withheldRow(id, exemption, with: &context))
                continue
            }
            let sharesUpwards = index > 0 && rows[index - 1].commentGroup == row.commentGroup
            if !sharesUpwards {
                shared = rows[index...].prefix { $0.commentGroup == row.commentGroup }.count
                WorkMeter.count(shared)
            }
            for column in kind.columns {
                let isComment = column.fields.allSatisfy(\.name.isOfComment)
                if isComment, sharesUpwards { continue }
                let id = context.node()
                cells.append(
                    Table.Cell(
                        id: id,
                        rowSpan: isComment ? shared : 1,
                        isHeader: column.isRowHeader,
                        blocks: blocks(of: column, in: row, with: &context)
                    )
                )
            }
            let key = key(of: row, in: cells, with: &context)
            if let exemption = row.exemption { mark(&cells, as: exemption, with: &context) }
            composed.append(Table.Row(id: id, kind: .body, key: key, cells: cells))
        }
        return composed
    }

    /// The reference of a row as the table prints it, or what the cell says that names the row.
    private func key(of row: TableRowSource, in cells: [Table.Cell], with context: inout CompositionContext) -> String {
        if let reference = row.reference {
            let field = kind.columns.lazy.flatMap(\.fields).first { $0.name == .ref }
            let label = field?.label.map { composer.text($0, with: &context) } ?? ""
            return label.isEmpty ? reference : "\(label) \(reference)"
        }
        let name = cells.first(where: \.isHeader) ?? cells.first
        return name.map { ComparableText.text(of: Array($0.blocks.prefix(1))) } ?? ""
    }

    /// What stands in place of a row that is not for publication.
    private func withheldRow(_ id: NodeID, _ exemption: Exemption, with context: inout CompositionContext) -> Table.Row
    {
        context.note(exemption)
        let cell = context.node()
        let words = context.exemptWording.words(.withheldRow, exemption)
        let blocks = [context.paragraph([.text(words)])]
        return Table.Row(
            id: id,
            kind: .body,
            key: words.hasSuffix(".") ? String(words.dropLast()) : words,
            cells: [Table.Cell(id: cell, columnSpan: kind.columns.count, blocks: blocks)]
        )
    }

    /// Says in the first cell of a row that it is not for publication.
    private func mark(_ cells: inout [Table.Cell], as exemption: Exemption, with context: inout CompositionContext) {
        context.note(exemption)
        if cells.isEmpty { return }
        let mark: [Inline] = [.strong([.text(context.exemptWording.words(.exemptPassage, exemption))])]
        cells[0].blocks =
            cells[0].blocks.leading(with: mark + [.text(" ")]) ?? [context.paragraph(mark)] + cells[0].blocks
    }

    // MARK: - Cells

    /// Everything that a column shows of a row, one under another; a reference runs into what follows it.
    private mutating func blocks(
        of column: TableKind.Column,
        in row: TableRowSource,
        with context: inout CompositionContext
    ) -> [Block] {
        var blocks: [Block] = []
        var leading: [Inline] = []
        for field in column.fields {
            let label = field.label.map { composer.text($0, with: &context) } ?? ""
            if field.name == .ref {
                guard let reference = row.reference else { continue }
                leading = [.strong([.text((label.isEmpty ? "" : label + "\u{A0}") + reference + ":")]), .text(" ")]
                continue
            }
            var own = self.blocks(of: field, in: row, with: &context)
            if own.isEmpty { continue }
            if !label.isEmpty { leading += [.strong([.text(label)]), .text(" ")] }
            if !leading.isEmpty {
                own = own.leading(with: leading) ?? [context.paragraph(leading)] + own
                leading = []
            }
            blocks += own
        }
        return leading.isEmpty ? blocks : blocks + [context.paragraph(leading)]
    }

    private mutating func blocks(
        of field: TableKind.Field,
        in row: TableRowSource,
        with context: inout CompositionContext
    ) -> [Block] {
        func words(_ text: String?) -> [Block] { text.map { [context.paragraph([.text($0.capitalisingFirst)])] } ?? [] }
        switch (row.subject, field.name) {
        case (_, .reason): return composer.blocks(row.reason, with: &context)
        case (_, .response): return composer.blocks(row.response, with: &context)
        case (_, .comment):
            return composer.blocks(row.reason, with: &context) + composer.blocks(row.response, with: &context)
        case (_, .unit): return words(placeName(row.place))
        case (.item(let item), .action): return composer.blocks(item.title, with: &context)
        case (.item(let item), .outcome): return composer.blocks(item.outcome, with: &context)
        case (.item(let item), .due): return words(item.due?.description)
        case (.item(let item), .status): return words(word(for: item.status))
        case (.item(let item), .forecast): return figure(item.forecast, with: &context)
        case (.item(let item), .actual): return figure(item.actual, with: &context)
        case (.indicator(let indicator), .measure): return composer.blocks(indicator.measure, with: &context)
        case (.indicator(let indicator), .better): return words(indicator.polarity.rawValue)
        case (.indicator(let indicator), .status): return words(indicator.status.map(word))
        case (.indicator(let indicator), .comparison): return figure(indicator.comparison, with: &context)
        case (.indicator(let indicator), .actual), (.indicator(let indicator), .target),
            (.indicator(let indicator), .midYear), (.indicator(let indicator), .forecast):
            return figure(period(of: field).flatMap { indicator.figures[$0] }, with: &context)
        case (.directorate(let directorate, _), .directorate): return words(directorate.name)
        case (.directorate(_, let share), .count): return words(Quantity.grouped(String(share.numerator)))
        case (.directorate(_, let share), .total): return words(Quantity.grouped(String(share.denominator)))
        case (.directorate(_, let share), .percent):
            return words(share.percent ?? context.wording.words(.notAvailable))
        case (.step(let step), .body): return words(round.council.body(step.meeting.body)?.name)
        case (.step(let step), .date): return words(step.meeting.date.description)
        case (.step(let step), .purpose): return words(context.wording.words(step.purpose.phrase))
        case (.step(let step), .publishBy):
            return words(round.council.calendar.lastDayOfPublication(before: step.meeting.date).description)
        case (.item, _), (.indicator, _), (.directorate, _), (.step, _): return []
        }
    }

    private mutating func figure(_ observation: Observation?, with context: inout CompositionContext) -> [Block] {
        guard let observation else { return [] }
        shown.append(observation)
        return wording.lines(observation, mark: { composer.notes.mark($0, with: &context) }).map {
            context.paragraph($0, at: observation.location)
        }
    }

    private func word(for status: Status) -> String {
        round.council.statuses.entries.first { $0.meaning == status }?.word ?? status.rawValue
    }

    private func placeName(_ id: String?) -> String? {
        guard let id else { return nil }
        let place = round.council.directorates.lazy.flatMap(\.places).first { $0.id == id }
        return place?.unit ?? place?.division
    }

    // MARK: - Notes

    /// The notes that marks in the table ask for, in the order of their first marks; a return's own text comes before
    /// the kind's.
    private mutating func notes(_ texts: [DirectorateReturn.Note], with context: inout CompositionContext) -> [Note] {
        if composer.notes.entries.isEmpty { return [] }
        let known = Dictionary((texts + kind.notes).map { ($0.name, $0) }) { first, _ in first }
        return composer.composeNotes(with: &context) { known[$0] }
    }
}

extension TableRowSource {
    /// As the business plan or the national set numbers it.
    fileprivate var reference: String? {
        switch subject {
        case .item(let item): item.reference
        case .indicator(let indicator): indicator.reference
        case .directorate, .step: nil
        }
    }
}

extension TableKind.FieldName {
    /// Whether it is what rows may share.
    fileprivate var isOfComment: Bool { self == .reason || self == .response || self == .comment }

    /// Whether it is a value.
    fileprivate var isFigure: Bool {
        switch self {
        case .actual, .target, .midYear, .forecast, .comparison, .count, .total, .percent: true
        case .action, .outcome, .reason, .response, .due, .ref, .status, .unit, .measure, .better, .comment,
            .directorate, .body, .date, .purpose, .publishBy:
            false
        }
    }
}

extension [Block] {
    /// The same with words before the first paragraph; nothing where it does not begin with one.
    fileprivate func leading(with inlines: [Inline]) -> [Block]? {
        guard case .paragraph(var paragraph)? = first?.content else { return nil }
        var blocks = self
        paragraph.inlines = inlines + paragraph.inlines
        blocks[0].content = .paragraph(paragraph)
        return blocks
    }
}

extension Prose {
    /// What two headings must agree in to be one.
    fileprivate var words: [Prose.Content] { blocks.map(\.content) }
}
