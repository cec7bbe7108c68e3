// SPDX-License-Identifier: Apache-2.0

import Logging
import Publishing

/// Tells those who look after services, again and again, that this one lives.
final class Heartbeat {
    let notifier = SystemdNotifier()
    /// Why the service does not do what it should, if so.
    var failure: String?
    private let health: HealthFile?
    private let supervisor: SupervisorLink?
    private let metrics: ServiceMetrics
    private let log: Logger
    private var nextHealth = ContinuousClock.now
    private var nextAlive = ContinuousClock.now
    private var nextMetrics = ContinuousClock.now
    private var nextSign = ContinuousClock.now

    /// - Parameter supervisor: of several councils, of which this is one; `nil` where there is none.
    init(healthFile: String?, metrics: ServiceMetrics, supervisor: SupervisorLink?, log: Logger) {
        self.supervisor = supervisor
        health = healthFile.map(HealthFile.init)
        self.metrics = metrics
        self.log = log
    }

    /// When it is next to be sent, or `nil` if nobody listens.
    var next: ContinuousClock.Instant? {
        [
            notifier.watchdogInterval.map { _ in nextAlive }, health.map { _ in nextHealth },
            metrics.isRead ? nextMetrics : nil, supervisor.map { _ in nextSign },
        ].compactMap(\.self).min()
    }

    /// Sends it where it is time to.
    func send() {
        let now = ContinuousClock.now
        if let interval = notifier.watchdogInterval, now >= nextAlive {
            notifier.tell(.alive)
            nextAlive = now + interval / 3
        }
        if let supervisor, now >= nextSign {
            supervisor.tell(failure == nil ? .well : .failing)
            nextSign = now + SupervisorLink.signInterval
        }
        if now >= nextHealth { writeHealth() }
        if now >= nextMetrics { writeMetrics() }
    }

    /// Says that everything has been looked at once.
    func tellReady() {
        notifier.tell(.ready)
        supervisor?.tell(.ready)
    }

    /// Writes the metrics now.
    func writeMetrics() {
        nextMetrics = .now + ServiceMetrics.interval
        metrics.set(.failing, failure == nil ? 0 : 1)
        do {
            try metrics.write()
        } catch {
            log.warning("\(error.description)")
        }
    }

    /// Writes the health file now.
    func writeHealth() {
        nextHealth = .now + HealthFile.interval
        do {
            try health?.write(isWell: failure == nil, reason: failure)
        } catch {
            log.warning("\(error.description)")
        }
    }
}
