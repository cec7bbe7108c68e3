// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

extension PaperComposer {
    /// What every page of a paper says that is not for publication (Local Government Act 1972, s. 100B(5)).
    func banner(_ exemption: Exemption?) -> Paper.Banner? {
        guard let exemption, !context.omitsExemptInformation else { return nil }
        let wording = context.exemptWording
        return Paper.Banner(
            wording.words(.notForPublication, exemption),
            mark: wording.words(.notForPublicationMark, exemption),
            reason: wording.words(.notForPublicationReason, exemption)
        )
    }

    /// What every page says of a draft; a final paper, and one whose layout has no words for it, says nothing.
    mutating func draft() -> Paper.Draft? {
        guard source.status == .draft, let mark = layout.draft else { return nil }
        return Paper.Draft(mark: running(mark), notice: layouts.wording.words(.notCleared))
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
