// SPDX-License-Identifier: Apache-2.0

/// A shape before the words of a paragraph that shows at a glance what they say: a status, or which way a figure goes.
///
/// It is never alone, so that nobody has to see it, and is not read out (WCAG 2.2, 1.4.1). Each has a shape and a sign of its own, so that
/// none depends on its colour.
package enum Symbol: String, Sendable, Hashable, CaseIterable {
    // Statuses, from the best.
    case star = "star"
    case disc = "disc"
    case diamond = "diamond"
    case hollowDiamond = "hollow-diamond"
    case square = "square"
    /// Done.
    case tickInRing = "tick-in-ring"
    /// Without a target.
    case ring = "ring"
    /// Without a figure.
    case dashedSquare = "dashed-square"
    // Directions: up is better, also for a figure that falls.
    case improving = "improving"
    case stable = "stable"
    case worsening = "worsening"
    case notComparable = "not-comparable"
}
