// SPDX-License-Identifier: Apache-2.0

/// The turns of a service to make papers: of one council alone as many as it likes, of one among several one at a time.
final class Turns {
    private let supervisor: SupervisorLink?
    private let goesOn: () -> Bool
    private var hasTurn = false

    /// - Parameters:
    ///   - supervisor: who grants them; `nil` where everything may be made at any time.
    ///   - goesOn: is called a few times a second while a turn is waited for; what it returns is whether to wait on, and never again true after it
    ///     was false.
    init(of supervisor: SupervisorLink?, whileWaiting goesOn: @escaping () -> Bool) {
        self.supervisor = supervisor
        self.goesOn = goesOn
    }

    /// Waits for a turn, unless there is one.
    ///
    /// - Returns: whether a paper may be made; not where the service is to stop.
    func take() -> Bool {
        guard let supervisor else { return true }
        if !hasTurn { hasTurn = supervisor.takeTurn(whileWaiting: goesOn) }
        return hasTurn
    }

    func giveBack() {
        if hasTurn { supervisor?.tell(.giveBack) }
        hasTurn = false
    }
}
