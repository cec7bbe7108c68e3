// SPDX-License-Identifier: Apache-2.0

import Monitoring
import PaperTree

extension Status {
    /// What shows it at a glance, or `nil` for what is neither good nor bad.
    var symbol: Symbol? {
        switch self {
        case .notOnCourse: .square
        case .atRisk: .diamond
        case .onCourse: .disc
        case .done, .doneAndOngoing: .tickInRing
        case .paused, .discontinued, .carriedOver, .redated: nil
        }
    }
}

extension Verdict {
    /// What shows it at a glance.
    var symbol: Symbol? {
        switch self {
        case .step(let step):
            switch step.shape {
            case .star: .star
            case .disc: .disc
            case .diamond: .diamond
            case .hollowDiamond: .hollowDiamond
            case .square: .square
            }
        case .unrated(.noTarget), .unrated(.dataOnly): .ring
        case .unrated(.notAvailable), .unrated(.notSupplied), .unrated(.awaited), .unrated(.notDue): .dashedSquare
        case .unrated(.suppressed), .unrated(.notComparable): nil
        }
    }
}

extension Direction {
    /// What shows it at a glance: up is better, whichever way the figure goes.
    var symbol: Symbol {
        switch self {
        case .improving: .improving
        case .stable: .stable
        case .worsening: .worsening
        case .notComparable: .notComparable
        }
    }
}
