// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Geometry
import Layouts
import Monitoring
import WorkspaceFiles

/// Reads a council's rating scale and its rule for the direction of travel.
struct RatingsReader {
    let findings: DiagnosticCollector
    /// Has the words of the standard steps.
    let wording: Wording

    /// The scale, the rule for directions, and the council's own colours of the steps.
    func read(
        _ form: FilledForm
    ) -> (scale: RatingScale, direction: DirectionRule, colours: [Theme.StepColour]) {
        let written = form.list(RatingsForm.steps)
        let steps = written.enumerated().map { index, step in
            RatingScale.Step(
                word: step.text(RatingStepForm.word)?.string ?? "",
                goal: step.choice(RatingStepForm.meets, of: RatingScale.Goal.self),
                isException: step.flag(RatingStepForm.exception) ?? (index == written.count - 1),
                shape: step.choice(RatingStepForm.shape, of: RatingScale.Shape.self)
            )
        }
        if form.mentions(RatingsForm.steps), steps.count < 2 {
            findings.report(.singleStep, at: form.location(of: RatingsForm.steps))
        }
        checkSteps(steps, at: written.map(\.location))
        func tolerance(_ key: FormKey) -> RatingScale.Tolerance? {
            form.text(key).flatMap { findings.tolerance($0.string, at: $0.location) }
        }
        return (
            RatingScale(
                steps: steps.isEmpty ? standardSteps : steps,
                tolerance: tolerance(RatingsForm.tolerance)
            ),
            DirectionRule(
                comparison: form.choice(RatingsForm.direction, of: DirectionRule.Comparison.self) ?? .previous,
                band: tolerance(RatingsForm.stableWithin)
            ),
            colours(of: steps, in: written)
        )
    }

    /// The colours of steps, each of which stands out from white as words must, and from no other step's alone by its shape.
    private func colours(of steps: [RatingScale.Step], in forms: [FilledForm]) -> [Theme.StepColour] {
        var colours: [Theme.StepColour] = []
        for (step, form) in zip(steps, forms) {
            guard let text = form.text(RatingStepForm.colour), let colour = form.colour(text) else { continue }
            if !colour.isLegible(on: .white) {
                findings.report(.paleStep(colour, nearest: colour.nearestLegible(on: [.white])), at: text.location)
            } else if colours.contains(where: { $0.colour == colour }) {
                findings.report(.repeatedColour(step), at: text.location)
            } else {
                colours.append(Theme.StepColour(shape: step.shape, goal: step.goal, colour: colour))
            }
        }
        return colours
    }

    private var standardSteps: [RatingScale.Step] {
        RatingScale.standardSteps(
            onTarget: wording.words(.onTarget),
            withinTolerance: wording.words(.withinTolerance),
            offTarget: wording.words(.offTarget)
        )
    }

    /// The steps go from the hardest goal to none, each with a word of its own.
    private func checkSteps(_ steps: [RatingScale.Step], at places: [SourceLocation]) {
        let order = RatingScale.Goal.allCases
        var hardest = -1
        var words: Set<String> = []
        var shapes: Set<RatingScale.Shape> = []
        for (index, (step, place)) in zip(steps, places).enumerated() {
            let isLast = index == steps.count - 1
            if let goal = step.goal.flatMap(order.firstIndex) {
                if isLast { findings.report(.lastStepWithGoal, at: place) }
                if goal <= hardest { findings.report(.stepOutOfOrder(step.word), at: place) }
                hardest = max(hardest, goal)
            } else if !isLast {
                findings.report(.stepWithoutGoal(step.word), at: place)
            }
            if !step.word.isEmpty, !words.insert(step.word.lowercased()).inserted {
                findings.report(.repeatedStep(step.word), at: place)
            } else if !shapes.insert(step.shape).inserted {
                findings.report(.repeatedShape(step), at: place)
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var lastStepWithGoal: Self {
        Self(
            .invalidRatingScale,
            "the last step of the ratings asks for a goal, so that some figures would be at none",
            hint: "delete its `meets`, or add a step below it"
        )
    }

    fileprivate static func stepOutOfOrder(_ word: String) -> Self {
        Self(
            .invalidRatingScale,
            "no figure can be at the step `\(word.shortened)`: one above it asks for no more",
            hint: "the steps go from the hardest goal down: `stretch`, `target`, `floor`, and one without a goal"
        )
    }

    fileprivate static func stepWithoutGoal(_ word: String) -> Self {
        Self(
            .invalidRatingScale,
            "the step `\(word.shortened)` asks for no goal, so that no figure can be at one below it",
            hint: "say which goal it meets: `stretch`, `target` or `floor`"
        )
    }

    fileprivate static func repeatedStep(_ word: String) -> Self {
        Self(
            .invalidRatingScale,
            "two steps of the ratings are called `\(word.shortened)`",
            hint: "give each its own word"
        )
    }

    fileprivate static func repeatedShape(_ step: RatingScale.Step) -> Self {
        Self(
            .invalidRatingScale,
            "the step `\(step.word.shortened)` has the shape `\(own: step.shape.rawValue)`, as one above it has",
            hint:
                "in black and white shapes tell steps apart: \(own: RatingScale.Shape.allCases.map(\.rawValue).inBackticks)"
        )
    }

    fileprivate static func paleStep(_ colour: Colour, nearest: Colour?) -> Self {
        Self(
            .lowContrast,
            "the sign in a symbol of the colour \(colour) does not stand out enough: "
                + "\(own: colour.contrastInTenths(with: .white)) to 1 with white",
            hint: nearest.map { "the nearest that does, by 4.5 to 1, is `\"\($0)\"`" }
        )
    }

    fileprivate static func repeatedColour(_ step: RatingScale.Step) -> Self {
        Self(
            .invalidRatingScale,
            "the step `\(step.word.shortened)` has the colour of one above it",
            hint: "in charts colours tell steps apart: give each its own, or leave `colour` out"
        )
    }

    fileprivate static var singleStep: Self {
        Self(
            .invalidRatingScale,
            "a scale has at least two steps",
            hint: "add the step for what does not reach the first"
        )
    }
}
