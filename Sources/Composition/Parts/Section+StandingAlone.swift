// SPDX-License-Identifier: Apache-2.0

import PaperTree

extension Section {
    /// The same as a paper of its own: without the title of the appendix that it opens, each heading a level higher, and
    /// words that led to other parts of the paper left as words.
    ///
    /// - Parameter title: the anchor of the appendix's title.
    func standingAlone(without title: String?) -> Section {
        var section = self
        if case .heading(let heading)? = blocks.first?.content, heading.anchor == title { section.blocks.removeFirst() }
        if case .heading(var title)? = section.blocks.first?.content {
            title.role = .paper
            section.blocks[0].content = .heading(title)
        }
        let anchors = section.blocks.anchors
        section.blocks = section.blocks.map { block in
            var block = block
            if case .heading(var heading) = block.content {
                heading.level = max(1, heading.level - 1)
                block.content = .heading(heading)
            }
            return block.rewritingInlines { $0.linkingOnly(to: anchors) }
        }
        return section
    }
}

extension [Block] {
    /// The places in them that links find; only headings, tables and figures of a section are such.
    fileprivate var anchors: Set<String> {
        Set(
            compactMap { block in
                switch block.content {
                case .heading(let heading): heading.anchor
                case .table(let table): table.anchor
                case .figure(let figure): figure.anchor
                case .masthead, .paragraph, .list, .quotation, .details, .signature, .contents, .notes: nil
                }
            }
        )
    }
}

extension [Inline] {
    /// The same with plain words where a link would lead nowhere.
    fileprivate func linkingOnly(to anchors: Set<String>) -> [Inline] {
        flatMap { inline -> [Inline] in
            guard case .link(let link) = inline else {
                return [inline.rewritingChildren { $0.linkingOnly(to: anchors) }]
            }
            guard case .anchor(let anchor) = link.target, !anchors.contains(anchor) else { return [inline] }
            // On which page that is, nobody can say here.
            return link.inlines.namedPlace.map { [.text($0)] } ?? link.inlines
        }
    }
}
