// SPDX-License-Identifier: Apache-2.0

/// How long to wait before the next broker is tried: every one once without a wait, then 0.5 s, 1 s and so on up to 30 s, each up to a half longer by
/// chance, so that the workers of a site do not come back all at once.
struct ReconnectDelay {
    static let longest = Duration.seconds(30)

    private let brokers: Int
    private var failures = 0

    init(brokers: Int) { self.brokers = max(1, brokers) }

    /// The wait after a failure.
    ///
    /// - Parameter chance: from 0 to 1.
    mutating func next(chance: Double = .random(in: 0...1)) -> Duration {
        failures += 1
        guard failures >= brokers else { return .zero }
        let wait = min(.milliseconds(500 * (1 << min(failures - brokers, 10))), Self.longest)
        return wait + wait * (chance / 2)
    }

    /// A connection was made.
    mutating func reset() { failures = 0 }
}

/// The broker that is connected to, whichever of several it is.
struct BrokerPool {
    private let access: BrokerAccess
    private var index: Int
    private var delay: ReconnectDelay

    init(_ access: BrokerAccess) {
        self.access = access
        // Workers spread over the nodes.
        index = access.addresses.isEmpty ? 0 : .random(in: access.addresses.indices)
        delay = ReconnectDelay(brokers: access.addresses.count)
    }

    /// Connects to the next broker.
    ///
    /// - Returns: the connection, or why there is none and how long to wait before this is called again.
    mutating func connect() -> Result<BrokerConnection, Failure> {
        let address = access.addresses[index]
        index = (index + 1) % access.addresses.count
        do throws(BrokerError) {
            let connection = try BrokerConnection(to: address, with: access)
            for queue in QueueDeclaration.all { try connection.declare(queue) }
            delay.reset()
            return .success(connection)
        } catch {
            return .failure(Failure(error: error, wait: delay.next()))
        }
    }

    struct Failure: Error {
        var error: BrokerError
        var wait: Duration
    }
}
