// SPDX-License-Identifier: Apache-2.0

import CrashReporting
import Publishing

/// A worker that makes papers of one workspace that stays as it is, each when it is asked for. It writes nothing.
final class PublishingWorker {
    private let settings: WorkerSettings
    private let channel: MessageChannel

    init(settings: WorkerSettings, channel: MessageChannel) {
        self.settings = settings
        self.channel = channel
    }

    func run() throws(MessageChannel.Failure) -> Never {
        var publisher: PaperPublisher?
        while true {
            guard case .publish(let key) = try channel.receive(WorkerRequest.self).message else { throw .garbled }
            var bytes: [UInt8] = []
            let reply: WorkerReply
            do throws(PublicationError) {
                // Read under the limits of the first paper, since reading may take as long as making it.
                let opened: PaperPublisher
                if let publisher { opened = publisher } else { opened = try open() }
                publisher = opened
                let publication = try opened.publish(key)
                bytes = publication.files.flatMap(\.bytes)
                reply = .published(PublishedPaper(publication))
            } catch {
                reply = .failed(error)
            }
            try channel.send(reply, bytes: bytes)
        }
    }

    private func open() throws(PublicationError) -> PaperPublisher {
        let request = PublicationRequest(
            workspace: settings.workspace,
            theme: settings.theme,
            formats: settings.formats,
            madeAt: settings.madeAt
        )
        return try PaperPublisher(request, with: ProgramFiles(folder: settings.program)) { [channel] in
            try? channel.send(WorkerReply.began($0))
        }
    }
}
