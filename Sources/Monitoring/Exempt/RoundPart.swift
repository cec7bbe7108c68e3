// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A part of a round that is either marked as exempt or open to everybody: a row, a passage, an appendix, a paper.
package struct RoundPart: Sendable, Hashable {
    /// What it is.
    package enum Kind: String, Sendable, Hashable {
        case row, passage, appendix, paper
    }

    /// Where a text stands: short texts are compared only where their fields have one name.
    enum Field: String {
        /// Of an action, activity or measure.
        case title
        case outcome, reason, response
        /// Words in place of a figure.
        case figure
        /// Statements, bodies of papers, notes, and whatever else is written in paragraphs.
        case prose
    }

    package var kind: Kind
    package var location: SourceLocation
    /// By which it is known again.
    package var fingerprints: [Fingerprint]
}

/// What a round keeps back, and what it does not.
package struct RoundParts: Sendable, Hashable {
    /// In the order of the round.
    package var marked: [RoundPart] = []
    package var open: [RoundPart] = []
}

extension MonitoringRound {
    /// Everything in the round that can be marked as exempt, by whether it is.
    package var parts: RoundParts {
        var collector = PartCollector()
        for directorateReturn in returns { collector.visit(directorateReturn) }
        for paper in papers { collector.visit(paper, in: council) }
        return collector.parts
    }
}

/// Goes through a round and sorts its parts by whether they are marked.
private struct PartCollector {
    var parts = RoundParts()
    /// The papers of one file say the same, each for another body.
    private var isKnown: Set<RoundPart> = []

    private mutating func add(_ part: RoundPart, isMarked: Bool) {
        if part.fingerprints.isEmpty || !isKnown.insert(part).inserted { return }
        if isMarked { parts.marked.append(part) } else { parts.open.append(part) }
    }

    // MARK: - Returns

    mutating func visit(_ directorateReturn: DirectorateReturn) {
        let document = "returns/" + directorateReturn.directorate
        for item in directorateReturn.items { visit(item, of: directorateReturn.directorate) }
        for indicator in directorateReturn.indicators { visit(indicator, of: directorateReturn.directorate) }
        visit(directorateReturn.statement, in: document)
        for table in directorateReturn.tables {
            if let title = table.title { visit(title, in: document) }
            visit(table.introduction, in: document)
        }
        for note in directorateReturn.notes { visit(note.text, in: document) }
        for reason in directorateReturn.exemptReasons { visit(reason, in: document) }
    }

    private mutating func visit(_ reason: ExemptReason, in document: String) {
        visit(reason.reason, in: document)
        visit(reason.publicInterest, in: document)
    }

    private mutating func visit(_ item: PlanItem, of directorate: String) {
        var row = Row(directorate: directorate, reportedClass: item.reportedClass, unit: item.unit, title: item.title)
        row.reference = item.reference
        row.cells = [(.title, item.title), (.outcome, item.outcome)] + cells(of: item.comment)
        row.figures = [item.forecast, item.actual].compactMap(\.self)
        visit(row, isMarked: item.exemption != nil, at: item.location)
    }

    private mutating func visit(_ indicator: Indicator, of directorate: String) {
        var row = Row(
            directorate: directorate,
            reportedClass: .indicators,
            unit: indicator.unit,
            title: indicator.measure
        )
        row.reference = indicator.reference
        row.cells = [(.title, indicator.measure)] + cells(of: indicator.comment)
        row.figures = Array(indicator.figures.values) + [indicator.comparison].compactMap(\.self)
        visit(row, isMarked: indicator.exemption != nil, at: indicator.location)
    }

    private func cells(of comment: Comment) -> [(RoundPart.Field, Prose)] {
        switch comment {
        case .own(let reason, let response): [(.reason, reason), (.response, response)]
        case .sharedWithRowAbove: []
        }
    }

    /// What plan items and indicators have in common.
    private struct Row {
        var directorate: String
        var reportedClass: ReportedClass
        var unit: String?
        var title: Prose
        var reference: String?
        var cells: [(RoundPart.Field, Prose)] = []
        var figures: [Observation] = []
    }

    private mutating func visit(_ row: Row, isMarked: Bool, at location: SourceLocation) {
        let document = "returns/" + row.directorate
        var fingerprints: [Fingerprint] = []
        let title = row.title.texts.joined(separator: " ")
        if !title.isEmpty {
            fingerprints.append(.row(in: row.directorate, row.reportedClass, unit: row.unit, title: title))
        }
        if let reference = row.reference, !reference.isEmpty {
            fingerprints.append(.reference(reference, in: row.directorate, row.reportedClass))
        }
        for (field, prose) in row.cells {
            fingerprints += prose.texts.flatMap { Fingerprint.texts($0, in: document, field) }
            if !isMarked { addPassages(of: prose.blocks, in: document, field) }
        }
        for case .words(let words) in row.figures.map(\.value) {
            fingerprints += Fingerprint.texts(words, in: document, .figure)
        }
        add(RoundPart(kind: .row, location: location, fingerprints: fingerprints), isMarked: isMarked)
    }

    // MARK: - Papers

    mutating func visit(_ paper: PaperSource, in council: Council) {
        let document = "papers/" + paper.file
        let reasons = paper.exemptReasons.flatMap { [$0.reason, $0.publicInterest] }
        let prose = paper.prose
        if paper.exemption != nil {
            var fingerprints = [Fingerprint.paper(paper.file)]
            for appendix in paper.appendices {
                fingerprints += council.directorates(in: appendix, of: paper).map { .appendix($0, to: paper.file) }
            }
            fingerprints += prose.flatMap(\.allTexts).flatMap { Fingerprint.texts($0, in: document, .prose) }
            add(RoundPart(kind: .paper, location: paper.location, fingerprints: fingerprints), isMarked: true)
        } else {
            add(
                RoundPart(kind: .paper, location: paper.location, fingerprints: [.paper(paper.file)]),
                isMarked: false
            )
            for appendix in paper.appendices {
                for directorate in council.directorates(in: appendix, of: paper) {
                    add(
                        RoundPart(
                            kind: .appendix,
                            location: appendix.location,
                            fingerprints: [.appendix(directorate, to: paper.file)]
                        ),
                        isMarked: appendix.exemption != nil
                    )
                }
            }
            for text in prose { visit(text, in: document) }
        }
        for reason in reasons { visit(reason, in: document) }
    }

    // MARK: - Prose

    private mutating func visit(_ prose: Prose, in document: String) {
        for block in prose.blocks { visit(block, in: document) }
    }

    private mutating func visit(_ block: Prose.Block, in document: String) {
        switch block.content {
        case .exempt: addPassages(of: [block], in: document, .prose)
        case .list(_, let items): for block in items.joined() { visit(block, in: document) }
        case .quotation(let blocks): for block in blocks { visit(block, in: document) }
        case .heading, .paragraph, .table, .insertion:
            let fingerprints = block.texts.flatMap { Fingerprint.texts($0, in: document, .prose) }
            add(RoundPart(kind: .passage, location: block.location, fingerprints: fingerprints), isMarked: false)
        }
    }

    /// The exempt passages among some blocks, and within them.
    private mutating func addPassages(of blocks: [Prose.Block], in document: String, _ field: RoundPart.Field) {
        for block in blocks {
            switch block.content {
            case .exempt(_, let inner):
                let fingerprints = inner.flatMap(\.allTexts).flatMap { Fingerprint.texts($0, in: document, field) }
                add(RoundPart(kind: .passage, location: block.location, fingerprints: fingerprints), isMarked: true)
            case .list(_, let items): addPassages(of: Array(items.joined()), in: document, field)
            case .quotation(let inner): addPassages(of: inner, in: document, field)
            case .heading, .paragraph, .table, .insertion: break
            }
        }
    }
}

extension PaperSource {
    /// All that is written in it in paragraphs, except the reasons for exemptions.
    fileprivate var prose: [Prose] {
        [summary, body] + recommendations.map(\.text) + backgroundPapers + amendments.map(\.text)
    }
}

extension Council {
    /// The directorates whose returns an appendix holds, in the council's order.
    package func directorates(in appendix: PaperSource.Appendix, of paper: PaperSource) -> [String] {
        switch appendix.scope {
        case .allDirectorates: directorates.map(\.id)
        case .remit: directorates(before: paper.meeting.body).map(\.id)
        case .directorates(let ids): directorates.map(\.id).filter(ids.contains)
        }
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
        case .insertion: []
        }
    }
}

extension [Prose.Inline] {
    /// Without marks of notes and emphasis; names to be filled in stand by themselves.
    fileprivate var plainText: String {
        reduce(into: "") { text, inline in
            switch inline {
            case .text(let words): text += words
            case .emphasis(let inlines), .strong(let inlines), .link(_, let inlines, _): text += inlines.plainText
            case .placeholder(let name, _): text += name
            case .lineBreak: text += " "
            case .note: break
            }
        }
    }
}
