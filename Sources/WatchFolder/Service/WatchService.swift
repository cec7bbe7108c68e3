// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Logging
package import Publishing
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Keeps the papers of a workspace current until it is stopped.
///
/// SIGTERM and SIGINT stop it: a paper that is being made is finished, unless that takes longer than the configuration allows, and no
/// other begun. SIGHUP has everything read and made anew.
///
/// - Parameters:
///   - notifier: runs the council's program on events, or `nil` for none.
///   - supervisor: of several councils, of which this is one, or `nil`.
/// - Returns: what its one round came to, where it was to end after one.
/// - Throws: a ``PublicationError`` where it cannot begin, or a fault of ours ends it.
package func watch(
    _ configuration: WatchConfiguration,
    with program: ProgramFiles,
    notifier: Notifier? = nil,
    supervisor: SupervisorLink? = nil,
    log: Logger
) async throws(PublicationError) -> WatchResult {
    // A worker may be gone when it is written to, and has to be waited for when it has ended.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGCHLD, SIG_DFL)
    guard let wake = Wake() else { throw PublicationError(.inputOutput, "the system has no event for us") }
    let service = WatchService(
        configuration: configuration,
        program: program,
        notifier: notifier,
        supervisor: supervisor,
        wake: wake,
        log: log
    )
    var quiet = log
    quiet.logLevel = .error
    let group = ServiceGroup(
        configuration: ServiceGroupConfiguration(
            services: [
                .init(service: service, successTerminationBehavior: .gracefullyShutdownGroup),
                .init(service: RestartService(wake: wake)),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: quiet
        )
    )
    do {
        try await group.run()
    } catch let error as PublicationError {
        throw error
    } catch {
        throw PublicationError(.fault, "internal error: \(error)")
    }
    return service.result
}

/// What one round of the watch folder came to.
package struct WatchResult: Hashable, Sendable {
    /// Whether every paper is current.
    package var isCurrent = true
    /// How many drops were not taken.
    package var untakenDrops = 0
}

/// The loop as a service.
private final class WatchService: Service {
    private let configuration: WatchConfiguration
    private let program: ProgramFiles
    private let notifier: Notifier?
    private let supervisor: SupervisorLink?
    private let wake: Wake
    private let log: Logger
    private let ended = Mutex(WatchResult())

    var result: WatchResult { ended.withLock { $0 } }

    init(
        configuration: WatchConfiguration,
        program: ProgramFiles,
        notifier: Notifier?,
        supervisor: SupervisorLink?,
        wake: Wake,
        log: Logger
    ) {
        self.configuration = configuration
        self.program = program
        self.notifier = notifier
        self.supervisor = supervisor
        self.wake = wake
        self.log = log
    }

    func run() async throws {
        let end = await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await WorkThread.run { [configuration, program, notifier, supervisor, wake, log] in
                    WatchLoop(
                        configuration: configuration,
                        program: program,
                        notifier: notifier,
                        supervisor: supervisor,
                        wake: wake,
                        log: log
                    ).run()
                }
            } onGracefulShutdown: { [wake, configuration, log] in
                wake.stop()
                Task.detached {
                    try? await Task.sleep(for: configuration.longestStop)
                    // Every file is put in its place whole: a paper that is not finished leaves nothing behind that the next start
                    // does not take away.
                    log.warning("ended in the middle of a paper, which took too long")
                    _exit(0)
                }
            }
        } onCancel: { [wake] in
            wake.stop()
        }
        switch end {
        case .failed(let error): throw error
        case .oneRound(let result): ended.withLock { $0 = result }
        case .stopped: break
        case nil: throw PublicationError(.inputOutput, "the system has no thread for us")
        }
    }
}

/// Listens for SIGHUP.
private struct RestartService: Service {
    let wake: Wake

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { wake.restart() }
    }
}
