// SPDX-License-Identifier: Apache-2.0

package import Logging
package import Publication
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Keeps the papers of a workspace current until it is told to stop.
///
/// SIGTERM and SIGINT stop it: a paper that is being made is finished, and no other begun. SIGHUP has everything read and made
/// anew.
///
/// - Returns: whether every paper was current at the end.
/// - Throws: a ``PublicationError`` where it cannot begin, or a fault of ours ends it.
package func watch(
    _ configuration: WatchConfiguration,
    with program: ProgramFiles,
    log: Logger
) async throws(PublicationError) -> Bool {
    guard let wake = Wake() else { throw PublicationError(.inputOutput, "the system has no event for us") }
    let service = WatchService(configuration: configuration, program: program, wake: wake, log: log)
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
    return service.wasCurrent
}

/// The loop as a service.
private final class WatchService: Service {
    private let configuration: WatchConfiguration
    private let program: ProgramFiles
    private let wake: Wake
    private let log: Logger
    private let current = Atomic(true)

    var wasCurrent: Bool { current.load(ordering: .acquiring) }

    init(configuration: WatchConfiguration, program: ProgramFiles, wake: Wake, log: Logger) {
        self.configuration = configuration
        self.program = program
        self.wake = wake
        self.log = log
    }

    func run() async throws {
        let end = await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await WorkThread.run { [configuration, program, wake, log] in
                    WatchLoop(configuration: configuration, program: program, wake: wake, log: log).run()
                }
            } onGracefulShutdown: { [wake] in
                wake.stop()
            }
        } onCancel: { [wake] in
            wake.stop()
        }
        switch end {
        case .failed(let error): throw error
        case .oneRound(let isCurrent): current.store(isCurrent, ordering: .releasing)
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
