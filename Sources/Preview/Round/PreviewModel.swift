// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Publishing
import Synchronization

/// What the preview knows now, and who wants to be told when it changes. Shared by the thread that makes papers and the tasks that serve them.
///
/// A page that is open is told only that there is something new, and then asks what: however many changes it has missed, one sign is kept for
/// it. So a page that does not listen costs as much memory as one that does.
final class PreviewModel: Sendable {
    private struct State {
        var round = PreviewRound()
        var listeners: [Int: Listener] = [:]
        var nextListener = 0
        var hasEnded = false
    }

    /// Somebody who wants to be told.
    private struct Listener {
        var signs: AsyncStream<Void>.Continuation
        /// Since when something is being sent that is not taken.
        var sendingSince: ContinuousClock.Instant?
        var drop: @Sendable () -> Void
    }

    /// Names this run of the program: a page of another run has none of its generations.
    let instance: String
    private let state = Mutex(State())

    init(instance: String) { self.instance = instance }

    var round: PreviewRound { state.withLock { $0.round } }

    /// The number of pages that listen.
    var listenerCount: Int { state.withLock { $0.listeners.count } }

    /// Takes a round in place of the one before, and tells everybody if anything that shows has changed.
    func publish(_ round: PreviewRound) {
        state.withLock { state in
            guard let next = state.round.succeeded(by: round) else { return }
            state.round = next
            for listener in state.listeners.values { listener.signs.yield() }
        }
    }

    // MARK: - Listening

    /// Begins to listen: a sign is kept for whoever is busy, and no more than one.
    ///
    /// - Parameter drop: ends the connection, if nothing that is sent over it is taken any more.
    func listen(drop: @escaping @Sendable () -> Void) -> (id: Int, signs: AsyncStream<Void>) {
        let (signs, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.nextListener += 1
            if state.hasEnded {
                continuation.finish()
            } else {
                state.listeners[state.nextListener] = Listener(signs: continuation, drop: drop)
            }
            return state.nextListener
        }
        return (id, signs)
    }

    /// Ends to listen.
    func leave(_ id: Int) {
        state.withLock { $0.listeners.removeValue(forKey: id) }?.signs.finish()
    }

    /// Notes that something is being sent, or that it was taken.
    func noteSending(_ id: Int, since start: ContinuousClock.Instant?) {
        state.withLock { $0.listeners[id]?.sendingSince = start }
    }

    /// Has every page that is open be sent a sign of life, and drops those that have not taken what was sent for a while.
    func beat(at now: ContinuousClock.Instant, longestSending: Duration = .seconds(20)) {
        let late = state.withLock { state in
            var late: [@Sendable () -> Void] = []
            for listener in state.listeners.values {
                if let start = listener.sendingSince, now - start > longestSending { late.append(listener.drop) }
                listener.signs.yield()
            }
            return late
        }
        for drop in late { drop() }
    }

    /// Lets every page go: the program ends.
    func end() {
        let listeners = state.withLock { state in
            state.hasEnded = true
            defer { state.listeners = [:] }
            return state.listeners.values.map(\.signs)
        }
        for signs in listeners { signs.finish() }
    }

    // MARK: - Generations

    /// A generation of this run, as pages know it: `4f2a-7`.
    func name(ofGeneration generation: Int) -> String { "\(instance)-\(generation)" }

    /// The generation that a page names; zero for one of another run, or none.
    func generation(named name: String?) -> Int {
        guard let name, let hyphen = name.lastIndex(of: "-"), name[..<hyphen] == instance else { return 0 }
        return Int(name[name.index(after: hyphen)...]) ?? 0
    }
}
