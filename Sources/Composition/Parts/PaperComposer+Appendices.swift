// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

extension PaperComposer {
    /// Whether the paper appends a directorate's return.
    func appends(_ id: String) -> Bool {
        layout.hasAppendices
            && source.appendices.contains { round.council.directorates(in: $0, of: source).contains(id) }
    }

    /// One directorate's return as a paper of its own, taken from the composed paper; `nil` if the paper does not append it.
    mutating func appendix(of id: String, in whole: Paper) -> Paper? {
        guard let directorate = round.council.directorate(id) else { return nil }
        for case .appendices(_, let label, _) in layout.parts {
            for (index, appendix) in source.appendices.enumerated()
            where round.council.directorates(in: appendix, of: source).contains(id) {
                let label = words(label, ["number": String(index + 1), "title": appendix.title])
                var paper = whole
                let title =
                    omittedExemption != nil ? directorate.name : sectionLabel(label, of: directorate)
                guard var section = section(of: directorate, in: paper, label: label, appendix) else { return nil }
                let exemption = context.exemptions[section.id]
                context.names.set("classification", to: classification(exemption))
                if directorates[section.id] != nil {
                    section = section.standingAlone(without: appended.first { $0.label == label }?.anchor)
                }
                for case .exemptInformation(let heading, _) in layout.parts {
                    section.blocks += exemptInformation(
                        under: heading,
                        exemption,
                        in: [section.id],
                        isReturnAlone: true
                    )
                }
                var level = 0
                section.blocks.closeHeadingLevels(after: &level)
                // The first page is the council's, as that of the paper is.
                section.blocks.insert(contentsOf: [whole.masthead].compactMap(\.self), at: 0)
                paper.sections = [section]
                paper.banner = banner(exemption)
                paper.head = running(layout.head)
                paper.foot = running(layout.foot)
                paper.properties.id = Directorate.paperPrefix + id
                paper.properties.title = title
                paper.properties.subject = "\(round.council.name): \(round.round.title)"
                paper.properties.edition = edition(exemption)
                paper.properties.classification = context.names.value(of: "classification")
                return paper
            }
        }
        return nil
    }

    /// The section of a return in a paper, or in the public edition the one that replaces an exempt return.
    private mutating func section(
        of directorate: Directorate,
        in paper: Paper,
        label: String,
        _ appendix: PaperSource.Appendix
    ) -> Section? {
        if let whole = omittedExemption { return withheldReturn(of: directorate, whole) }
        let isOmitted = appendix.exemption != nil && context.omitsExemptInformation
        let wanted = isOmitted ? label : sectionLabel(label, of: directorate)
        return paper.sections.first { $0.label == wanted }
    }

    private func sectionLabel(_ label: String, of directorate: Directorate) -> String {
        "\(label): \(directorate.name)"
    }

    mutating func appendices(heading: Template, label: Template, layout: String) -> [Section] {
        var sections: [Section] = []
        for (index, appendix) in source.appendices.enumerated() {
            guard context.hasRoom(at: appendix.location) else { break }
            let names = ["number": String(index + 1), "title": appendix.title]
            let label = words(label, names)
            var returns: [AppendixList.Entry] = []
            var own: [Section] = []
            var awaited: [String] = []
            if let exemption = appendix.exemption, context.omitsExemptInformation {
                own.append(withheld(label, exemption, at: appendix.location))
            } else if case .text(let text) = appendix.content {
                own.append(section(of: text, index + 1, label: label, exemption: appendix.exemption))
            } else {
                for id in round.council.directorates(in: appendix, of: source) {
                    if round.directorateReturn(id) == nil { awaited.append(id) }
                    guard context.hasRoom(at: appendix.location),
                        let section = section(of: id, label: label, layout: layout, exemption: appendix.exemption)
                    else { continue }
                    own.append(section)
                    if let anchor = section.blocks.firstAnchor, let name = directorates[section.id]?.name {
                        returns.append(AppendixList.Entry(name: name, anchor: anchor))
                    }
                }
            }
            if !awaited.isEmpty { context.awaitsReturns = true }
            let anchor = context.place(at: .appendix(index + 1), wording: label)
            if own.isEmpty {
                let message: Diagnostic.Message =
                    awaited.isEmpty
                    ? .emptyAppendix(appendix.title) : .awaitedReturns(awaited, in: appendix.title)
                context.diagnostics.report(message, at: appendix.location)
                continue
            }
            let title = Heading(
                level: 1,
                [.text(words(heading, names))],
                anchor: anchor,
                role: .appendix(label: label)
            )
            own[0].blocks.insert(context.block(.heading(title)), at: 0)
            appended.append(
                AppendixList.Appendix(label: label, title: appendix.title, anchor: anchor, returns: returns)
            )
            for section in own.indices { own[section].appendix = index + 1 }
            sections += own
        }
        return sections
    }

    /// The section that replaces a return which only an exempt paper appends.
    private mutating func withheldReturn(of directorate: Directorate, _ exemption: Exemption) -> Section {
        let node = context.section()
        context.note(exemption)
        return Section(id: node, label: "", blocks: [heading(directorate.name)])
    }

    /// The section that replaces an exempt appendix in the public edition.
    private mutating func withheld(_ label: String, _ exemption: Exemption, at location: SourceLocation) -> Section {
        let node = context.section()
        context.note(exemption)
        let words = context.paragraph([.text(context.exemptWording.words(.withheldAppendix, exemption))], at: location)
        return Section(id: node, label: label, name: label, anchor: .slug(of: label), blocks: [words])
    }

    /// A text as a section of the paper. Its headings have no numbers, and names of their own.
    ///
    /// - Parameters:
    ///   - number: that of the appendix.
    ///   - exemption: that of the appendix as a whole, of which the text then is one passage.
    private mutating func section(of text: Prose, _ number: Int, label: String, exemption: Exemption?) -> Section {
        let node = context.section()
        for exemption in [source.exemption, exemption].compactMap(\.self) { context.note(exemption) }
        context.headingLevel = 1
        let scope = Anchor.appendix(number).name
        var composer = ProseComposer(headings: ProseComposer.Headings(offset: 1, numbering: .none, scope: scope))
        let blocks = composer.blocks(exemption == nil ? text : text.withinPassages, with: &context)
        return Section(id: node, label: label, name: label, anchor: .slug(of: label), blocks: blocks)
    }

    /// A directorate's return as a section of the paper, or `nil` if the directorate has made none.
    ///
    /// - Parameter exemption: that of the appendix as a whole.
    private mutating func section(of id: String, label: String, layout: String, exemption: Exemption?) -> Section? {
        guard let directorate = round.council.directorate(id), let directorateReturn = round.directorateReturn(id),
            let layout = layouts.returns[layout]
        else { return nil }
        let node = context.section()
        directorates[node] = directorate
        for exemption in [source.exemption, exemption].compactMap(\.self) { context.note(exemption) }
        let composer = ReturnComposer(
            layout: layout,
            directorate: directorate,
            directorateReturn: directorateReturn,
            round: round,
            layouts: layouts,
            level: 2,
            wording: "\(label), \(directorate.name)"
        )
        let blocks = composer.blocks(with: &context)
        return Section(
            id: node,
            label: sectionLabel(label, of: directorate),
            name: composer.wording,
            anchor: blocks.firstAnchor ?? id,
            blocks: blocks
        )
    }
}

extension Prose {
    /// The content of its exempt passages in place of each of them.
    fileprivate var withinPassages: Prose {
        Prose(
            blocks.flatMap { block in
                if case .exempt(_, let inner) = block.content { inner } else { [block] }
            }
        )
    }
}

extension [Block] {
    /// The name of the first heading.
    fileprivate var firstAnchor: String? {
        lazy.compactMap { block -> String? in
            if case .heading(let heading) = block.content { heading.anchor } else { nil }
        }.first
    }
}

extension Diagnostic.Message {
    fileprivate static func emptyAppendix(_ title: String) -> Self {
        Self(
            .emptyAppendix,
            "the appendix `\(title)` holds no return",
            hint: "name directorates under `of`, or give the body of the paper a remit"
        )
    }

    fileprivate static func awaitedReturns(_ directorates: [String], in title: String) -> Self {
        Self(
            .awaitedReturn,
            "the appendix `\(title)` waits for the return of \(directorates.inBackticks, from: .file("council.yaml"))",
            hint: "put right what is wrong in the returns, or name other directorates under `of`"
        )
    }
}
