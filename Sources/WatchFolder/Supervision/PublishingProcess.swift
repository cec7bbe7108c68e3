// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc
package import PaperTree
package import Publishing

/// A confined process that makes papers of one workspace that stays as it is, for a program that has the workspace from elsewhere.
///
/// It may read the workspace and the program's files, writes nothing, and has no network. It ends with its owner. Its owner starts it, asks it and
/// ends it from one thread that lives as long as it does.
package final class PublishingProcess {
    /// Why a paper was not made.
    package enum Failure: Error, Hashable, Sendable {
        /// Errors in the workspace hold it up, so many.
        case problems(Int)
        /// It took more processor time or memory than it may, with what it took; it would again.
        case breach(String)
        /// The process ended, hung or was not started, with the reason; another may not.
        case ended(String)
        /// There is no such paper, or the program has a fault, with the reason.
        case refused(PublicationError)
        /// Whoever waits for it gave up.
        case stopped
    }

    private let conversation: WorkerConversation

    /// Starts the process.
    ///
    /// - Parameters:
    ///   - request: its workspace, its theme, its formats and its time; papers are named one by one.
    ///   - command: the path of the executable and its arguments.
    ///   - isStopping: is asked several times a second while the process is waited for; `true` ends it.
    /// - Throws: a ``Failure``.
    package init(
        _ request: PublicationRequest,
        with program: ProgramFiles,
        limits: WorkerLimits = WorkerLimits(),
        isConfined: Bool = true,
        command: [String] = ["/proc/self/exe", "worker"],
        isStopping: @escaping () -> Bool
    ) throws(Failure) {
        let settings = WorkerSettings(
            role: .publishing,
            workspace: request.workspace,
            program: program.folder,
            theme: request.theme,
            formats: request.formats,
            madeAt: request.madeAt,
            restrictedFolder: nil,
            isConfined: isConfined,
            supervisor: getpid()
        )
        let activity = Activity.reading(request.workspace)
        do {
            (conversation, warnings) = try WorkerConversation.start(
                command,
                settings: settings,
                for: activity,
                limits: limits,
                heartbeat: { () throws(WorkerFault) in
                    if isStopping() { throw WorkerFault(cause: .stopped, activity: activity) }
                }
            )
        } catch {
            throw Self.failure(error)
        }
    }

    /// What of its confinement the system does not have, in a sentence each.
    package let warnings: [String]

    /// Makes a paper in one of its editions. After a failure other than ``Failure/problems(_:)`` and ``Failure/refused(_:)`` the process has ended.
    ///
    /// - Parameter edition: that of the paper's files.
    /// - Throws: a ``Failure``.
    package func publish(_ key: PaperKey, edition: Edition) throws(Failure) -> [Publication.File] {
        do {
            try conversation.send(.publish(key))
            switch try conversation.reply() {
            case (.published(let paper), let bytes):
                if paper.errors > 0 { throw Failure.problems(paper.errors) }
                guard let files = paper.files(of: key, edition: edition, with: bytes), !files.isEmpty else {
                    throw conversation.garbled()
                }
                return files
            case (.failed(let error), _): throw Failure.refused(error)
            default: throw conversation.garbled()
            }
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> Failure {
        switch error {
        case let failure as Failure: failure
        case let fault as WorkerFault where fault.cause == .stopped: .stopped
        case let fault as WorkerFault: fault.isBreach ? .breach(fault.reason) : .ended(fault.reason)
        case let error as PublicationError: .refused(error)
        default: .ended("\(error)")
        }
    }
}
