// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// The message that a signal handler writes, composed before there is a signal.
///
/// There are two buffers, never given back: a message is composed in the one that is not current, so that the handler never
/// finds half of one.
struct PreparedMessage {
    private static let capacity = 2048
    private let buffers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>>

    init() {
        buffers = .allocate(capacity: 2)
        for index in 0..<2 {
            let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: Self.capacity)
            buffer.initialize(to: 0)
            (buffers + index).initialize(to: buffer)
        }
    }

    /// Makes a text the message.
    func prepare(_ text: String) {
        let bytes = text.utf8.prefix(Self.capacity - 1).map { CChar(bitPattern: $0) } + [0]
        buffers[1].update(from: bytes, count: bytes.count)
        swap(&buffers[0], &buffers[1])
    }

    /// The message.
    var text: String { String(cString: buffers[0]) }

    /// Writes the message to the standard error.
    func write() { _ = Glibc.write(STDERR_FILENO, buffers[0], strlen(buffers[0])) }
}

/// The messages of the threads that work beside others, each in a slot that its thread claims, and that of all other threads.
///
/// A slot is found by its thread with loads alone, which a signal handler may do.
enum ThreadMessages {
    private static let slots = 64
    nonisolated(unsafe) private static let shared = PreparedMessage()
    /// By slot; zero for one that is free.
    nonisolated(unsafe) private static let threads: UnsafeMutablePointer<Atomic<UInt>> = {
        let threads = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: slots)
        for slot in 0..<slots { (threads + slot).initialize(to: Atomic(0)) }
        return threads
    }()
    nonisolated(unsafe) private static let messages: UnsafeMutablePointer<PreparedMessage> = {
        let messages = UnsafeMutablePointer<PreparedMessage>.allocate(capacity: slots)
        for slot in 0..<slots { (messages + slot).initialize(to: PreparedMessage()) }
        return messages
    }()

    /// That of this thread.
    static var current: PreparedMessage { slot(of: UInt(pthread_self())).map { messages[$0] } ?? shared }

    private static func slot(of thread: UInt) -> Int? {
        (0..<slots).first { threads[$0].load(ordering: .relaxed) == thread }
    }

    /// Claims a slot for this thread.
    ///
    /// - Returns: `false` if there is none left.
    static func claim() -> Bool {
        let thread = UInt(pthread_self())
        // A signal handler must find it made.
        _ = messages
        return (0..<slots).contains { slot in
            threads[slot].compareExchange(expected: 0, desired: thread, ordering: .acquiring).exchanged
        }
    }

    /// Gives the slot of this thread back.
    static func release() {
        if let slot = slot(of: UInt(pthread_self())) { threads[slot].store(0, ordering: .releasing) }
    }
}
