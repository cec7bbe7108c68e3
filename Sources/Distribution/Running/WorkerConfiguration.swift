// SPDX-License-Identifier: Apache-2.0

package import WatchFolder

/// What a worker is asked to do.
package struct WorkerConfiguration: Sendable {
    var broker: BrokerAccess
    var store: any ObjectStore
    /// For what is not for publication; without it the worker takes no job of a workspace that has something exempt.
    var restrictedStore: (any ObjectStore)?
    /// The queues that it takes from, those that come first before others.
    var urgencies: [JobQueue.Urgency]
    /// How many papers it makes at a time.
    var jobs: Int
    /// How many messages of a queue it has at a time: enough that several papers of a workspace go to one worker, and few enough that none waits long
    /// behind others while another worker has nothing to do.
    var prefetch: Int { jobs + 7 }
    /// What one paper may take.
    var limits: WorkerLimits
    /// Where snapshots are put.
    var cacheFolder: String
    /// How long papers that are being made may hold up the end.
    var longestStop: Duration
    var isConfined: Bool

    package init(
        broker: BrokerAccess,
        store: any ObjectStore,
        restrictedStore: (any ObjectStore)?,
        urgencies: [JobQueue.Urgency],
        jobs: Int,
        limits: WorkerLimits,
        cacheFolder: String,
        longestStop: Duration,
        isConfined: Bool
    ) {
        self.broker = broker
        self.store = store
        self.restrictedStore = restrictedStore
        self.urgencies = urgencies
        self.jobs = jobs
        self.limits = limits
        self.cacheFolder = cacheFolder
        self.longestStop = longestStop
        self.isConfined = isConfined
    }

    /// The queues that it takes from.
    var queues: [JobQueue] {
        urgencies.flatMap { urgency in
            [false, true].filter { !$0 || restrictedStore != nil }.map { JobQueue(urgency: urgency, isRestricted: $0) }
        }
    }
}
