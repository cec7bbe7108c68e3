// SPDX-License-Identifier: Apache-2.0

import Logging
import Publishing

/// Tells those who look after services, again and again, that this one lives.
final class Heartbeat {
    let notifier = SystemdNotifier()
    /// Why the service does not do what it should, if so.
    var failure: String?
    private let health: HealthFile?
    private let metrics: ServiceMetrics
    private let log: Logger
    private var nextHealth = ContinuousClock.now
    private var nextAlive = ContinuousClock.now
    private var nextMetrics = ContinuousClock.now

    init(healthFile: String?, metrics: ServiceMetrics, log: Logger) {
        health = healthFile.map(HealthFile.init)
        self.metrics = metrics
        self.log = log
    }

    /// When it is next to be sent, or `nil` if nobody listens.
    var next: ContinuousClock.Instant? {
        [
            notifier.watchdogInterval.map { _ in nextAlive }, health.map { _ in nextHealth },
            metrics.isRead ? nextMetrics : nil,
        ].compactMap(\.self).min()
    }

    /// Sends it where it is time to.
    func send() {
        let now = ContinuousClock.now
        if let interval = notifier.watchdogInterval, now >= nextAlive {
            notifier.tell(.alive)
            nextAlive = now + interval / 3
        }
        if now >= nextHealth { writeHealth() }
        if now >= nextMetrics { writeMetrics() }
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
