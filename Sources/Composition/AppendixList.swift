// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree

/// Lists what is appended to a paper, each entry a link that may say its page.
struct AppendixList {
    /// A return in an appendix.
    struct Entry {
        var name: String
        var anchor: String
    }

    /// What is appended.
    struct Appendix {
        var label: String
        var title: String
        var anchor: String
        var returns: [Entry]
    }

    let entry: Template
    let returnEntry: Template

    /// A line for each appendix, with its returns under it where it holds several.
    func blocks(of appendices: [Appendix], on desk: inout ComposingDesk) -> [Block] {
        appendices.flatMap { appendix -> [Block] in
            let names = ["label": appendix.label, "title": appendix.title]
            let link = link(entry, names, to: appendix.anchor, on: &desk)
            if appendix.returns.count < 2 { return [desk.paragraph([link])] }
            let line = desk.paragraph([link], role: .leadIn)
            let list = desk.node()
            let items = appendix.returns.map { own in
                let id = desk.node()
                let link = self.link(returnEntry, ["directorate.name": own.name], to: own.anchor, on: &desk)
                return List.Item(id: id, blocks: [desk.paragraph([link])])
            }
            return [line, Block(id: list, .list(List(marker: .bullet, items: items)))]
        }
    }

    private func link(
        _ template: Template,
        _ names: [String: String],
        to anchor: String,
        on desk: inout ComposingDesk
    ) -> Inline {
        var composer = ProseComposer()
        composer.localNames = names
        let words = template.pieces.map { piece -> Inline in
            if case .name(let name) = piece, let form = PageReference.Form(rawValue: name), form != .place {
                return .pageReference(PageReference(form, place: names["title"] ?? "", wording: desk.wording.ofPages))
            }
            return .text(composer.text(Template([piece], at: template.location), on: &desk))
        }
        return .link(Link(id: desk.node(), target: .anchor(anchor), words))
    }
}
