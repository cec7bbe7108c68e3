// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// What Hummingbird knows of a request besides what came: the connection, which ends when nobody takes what is sent over it.
struct ConnectionContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}

/// Carries requests from Hummingbird to the ``PreviewSite``, and its answers back. It decides nothing.
struct PreviewResponder: HTTPResponder {
    let site: PreviewSite

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        let asked = PreviewRequest(request)
        let answer = await site.respond(to: asked)
        var fields = HTTPFields()
        for (name, value) in answer.fields {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let status = HTTPResponse.Status(code: answer.status)
        switch answer.body {
        case .bytes(let bytes, _):
            return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .events(let generation):
            return Response(status: status, headers: fields, body: events(since: generation, over: context.channel))
        case nil:
            fields[.contentLength] = "0"
            let channel = context.channel
            guard answer.status == 413 else { return Response(status: status, headers: fields) }
            // Whatever else is sent is not even read.
            return Response(
                status: status,
                headers: fields,
                body: ResponseBody { writer in
                    try await writer.finish(nil)
                    channel.close(promise: nil)
                }
            )
        }
    }

    /// The events for one page, until it goes away or the program ends.
    private func events(since generation: Int, over channel: any Channel) -> ResponseBody {
        ResponseBody { [site] writer in
            let listening = site.model.listen { channel.close(promise: nil) }
            defer { site.model.leave(listening.id) }
            var shown = generation
            // A browser that loses the connection asks again after a second.
            try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
            var signs = listening.signs.makeAsyncIterator()
            repeat {
                let event = site.event(since: shown)
                shown = event.generation
                site.model.noteSending(listening.id, since: .now)
                try await writer.write(ByteBuffer(bytes: event.bytes))
                site.model.noteSending(listening.id, since: nil)
            } while await signs.next() != nil
            try await writer.finish(nil)
        }
    }
}

extension PreviewRequest {
    fileprivate init(_ request: Request) {
        let fields = request.headers
        self.init(
            method: request.method.rawValue,
            target: request.head.path ?? "",
            host: request.head.authority,
            origin: fields[.origin],
            fetchSite: HTTPField.Name("Sec-Fetch-Site").flatMap { fields[$0] },
            lastEvent: HTTPField.Name("Last-Event-ID").flatMap { fields[$0] },
            hasBody: fields[.transferEncoding] != nil || fields[.contentLength].map { $0 != "0" } ?? false
        )
    }
}
