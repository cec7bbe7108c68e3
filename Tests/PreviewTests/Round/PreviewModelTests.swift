// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Publishing
import Synchronization
import Testing

@testable import Preview

/// What is known at one time, and who is told.
struct PreviewModelTests {
    private func round(_ titles: String...) -> PreviewRound {
        var round = PreviewRound()
        round.papers = titles.enumerated().map { index, title in
            var paper = PreviewPaper(key: PaperKey(id: "p\(index)", audience: .public), edition: .whole, state: .good)
            paper.title = title
            return paper
        }
        return round
    }

    @Test func `a generation is a change that shows`() {
        let model = PreviewModel(instance: "run")
        model.publish(round("one", "two"))
        #expect(model.round.generation == 1)
        #expect(model.round.papers.map(\.changed) == [1, 1])
        model.publish(round("one", "two"))
        #expect(model.round.generation == 1)
        model.publish(round("one", "three"))
        #expect(model.round.generation == 2)
        #expect(model.round.papers.map(\.changed) == [1, 2])
        #expect(model.round.papersChanged(since: 1).map(\.id) == ["p1"])
        model.publish(round("one"))
        #expect(model.round.generation == 3)
        #expect(model.round.papersChanged(since: 2).map(\.id) == ["p1"])
        #expect(model.round.papersChanged(since: 3) == [])
    }

    @Test func `papers that went away are forgotten after a hundred`() {
        let model = PreviewModel(instance: "run")
        for _ in 0..<150 {
            model.publish(round("one", "two"))
            model.publish(round("one"))
        }
        #expect(model.round.generation == 300)
        #expect(model.round.removals.count == 100)
    }

    @Test func `whoever is busy finds one sign, however many changes there were`() async {
        let model = PreviewModel(instance: "run")
        let listening = model.listen {}
        for number in 1...50 { model.publish(round("\(number)")) }
        var signs = 0
        model.leave(listening.id)
        for await _ in listening.signs { signs += 1 }
        #expect(signs == 1)
        #expect(model.listenerCount == 0)
    }

    @Test func `a page that does not take what is sent is dropped, and no other`() async {
        let model = PreviewModel(instance: "run")
        let dropped = Mutex<[String]>([])
        let slow = model.listen { dropped.withLock { $0.append("slow") } }
        _ = model.listen { dropped.withLock { $0.append("idle") } }
        let now = ContinuousClock.now
        model.noteSending(slow.id, since: now)
        model.beat(at: now + .seconds(20))
        #expect(dropped.withLock { $0 } == [])
        model.beat(at: now + .seconds(21))
        #expect(dropped.withLock { $0 } == ["slow"])
        model.noteSending(slow.id, since: nil)
        model.beat(at: now + .seconds(60))
        #expect(dropped.withLock { $0 } == ["slow"])
    }

    @Test func `at the end every page is let go, also one that comes late`() async {
        let model = PreviewModel(instance: "run")
        let early = model.listen {}
        model.end()
        let late = model.listen {}
        var signs = 0
        for await _ in early.signs { signs += 1 }
        for await _ in late.signs { signs += 1 }
        #expect(signs == 0)
        #expect(model.listenerCount == 0)
    }
}
