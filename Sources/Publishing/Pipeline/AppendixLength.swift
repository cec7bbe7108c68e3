// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import Typesetting

extension MonitoringRound {
    /// Reports the appendices of a typeset paper that have more pages than the house style allows.
    ///
    /// The public edition is passed over where there is another, which holds at least as much.
    func longAppendices(of job: PaperJob, _ prepared: PreparedPaper) -> [Diagnostic] {
        guard case .paper(let index, _, _) = job.content, let most = council.houseStyle.appendixPages,
            let typeset = prepared.pages, typeset.paper.properties.edition != .open
        else { return [] }
        let pages = typeset.appendixPages
        return papers[index].appendices.enumerated().compactMap { number, appendix in
            guard let count = pages[number + 1], count > most else { return nil }
            return Diagnostic(
                .appendixTooLong(appendix.title, number + 1, pages: count, of: most),
                at: appendix.location
            )
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func appendixTooLong(_ title: String, _ number: Int, pages: Int, of most: Int) -> Self {
        Self(
            .appendixTooLong,
            "appendix \(number), `\(title)`, has \(pages) pages, and the house style allows \(most)",
            hint:
                "take a layout for exceptions, or divide the appendix; `appendix-pages` in council.yaml says how many it may have"
        )
    }
}
