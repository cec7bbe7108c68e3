// SPDX-License-Identifier: Apache-2.0

/// The council's scale of how indicators stand against their goals: any number of steps, best first.
///
/// ```
/// On target         meets the target
/// Within tolerance  meets the floor, which is the target less its tolerance where no floor is set
/// Off target        everything else
/// ```
package struct RatingScale: Sendable, Hashable {
    /// What a figure may reach, the hardest first.
    package enum Goal: String, Sendable, Hashable, CaseIterable {
        case stretch, target, floor
    }

    /// The shape of the symbol before the word of a step.
    package enum Shape: String, Sendable, Hashable, CaseIterable {
        case star = "star"
        case disc = "disc"
        case diamond = "diamond"
        case hollowDiamond = "hollow-diamond"
        case square = "square"
    }

    /// A step of the scale.
    package struct Step: Sendable, Hashable {
        /// As papers print it, and returns write it.
        package var word: String
        /// The goal that a figure reaches at least, or `nil` for the last step.
        package var goal: Goal?
        /// Whether indicators at it are reported as exceptions, with a reason.
        package var isException: Bool
        /// The shape of its symbol.
        package var shape: Shape

        /// - Parameter shape: the council's, or `nil` for that of its goal.
        package init(word: String, goal: Goal?, isException: Bool, shape: Shape? = nil) {
            self.word = word
            self.goal = goal
            self.isException = isException
            self.shape =
                shape
                ?? {
                    switch goal {
                    case .stretch: .star
                    case .target: .disc
                    case .floor: .diamond
                    case nil: .square
                    }
                }()
        }
    }

    /// How far short of its target a figure may fall and still reach the floor.
    package enum Tolerance: Sendable, Hashable {
        /// So many per cent of the target.
        case percent(Quantity)
        /// In the unit of the figure; points for one in per cent.
        case amount(Quantity)

        /// A share where the quantity is in per cent, or else an amount.
        package init(_ quantity: Quantity) { self = quantity.unit == "%" ? .percent(quantity) : .amount(quantity) }

        /// The tolerance of a figure, in the units of the figure; `nil` if it is too large.
        func amount(of figure: ExactNumber) -> ExactNumber? {
            switch self {
            case .percent(let share): ExactNumber(share).flatMap { figure.magnitude?.percent($0) }
            case .amount(let amount): ExactNumber(amount)
            }
        }
    }

    /// Best first; the last has no goal.
    package var steps: [Step]
    /// For indicators that have none of their own, or `nil`.
    package var tolerance: Tolerance?

    package init(steps: [Step], tolerance: Tolerance? = nil) {
        self.steps = steps
        self.tolerance = tolerance
    }

    /// The three steps of a council that does not declare its own.
    package static func standardSteps(onTarget: String, withinTolerance: String, offTarget: String) -> [Step] {
        [
            Step(word: onTarget, goal: .target, isException: false),
            Step(word: withinTolerance, goal: .floor, isException: false),
            Step(word: offTarget, goal: nil, isException: true),
        ]
    }

    /// The step with a word, in capitals or not.
    package func step(named word: String) -> Step? { steps.first { $0.word.lowercased() == word.lowercased() } }
}

/// How an indicator stands: a step of the scale, or why it has none.
package enum Verdict: Sendable, Hashable {
    case step(RatingScale.Step)
    case unrated(Unrated)

    /// Why an indicator is not rated.
    package enum Unrated: String, Sendable, Hashable, CaseIterable {
        /// Nobody has set a target.
        case noTarget = "no target"
        /// Neither way is better: the figure is there to be known.
        case dataOnly = "data only"
        /// It is measured once a year, and not yet.
        case notDue = "not due"
        /// Its figure has been promised.
        case awaited = "awaited"
        case notAvailable = "not available"
        case notSupplied = "not supplied"
        /// Its figure is too small to be published.
        case suppressed = "suppressed"
        /// The figure and the target are in different units, or no numbers.
        case notComparable = "not comparable"
    }

    /// Whether it is an exception, which is reported with a reason.
    package var isException: Bool { if case .step(let step) = self { step.isException } else { false } }
}

/// How an indicator stands by its figures, and by the officer's word where that is another.
package struct Rating: Sendable, Hashable {
    /// By its figures.
    package var computed: Verdict
    /// The officer's, or `nil` if the return has none.
    package var stated: RatingScale.Step?
    /// Why the two differ.
    package var reason: Prose

    package init(computed: Verdict, stated: RatingScale.Step? = nil, reason: Prose = Prose()) {
        self.computed = computed
        self.stated = stated
        self.reason = reason
    }

    /// What papers print: the officer's where there is one.
    package var verdict: Verdict { stated.map { .step($0) } ?? computed }

    /// Whether an officer has judged otherwise than the figures say.
    package var isJudgement: Bool { stated != nil && verdict != computed }
}

extension Indicator {
    /// How a figure of a period stands by a scale.
    ///
    /// The goals are those of the period; where it has none, those of its year, unless figures count from the beginning of the year: of
    /// such a figure the goal for the whole year says nothing before the year is over.
    package func verdict(at period: Period, of kind: FigureKey.Kind, by scale: RatingScale) -> Verdict {
        if polarity == .neither { return .unrated(.dataOnly) }
        guard let figure = figures[FigureKey(period, kind)] else {
            return .unrated(basis == .annual && period.span != .year ? .notDue : .notSupplied)
        }
        let value: Quantity
        switch figure.value {
        case .number(let quantity): value = quantity
        case .absent(let absence): return .unrated(absence.unrated)
        case .composite, .yesOrNo, .words: return .unrated(.notComparable)
        }
        guard case .number(let target)? = goal(.target, at: period)?.value else { return .unrated(.noTarget) }
        guard let value = ExactNumber(value), let target = ExactNumber(target) else { return .unrated(.notComparable) }
        for step in scale.steps {
            guard let goal = step.goal else { return .step(step) }
            guard let needed = needed(for: goal, at: period, target: target, scale) else { continue }
            guard let comparison = value.compared(with: needed) else { return .unrated(.notComparable) }
            if reaches(comparison) { return .step(step) }
        }
        return .unrated(.notComparable)
    }

    /// Whether a figure reaches a goal with which it compares so: below zero if it is lower.
    func reaches(_ comparison: Int) -> Bool { polarity == .higher ? comparison >= 0 : comparison <= 0 }

    /// A goal of a period, or else of its year, unless figures count from the beginning of the year.
    func goal(_ kind: FigureKey.Kind, at period: Period) -> Observation? {
        let own = figures[FigureKey(period, kind)]
        if let own, case .number = own.value { return own }
        return basis == .cumulative ? own : figures[FigureKey(period.wholeYear, kind)] ?? own
    }

    /// What a figure must reach for a goal, or `nil` if the indicator has no such goal.
    private func needed(
        for goal: RatingScale.Goal,
        at period: Period,
        target: ExactNumber,
        _ scale: RatingScale
    ) -> ExactNumber? {
        func written(_ kind: FigureKey.Kind) -> ExactNumber? {
            if case .number(let quantity)? = self.goal(kind, at: period)?.value { ExactNumber(quantity) } else { nil }
        }
        switch goal {
        case .target: return target
        case .stretch: return written(.stretch)
        case .floor:
            if let floor = written(.floor) { return floor }
            guard let tolerance = tolerance ?? scale.tolerance else { return nil }
            return tolerance.amount(of: target).flatMap { polarity == .higher ? target.minus($0) : target.plus($0) }
        }
    }
}

extension Absence {
    fileprivate var unrated: Verdict.Unrated {
        switch self {
        case .notAvailable, .notApplicable, .notSet: .notAvailable
        case .newIndicator: .noTarget
        case .notSupplied: .notSupplied
        case .notDue: .notDue
        case .awaited: .awaited
        case .suppressed: .suppressed
        }
    }
}
