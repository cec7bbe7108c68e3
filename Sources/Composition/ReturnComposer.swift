// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Makes the blocks of one directorate's return by a layout.
struct ReturnComposer {
    let layout: ReturnLayout
    let directorate: Directorate
    let directorateReturn: DirectorateReturn
    let round: MonitoringRound
    let layouts: LayoutSet
    /// The level of the return's own title.
    let level: Int
    /// What a reference to the return says.
    let wording: String

    /// Composes the parts in the layout's order.
    func blocks(on desk: inout ComposingDesk) -> [Block] {
        var blocks: [Block] = []
        for part in layout.parts {
            switch part {
            case .title(let heading, let subheading):
                blocks += title(heading, subheading: subheading, on: &desk)
            case .statement(let heading):
                blocks += statement(under: heading, on: &desk)
            case .signature:
                blocks += signature(on: &desk)
            case .tables(let heading):
                let tables = directorateReturn.tablesAfterStatement
                if tables.isEmpty, !directorateReturn.tables.isEmpty { continue }
                blocks.append(self.heading(text(heading, on: &desk), level: level + 1, on: &desk))
                for request in tables { blocks += table(request, level: level + 2, on: &desk) }
            }
        }
        return blocks
    }

    /// References in the return look first among its own places.
    private var headings: ProseComposer.Headings {
        ProseComposer.Headings(
            offset: level + 1,
            isNumbered: directorateReturn.numbersStatement,
            scope: directorate.id
        )
    }

    private func text(_ template: Template, on desk: inout ComposingDesk) -> String {
        var composer = ProseComposer(scope: directorate.id)
        composer.localNames = ["directorate.name": directorate.name]
        return composer.text(template, on: &desk)
    }

    private func heading(_ words: String, level: Int, on desk: inout ComposingDesk) -> Block {
        let anchor = desk.place(at: .heading(.slug(of: words), in: directorate.id), wording: "“\(words)”")
        return desk.block(.heading(Heading(level: min(level, 6), [.text(words)], anchor: anchor)))
    }

    private func title(_ heading: Template, subheading: Template?, on desk: inout ComposingDesk) -> [Block] {
        let anchor = desk.place(at: .directorate(directorate.id), wording: wording)
        let title = Heading(level: level, [.text(text(heading, on: &desk))], anchor: anchor)
        var blocks = [desk.block(.heading(title))]
        if let subheading {
            blocks.append(desk.paragraph([.text(text(subheading, on: &desk))], role: .subheading))
        }
        return blocks
    }

    private func statement(under heading: Template, on desk: inout ComposingDesk) -> [Block] {
        var blocks = [self.heading(text(heading, on: &desk), level: level + 1, on: &desk)]
        var composer = ProseComposer(scope: directorate.id, headings: headings)
        desk.headingLevel = level + 1
        blocks += composer.blocks(directorateReturn.statement, on: &desk) { name, _, _, desk in
            let request = directorateReturn.tables.first { $0.name == name }
            return request.map { table($0, level: desk.headingLevel + 1, isInStatement: true, on: &desk) } ?? []
        }
        return blocks + notes(of: composer, on: &desk)
    }

    /// The notes of running text stand after it.
    private func notes(of composer: ProseComposer, on desk: inout ComposingDesk) -> [Block] {
        var composer = composer
        if composer.notes.entries.isEmpty { return [] }
        let known = Dictionary(directorateReturn.notes.map { ($0.name, $0) }) { first, _ in first }
        let notes = composer.composeNotes(on: &desk) { known[$0] }
        return notes.isEmpty ? [] : [desk.block(.notes(notes))]
    }

    private func signature(on desk: inout ComposingDesk) -> [Block] {
        guard let person = round.council.person(directorateReturn.signatory) else { return [] }
        let post = person.post.contains(directorate.name) ? person.post : "\(person.post), \(directorate.name)"
        return [desk.block(.signature(Signature(name: [.text(person.name)], post: [.text(post)])))]
    }

    /// A table under its heading, or the sentence that says that there is nothing to report.
    ///
    /// - Parameter isInStatement: whether it stands under a heading of the officer's, and has one of its own only if the
    ///   officer gave it one.
    private func table(
        _ request: DirectorateReturn.TableRequest,
        level: Int,
        isInStatement: Bool = false,
        on desk: inout ComposingDesk
    ) -> [Block] {
        guard let kind = layouts.tables[request.kind], let kindOfRows = kind.rows.ofReturn else { return [] }
        let names = ["classes": request.classes.words(layouts.wording)]
        var composer = ProseComposer(scope: directorate.id, headings: headings)
        composer.localNames = names
        let words = composer.inlines(request.title ?? kind.title, on: &desk)
        composer.checkHeading(words, at: request.location, on: &desk)
        let anchor = desk.place(
            at: .heading(.slug(of: words.plainText), in: directorate.id),
            wording: "“\(words.plainText)”"
        )
        let hasHeading = request.title != nil || !isInStatement
        var blocks: [Block] = []
        if hasHeading {
            let heading = Heading(level: min(level, 6), words, anchor: anchor)
            blocks.append(desk.block(.heading(heading), at: request.location))
        }
        blocks += composer.blocks(request.introduction, on: &desk)
        blocks += notes(of: composer, on: &desk)

        let rows = rows(kindOfRows, of: request)
        if rows.isEmpty, let none = kind.noneWording { return blocks + composer.blocks(none, on: &desk) }
        if let leadIn = kind.leadIn {
            blocks.append(
                desk.paragraph(composer.inlines(leadIn, on: &desk), role: .leadIn, at: kind.location)
            )
        }
        var table = TableComposer(
            kind: kind,
            round: round,
            words: layouts.wording,
            scope: directorate.id,
            localNames: names
        )
        return blocks
            + table.blocks(
                rows: rows,
                places: directorate.places,
                nilReturns: directorateReturn.nilReturns,
                notes: directorateReturn.notes,
                title: words.plainText,
                anchor: hasHeading ? nil : anchor,
                on: &desk
            )
    }

    private func rows(
        _ rows: TableKind.ReturnRows,
        of request: DirectorateReturn.TableRequest
    ) -> [TableRowSource] {
        switch rows {
        case .exceptions, .items:
            TableRowSource.rows(
                of: directorateReturn.items,
                classes: request.classes,
                onlyExceptions: rows == .exceptions
            )
        case .indicators, .indicatorExceptions:
            TableRowSource.rows(
                of: directorateReturn.indicators,
                group: request.group,
                onlyExceptions: rows == .indicatorExceptions
            )
        }
    }
}
