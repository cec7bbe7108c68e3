// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Publishing
import Testing

@testable import Distribution

struct RenderJobTests {
    static func job(
        snapshot: String = String(repeating: "a", count: 64),
        isRestricted: Bool = false,
        council: String = "fenwick-vale",
        paper: String = "cabinet",
        audience: Audience = .public,
        submitted: Int = 1
    ) -> RenderJob {
        RenderJob(
            program: "0.1.0-abc",
            batch: "b",
            submitted: submitted,
            snapshot: snapshot,
            isRestricted: isRestricted,
            council: council,
            key: PaperKey(id: paper, audience: audience),
            formats: [.html, .pdf]
        )
    }

    @Test func `a message names things in a few hundred bytes, and is the same for the same job`() throws {
        let job = Self.job()
        let bytes = StableJSON.write(job)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                {"audience":"public","batch":"b","council":"fenwick-vale","failures":0,"format":1,"formats":["pdf","html"],\
                "isRestricted":false,"paper":"cabinet","program":"0.1.0-abc","snapshot":"\(String(repeating: "a", count: 64))",\
                "submitted":1}
                """
        )
        #expect(try RenderJob.read(bytes) == job)
    }

    @Test(arguments: ["", "nonsense", "{}", "[1]", #"{"format":"one"}"#])
    func `what is no job is refused`(text: String) {
        #expect(throws: JobFailure(.message, "the message is not a job of cleardays-worker")) {
            try RenderJob.read(Array(text.utf8))
        }
    }

    @Test func `a job of another format is refused as that`() {
        #expect(throws: JobFailure(.version, "the job is of format 2, and this worker knows format 1")) {
            try RenderJob.read(Array(#"{"format":2,"news":true}"#.utf8))
        }
    }

    @Test(arguments: ["../../etc", "a/b", "", ".hidden", "a\u{0}b", "with space"])
    func `a name that could lead elsewhere is refused`(name: String) {
        for job in [Self.job(council: name), Self.job(paper: name), Self.job(snapshot: name)] {
            #expect(throws: JobFailure(.message, "the message is not a job of format 1")) {
                try RenderJob.read(StableJSON.write(job))
            }
        }
    }

    @Test func `a restricted edition is never of an open snapshot`() throws {
        #expect(throws: JobFailure.self) { try RenderJob.read(StableJSON.write(Self.job(audience: .restricted))) }
        let job = Self.job(isRestricted: true, audience: .restricted)
        #expect(try RenderJob.read(StableJSON.write(job)) == job)
    }

    @Test func `a worker of another version refuses a job, and says both versions`() throws {
        try Self.job().check(program: "0.1.0-abc", now: 1)
        let failure = JobFailure(
            .version,
            "the job was submitted by cleardays 0.1.0-abc, and this worker is 0.1.0-abd; their papers could differ"
        )
        #expect(throws: failure) { try Self.job().check(program: "0.1.0-abd", now: 1) }
        #expect(!failure.reason.isPassing)
    }

    @Test func `a report goes to the queue of its submission, and to no other`() throws {
        var job = Self.job()
        job.reply = JobQueue.replyName(of: job.batch)
        #expect(try RenderJob.read(StableJSON.write(job)) == job)
        let failure = JobFailure(.message, "the message is not a job of format 1")
        for reply in ["cleardays.due", "cleardays.reply.other", String(repeating: "x", count: 300), ""] {
            job.reply = reply
            #expect(throws: failure, "\(reply)") { try RenderJob.read(StableJSON.write(job)) }
        }
        // A name that no queue can have would end the connection of every worker.
        for batch in [String(repeating: "b", count: 65), "", "a b"] {
            job.batch = batch
            job.reply = JobQueue.replyName(of: batch)
            #expect(throws: failure, "\(batch)") { try RenderJob.read(StableJSON.write(job)) }
        }
    }

    @Test(arguments: [-1, 5, Int.max])
    func `a job has failed no more often than it is tried`(failures: Int) {
        var job = Self.job()
        job.failures = failures
        #expect(throws: JobFailure(.message, "the message is not a job of format 1")) {
            try RenderJob.read(StableJSON.write(job))
        }
    }

    @Test func `a job of a time to come is refused, since its view would stay until then`() throws {
        try Self.job(submitted: 300_000).check(program: "0.1.0-abc", now: 0)
        let words =
            "the job was submitted 301 s from now: a clock is wrong, of whoever submitted it or of this worker"
        #expect(throws: JobFailure(.message, words)) {
            try Self.job(submitted: 301_000).check(program: "0.1.0-abc", now: 0)
        }
    }

    @Test func `what makes the same bytes has one identity, whoever submits it and however often it has failed`() {
        var again = Self.job(submitted: 2)
        again.batch = "c"
        again.failures = 2
        #expect(again.identity == Self.job().identity)
        again.formats = [.pdf]
        #expect(again.identity != Self.job().identity)
    }
}

struct RetryScheduleTests {
    @Test func `a job waits longer after each failure, and is given up after the last`() {
        #expect((0...5).map { RetrySchedule.wait(afterFailures: $0) } == [nil, 5, 30, 180, 900, nil])
    }

    @Test func `what would fail again is not tried again`() {
        let passing = JobFailure.Reason.allCases.filter(\.isPassing)
        #expect(passing == [.snapshot, .crash, .store])
    }
}

struct JobQueueTests {
    @Test func `what needs the restricted store has queues of its own`() {
        #expect(
            JobQueue.all.map(\.name) == [
                "cleardays.due", "cleardays.due.restricted", "cleardays.batch", "cleardays.batch.restricted",
            ]
        )
        for queue in JobQueue.all { #expect(JobQueue(named: queue.name) == queue) }
        #expect(JobQueue(named: "cleardays.dead") == nil)
    }

    @Test func `a job that waits to be tried again comes back to its own queue, and is not lost on the way`() throws {
        let retry = try #require(QueueDeclaration.all.first { $0.name == "cleardays.batch.restricted.retry.30s" })
        #expect(
            retry.arguments == [
                "x-queue-type": .text("quorum"), "x-message-ttl": .number(30_000), "x-dead-letter-exchange": .text(""),
                "x-dead-letter-routing-key": .text("cleardays.batch.restricted"),
                "x-dead-letter-strategy": .text("at-least-once"), "x-overflow": .text("reject-publish"),
            ]
        )
        #expect(QueueDeclaration.all.count == 21)
        #expect(QueueDeclaration.all.allSatisfy { $0.arguments["x-queue-type"] == .text("quorum") })
    }
}
