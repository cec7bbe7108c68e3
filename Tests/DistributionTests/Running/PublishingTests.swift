// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Publishing
import TestSupport
import Testing
import WatchFolder

@testable import Distribution

/// What a worker makes of one paper, against what a run over the workspace makes.
struct PaperPublishingTests {
    /// The files of a run, and those of a confined process that is asked for each paper by itself.
    private func made(
        of workspace: String,
        formats: Set<PublicationRequest.Format>
    ) throws -> (run: [Publication.File], each: [Publication.File]) {
        let request = PublicationRequest(workspace: workspace, formats: formats)
        let plan = try plan(request, from: try WorkspaceSnapshot(of: workspace).files, with: Repository.program)
        #expect(!plan.papers.isEmpty)
        let process = try PublishingProcess(
            request,
            with: Repository.program,
            command: [Repository.folder + "/.build/debug/cleardays-worker", "worker"],
            isStopping: { false }
        )
        let each = try plan.papers.flatMap { key in
            try process.publish(key, edition: key.audience == .restricted ? .restricted : .whole)
        }
        return (try publish(request, with: Repository.program).files, each)
    }

    @Test func `every paper by itself is that of a run over the workspace, to the byte`() throws {
        let (run, each) = try made(of: Repository.program.starter, formats: [.pdf, .html, .treeJSON])
        #expect(run.map(\.name) == each.map(\.name))
        #expect(run.map(\.bytes) == each.map(\.bytes))
        #expect(run.count == 6)
    }

    @Test func `each edition of a paper with something exempt is that of a run`() throws {
        let folder = try ExemptWorkspace.make()
        let (run, each) = try made(of: folder.path + "/round", formats: [.pdf])
        #expect(run.map(\.name) == each.map(\.name))
        #expect(run.map(\.bytes) == each.map(\.bytes))
        #expect(each.map(\.edition).count { $0 == .restricted } == 2)
    }

    @Test func `errors hold a paper up, and are counted`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.write("name: [", to: "round/council.yaml")
        let process = try PublishingProcess(
            PublicationRequest(workspace: folder.path + "/round"),
            with: Repository.program,
            command: [Repository.folder + "/.build/debug/cleardays-worker", "worker"],
            isStopping: { false }
        )
        #expect {
            try process.publish(PaperKey(id: "cabinet", audience: .public), edition: .whole)
        } throws: {
            if case PublishingProcess.Failure.problems(let count) = $0 { count > 0 } else { false }
        }
    }

    @Test func `a paper that is not there is refused, and the process goes on`() throws {
        let process = try PublishingProcess(
            PublicationRequest(workspace: Repository.program.starter),
            with: Repository.program,
            command: [Repository.folder + "/.build/debug/cleardays-worker", "worker"],
            isStopping: { false }
        )
        #expect(
            throws: PublishingProcess.Failure.refused(PublicationError(.usage, "the workspace has no paper `budget`"))
        ) {
            try process.publish(PaperKey(id: "budget", audience: .public), edition: .whole)
        }
        #expect(try process.publish(PaperKey(id: "cabinet", audience: .public), edition: .whole).count == 1)
    }

    @Test func `a process that takes more than it may is a breach`() {
        // More than it has by the time that it begins.
        #expect(throws: PublishingProcess.Failure.breach("it took more than 1 MB of memory")) {
            let process = try PublishingProcess(
                PublicationRequest(workspace: Repository.program.starter),
                with: Repository.program,
                limits: WorkerLimits(memory: 1 << 20),
                command: [Repository.folder + "/.build/debug/cleardays-worker", "worker"],
                isStopping: { false }
            )
            return try process.publish(PaperKey(id: "cabinet", audience: .public), edition: .whole)
        }
    }
}

struct JobFailureTests {
    @Test func `what a process says that has read a workspace goes to no broker`() {
        let failure = JobFailure(.refused(PublicationError(.fault, "internal error: larkfield")))
        #expect(
            failure
                == JobFailure(.fault, "the program cannot make the paper: `cleardays render` on its workspace says why")
        )
    }

    @Test func `a process that has ended may succeed at another try, and one that took too much does not`() {
        let breach = JobFailure(.breach("it took more than 60 s"))
        #expect(breach == JobFailure(.limit, "it took more than 60 s"))
        #expect(!breach.reason.isPassing)
        let crash = JobFailure(.ended("it ended by signal 9"))
        #expect(crash == JobFailure(.crash, "it ended by signal 9"))
        #expect(crash.reason.isPassing)
        let two = JobFailure(.problems(2))
        #expect(two == JobFailure(.problems, "2 errors hold the paper up: `cleardays check --layout` shows what"))
    }
}

struct HeldAcknowledgementsTests {
    private let due = JobQueue(urgency: .due, isRestricted: false)
    private let batch = JobQueue(urgency: .batch, isRestricted: false)

    @Test func `those of a queue are held while other jobs of it wait, whatever waits of another`() {
        var held = HeldAcknowledgements()
        held.add(Receipt(tag: 1, queue: due))
        held.add(Receipt(tag: 2, queue: batch))
        held.add(Receipt(tag: 3, queue: nil))
        #expect(held.take(holding: [batch]) == [1, 3])
        #expect(held.take(holding: [batch]) == [])
        #expect(!held.isEmpty)
        #expect(held.take(holding: []) == [2])
        #expect(held.isEmpty)
    }

    @Test func `none is held for long`() {
        var held = HeldAcknowledgements()
        let start = ContinuousClock.now
        held.add(Receipt(tag: 1, queue: due), at: start)
        held.add(Receipt(tag: 2, queue: due), at: start + .seconds(5))
        #expect(held.take(holding: [due], at: start + .seconds(30)) == [])
        #expect(held.take(holding: [due], at: start + .seconds(31)) == [1])
    }
}

struct JobBoardTests {
    private func board() throws -> JobBoard {
        let wake = try #require(Wake())
        return try #require(JobBoard(wake: wake))
    }

    private func taken(_ snapshot: Character, _ urgency: JobQueue.Urgency, tag: UInt64) -> TakenJob {
        TakenJob(
            job: RenderJobTests.job(snapshot: String(repeating: snapshot, count: 64)),
            queue: JobQueue(urgency: urgency, isRestricted: false),
            tag: tag,
            connection: 1
        )
    }

    @Test func `what is due comes first, and then what is of the same snapshot`() throws {
        let board = try board()
        let same = String(repeating: "b", count: 64)
        board.add(taken("b", .batch, tag: 1))
        board.add(taken("a", .due, tag: 2))
        board.add(taken("b", .due, tag: 3))
        board.add(taken("a", .batch, tag: 4))
        #expect(Set(board.waitingQueues.map(\.urgency)) == [.due, .batch])
        #expect((0..<4).map { _ in board.take(preferring: same)?.tag } == [3, 2, 1, 4])
        #expect(board.waitingQueues == [])
    }

    @Test func `jobs of a connection that is lost are not made, and a board that is closed gives none`() throws {
        let board = try board()
        board.add(taken("a", .due, tag: 1))
        board.clear()
        board.add(taken("a", .due, tag: 2))
        let job = try #require(board.take(preferring: nil))
        #expect(job.tag == 2)
        #expect(!board.isIdle)
        board.finish(job, nil)
        #expect(board.takeDone().map(\.0.tag) == [2])
        #expect(board.isIdle)
        board.close(threads: 1)
        #expect(board.take(preferring: nil) == nil)
    }
}
