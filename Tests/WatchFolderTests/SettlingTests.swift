// SPDX-License-Identifier: Apache-2.0

import Glibc
import Intake
import Testing
import WorkspaceFiles

@testable import WatchFolder

/// The times are told, so that nothing waits.
struct SettlingTests {
    private let start = ContinuousClock.now
    private var settling = Settling(quiet: .milliseconds(200), absence: .seconds(1), maximumWait: .seconds(2))

    private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

    /// What a file looks like after its so manieth save.
    private func save(_ number: Int) -> TreeEntry {
        var status = stat()
        status.st_size = number
        return .file(FileMark(status))
    }

    @Test mutating func `a change is ready once it has stayed as it is`() {
        settling.observe(["a": save(1)], at: at(0))
        let early = settling.settled(at: at(199))
        #expect(early == [:])
        let late = settling.settled(at: at(200))
        #expect(late == ["a": save(1)])
        let look = settling.nextLook(after: at(10))
        #expect(look == at(200))
    }

    @Test mutating func `a burst of saves is ready once, as it is at its end`() {
        for number in 1...50 {
            settling.observe(["a": save(number)], at: at(number * 100))
            let during = settling.settled(at: at(number * 100))
            #expect(during == [:])
        }
        let after = settling.settled(at: at(5200))
        #expect(after == ["a": save(50)])
    }

    @Test mutating func `a file that is open for writing is waited for, but not for ever`() {
        settling.observe(["a": save(1)], at: at(0))
        let soon = settling.isOverdue("a", at: at(1999))
        #expect(!soon)
        settling.unsettle("a", at: at(1800))
        let waits = settling.settled(at: at(1999))
        #expect(waits == [:])
        let late = settling.isOverdue("a", at: at(2000))
        #expect(late)
        let ready = settling.settled(at: at(2000))
        #expect(ready == ["a": save(1)])
    }

    @Test mutating func `files that are saved together are ready together`() {
        settling.observe(["a": save(1)], at: at(0))
        settling.observe(["a": save(1), "b": save(1)], at: at(150))
        let early = settling.settled(at: at(250))
        #expect(early == [:])
        let late = settling.settled(at: at(350))
        #expect(late == ["a": save(1), "b": save(1)])
    }

    @Test mutating func `a file that is written for minutes holds the others up for a while only`() {
        settling.observe(["other": save(1)], at: at(-1000))
        settling.take("other", save(1))
        for number in 0...30 {
            settling.observe(["other": save(1), "a": save(1), "slow": save(number)], at: at(number * 100))
        }
        let early = settling.settled(at: at(1900))
        #expect(early == [:])
        let late = settling.settled(at: at(3050))
        #expect(late == ["a": save(1)])
    }

    @Test mutating func `at the beginning nothing is ready before everything is`() {
        for number in 0...30 { settling.observe(["a": save(1), "slow": save(number)], at: at(number * 100)) }
        let early = settling.settled(at: at(3050))
        #expect(early == [:])
        let late = settling.settled(at: at(3200))
        #expect(late == ["a": save(1), "slow": save(30)])
    }

    @Test mutating func `what was taken is not ready again until it changes`() {
        settling.observe(["a": save(1)], at: at(0))
        settling.take("a", save(1))
        settling.observe(["a": save(1)], at: at(500))
        #expect(settling.isQuiet)
        let look = settling.nextLook(after: at(500))
        #expect(look == nil)
        settling.observe(["a": save(2)], at: at(600))
        let changed = settling.settled(at: at(800))
        #expect(changed == ["a": save(2)])
    }

    @Test mutating func `what comes and goes, or is put back, is nothing`() {
        settling.observe(["a": save(1)], at: at(0))
        settling.take("a", save(1))
        settling.observe(["a": save(1), "passing": save(1)], at: at(100))
        settling.observe(["a": save(2)], at: at(150))
        settling.observe(["a": save(1)], at: at(200))
        #expect(settling.isQuiet)
    }

    @Test mutating func `a file that is removed and made again is a change, and one that stays away is one`() {
        settling.observe(["a": save(1)], at: at(0))
        settling.take("a", save(1))
        settling.observe([:], at: at(100))
        settling.observe(["a": save(2)], at: at(200))
        let again = settling.settled(at: at(400))
        #expect(again == ["a": save(2)])
        settling.observe([:], at: at(500))
        let look = settling.nextLook(after: at(600))
        #expect(look == at(1500))
        let gone = settling.settled(at: at(1500))
        #expect(gone == ["a": nil])
    }

    @Test mutating func `a file that is renamed away for a save is waited for, and so are others`() {
        settling.observe(["a": save(1), "b": save(1)], at: at(0))
        settling.take("a", save(1))
        settling.take("b", save(1))
        settling.observe(["b": save(2)], at: at(100))
        let without = settling.settled(at: at(1099))
        #expect(without == [:])
        settling.observe(["a": save(2), "b": save(2)], at: at(900))
        let back = settling.settled(at: at(1100))
        #expect(back == ["a": save(2), "b": save(2)])
    }

    @Test mutating func `a file that moved while it was read settles anew`() {
        settling.observe(["a": save(1)], at: at(0))
        settling.unsettle("a", at: at(200))
        let early = settling.settled(at: at(399))
        #expect(early == [:])
        let late = settling.settled(at: at(400))
        #expect(late == ["a": save(1)])
    }
}
