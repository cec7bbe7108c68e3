// SPDX-License-Identifier: Apache-2.0

import Amendments
import Layouts
import Monitoring
import PaperTree
import ResourceLimits

/// The rows of a table, under their bands.
extension TableComposer {
    /// Rows under the bands of their places, in the council's order.
    mutating func bandedRows(_ group: Group, with context: inout CompositionContext) -> [Table.Row] {
        let byPlace = Dictionary(grouping: group.rows) { $0.place ?? "" }
        let outer = hasDirectorateBands ? 1 : 0
        var composed: [Table.Row] = []
        var open: [String] = []
        for place in group.places {
            guard context.hasRoom() else { break }
            let own = byPlace[place.id] ?? []
            let isNil = own.isEmpty && group.nilReturns.contains(place.id) && kind.nilWording != nil
            guard !own.isEmpty || isNil else { continue }
            let names = bandNames(of: place)
            for (level, name) in names.enumerated() where !open.starts(with: names.prefix(level + 1)) {
                composed.append(band(name, level: outer + level + 1, with: &context))
            }
            open = names
            if isNil, let row = nilRow(of: names.last ?? "", with: &context) { composed.append(row) }
            composed += bodyRows(own, with: &context)
        }
        let known = Set(group.places.map(\.id))
        return composed + bodyRows(group.rows.filter { !known.contains($0.place ?? "") }, with: &context)
    }

    /// In a table without bands: a row for each unit that has nothing to report, under its name.
    mutating func namedNilRows(of group: Group, with context: inout CompositionContext) -> [Table.Row] {
        group.places.compactMap { place in
            guard group.nilReturns.contains(place.id), !group.rows.contains(where: { $0.place == place.id }) else {
                return nil
            }
            return nilRow(of: place.unit ?? place.division ?? "", isNamed: true, with: &context)
        }
    }

    /// The row of a unit that has nothing to report, or `nil` if the kind has no words for that.
    private mutating func nilRow(
        of unit: String,
        isNamed: Bool = false,
        with context: inout CompositionContext
    ) -> Table.Row? {
        guard let nilWording = kind.nilWording else { return nil }
        let id = context.node()
        let cell = context.node()
        let name = isNamed ? [context.paragraph([.text(unit)])] : []
        let words = name + composer.blocks(nilWording, with: &context)
        return Table.Row(
            id: id,
            kind: .body,
            key: unit,
            cells: [Table.Cell(id: cell, columnSpan: kind.columns.count, blocks: words)]
        )
    }

    /// The names of the bands over a unit or division, outermost first. In a table with one level of bands, a place without a name at
    /// that level has a band of its own name.
    func bandNames(of place: Place) -> [String] {
        let own = place.unit ?? place.division ?? ""
        return switch (kind.bands.contains(.division), kind.bands.contains(.unit)) {
        case (true, true): [place.division, place.unit].compactMap(\.self)
        case (true, false): [place.division ?? own]
        case (false, _): [own]
        }
    }

    mutating func band(_ name: String, level: Int, with context: inout CompositionContext) -> Table.Row {
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
    mutating func bodyRows(_ rows: [TableRowSource], with context: inout CompositionContext) -> [Table.Row] {
        var composed: [Table.Row] = []
        composed.reserveCapacity(rows.count)
        // How many rows, from each that does not share its comment upwards, share it.
        var shared = 1
        for (index, source) in rows.enumerated() {
            var row = source
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
            row.sharesComment = shared > 1
            for (index, column) in kind.columns.enumerated() {
                let isComment = column.fields.allSatisfy(\.name.isOfComment)
                if isComment, sharesUpwards { continue }
                let id = context.node()
                let known = shown.count
                let (blocks, beginsWithLabel) = self.blocks(of: column, in: row, with: &context)
                cells.append(
                    Table.Cell(
                        id: id,
                        rowSpan: isComment ? shared : 1,
                        isHeader: column.isRowHeader,
                        beginsWithLabel: beginsWithLabel,
                        blocks: blocks
                    )
                )
                if column.carriesTotal, known < shown.count { totals.add(shown[known], in: index) }
            }
            let key = key(of: row, in: cells, with: &context)
            if let exemption = row.exemption { mark(&cells, as: exemption, with: &context) }
            var body = Table.Row(id: id, kind: .body, key: key, cells: cells)
            body.totals = totals.quantities.map { $0.quantity.map { wording.wording.words($0) } }
            composed.append(body)
        }
        return composed
    }

    /// The reference of a row as the table prints it, or what the cell says that names the row.
    func key(of row: TableRowSource, in cells: [Table.Cell], with context: inout CompositionContext) -> String {
        if let reference = row.reference {
            let field = kind.columns.lazy.flatMap(\.fields).first { $0.name == .ref }
            let label = field?.label.map { composer.text($0, with: &context) } ?? ""
            return label.isEmpty ? reference : "\(label) \(reference)"
        }
        let name = cells.first(where: \.isHeader) ?? cells.first
        return name.map { ComparableText.text(of: Array($0.blocks.prefix(1))) } ?? ""
    }

    /// The row that replaces an exempt row in the public edition.
    func withheldRow(_ id: NodeID, _ exemption: Exemption, with context: inout CompositionContext) -> Table.Row {
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

    /// Says in the cell that names a row, or its first, that it is not for publication, on a line of its own as over an exempt passage.
    func mark(_ cells: inout [Table.Cell], as exemption: Exemption, with context: inout CompositionContext) {
        context.note(exemption)
        if cells.isEmpty { return }
        let index = cells.firstIndex(where: \.isHeader) ?? 0
        let words = context.exemptWording.words(.exemptPassage, exemption)
        let mark = context.paragraph(
            [.strong([.text(words)])],
            role: .exemptMark,
            at: cells[index].blocks.first?.location
        )
        cells[index].blocks.insert(mark, at: 0)
    }
}

extension TableKind.FieldName {
    /// Whether it is what rows may share.
    fileprivate var isOfComment: Bool { self == .reason || self == .response || self == .comment }
}
