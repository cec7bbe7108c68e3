// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

extension PaperComposer {
    /// The head of every page; what is not for publication says so (Local Government Act 1972, s. 100B(5)), and a draft
    /// that it is one.
    mutating func head(_ exemption: Exemption?) -> RunningText {
        var head = running(layout.head)
        var marks: [[RunningText.Piece]] = []
        if let exemption, !exemption.isWithheld { marks.append([.text(exempt.words(.notForPublication, exemption))]) }
        if source.status == .draft, let draft = layout.draft { marks.append(running(draft)) }
        if !head.centre.isEmpty { marks.append(head.centre) }
        head.centre = Array(marks.joined(separator: [.text(" – ")]))
        return head
    }

    mutating func running(_ line: RunningLine) -> RunningText {
        RunningText(left: running(line.left), centre: running(line.centre), right: running(line.right))
    }

    private mutating func running(_ template: Template?) -> [RunningText.Piece] {
        guard let template else { return [] }
        return template.pieces.map { piece in
            switch piece {
            case .text(let text): .text(text)
            case .name("page"): .page
            case .name("pages"): .pages
            case .name("appendix"): .sectionLabel
            case .name: .text(words(Template([piece], at: template.location)))
            }
        }
    }
}
