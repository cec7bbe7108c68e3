// SPDX-License-Identifier: Apache-2.0

/// The councils of a service, and what is of the service as a whole.
package struct ServicePlan: Sendable, Hashable {
    /// Each with another name.
    package var councils: [CouncilService]
    /// How many papers are made at a time, over all councils.
    package var jobs: Int
    /// Where a service monitor reads whether this one is well.
    package var healthFile: String?
    /// Where the collector of metrics finds those of the councils; the arguments of each name its file.
    package var metricsFolder: MetricsFolder?
    /// How long after its last heartbeat a council's process is killed as one that hangs.
    package var longestSilence: Duration
    /// How long councils have to end when they are asked to; then they are killed.
    package var longestStop: Duration

    package init(
        councils: [CouncilService],
        jobs: Int = 1,
        healthFile: String? = nil,
        metricsFolder: MetricsFolder? = nil,
        longestSilence: Duration,
        longestStop: Duration = .seconds(20)
    ) {
        self.councils = councils
        self.jobs = jobs
        self.healthFile = healthFile
        self.metricsFolder = metricsFolder
        self.longestSilence = longestSilence
        self.longestStop = longestStop
    }
}
