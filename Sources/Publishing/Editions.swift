// SPDX-License-Identifier: Apache-2.0

import Monitoring
import PaperTree

/// A round as the council knows it, and as the public may.
struct Editions {
    private let whole: MonitoringRound
    private let open: MonitoringRound

    init(of round: MonitoringRound) {
        whole = round
        open = round.publicEdition
    }

    /// A paper for everybody, made of what everybody may know; where something in it is exempt, also the one that is not for
    /// publication.
    ///
    /// - Parameter compose: makes a paper of a round, which may be that of everybody.
    /// - Throws: a fault of ours where something exempt has come into what is for everybody.
    func papers(_ compose: (_ round: MonitoringRound, _ isOpen: Bool) -> Paper?) throws(PublicationError) -> [Paper] {
        let paper = compose(open, true)
        switch paper?.properties.edition {
        case .whole: return [paper].compactMap(\.self)
        case .open, nil: return [paper, compose(whole, false)].compactMap(\.self)
        case .restricted: throw PublicationError(.fault, "internal error: the public edition holds exempt information")
        }
    }
}
