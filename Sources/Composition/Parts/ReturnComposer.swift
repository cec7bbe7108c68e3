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
    func blocks(with context: inout CompositionContext) -> [Block] {
        var blocks: [Block] = []
        for part in layout.parts {
            switch part {
            case .title(let heading, let subheading):
                blocks += title(heading, subheading: subheading, with: &context)
            case .statement(let heading):
                blocks += statement(under: heading, with: &context)
            case .signature:
                blocks += signature(with: &context)
            case .tables(let heading):
                let tables = directorateReturn.tablesAfterStatement
                if tables.isEmpty, !directorateReturn.tables.isEmpty { continue }
                blocks.append(self.heading(text(heading, with: &context), level: level + 1, with: &context))
                for request in tables { blocks += table(request, level: level + 2, with: &context) }
            }
        }
        return blocks
    }

    /// References in the return look first among its own places.
    private var headings: ProseComposer.Headings {
        ProseComposer.Headings(
            offset: level + 1,
            numbering: directorateReturn.numbersStatement ? .headings : .none,
            scope: directorate.id
        )
    }

    private func text(_ template: Template, with context: inout CompositionContext) -> String {
        var composer = ProseComposer(scope: directorate.id)
        composer.localNames = ["directorate.name": directorate.name]
        return composer.text(template, with: &context)
    }

    private func heading(_ words: String, level: Int, with context: inout CompositionContext) -> Block {
        let anchor = context.place(
            at: .heading(.slug(of: words), in: directorate.id),
            wording: context.headingReference(words)
        )
        return context.block(.heading(Heading(level: min(level, 6), [.text(words)], anchor: anchor)))
    }

    private func title(_ heading: Template, subheading: Template?, with context: inout CompositionContext) -> [Block] {
        let anchor = context.place(at: .directorate(directorate.id), wording: wording)
        let title = Heading(level: level, [.text(text(heading, with: &context))], anchor: anchor)
        var blocks = [context.block(.heading(title))]
        if let subheading {
            blocks.append(context.paragraph([.text(text(subheading, with: &context))], role: .subheading))
        }
        return blocks
    }

    private func statement(under heading: Template, with context: inout CompositionContext) -> [Block] {
        var blocks = [self.heading(text(heading, with: &context), level: level + 1, with: &context)]
        var composer = ProseComposer(scope: directorate.id, headings: headings)
        context.headingLevel = level + 1
        blocks += composer.blocks(directorateReturn.statement, with: &context) { name, options, location, context in
            if Prose.isChart(name) { return chart(name, options, at: location, with: &context) }
            let request = directorateReturn.tables.first { $0.name == name }
            return request.map { table($0, level: context.headingLevel + 1, isInStatement: true, with: &context) } ?? []
        }
        return blocks + notes(of: composer, with: &context)
    }

    private func chart(
        _ name: String,
        _ options: [Prose.Option],
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> [Block] {
        guard let kind = ChartKind(name: name) else {
            context.diagnostics.report(
                .unknownBlock(name, among: ChartKind.allCases.map(\.name)),
                at: location
            )
            return []
        }
        let charts = ChartComposer(
            subject: .directorateReturn(directorateReturn, directorate),
            round: round,
            wording: layouts.wording
        )
        return charts.blocks(kind, options, at: location, with: &context)
    }

    /// The notes of running text, which follow it.
    private func notes(of composer: ProseComposer, with context: inout CompositionContext) -> [Block] {
        var composer = composer
        if composer.notes.entries.isEmpty { return [] }
        let known = Dictionary(directorateReturn.notes.map { ($0.name, $0) }) { first, _ in first }
        let notes = composer.composeNotes(with: &context) { known[$0.name] }
        return notes.isEmpty ? [] : [context.block(.notes(notes))]
    }

    private func signature(with context: inout CompositionContext) -> [Block] {
        guard let person = round.council.person(directorateReturn.signatory) else { return [] }
        let post = person.post.contains(directorate.name) ? person.post : "\(person.post), \(directorate.name)"
        return [context.block(.signature(Signature(name: [.text(person.name)], post: [.text(post)])))]
    }

    /// A table under its heading, or the sentence that says that there is nothing to report.
    ///
    /// - Parameter isInStatement: whether it is in the statement, under a heading of the officer's, and has one of its own only if the
    ///   officer gave it one.
    private func table(
        _ request: DirectorateReturn.TableRequest,
        level: Int,
        isInStatement: Bool = false,
        with context: inout CompositionContext
    ) -> [Block] {
        guard let kind = layouts.tables[request.kind], let kindOfRows = kind.rows.ofReturn else { return [] }
        let names = ["classes": request.classes.words(layouts.wording)]
        var composer = ProseComposer(scope: directorate.id, headings: headings)
        composer.localNames = names
        let words = composer.inlines(request.title ?? kind.title, with: &context)
        composer.checkHeading(words, at: request.location, with: &context)
        let rows = TableRowSource.rows(
            kindOfRows,
            of: directorateReturn,
            classes: request.classes,
            group: request.group,
            in: round
        )
        let number = rows.isEmpty && kind.noneWording != nil ? nil : context.tableNumber()
        let anchor = context.place(
            at: .heading(.slug(of: words.plainText), in: directorate.id),
            wording: number?.reference ?? context.headingReference(words.plainText)
        )
        let hasHeading = request.title != nil || !isInStatement
        var blocks: [Block] = []
        if hasHeading {
            let level = context.levelOfTableHeading(level, at: request.location)
            let heading = Heading(level: level, label: number?.label, words, anchor: anchor)
            blocks.append(context.block(.heading(heading), at: request.location))
        }
        blocks += composer.blocks(request.introduction, with: &context).leadingIn
        blocks += notes(of: composer, with: &context)

        if rows.isEmpty, let none = kind.noneWording {
            blocks +=
                directorateReturn.isOnCourseOrDone(request.classes)
                ? composer.blocks(none, with: &context) : [noExceptions(request, &context)]
            return blocks + tableOfOthers(kind, request, level, with: &context)
        }
        if let leadIn = kind.leadIn {
            blocks.append(
                context.paragraph(composer.inlines(leadIn, with: &context), role: .leadIn, at: kind.location)
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
                groups: [
                    TableComposer.Group(
                        rows: rows,
                        places: directorate.places,
                        nilReturns: directorateReturn.unitsWithNilReturns(of: request.classes),
                        notes: directorateReturn.notes
                    )
                ],
                title: words.plainText,
                label: number?.label,
                caption: hasHeading ? [] : words,
                anchor: hasHeading ? nil : anchor,
                with: &context
            )
            + tableOfOthers(kind, request, level, with: &context)
    }

    private func noExceptions(
        _ request: DirectorateReturn.TableRequest,
        _ context: inout CompositionContext
    ) -> Block {
        let words = layouts.wording.words(.noExceptions, ["classes": request.classes.words(layouts.wording)])
        return context.paragraph([.text(words)], at: request.location)
    }

    /// The table of comments on rows that a table of exceptions does not list, unless another table of the return prints them.
    private func tableOfOthers(
        _ kind: TableKind,
        _ request: DirectorateReturn.TableRequest,
        _ level: Int,
        with context: inout CompositionContext
    ) -> [Block] {
        guard let others = kind.others.flatMap({ layouts.tables[$0] }) else { return [] }
        let classes = request.classes.filter { reported in
            let first = directorateReturn.tables.first { table in
                table.classes.contains(reported) && layouts.tables[table.kind]?.others != nil
            }
            let rows = TableRowSource.rows(of: directorateReturn.items, classes: [reported]) { item, isCommented in
                TableKind.ReturnRows.commented.list(item, isCommented: isCommented)
                    && !directorateReturn.tables.contains { $0.prints(commentOf: item, by: layouts.tables) }
            }
            return first == request && !rows.isEmpty
        }
        if classes.isEmpty { return [] }
        let own = DirectorateReturn.TableRequest(kind: others.id, classes: classes, location: request.location)
        return table(own, level: level, isInStatement: false, with: &context)
    }
}

extension [Block] {
    /// The same blocks; the last is kept on the page of the table after it if it is a paragraph.
    fileprivate var leadingIn: [Block] {
        guard let last, case .paragraph(var paragraph) = last.content, paragraph.role == .body else { return self }
        paragraph.role = .leadIn
        var blocks = self
        blocks[count - 1].content = .paragraph(paragraph)
        return blocks
    }
}
