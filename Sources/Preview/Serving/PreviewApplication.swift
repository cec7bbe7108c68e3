// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The server of a site, on the loopback interface alone.
///
/// - Parameters:
///   - port: zero for any that is free.
///   - announce: is called with the address once it can be opened.
func application(
    serving site: PreviewSite,
    port: Int,
    log: Logger,
    announce: @escaping @Sendable (_ address: String) -> Void
) -> Application<PreviewResponder> {
    Application(
        responder: PreviewResponder(site: site),
        server: .http1(configuration: ServerLimits.connection),
        configuration: ApplicationConfiguration(
            address: .hostname("127.0.0.1", port: port),
            backlog: 64,
            availableConnectionsDelegate: MaximumAvailableConnections(ServerLimits.mostConnections, logger: log.silent)
        ),
        onServerRunning: { channel in
            guard let port = channel.localAddress?.port else { return }
            site.gate.open(port: port)
            announce("http://127.0.0.1:\(port)/" + site.gate.root.map { $0 + "/" }.joined())
        },
        logger: log.silent
    )
}

/// What the server takes from anybody: a browser sends less, and a page of another site no more.
enum ServerLimits {
    /// Tabs that are seen listen, and each loads pictures: those of many windows.
    static let mostConnections = 256
    /// The most bytes of one field of a request, and of all of them.
    static let mostFieldBytes = 8 << 10
    static let mostHeadBytes = 16 << 10

    static let connection = HTTP1Channel.Configuration(
        // A connection on which nothing is asked for; a page that listens has a sign of life more often.
        idleTimeout: .seconds(15),
        httpDecoderConfiguration: .init(
            maxHeaderFieldSize: mostFieldBytes,
            maxHeaderListSize: mostHeadBytes,
            maxHeaderFieldCount: 64
        )
    )
}

extension Logger {
    /// A logger that tells of faults alone: lines of libraries would name requests.
    var silent: Logger {
        var logger = self
        logger.logLevel = .critical
        return logger
    }
}
