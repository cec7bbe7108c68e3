// SPDX-License-Identifier: Apache-2.0

/// What a service of several councils looks after.
package struct ServicePlan: Sendable, Hashable {
    /// Each with another name.
    package var councils: [CouncilService]
    /// How many papers are made at a time, over all councils.
    package var jobs: Int
    /// Where a program that looks after services can see that this one is well.
    package var healthFile: String?
    /// How long councils have to end when they are asked to; then they are killed.
    package var longestStop: Duration

    package init(
        councils: [CouncilService],
        jobs: Int = 1,
        healthFile: String? = nil,
        longestStop: Duration = .seconds(20)
    ) {
        self.councils = councils
        self.jobs = jobs
        self.healthFile = healthFile
        self.longestStop = longestStop
    }
}
