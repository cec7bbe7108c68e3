// SPDX-License-Identifier: Apache-2.0

import Logging
import Publishing

/// Tells those who look after services, again and again, that this one lives.
final class Heartbeat {
    let notifier = SystemdNotifier()
    /// Why the service does not do what it should, if so.
    var failure: String?
    private let health: HealthFile?
    private let log: Logger
    private var nextHealth = ContinuousClock.now
    private var nextAlive = ContinuousClock.now

    init(healthFile: String?, log: Logger) {
        health = healthFile.map(HealthFile.init)
        self.log = log
    }

    /// When it is next to be sent, or `nil` if nobody listens.
    var next: ContinuousClock.Instant? {
        [notifier.watchdogInterval.map { _ in nextAlive }, health.map { _ in nextHealth }].compactMap(\.self).min()
    }

    /// Sends it where it is time to.
    func send() {
        let now = ContinuousClock.now
        if let interval = notifier.watchdogInterval, now >= nextAlive {
            notifier.tell(.alive)
            nextAlive = now + interval / 3
        }
        if now >= nextHealth { writeHealth() }
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
