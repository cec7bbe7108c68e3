// SPDX-License-Identifier: Apache-2.0

package import Monitoring

extension RatingScale {
    /// The standard steps in English, as `layouts/words.yaml` has them.
    package static let englishSteps = standardSteps(
        onTarget: "On target",
        withinTolerance: "Within tolerance",
        offTarget: "Off target"
    )
}
