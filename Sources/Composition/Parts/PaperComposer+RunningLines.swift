// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

extension PaperComposer {
    /// What every page of a paper says that is not for publication (Local Government Act 1972, s. 100B(5)).
    func banner(_ exemption: Exemption?) -> String? {
        guard let exemption, !context.omitsExemptInformation else { return nil }
        return context.exemptWording.words(.notForPublication, exemption)
    }

    /// The head of every page, and what it says of a draft; a final paper has no such mark.
    mutating func head() -> (line: RunningText, draftMark: String) {
        var head = running(layout.head)
        var marks: [[RunningText.Piece]] = []
        if source.status == .draft, let draft = layout.draft { marks.append(running(draft)) }
        let draftMark = marks.joined().map { if case .text(let text) = $0 { text } else { "" } }.joined()
        if !head.centre.isEmpty { marks.append(head.centre) }
        head.centre = Array(marks.joined(separator: [.text(" – ")]))
        return (head, draftMark)
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
            case .name("appendix-page"): .appendixPage
            case .name("appendix-pages"): .appendixPages
            case .name: .text(words(Template([piece], at: template.location)))
            }
        }
    }
}
