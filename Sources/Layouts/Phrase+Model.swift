// SPDX-License-Identifier: Apache-2.0

package import Monitoring

extension ReportedClass {
    /// As a heading names it.
    package var phrase: Phrase {
        switch self {
        case .coreServices: .coreServices
        case .activity: .activity
        case .actions: .actions
        case .indicators: .indicators
        }
    }
}

extension Council {
    /// The council's own word for a status.
    package func word(for status: Status) -> String {
        statuses.words.first { $0.meaning == status }?.word ?? status.rawValue
    }
}

extension Absence {
    /// Why there is no value, as a cell says it.
    package var phrase: Phrase {
        switch self {
        case .notAvailable: .notAvailable
        case .notApplicable: .notApplicable
        case .newIndicator: .newIndicator
        case .notSet: .notSet
        case .notSupplied: .notSupplied
        case .notDue: .notDue
        case .awaited: .awaited
        case .suppressed: .suppressed
        }
    }
}

extension Verdict.Unrated {
    /// Why there is no rating, as a cell says it.
    package var phrase: Phrase {
        switch self {
        case .noTarget: .noTarget
        case .dataOnly: .dataOnly
        case .notDue: .notDue
        case .awaited: .awaited
        case .notAvailable: .notAvailable
        case .notSupplied: .notSupplied
        case .suppressed: .suppressed
        case .notComparable: .notComparable
        }
    }
}

extension Direction {
    /// The direction of travel, as a cell says it.
    package var phrase: Phrase {
        switch self {
        case .improving: .improving
        case .stable: .stable
        case .worsening: .worsening
        case .notComparable: .notComparable
        }
    }
}

extension Indicator.Standing {
    /// The result of a comparison, as it follows a comparator's figure.
    package var phrase: Phrase {
        switch self {
        case .better: .better
        case .same: .same
        case .worse: .worse
        case .notComparable: .notComparable
        }
    }
}

extension Indicator.Quartile {
    /// Which quarter it is, as a cell says it.
    package var phrase: Phrase {
        switch self {
        case .best: .bestQuartile
        case .second: .secondQuartile
        case .third: .thirdQuartile
        case .worst: .worstQuartile
        }
    }
}

extension Qualifier {
    /// What the code of the qualifier means.
    package var phrase: Phrase {
        switch self {
        case .provisional: .provisional
        case .estimated: .estimated
        case .forecast: .forecast
        case .revised: .revised
        }
    }
}

extension PaperSource.Purpose {
    /// As a step of a route says it.
    package var phrase: Phrase {
        switch self {
        case .information: .forInformation
        case .discussion: .forDiscussion
        case .decision: .forDecision
        case .approval: .forApproval
        }
    }
}

extension PaperSource.Recommendation.Verb {
    /// The verb as a recommendation begins with it.
    package var phrase: Phrase {
        switch self {
        case .note: .verbNote
        case .agree: .verbAgree
        case .approve: .verbApprove
        case .comment: .verbComment
        case .endorse: .verbEndorse
        case .recommend: .verbRecommend
        }
    }
}

extension Indicator.Basis {
    /// What figures count, as a cell says it.
    package var phrase: Phrase {
        switch self {
        case .inPeriod: .basisInPeriod
        case .cumulative: .basisCumulative
        case .snapshot: .basisSnapshot
        case .rolling: .basisRolling
        case .annual: .basisAnnual
        }
    }
}

extension Indicator.Polarity {
    /// Which way is better, as a cell says it.
    package var phrase: Phrase {
        switch self {
        case .higher: .betterHigher
        case .lower: .betterLower
        case .neither: .betterNeither
        }
    }
}

extension Wording {
    /// The word of a step, or why there is none.
    package func words(_ verdict: Verdict) -> String {
        switch verdict {
        case .step(let step): step.word
        case .unrated(let reason): words(reason.phrase).capitalisingFirst
        }
    }
}
