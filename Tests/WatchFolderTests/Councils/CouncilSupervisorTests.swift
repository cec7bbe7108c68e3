// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

@testable import WatchFolder

/// The service of several councils, as the real program.
struct CouncilSupervisorTests {
    private static let names = ["ashby", "birchwood", "carlton"]

    /// Saves the statement of a council with a word of its own.
    private func save(_ word: String, of council: String, in folder: TemporaryFolder) throws {
        let place = council + "/workspace/returns/community-services/statement.md"
        try SaveStyle.renameOver.save(try WatchedFolder.statement(saying: word), to: folder.path + "/" + place)
    }

    private func started(in folder: TemporaryFolder) async throws -> RunningCouncils {
        try RunningCouncils.make(Self.names, in: folder)
        // Of a council that was removed while no service ran.
        let stale = folder.path + "/metrics/councils/dunmore"
        try FileManager.default.createDirectory(atPath: stale, withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: stale + "/dunmore.prom"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/metrics/dunmore.prom",
            withDestinationPath: "councils/dunmore/dunmore.prom"
        )
        try RunningCouncils.configure(Self.names, in: folder)
        let service = try RunningCouncils(in: folder)
        #expect(
            try await service.waits {
                Self.names.allSatisfy {
                    folder.holds($0 + "/papers/cabinet.pdf") && folder.holds($0 + "/papers/status.json")
                }
            }
        )
        return service
    }

    @Test func `what is saved in a council is in its papers, and in nothing of another`() async throws {
        let folder = try TemporaryFolder()
        let service = try await started(in: folder)
        for name in Self.names { try save("planted-\(name)", of: name, in: folder) }
        for name in Self.names {
            #expect(
                try await service.waits {
                    try folder.paperHolds("planted-\(name)", paper: name + "/papers/cabinet.pdf")
                }
            )
        }
        for name in Self.names {
            for other in Self.names where other != name {
                let place = folder.path + "/" + name
                let found = try Command.run(
                    "/usr/bin/grep",
                    ["--recursive", "--files-with-matches", "planted-\(other)", place]
                )
                #expect(found.output == "")
                // Words of a PDF are compressed.
                let files = try FileManager.default.subpathsOfDirectory(atPath: place)
                for paper in files where paper.hasSuffix(".pdf") {
                    #expect(try !folder.paperHolds("planted-\(other)", paper: name + "/" + paper), "\(paper)")
                }
            }
        }
        #expect(!service.text.contains("planted-"))
        // Every line of a council has its name, and nothing of another.
        for line in service.lines {
            #expect(line["broken"] == nil)
            guard let council = line["council"] else { continue }
            #expect(Self.names.contains(council))
            for other in Self.names where other != council {
                #expect(!line.values.contains { $0.contains("/\(other)/") }, "\(line)")
            }
        }
        for name in Self.names { #expect(service.count("made a paper", of: name) > 0) }
        #expect(service.lines.filter { $0["message"] == "made a paper" }.allSatisfy { $0["council"] != nil })
        // Health of the whole, metrics of each.
        #expect(
            try await service.waits {
                try folder.holds("health/health.json") && folder.text(of: "health/health.json").contains("ok")
            }
        )
        for name in Self.names {
            #expect(try await service.waits { folder.holds("metrics/\(name).prom") })
            let metrics = try folder.text(of: "metrics/\(name).prom")
            #expect(metrics.contains("cleardays_papers_made_total{service=\"\(name)\",council=\"\(name)\"}"))
        }
        // Each in a folder of its own.
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/metrics/councils").sorted()
                == Self.names
        )
        #expect(!folder.holds("metrics/dunmore.prom"))
        service.kill(SIGTERM)
        #expect(try await service.waits { !service.isRunning })
        #expect(service.status == 0)
        #expect(Self.names.allSatisfy { service.count("ended a council", of: $0) == 1 })
    }

    @Test func `a council that is killed comes back, and the others are not disturbed`() async throws {
        let folder = try TemporaryFolder()
        let service = try await started(in: folder)
        let before = service.processes
        #expect(before.keys.sorted() == Self.names)
        let victim = try #require(before["birchwood"])
        Glibc.kill(victim, SIGKILL)
        #expect(try await service.waits { service.processes["birchwood"].map { $0 != victim } ?? false })
        let after = service.processes
        #expect(after["ashby"] == before["ashby"])
        #expect(after["carlton"] == before["carlton"])
        let told = service.lines.first { $0["message"] == "the process of a council ended, and is started again" }
        #expect(told?["council"] == "birchwood")
        #expect(told?["reason"] == "signal 9 ended it")
        #expect(told?["seconds"] == "1")
        try save("planted-again", of: "birchwood", in: folder)
        #expect(
            try await service.waits { try folder.paperHolds("planted-again", paper: "birchwood/papers/cabinet.pdf") }
        )
        service.kill(SIGTERM)
        #expect(try await service.waits { !service.isRunning })
    }

    @Test func `a changed configuration adds, removes and restarts councils, and leaves the others alone`() async throws
    {
        let folder = try TemporaryFolder()
        let service = try await started(in: folder)
        let before = service.processes
        try RunningCouncils.make(["dunmore"], in: folder)
        // One with a mistake changes nothing.
        try RunningCouncils.configure(["ashby", "dunmore"], in: folder, ["ashby": "inbax: /nowhere"])
        service.kill(SIGHUP)
        let kept = "the configuration cannot be used: that of before stays in force"
        #expect(try await service.waits { service.lines.contains { $0["message"] == kept } })
        let mistake = service.lines.first { $0["rule"] == "unknown-key" }
        #expect(mistake?["message"] == "unknown key `inbax` in a council")
        #expect(mistake?["hint"] == "did you mean `inbox`?")
        #expect(service.processes == before)
        // Ashby stays, Birchwood goes, Carlton changes, Dunmore comes.
        #expect(try await service.waits { folder.holds("metrics/birchwood.prom") })
        try RunningCouncils.configure(["ashby", "carlton", "dunmore"], in: folder, ["carlton": "theme: heritage"])
        service.kill(SIGHUP)
        #expect(
            try await service.waits {
                let now = service.processes
                return now.keys.sorted() == ["ashby", "carlton", "dunmore"] && now["carlton"] != before["carlton"]
            }
        )
        #expect(service.processes["ashby"] == before["ashby"])
        #expect(try await service.waits { folder.holds("dunmore/papers/cabinet.pdf") })
        #expect(!folder.holds("metrics/birchwood.prom"))
        #expect(service.count("a council was removed", of: "birchwood") == 1)
        #expect(service.count("the settings of a council have changed", of: "carlton") == 1)
        // Metrics go elsewhere: files that stay and grow old are alerts.
        #expect(try await service.waits { folder.holds("metrics/ashby.prom") })
        try folder.edit("cleardays.yaml", folder.path + "/metrics", folder.path + "/numbers")
        service.kill(SIGHUP)
        #expect(try await service.waits { folder.holds("numbers/ashby.prom") && folder.holds("numbers/dunmore.prom") })
        #expect(!folder.holds("metrics/ashby.prom"))
        #expect(!folder.holds("metrics/dunmore.prom"))
        service.kill(SIGTERM)
        #expect(try await service.waits { !service.isRunning })
        #expect(service.status == 0)
    }

    @Test func `a council that hangs is killed and started again, and the others go on`() async throws {
        let folder = try TemporaryFolder()
        try RunningCouncils.make(["ashby", "birchwood"], in: folder)
        try RunningCouncils.configure(["ashby", "birchwood"], in: folder, service: ", hang-timeout: 30")
        let service = try RunningCouncils(in: folder)
        #expect(try await service.waits { folder.holds("birchwood/papers/status.json") })
        let victim = try #require(service.processes["birchwood"])
        let other = service.processes["ashby"]
        Glibc.kill(victim, SIGSTOP)
        #expect(
            try await service.waits {
                service.count("the process of a council hangs, and is killed", of: "birchwood") == 1
            }
        )
        #expect(try await service.waits { service.processes["birchwood"].map { $0 != victim } ?? false })
        #expect(service.processes["ashby"] == other)
        service.kill(SIGTERM)
        #expect(try await service.waits { !service.isRunning })
    }

    @Test func `a council whose program to be told is not there does not hold up the others`() async throws {
        let folder = try TemporaryFolder()
        try RunningCouncils.make(["ashby", "birchwood"], in: folder)
        try RunningCouncils.configure(["ashby", "birchwood"], in: folder, ["ashby": "notify: /no/such/program"])
        let service = try RunningCouncils(in: folder)
        #expect(try await service.waits { folder.holds("birchwood/papers/cabinet.pdf") })
        #expect(
            try await service.waits {
                service.count("the process of a council ended, and is started again", of: "ashby") > 0
            }
        )
        #expect(service.text.contains("--notify must be a program that can be run"))
        #expect(!folder.holds("ashby/papers"))
        service.kill(SIGTERM)
        #expect(try await service.waits { !service.isRunning })
    }

    @Test func `councils end with their service, however that ends`() async throws {
        let folder = try TemporaryFolder()
        let service = try await started(in: folder)
        let numbers = service.processes.values
        service.kill(SIGKILL)
        #expect(
            try await service.waits { numbers.allSatisfy { !FileManager.default.fileExists(atPath: "/proc/\($0)") } }
        )
    }

    @Test func `mistakes in the configuration are told at the start, and options of one workspace refused`() throws {
        let folder = try TemporaryFolder([
            "a.yaml": "councils: { a: { out: /srv/a/papers } }", "b.yaml": "councils: {}",
        ])
        let outcome = try Command.cleardays("watch", "--config", "a.yaml", in: folder.path)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("`workspace` is missing in a council"))
        let refused = try Command.cleardays("watch", "--config", "b.yaml", "--out", "x", in: folder.path)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("--out is of one workspace: name it, or leave --out to the configuration"))
        #expect(try Command.cleardays("watch", "--config", "none.yaml", in: folder.path).status == 74)
    }
}
