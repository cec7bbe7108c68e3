// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

extension PaperComposer {
    var exempt: ExemptWording { ExemptWording(wording: layouts.wording) }

    func classification(_ exemption: Exemption?) -> String {
        exempt.classification(whole: source.exemption, parts: exemption)
    }

    func edition(_ exemption: Exemption?) -> Edition {
        exemption.map { $0.isWithheld ? .open : .restricted } ?? .whole
    }

    /// Why information is exempt: the reasons of the paper, and of the returns that stand in some sections.
    mutating func exemptInformation(
        under heading: Template,
        _ exemption: Exemption?,
        in sections: [NodeID]
    ) -> [Block] {
        guard let exemption else { return [] }
        var reasons = source.exemptReasons.filter { exemption.paragraphs.contains($0.paragraph) }.map { ("", $0) }
        for section in sections {
            guard let directorate = directorates[section] else { continue }
            let own = round.directorateReturn(directorate.id)?.exemptReasons ?? []
            let paragraphs = desk.exemptions[section]?.paragraphs ?? []
            reasons += own.filter { paragraphs.contains($0.paragraph) }.map { (directorate.name + ": ", $0) }
        }
        var blocks = [self.heading(words(heading))]
        if let whole = source.exemption, whole.isWithheld {
            blocks.append(desk.paragraph([.text(exempt.words(.withheldAppendix, whole))], at: source.location))
        }
        if reasons.isEmpty { return blocks }
        let list = desk.node()
        let items = reasons.map { place, reason in
            let id = desk.node()
            let citation = exempt.citation(Exemption([reason.paragraph]))
            let opening = place.isEmpty ? citation.capitalisingFirst : place + citation
            var composer = ProseComposer()
            let paragraph = desk.paragraph([.strong([.text(opening)])], role: .leadIn, at: reason.location)
            let texts = composer.blocks(reason.reason, on: &desk) + composer.blocks(reason.publicInterest, on: &desk)
            return List.Item(id: id, blocks: [paragraph] + texts)
        }
        return blocks + [Block(id: list, .list(List(marker: .bullet, items: items)), location: source.location)]
    }

    /// A paper that withholds something says why.
    mutating func reportMissingExemptInformation(_ exemption: Exemption?) {
        guard exemption != nil else { return }
        for case .exemptInformation in layout.parts { return }
        desk.diagnostics.append(
            .error(
                "the layout `\(own: layout.id)` does not say why something is exempt, and the paper holds exempt information",
                at: source.location,
                hint: "add `exempt-information: { heading: Exempt information }` to its parts"
            )
        )
    }
}
