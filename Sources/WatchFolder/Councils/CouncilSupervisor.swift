// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc
package import Logging
package import Publishing

/// The service of several councils: a process for each, which is started again when it ends, and in which nothing is shared with the others but the
/// turns to make papers.
///
/// It is one thread that waits for signals and for what the processes say, and reads no file of a council; it looks up their folders when it reads the
/// configuration. SIGTERM and SIGINT end the processes and then it; SIGHUP
/// has the configuration read again.
package final class CouncilSupervisor {
    private let command: [String]
    private let log: Logger
    private let reread: () -> ServicePlan?
    private let signals: SignalQueue
    private let notifier = SystemdNotifier()
    private var plan: ServicePlan
    private var councils: [String: Council] = [:]
    private var turns: TurnQueue
    private var isStopping = false
    private var nextHealth = ContinuousClock.now
    private var nextAlive = ContinuousClock.now
    private var toldStatus = ""
    private var toldFailure: PublicationError?
    private var releasesMemory = false

    /// A council of the plan, or one that was until a moment ago.
    private struct Council {
        /// What it is to be; `nil` if it has been removed.
        var service: CouncilService?
        var process: CouncilProcess?
        var delay = RestartDelay()
        /// When its process is started, if there is none.
        var nextStart = ContinuousClock.now
    }

    /// Takes over the signals of the process: to be made before any other thread runs.
    ///
    /// - Parameters:
    ///   - command: the path of the program, and what precedes the arguments of each council.
    ///   - log: takes what happens to councils, with their names.
    ///   - reread: reads the configuration again; `nil`, and lines of the log, where it cannot be used.
    /// - Throws: a ``PublicationError`` if the system refuses the signals.
    package init(
        _ plan: ServicePlan,
        command: [String] = ["/proc/self/exe", "watch"],
        log: Logger,
        rereading reread: @escaping () -> ServicePlan?
    ) throws(PublicationError) {
        guard let signals = SignalQueue(of: [SIGTERM, SIGINT, SIGHUP, SIGCHLD]) else {
            throw PublicationError(.inputOutput, "the system does not let signals be waited for")
        }
        // Whoever takes the log may end, and whoever started this may have left children to the system.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGCHLD, SIG_DFL)
        self.signals = signals
        self.plan = plan
        self.command = command
        self.log = log
        self.reread = reread
        turns = TurnQueue(capacity: plan.jobs)
        // They are this process's alone.
        for variable in ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"] { unsetenv(variable) }
    }

    /// Supervises the councils until SIGTERM or SIGINT.
    package func run() {
        log.info("supervising councils", metadata: ["councils": "\(plan.councils.count)", "jobs": "\(plan.jobs)"])
        follow(plan)
        startDue(at: .now)
        notifier.tell(.ready)
        while true {
            takeSignals()
            listen()
            takeEnded()
            let now = ContinuousClock.now
            endSilent(at: now)
            if isStopping, !councils.values.contains(where: { $0.process != nil }) { break }
            startDue(at: now)
            for name in turns.grant(at: now) { councils[name]?.process?.grantTurn() }
            report(at: now)
            wait(until: nextMoment(after: .now))
        }
        writeHealth()
        log.info("stopped")
    }

    // MARK: - Processes

    /// Makes the councils those of a plan: who is in it as before is left alone.
    private func follow(_ plan: ServicePlan) {
        // Where metrics go elsewhere, or nowhere, those of before would grow old, which is an alert.
        if let former = self.plan.metricsFolder, former != plan.metricsFolder { prepare(former, for: []) }
        self.plan = plan
        turns.capacity = plan.jobs
        let services = Dictionary(plan.councils.map { ($0.name, $0) }) { first, _ in first }
        for (name, council) in councils.sorted(by: { $0.key < $1.key }) where council.service != services[name] {
            let isRemoved = services[name] == nil
            log.info(
                isRemoved ? "a council was removed" : "the settings of a council have changed",
                metadata: ["council": "\(name)"]
            )
            councils[name]?.service = services[name]
            councils[name]?.nextStart = .now
            councils[name]?.process?.stop(atMost: plan.longestStop)
        }
        for service in plan.councils where councils[service.name] == nil {
            councils[service.name] = Council(service: service)
        }
        // Before a council starts: its process could otherwise write in the nearest folder above that is there.
        if let folder = plan.metricsFolder { prepare(folder, for: plan.councils.map(\.name)) }
        for (name, council) in councils where council.service == nil && council.process == nil { councils[name] = nil }
        releasesMemory = true
    }

    private func prepare(_ folder: MetricsFolder, for names: [String]) {
        do throws(PublicationError) { try folder.prepare(for: names) } catch { log.warning("\(error.description)") }
    }

    /// Starts the processes whose time has come.
    private func startDue(at now: ContinuousClock.Instant) {
        if isStopping { return }
        for (name, council) in councils.sorted(by: { $0.key < $1.key }) {
            guard let service = council.service, council.process == nil, council.nextStart <= now else { continue }
            do throws(PublicationError) {
                let process = try CouncilProcess(service, command: command, log: log)
                councils[name]?.process = process
                log.info("started a council", metadata: ["council": "\(name)", "process": "\(process.number)"])
            } catch {
                log.error("\(error.description)", metadata: ["council": "\(name)"])
                let delay = councils[name]?.delay.next(after: .zero) ?? RestartDelay.longest
                councils[name]?.nextStart = now + delay
            }
        }
    }

    /// Takes in the processes that have ended.
    private func takeEnded() {
        for (name, council) in councils.sorted(by: { $0.key < $1.key }) {
            guard let process = council.process, let ending = process.ending() else { continue }
            turns.giveBack(name)
            councils[name]?.process = nil
            if process.end != nil {
                // It was told to.
                log.info("ended a council", metadata: ["council": "\(name)"])
                if council.service == nil {
                    councils[name] = nil
                    // Until it ended it may have written them again.
                    plan.metricsFolder?.remove(name)
                }
                continue
            }
            let delay = councils[name]?.delay.next(after: .now - process.start) ?? RestartDelay.longest
            councils[name]?.nextStart = .now + delay
            log.error(
                "the process of a council ended, and is started again",
                metadata: ["council": "\(name)", "reason": "\(ending.reason)", "seconds": "\(delay.seconds)"]
            )
        }
    }

    /// Ends the processes that have not said for long that they live, and those that do not end.
    private func endSilent(at now: ContinuousClock.Instant) {
        for (name, council) in councils {
            guard let process = council.process else { continue }
            if let end = process.end {
                if now >= end { process.kill() }
            } else if !process.isKilled, now - process.lastSign > plan.longestSilence {
                log.error("the process of a council hangs, and is killed", metadata: ["council": "\(name)"])
                process.kill()
            }
        }
    }

    // MARK: - Signals and messages

    private func takeSignals() {
        while let signal = signals.next() {
            switch signal {
            case SIGTERM, SIGINT: stop()
            case SIGHUP: if !isStopping { readAgain() }
            // What has ended is looked for in any case.
            default: break
            }
        }
    }

    private func stop() {
        if isStopping { return }
        isStopping = true
        notifier.tell(.stopping)
        // A paper in progress may take longer than systemd waits by itself.
        notifier.tell(.needsTime(plan.longestStop + .seconds(10)))
        for (_, council) in councils.sorted(by: { $0.key < $1.key }) {
            council.process?.stop(atMost: plan.longestStop)
        }
    }

    private func readAgain() {
        notifier.tell(.reloading)
        if let plan = reread() {
            log.info("the configuration was read again", metadata: ["councils": "\(plan.councils.count)"])
            follow(plan)
        } else {
            log.error("the configuration cannot be used: that of before stays in force")
        }
        notifier.tell(.ready)
    }

    private func listen() {
        for (name, council) in councils.sorted(by: { $0.key < $1.key }) {
            guard let process = council.process else { continue }
            for message in process.messages() {
                switch message {
                case .ask: turns.ask(name)
                case .giveBack: turns.giveBack(name)
                case .ready: log.debug("has looked at everything", metadata: ["council": "\(name)"])
                case .well, .failing: break
                }
            }
            process.relayLines()
        }
    }

    private func wait(until moment: ContinuousClock.Instant) {
        if releasesMemory {
            ProcessMemory.release()
            releasesMemory = false
        }
        let numbers = [signals.number] + councils.values.flatMap { $0.process?.descriptors ?? [] }
        var waited = numbers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let milliseconds = max(0, min((moment - .now).inMilliseconds.rounded(.up), 60_000))
        poll(&waited, nfds_t(waited.count), Int32(milliseconds))
    }

    private func nextMoment(after now: ContinuousClock.Instant) -> ContinuousClock.Instant {
        var moments = [nextHealth]
        if notifier.watchdogInterval != nil { moments.append(nextAlive) }
        if let lapse = turns.nextLapse { moments.append(lapse) }
        for council in councils.values {
            if let process = council.process {
                // One that was killed is waited for by its signal.
                let last = process.end ?? process.lastSign + plan.longestSilence
                moments.append(process.isKilled || process.end != nil ? max(last, now + .seconds(1)) : last)
            } else if council.service != nil, !isStopping {
                moments.append(council.nextStart)
            }
        }
        return max(moments.min() ?? now, now + .milliseconds(1))
    }

    // MARK: - Status

    /// The councils that do not do what they should, in alphabetical order.
    private var failing: [String] {
        councils.filter { $0.value.service != nil && $0.value.process?.isWell != true }.keys.sorted()
    }

    private func report(at now: ContinuousClock.Instant) {
        if let interval = notifier.watchdogInterval, now >= nextAlive {
            notifier.tell(.alive)
            nextAlive = now + interval / 3
        }
        if now >= nextHealth { writeHealth() }
        let failing = failing
        let status =
            "\(plan.councils.count) councils" + (failing.isEmpty ? "" : "; failing: \(failing.joined(separator: ", "))")
        if status != toldStatus { notifier.tell(.status(status)) }
        toldStatus = status
    }

    private func writeHealth() {
        nextHealth = .now + HealthFile.interval
        guard let path = plan.healthFile else { return }
        let failing = failing
        do throws(PublicationError) {
            let reason = failing.isEmpty ? nil : "failing: \(failing.joined(separator: ", "))"
            try HealthFile(path: path).write(isWell: failing.isEmpty, reason: reason)
            toldFailure = nil
        } catch {
            if toldFailure != error { log.warning("\(error.description)") }
            toldFailure = error
        }
    }
}
