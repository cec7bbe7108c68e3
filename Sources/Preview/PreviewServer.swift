// SPDX-License-Identifier: Apache-2.0

import Glibc
import Hummingbird
package import Logging
import NIOCore
package import Publishing
import ServiceLifecycle
import Synchronization
import UnixSignals
import WatchFolder

/// Serves a preview of a workspace until it is stopped by SIGTERM or SIGINT.
///
/// - Parameter announce: is called with the address once it can be opened.
/// - Throws: a ``PublicationError`` if the workspace is not there, or the port cannot be had.
package func preview(
    _ configuration: PreviewConfiguration,
    with program: ProgramFiles,
    log: Logger,
    announce: @escaping @Sendable (_ address: String) -> Void
) async throws(PublicationError) {
    // A browser may be gone when it is written to.
    signal(SIGPIPE, SIG_IGN)
    guard isFolder(configuration.workspace) else {
        throw PublicationError(.usage, "there is no folder \(configuration.workspace)")
    }
    guard let wake = Wake() else { throw PublicationError(.inputOutput, "the system has no event for us") }
    let model = PreviewModel(instance: String(UInt32.random(in: .min ... .max), radix: 16))
    let pictures = PictureQueue(wake: wake)
    let site = PreviewSite(
        model: model,
        gate: RequestGate(token: configuration.token),
        pictures: pictures,
        audience: configuration.audience
    )
    let application = application(serving: site, port: configuration.port, log: log, announce: announce)
    let loop = LoopService(
        configuration: configuration,
        program: program,
        wake: wake,
        site: site,
        pictures: pictures,
        log: log
    )
    let group = ServiceGroup(
        configuration: ServiceGroupConfiguration(
            services: [
                // The last is ended first: it lets the pages go that are open, for which the server waits.
                .init(service: application),
                .init(service: BeatService(model: model, interval: configuration.beat)),
                .init(service: loop, successTerminationBehavior: .gracefullyShutdownGroup),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: log.silent
        )
    )
    do {
        try await group.run()
    } catch let error as PublicationError {
        throw error
    } catch let error as IOError {
        let reason = String(cString: strerror(error.errnoCode))
        let hint =
            error.errnoCode == EADDRINUSE
            ? ": another program uses it; choose another with --port, or leave --port out" : ": \(reason)"
        throw PublicationError(.inputOutput, "port \(configuration.port) cannot be used\(hint)")
    } catch {
        throw PublicationError(.fault, "internal error: \(error)")
    }
}

private func isFolder(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return errno != ENOENT && errno != ENOTDIR }
    closedir(folder)
    return true
}

/// The loop as a service.
private struct LoopService: Service {
    let configuration: PreviewConfiguration
    let program: ProgramFiles
    let wake: Wake
    let site: PreviewSite
    let pictures: PictureQueue
    let log: Logger

    /// How long a paper that is being made may hold up the end; nothing is lost by it.
    private static let longestStop = Duration.milliseconds(700)

    func run() async throws {
        let hasRun: Bool? = await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await WorkThread.run { [configuration, program, wake, site, pictures, log] in
                    PreviewLoop(
                        configuration,
                        program: program,
                        wake: wake,
                        model: site.model,
                        pictures: pictures,
                        log: log
                    ).run()
                    return true
                }
            } onGracefulShutdown: { [wake, site, pictures] in
                wake.stop()
                // Pages that are open are let go at once.
                site.model.end()
                pictures.end()
                Task.detached {
                    try? await Task.sleep(for: Self.longestStop)
                    _exit(0)
                }
            }
        } onCancel: { [wake, site, pictures] in
            wake.stop()
            site.model.end()
            pictures.end()
        }
        if hasRun == nil { throw PublicationError(.inputOutput, "the system has no thread for us") }
    }
}

/// Sends signs of life to pages that are open.
private struct BeatService: Service {
    let model: PreviewModel
    let interval: Duration

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: interval)) != nil { model.beat(at: .now) }
        }
    }
}
