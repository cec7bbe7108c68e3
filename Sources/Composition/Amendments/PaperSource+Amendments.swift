// SPDX-License-Identifier: Apache-2.0

package import Monitoring

extension PaperSource {
    /// Whether the paper tells what has changed since a draft of it was circulated.
    package var tellsAmendments: Bool { body.blocks.holdInsertion(InsertionComposer.amendments) }
}

extension [Prose.Block] {
    fileprivate func holdInsertion(_ name: String) -> Bool {
        contains { block in
            switch block.content {
            case .insertion(name, _): true
            case .list(_, let items): items.contains { $0.holdInsertion(name) }
            case .quotation(let inner): inner.holdInsertion(name)
            case .exempt(_, let inner): inner.holdInsertion(name)
            case .heading, .paragraph, .table, .insertion, .picture, .pageBreak, .definitions: false
            }
        }
    }
}
