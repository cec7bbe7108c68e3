// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Pictures
import UnicodeText

extension MonitoringRound {
    /// Everything in the round that can be marked as exempt, by whether it is, and whatever else its papers print.
    package var parts: RoundParts {
        var collector = PartCollector()
        let printing = returnPrinting
        for directorateReturn in returns {
            collector.visit(directorateReturn, printing[directorateReturn.directorate] ?? .nowhere)
        }
        for paper in papers { collector.visit(paper, in: self) }
        collector.visit(round)
        collector.visit(council)
        return collector.parts
    }

    /// How the returns are printed that are, by directorate.
    private var returnPrinting: [String: ReturnPrinting] {
        var printing: [String: ReturnPrinting] = [:]
        for paper in papers {
            for printed in council.printedReturns(of: paper) {
                if !printed.isExempt {
                    printing[printed.directorate] = .openly
                } else if printing[printed.directorate] == nil {
                    printing[printed.directorate] = .asExempt(printed.location)
                }
            }
        }
        return printing
    }
}

/// Where a return is printed: of returns that no paper appends nothing is.
private enum ReturnPrinting {
    case openly
    /// With the place of the first appendix; nowhere else.
    case asExempt(SourceLocation)
    case nowhere
}

/// Goes through a round and sorts its parts by whether they are marked.
private struct PartCollector {
    var parts = RoundParts()
    /// The papers of one file say the same, each for another body.
    private var files: Set<String> = []
    private var isKnown: Set<RoundPart> = []

    private mutating func mark(_ part: RoundPart) {
        if part.fingerprints.isEmpty, part.units.isEmpty { return }
        if isKnown.insert(part).inserted { parts.marked.append(part) }
    }

    /// - Returns: its place among the open parts.
    @discardableResult
    private mutating func open(_ part: RoundPart) -> Int {
        parts.identifiers.formUnion(part.identifiers)
        parts.open.append(part)
        return parts.open.count - 1
    }

    /// The document of some prose: its short texts are compared within it.
    private struct Document {
        var scopes: [TextScope]
        /// Of short texts that tell something.
        var tellingScopes: [TextScope] = []
        /// Of texts that are compared as a whole.
        var passageScopes: [TextScope]
        var identifiers: [Fingerprint]

        /// A paper or return as a whole.
        init(_ name: String) {
            let scopes = TextScope.document(name)
            passageScopes = scopes
            // A new paper is nothing rare, and may say "under review"; a new directorate is.
            let isReturn = name.hasPrefix("returns/")
            self.scopes = scopes.filter { isReturn || !$0.leavesOutIdentifiers }
            tellingScopes = scopes.filter { !isReturn && $0.leavesOutIdentifiers }
            identifiers = [.identifier(name)]
        }

        init(scopes: [TextScope], tellingScopes: [TextScope], identifiers: [Fingerprint]) {
            self.scopes = scopes
            self.tellingScopes = tellingScopes
            passageScopes = scopes
            self.identifiers = identifiers
        }

        var allScopes: [TextScope] { scopes + tellingScopes }

        var openText: OpenText { OpenText(scopes: allScopes, identifiers: identifiers) }

        /// The units of texts that are kept back together.
        func units(of texts: [String]) -> [TextUnit] {
            texts.flatMap { TextUnit.units(of: $0, in: scopes, ifTelling: tellingScopes) }
                + (texts.count > 1 ? [TextUnit.unit(ofAll: texts)].compactMap(\.self) : [])
        }

        func passages(_ texts: [String]) -> [Fingerprint] {
            texts.flatMap { Fingerprint.passages($0, in: passageScopes) }
        }
    }

    // MARK: - Returns

    mutating func visit(_ directorateReturn: DirectorateReturn, _ printing: ReturnPrinting) {
        let directorate = directorateReturn.directorate
        let document = Document("returns/" + directorate)
        parts.identifiers.formUnion(document.identifiers)
        let rows =
            directorateReturn.items.map { Row($0, of: directorate) }
            + (directorateReturn.indicators + directorateReturn.formerIndicators).map { Row($0, of: directorate) }
        var prose =
            [directorateReturn.statement]
            + directorateReturn.tables.flatMap { [$0.title, $0.introduction].compactMap(\.self) }
        // A note that only exempt text refers to is printed for nobody else.
        let cited = names(in: prose.map(\.redacted)).union(
            rows.filter { !$0.isMarked }.flatMap {
                names(in: $0.cells.map(\.redacted)).union($0.figures.flatMap(\.notes))
            }
        )
        let citedByMarked = names(in: prose).union(
            rows.flatMap { names(in: $0.cells).union($0.figures.flatMap(\.notes)) }
        )
        for note in directorateReturn.notes {
            let isMarked = citedByMarked.contains(note.name) && !cited.contains(note.name)
            let content = isMarked ? [Prose.Block(.exempt(Exemption([]), note.text.blocks), at: note.location)] : nil
            prose.append(content.map { Prose($0) } ?? note.text)
        }
        if case .asExempt(let place) = printing {
            var part = RoundPart(kind: .appendix, location: place)
            part.fingerprints = [.directorate(directorate)]
            part.identifiers = document.identifiers
            part.units = rows.flatMap(\.units) + document.units(of: prose.flatMap(\.allTexts))
            mark(part)
        }
        if case .openly = printing {
            for row in rows { visit(row, isPrinted: true) }
            visit(prose, in: document, from: .directorateReturn)
        } else {
            for row in rows { visit(row, isPrinted: false) }
            for prose in prose { markPassages(of: prose.blocks, in: document) }
            if case .nowhere = printing { return }
        }
        for reason in directorateReturn.exemptReasons { visit([reason.reason, reason.publicInterest], in: document) }
    }

    /// The names of the notes that prose refers to.
    private func names(in prose: [Prose]) -> Set<String> { Set(prose.flatMap { $0.notes.map(\.name) }) }

    /// What plan items and indicators have in common.
    private struct Row {
        var directorate: String
        var reportedClass: ReportedClass
        var unit: String?
        var title: String
        var reference: String?
        var cells: [Prose] = []
        var figures: [Observation] = []
        var isMarked: Bool
        var location: SourceLocation

        init(_ item: PlanItem, of directorate: String) {
            self.directorate = directorate
            reportedClass = item.reportedClass
            unit = item.unit
            title = item.title.texts.joined(separator: " ")
            reference = item.reference
            cells = item.prose
            figures = item.observations
            isMarked = item.exemption != nil
            location = item.location
        }

        init(_ indicator: Indicator, of directorate: String) {
            self.directorate = directorate
            reportedClass = .indicators
            unit = indicator.unit
            title = indicator.measure.texts.joined(separator: " ")
            reference = indicator.reference
            cells = indicator.prose
            figures = indicator.sortedObservations
            isMarked = indicator.exemption != nil
            location = indicator.location
        }

        var identifiers: [Fingerprint] {
            [.identifier("returns/" + directorate), .identifier("units/\(directorate)/\(unit ?? "")")]
        }

        /// The row for all of its short texts, and its unit's rows for those that tell something.
        var document: Document {
            Document(
                scopes: TextScope.row(in: directorate, reportedClass, title: title),
                tellingScopes: TextScope.unit(unit, of: directorate),
                identifiers: identifiers
            )
        }

        /// The words in place of figures, and beside them.
        var words: [String] {
            figures.flatMap { figure -> [String] in
                switch figure.value {
                case .words(let words): [words]
                case .composite(let parts): parts.map(\.label)
                case .number, .yesOrNo, .absent: []
                }
            }
        }

        /// All that it says.
        var texts: [String] { cells.flatMap(\.texts) + words }
        /// The same with what is kept back in it.
        var allTexts: [String] { cells.flatMap(\.allTexts) + words }
        /// Without its title, by which it is found.
        var textsBesideTitle: [String] { cells.dropFirst().flatMap(\.texts) + words }

        /// Of all that it says; its title is looked for in the unit's rows also where it tells little.
        var units: [TextUnit] {
            let inUnit = TextScope.unit(unit, of: directorate).filter { !$0.leavesOutIdentifiers }
            // Two cells without their title are no unit: "Staff shortage", "Under review" may be in every row.
            return (cells.dropFirst().flatMap(\.allTexts) + words).flatMap { document.units(of: [$0]) }
                + cells.compactMap { TextUnit.unit(ofAll: $0.allTexts) }
                + TextUnit.units(of: title, in: inUnit)
                + [TextUnit.unit(ofAll: allTexts)].compactMap(\.self)
        }

        var fingerprints: [Fingerprint] {
            Fingerprint.rows(in: directorate, reportedClass, unit: unit, title: title)
                + (reference.map { Fingerprint.references($0, in: directorate, reportedClass, unit: unit) } ?? [])
        }
    }

    /// - Parameter isPrinted: whether some paper prints the return for the public.
    private mutating func visit(_ row: Row, isPrinted: Bool) {
        var part = RoundPart(kind: .row, location: row.location)
        let document = row.document
        part.identifiers = row.identifiers
        part.fingerprints = row.fingerprints
        part.content = .content(row.reportedClass, row.allTexts)
        parts.identifiers.formUnion(part.identifiers)
        if row.isMarked {
            part.fingerprints += document.passages(row.textsBesideTitle)
            part.units = row.units
            mark(part)
            return
        }
        for cell in row.cells { markPassages(of: cell.blocks, in: document) }
        if !isPrinted { return }
        part.fingerprints += document.passages(row.textsBesideTitle)
        var text = document.openText
        text.source = .directorateReturn
        text.append(row.texts, of: open(part))
        parts.texts.append(text)
    }

    // MARK: - Papers

    mutating func visit(_ paper: PaperSource, in round: MonitoringRound) {
        let council = round.council
        let document = Document("papers/" + paper.file)
        parts.identifiers.formUnion(document.identifiers)
        for printed in council.printedReturns(of: paper) {
            var part = RoundPart(kind: .appendix, location: printed.location)
            part.fingerprints = [.directorate(printed.directorate)]
            part.identifiers = [.identifier("returns/" + printed.directorate)]
            if printed.isExempt {
                mark(part)
            } else if isKnown.insert(part).inserted {
                open(part)
            }
        }
        guard files.insert(paper.file).inserted else { return }
        var part = RoundPart(kind: .paper, location: paper.location)
        part.fingerprints = [.paper(paper.file)]
        part.identifiers = document.identifiers
        // What a paper is about is public even where nothing else of it is.
        let reference = paper.keyDecision?.reference ?? ""
        var header = document.openText
        let place = open(RoundPart(kind: .passage, location: paper.location, identifiers: document.identifiers))
        if paper.exemption != nil {
            let texts = paper.prose.flatMap(\.allTexts)
            let names = [paper.subject, round.round.title].map { LetterRun($0).bytes }
            part.fingerprints += document.passages(texts)
            part.units = document.units(of: texts).filter { unit in
                !names.contains { $0.starts(with: unit.letters) }
            }
            mark(part)
            header.append([paper.subject, reference], of: place)
            parts.texts.append(header)
        } else {
            open(part)
            header.append([paper.subject, reference, paper.version], of: place)
            for appendix in paper.appendices {
                let part = RoundPart(kind: .passage, location: appendix.location, identifiers: document.identifiers)
                header.append([appendix.title], of: open(part))
            }
            parts.texts.append(header)
            visit(paper.prose, in: document)
        }
        for reason in paper.exemptReasons { visit([reason.reason, reason.publicInterest], in: document) }
    }

    // MARK: - What every paper prints

    mutating func visit(_ round: Round) {
        visit(
            [round.title, round.subtitle, round.excludes].compactMap(\.self),
            of: SourceFile("round.yaml", subject: .round)
        )
    }

    mutating func visit(_ council: Council) {
        var texts = [council.name, council.shortName]
        texts += council.bodies.flatMap { [$0.name, $0.shortName, $0.members] }
        texts += council.people.flatMap {
            [$0.name, $0.post] + [$0.department, $0.telephone, $0.email].compactMap(\.self)
        }
        for directorate in council.directorates {
            texts +=
                [directorate.name, directorate.head.title]
                + directorate.places.flatMap { [$0.division, $0.unit] }
                .compactMap(\.self)
        }
        texts += council.abbreviations.flatMap { [$0.short, $0.long] }
        texts += council.statuses.words.map(\.word)
        texts += council.ratings?.steps.map(\.word) ?? []
        texts += council.comparators.flatMap { [$0.name, $0.source] }
        visit(texts, of: SourceFile("council.yaml", subject: .council))
    }

    private mutating func visit(_ texts: [String], of file: SourceFile) {
        let place = open(RoundPart(kind: .passage, location: SourceLocation(in: file)))
        var text = OpenText(scopes: [], identifiers: [])
        text.source = .names
        text.append(texts, of: place)
        parts.texts.append(text)
    }

    // MARK: - Prose

    /// Takes in prose that is open but for the passages that are marked in it.
    private mutating func visit(_ prose: [Prose], in document: Document, from source: OpenText.Source = .paper) {
        var text = document.openText
        text.source = source
        for block in prose.flatMap(\.blocks) { visit(block, in: document, into: &text) }
        parts.texts.append(text)
    }

    private mutating func visit(_ block: Prose.Block, in document: Document, into text: inout OpenText) {
        switch block.content {
        case .exempt: markPassages(of: [block], in: document)
        case .list(_, let items): for block in items.joined() { visit(block, in: document, into: &text) }
        case .quotation(let blocks): for block in blocks { visit(block, in: document, into: &text) }
        case .heading, .paragraph, .table, .insertion, .picture, .pageBreak, .definitions:
            let texts = block.texts
            var part = RoundPart(kind: .passage, location: block.location, identifiers: document.identifiers)
            part.fingerprints = document.passages(texts)
            text.append(texts, of: open(part))
        }
    }

    /// Marks the exempt passages among some blocks, and within them.
    private mutating func markPassages(of blocks: [Prose.Block], in document: Document) {
        for block in blocks {
            switch block.content {
            case .exempt(_, let inner):
                let texts = inner.flatMap(\.allTexts)
                var part = RoundPart(kind: .passage, location: block.location, identifiers: document.identifiers)
                part.fingerprints = document.passages(texts)
                part.units = document.units(of: texts)
                mark(part)
            case .list(_, let items): markPassages(of: Array(items.joined()), in: document)
            case .quotation(let inner): markPassages(of: inner, in: document)
            case .heading, .paragraph, .table, .insertion, .picture, .pageBreak, .definitions: break
            }
        }
    }
}

extension PaperSource {
    /// All that is written in it in paragraphs, except the reasons for exemptions.
    fileprivate var prose: [Prose] {
        [summary, body] + recommendations.map(\.text) + implications.map(\.text) + backgroundPapers
            + amendments.map(\.text) + appendices.map(\.text)
    }
}

extension Prose {
    /// The plain words of each paragraph, heading and cell outside exempt passages.
    fileprivate var texts: [String] { blocks.flatMap(\.texts) }

    /// The same with those in exempt passages.
    fileprivate var allTexts: [String] { blocks.flatMap(\.allTexts) }
}

extension Prose.Block {
    fileprivate var texts: [String] { texts(withExempt: false) }
    fileprivate var allTexts: [String] { texts(withExempt: true) }

    private func texts(withExempt: Bool) -> [String] {
        switch content {
        case .heading(_, let inlines, _), .paragraph(let inlines): [inlines.plainText]
        case .list(_, let items): items.joined().flatMap { $0.texts(withExempt: withExempt) }
        case .quotation(let blocks): blocks.flatMap { $0.texts(withExempt: withExempt) }
        case .exempt(_, let blocks): withExempt ? blocks.flatMap { $0.texts(withExempt: true) } : []
        case .table(let header, let rows, _): (header + rows.joined()).map(\.plainText)
        case .definitions(let definitions): definitions.flatMap(\.texts).map(\.plainText)
        case .insertion, .pageBreak: []
        // The picture itself is known again by its digest, whatever is said of it.
        case .picture(let picture):
            [picture.alternativeText?.plainText, picture.caption.plainText, picture.image?.digest].compactMap(\.self)
        }
    }
}

extension [Prose.Inline] {
    /// Without marks of notes and emphasis; placeholders are kept as they are written.
    fileprivate var plainText: String {
        reduce(into: "") { text, inline in
            switch inline {
            case .text(let words): text += words
            // Words may begin at emphasis: U+200B is no letter, and divides.
            case .emphasis(let inlines), .strong(let inlines), .link(_, let inlines, _), .span(_, let inlines):
                text += "\u{200B}" + inlines.plainText + "\u{200B}"
            case .placeholder(let name, _): text += name
            case .lineBreak: text += " "
            case .note: break
            }
        }
    }
}
