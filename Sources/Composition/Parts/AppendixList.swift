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
    func blocks(of appendices: [Appendix], with context: inout CompositionContext) -> [Block] {
        appendices.flatMap { appendix -> [Block] in
            let names = ["label": appendix.label, "title": appendix.title]
            let link = link(entry, names, to: appendix.anchor, with: &context)
            if appendix.returns.count < 2 { return [context.paragraph([link])] }
            let line = context.paragraph([link], role: .leadIn)
            let list = context.node()
            let items = appendix.returns.map { own in
                let id = context.node()
                let link = self.link(returnEntry, ["directorate.name": own.name], to: own.anchor, with: &context)
                return List.Item(id: id, blocks: [context.paragraph([link])])
            }
            return [line, Block(id: list, .list(List(marker: .bullet, items: items)))]
        }
    }

    private func link(
        _ template: Template,
        _ names: [String: String],
        to anchor: String,
        with context: inout CompositionContext
    ) -> Inline {
        var composer = ProseComposer()
        composer.localNames = names
        let words = template.pieces.map { piece -> Inline in
            if case .name(let name) = piece, let form = PageReference.Form(rawValue: name), form != .place {
                return .pageReference(
                    PageReference(form, place: names["title"] ?? "", wording: context.wording.ofPages)
                )
            }
            return .text(composer.text(Template([piece], at: template.location), with: &context))
        }
        return .link(Link(id: context.node(), target: .anchor(anchor), words))
    }
}
