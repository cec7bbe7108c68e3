// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

extension PaperComposer {
    func classification(_ exemption: Exemption?) -> String {
        context.classification(whole: source.exemption, parts: exemption)
    }

    /// The exemption of a paper that is exempt as a whole and whose content is left out.
    var omittedExemption: Exemption? { context.omitsExemptInformation ? source.exemption : nil }

    func edition(_ exemption: Exemption?) -> Edition {
        Edition(for: context.audience, holdsExemptInformation: exemption != nil)
    }

    /// Why information is exempt: the reasons of the paper, and of the returns in some sections and in the paper's own tables.
    ///
    /// - Parameter isReturnAlone: whether it is said in a return that is a paper of its own: where that gives reasons, those of the paper
    ///   are of something else.
    mutating func exemptInformation(
        under heading: Template,
        _ exemption: Exemption?,
        in sections: [NodeID],
        isReturnAlone: Bool = false
    ) -> [Block] {
        guard let exemption else { return [] }
        var paragraphs = isReturnAlone ? [:] : context.rowExemptions.mapValues(\.paragraphs)
        var named: [Directorate] = []
        for section in sections {
            guard let directorate = directorates[section] else { continue }
            paragraphs[directorate.id, default: []].formUnion(context.exemptions[section]?.paragraphs ?? [])
            named.append(directorate)
        }
        named += round.council.directorates.filter { own in !named.contains { $0.id == own.id } }
        let ofReturns = named.flatMap { directorate in
            let own = round.directorateReturn(directorate.id)?.exemptReasons ?? []
            let exempt = paragraphs[directorate.id] ?? []
            return own.filter { exempt.contains($0.paragraph) }.map { (directorate.name + ": ", $0) }
        }
        let said = isReturnAlone ? Set(ofReturns.map(\.1.paragraph)) : []
        let ofPaper = source.exemptReasons.filter { reason in
            exemption.paragraphs.contains(reason.paragraph) && !said.contains(reason.paragraph)
        }
        let reasons = ofPaper.map { ("", $0) } + ofReturns
        var blocks = [self.heading(words(heading))]
        if let whole = omittedExemption {
            blocks.append(
                context.paragraph([.text(context.exemptWording.words(.withheldAppendix, whole))], at: source.location)
            )
        }
        if reasons.isEmpty { return blocks }
        let list = context.node()
        let items = reasons.map { place, reason in
            let id = context.node()
            let citation = context.exemptWording.citation(Exemption([reason.paragraph]))
            let opening = place.isEmpty ? citation.capitalisingFirst : place + citation
            var composer = ProseComposer()
            let paragraph = context.paragraph([.strong([.text(opening)])], role: .leadIn, at: reason.location)
            let texts =
                composer.blocks(reason.reason, with: &context) + composer.blocks(reason.publicInterest, with: &context)
            return List.Item(id: id, blocks: [paragraph] + texts)
        }
        return blocks + [Block(id: list, .list(List(marker: .bullet, items: items)), location: source.location)]
    }

    /// A paper that withholds something says why.
    mutating func reportMissingExemptInformation(_ exemption: Exemption?) {
        guard exemption != nil else { return }
        for case .exemptInformation in layout.parts { return }
        context.diagnostics.report(.unexplainedExemption(in: layout), at: source.location)
    }
}

extension Diagnostic.Message {
    fileprivate static func unexplainedExemption(in layout: PaperLayout) -> Self {
        Self(
            .unexplainedExemption,
            "the layout `\(own: layout.id)` does not say why something is exempt, and the paper holds exempt information",
            hint: "add `exempt-information: { heading: Exempt information }` to its parts"
        )
    }
}
