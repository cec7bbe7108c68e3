// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Returns that are dropped, with the real program.
struct InboxTests {
    private static let unit = "ws/returns/community-services"

    private func start(_ folder: TemporaryFolder) async throws -> RunningWatch {
        let watch = try RunningWatch(in: folder, ["--inbox", "inbox", "--settle", "0.1"])
        let began = try await watch.waits(forRounds: 1)
        #expect(began, "\(watch.text)")
        return watch
    }

    /// Puts something together beside the inbox, and drops it at one stroke.
    private func drop(_ name: String, _ files: [String: [UInt8]], in folder: TemporaryFolder) throws {
        for (file, bytes) in files { try folder.write(bytes, to: "making/" + file) }
        try FileManager.default.moveItem(atPath: folder.path + "/making", toPath: folder.path + "/inbox/" + name)
    }

    private func names(_ place: String, in folder: TemporaryFolder) throws -> [String] {
        try folder.names(in: "inbox/" + place).map { String($0.drop { $0 != "_" }.dropFirst()) }
    }

    @Test func `single files are taken into the return, the old ones kept, and the papers made anew`() async throws {
        let folder = try WatchedFolder.make()
        let old = try folder.bytes(of: WatchedFolder.statement)
        let watch = try await start(folder)
        let new = try WatchedFolder.statement(saying: "larkfield")
        try folder.write(new, to: "inbox/community-services-statement.md")
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made, "\(watch.text)")
        let done = try names("done", in: folder)
        #expect(done == ["community-services-statement.md"])
        let superseded = try folder.names(in: "inbox/superseded")
        let kept = try folder.bytes(of: "inbox/superseded/\(superseded[0])/statement.md")
        #expect(kept == old)
        let files = try folder.names(in: Self.unit)
        #expect(files == ["actions.csv", "indicators.csv", "return.yaml", "statement.md"])
        let left = try folder.names(in: "ws/returns")
        #expect(left == ["community-services"])
    }

    @Test func `a workbook takes the place of the one that was there, whatever that was called`() async throws {
        let folder = try WatchedFolder.make()
        // The actions move from their CSV file to a workbook.
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(Self.unit)/actions.csv")
        let actions: [[WorkbookBuilder.Cell]] = [
            ["Unit", "Ref", "Action", "Status", "Reason", "Response"],
            ["libraries", "L1", "Open a branch", "not on course", "It rained.", "Wait."],
        ]
        try folder.write(WorkbookBuilder([.init("Actions", actions)]).bytes, to: Self.unit + "/Q2 return.xlsx")
        let watch = try await start(folder)
        var new = actions
        new[1][4] = "It rained at larkfield."
        try folder.write(WorkbookBuilder([.init("Actions", new)]).bytes, to: "making.xlsx")
        try FileManager.default.moveItem(
            atPath: folder.path + "/making.xlsx",
            toPath: folder.path + "/inbox/Community-Services (1).XLSX"
        )
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made, "\(watch.text)")
        let files = try folder.names(in: Self.unit)
        #expect(files == ["community-services.xlsx", "indicators.csv", "return.yaml", "statement.md"])
        let wrong = WorkbookBuilder([.init("Actions", actions + [["nowhere", "L2", "Shut it", "done"]])])
        try folder.write(wrong.bytes, to: "making.xlsx")
        try FileManager.default.moveItem(
            atPath: folder.path + "/making.xlsx",
            toPath: folder.path + "/inbox/community-services.xlsx"
        )
        // The report is written after the file has been moved.
        func reports() throws -> [String] { try folder.names(in: "inbox/failed").filter { $0.hasSuffix(".txt") } }
        let failed = try await watch.waits { try !reports().isEmpty }
        #expect(failed, "\(watch.text)")
        let report = try folder.text(of: "inbox/failed/" + (reports().first ?? "none"))
        #expect(report.contains("community-services.xlsx, Actions!A3 (unit)"), "\(report)")
    }

    @Test func `a document takes the place of a statement in Markdown`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try await start(folder)
        let document = WordDocumentBuilder(
            WordDocumentBuilder.paragraph("Summary", style: "Heading1")
                + WordDocumentBuilder.paragraph("Work goes on at larkfield.")
        )
        try folder.write(document.bytes, to: "making.docx")
        try FileManager.default.moveItem(
            atPath: folder.path + "/making.docx",
            toPath: folder.path + "/inbox/Community-Services (1).docx"
        )
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made, "\(watch.text)")
        let files = try folder.names(in: Self.unit)
        #expect(files == ["actions.csv", "indicators.csv", "return.yaml", "statement.docx"])
    }

    @Test func `a folder and a zip file with a whole return take the place of the old one`() async throws {
        let folder = try WatchedFolder.make()
        var files: [String: [UInt8]] = [:]
        for name in try folder.names(in: Self.unit) { files[name] = try folder.bytes(of: Self.unit + "/" + name) }
        try folder.write("a remark\n", to: Self.unit + "/remark.txt")
        let watch = try await start(folder)
        files["statement.md"] = try WatchedFolder.statement(saying: "larkfield")
        try drop("community-services", files, in: folder)
        let first = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(first, "\(watch.text)")
        let now = try folder.names(in: Self.unit)
        #expect(now == files.keys.sorted())
        files["statement.md"] = try WatchedFolder.statement(saying: "wrenfield")
        for (name, bytes) in files { try folder.write(bytes, to: "zipped/community-services/" + name) }
        let program = "import shutil; shutil.make_archive('community-services', 'zip', 'zipped')"
        let zip = try Command.run("/usr/bin/python3", ["-c", program], in: folder.path)
        #expect(zip.status == 0)
        try FileManager.default.moveItem(
            atPath: folder.path + "/community-services.zip",
            toPath: folder.path + "/inbox/community-services.zip"
        )
        let second = try await watch.waits { try folder.paperHolds("wrenfield") }
        #expect(second, "\(watch.text)")
        let done = try names("done", in: folder).sorted()
        #expect(done == ["community-services", "community-services.zip"])
    }

    @Test func `bad drops come back with a report each, change nothing and hold up no other`() async throws {
        let folder = try WatchedFolder.make()
        let before = try folder.bytes(of: Self.unit + "/actions.csv")
        let watch = try await start(folder)
        try folder.write("x,y\n1,2\n", to: "inbox/community-services-actions.csv")
        try folder.write("unit\n", to: "inbox/comunity-services-actions.csv")
        try folder.write("not a zip file", to: "inbox/community-services.zip")
        try folder.write("unit\n", to: "inbox/figures.csv")
        try drop("community-services", ["budget.xlsx": [1, 2, 3]], in: folder)
        try folder.write(
            try WatchedFolder.statement(saying: "larkfield"),
            to: "inbox/community-services-statement.md"
        )
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made, "\(watch.text)")
        let emptied = try await watch.waits {
            try folder.names(in: "inbox/failed").count == 10 && folder.names(in: "inbox/processing").isEmpty
        }
        #expect(emptied, "\(watch.text)")
        func report(_ name: String) throws -> String {
            let file = try folder.names(in: "inbox/failed").first { $0.hasSuffix("_\(name).report.txt") }
            return try folder.text(of: "inbox/failed/\(file ?? "none")")
        }
        let columns = try report("community-services-actions.csv")
        // A column that is not known may be one that says what is exempt: its file is quoted nowhere.
        #expect(columns.contains("error: unknown column `…`"))
        #expect(columns.hasPrefix("community-services-actions.csv was not taken into the round."))
        let name = try report("comunity-services-actions.csv")
        #expect(name.contains("error: `comunity-services` is not a directorate of the council"))
        #expect(name.contains("did you mean `community-services`?"))
        let zip = try report("community-services.zip")
        #expect(zip.contains("error: the file is damaged, or is no zip file"))
        let other = try report("figures.csv")
        #expect(other.contains("error: `figures.csv` is not the name of a return"))
        let sheet = try report("community-services")
        #expect(sheet.contains("error: this is no Excel workbook, although its name ends so"))
        let after = try folder.bytes(of: Self.unit + "/actions.csv")
        #expect(after == before)
    }

    @Test func `of two drops for one place the newer stays, whatever they are called`() async throws {
        let folder = try WatchedFolder.make()
        for (name, word) in [
            ("community-services-statement.md", "larkfield"), ("community-services-statement (1).md", "wrenfield"),
        ] {
            try folder.write(try WatchedFolder.statement(saying: word), to: "inbox/" + name)
            try await Task.sleep(for: .milliseconds(50))
        }
        let once = try RunningWatch(in: folder, ["--inbox", "inbox", "--once", "--settle", "0.1"])
        let status = await once.end()
        #expect(status == 0)
        let isNewer = try folder.paperHolds("wrenfield")
        #expect(isNewer)
        let done = try names("done", in: folder)
        #expect(done == ["community-services-statement.md", "community-services-statement (1).md"])
    }

    @Test func `a directorate may have capitals in its name`() async throws {
        let folder = try WatchedFolder.make()
        try folder.edit("ws/council.yaml", "community-services:", "Community-Services:")
        try FileManager.default.moveItem(
            atPath: folder.path + "/" + Self.unit,
            toPath: folder.path + "/ws/returns/Community-Services"
        )
        try folder.write(try WatchedFolder.statement(saying: "larkfield"), to: "inbox/community-services-statement.md")
        let once = try RunningWatch(in: folder, ["--inbox", "inbox", "--once", "--settle", "0.1"])
        _ = await once.end()
        let done = try names("done", in: folder)
        #expect(done == ["community-services-statement.md"], "\(once.text)")
    }

    @Test func `a drop that cannot be claimed for a while is taken when it can be`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try await start(folder)
        try FileManager.default.removeItem(atPath: folder.path + "/inbox/processing")
        try folder.write(try WatchedFolder.statement(saying: "larkfield"), to: "inbox/community-services-statement.md")
        let told = try await watch.waits { watch.text.contains("cannot be claimed") }
        #expect(told)
        let report = try folder.names(in: "inbox/failed").first
        let text = try folder.text(of: "inbox/failed/\(report ?? "none")")
        #expect(text.contains("error: it cannot be moved: No such file or directory\n"))
        #expect(text.contains("hint: see whether the inbox may be written to\n"))
        try FileManager.default.createDirectory(
            atPath: folder.path + "/inbox/processing",
            withIntermediateDirectories: true
        )
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made, "\(watch.text)")
    }

    @Test(arguments: [
        "Community-Services-statement (1).md", "community-services-statement - Copy.md",
        "COMMUNITY-SERVICES-STATEMENT.MD", "community-services-statement copy 2.md",
    ])
    func `a copy's name, as systems give it, is as good as the name`(name: String) async throws {
        let folder = try WatchedFolder.make()
        let watch = try await start(folder)
        try folder.write(try WatchedFolder.statement(saying: "larkfield"), to: "inbox/" + name)
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made, "\(watch.text)")
        let files = try folder.names(in: Self.unit)
        #expect(files == ["actions.csv", "indicators.csv", "return.yaml", "statement.md"])
    }

    @Test func `a report speaks of what was dropped, not of where it would have gone`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try await start(folder)
        try folder.write("x,y\n1,2\n", to: "inbox/community-services-actions.csv")
        var files: [String: [UInt8]] = [:]
        for name in try folder.names(in: Self.unit) { files[name] = try folder.bytes(of: Self.unit + "/" + name) }
        files["actions.csv"] = Array("x,y\n1,2\n".utf8)
        try drop("community-services", files, in: folder)
        let refused = try await watch.waits { try folder.names(in: "inbox/failed").count == 4 }
        #expect(refused, "\(watch.text)")
        for (name, place) in [
            ("community-services-actions.csv", "--> community-services-actions.csv:1:1"),
            ("community-services", "--> community-services/actions.csv:1:1"),
        ] {
            let file = try folder.names(in: "inbox/failed").first { $0.hasSuffix("_\(name).report.txt") }
            let report = try folder.text(of: "inbox/failed/\(file ?? "none")")
            #expect(report.contains(place), "\(report)")
            #expect(!report.contains("returns/"))
        }
    }

    @Test func `a drop whose name is no text is told once, and holds up nothing`() async throws {
        let folder = try WatchedFolder.make()
        try FileManager.default.createDirectory(atPath: folder.path + "/inbox", withIntermediateDirectories: true)
        let file = (folder.path + "/inbox/return-").withCString { path in
            var bytes = Array(UnsafeBufferPointer(start: path, count: strlen(path)))
            bytes += [CChar(bitPattern: 0xE9), 0]
            return open(bytes, O_WRONLY | O_CREAT, 0o644)
        }
        #expect(file >= 0)
        close(file)
        let watch = try await start(folder)
        try folder.write(
            try WatchedFolder.statement(saying: "larkfield"),
            to: "inbox/community-services-statement.md"
        )
        let made = try await watch.waits { try folder.paperHolds("larkfield") }
        #expect(made, "\(watch.text)")
        try await Task.sleep(for: .seconds(6))
        let told = watch.lines.filter { $0["message"]?.contains("cannot be claimed") == true }
        #expect(told.count == 1)
        let reports = try folder.names(in: "inbox/failed")
        #expect(reports.count == 1)
        let report = try folder.text(of: "inbox/failed/\(reports.first ?? "none")")
        #expect(report.contains("error: its name is no text in UTF-8"))
        #expect(report.contains("rename it with plain letters"))
        let once = try RunningWatch(in: folder, ["--out", "other", "--inbox", "inbox", "--once", "--settle", "0.1"])
        let status = await once.end()
        #expect(status == 1)
        let later = try folder.names(in: "inbox/failed")
        #expect(later == reports)
    }

    @Test func `a link in a dropped folder is not followed`() async throws {
        let folder = try WatchedFolder.make()
        let watch = try await start(folder)
        try folder.write("secret", to: "secret.md")
        try folder.write("", to: "making/actions.csv")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/making/statement.md",
            withDestinationPath: folder.path + "/secret.md"
        )
        try FileManager.default.moveItem(
            atPath: folder.path + "/making",
            toPath: folder.path + "/inbox/community-services"
        )
        let refused = try await watch.waits { try folder.names(in: "inbox/failed").count == 2 }
        #expect(refused, "\(watch.text)")
        let report = try folder.names(in: "inbox/failed").first { $0.hasSuffix(".report.txt") } ?? ""
        let text = try folder.text(of: "inbox/failed/" + report)
        #expect(text.contains("it is a link that leads out"))
    }

    @Test func `killed at any moment, it loses no drop and takes none twice`() async throws {
        let folder = try WatchedFolder.make()
        let path = folder.path + "/inbox"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        var generator = SeededGenerator(seed: 60)
        var taken = 0
        for number in 0..<5 {
            let before = try folder.bytes(of: WatchedFolder.statement)
            let statement = try WatchedFolder.statement(saying: "drop \(number)")
            try folder.write(statement, to: "inbox/community-services-statement.md")
            // Killed until the drop has been taken, or given back since its check was broken off twice.
            var isDone = false
            var attempt = 0
            while !isDone, attempt < 60 {
                attempt += 1
                let watch = try RunningWatch(in: folder, ["--inbox", "inbox", "--settle", "0.01", "--once"])
                try await Task.sleep(for: .milliseconds(Int.random(in: 0..<(500 + 150 * attempt), using: &generator)))
                watch.kill(SIGKILL)
                _ = await watch.end()
                isDone =
                    try folder.names(in: "inbox").contains("done")
                    && folder.names(in: "inbox").allSatisfy { !$0.hasSuffix(".md") }
                    && folder.names(in: "inbox/processing").isEmpty
            }
            let done = try folder.names(in: "inbox/done").count
            let failed = try folder.names(in: "inbox/failed").filter { $0.hasSuffix(".md") }.count
            #expect(done + failed == number + 1)
            let now = try folder.bytes(of: WatchedFolder.statement)
            #expect(now == (done > taken ? statement : before))
            taken = done
        }
        // Every old statement is kept once, and each as it was.
        let superseded = try folder.names(in: "inbox/superseded")
        let texts = try superseded.map { try folder.text(of: "inbox/superseded/\($0)/statement.md") }
        #expect(texts.count == taken)
        #expect(Set(texts).count == taken)
        let left = try folder.names(in: "ws/returns")
        #expect(left == ["community-services"])
        let reports = try folder.names(in: "inbox/failed").filter { $0.hasSuffix(".report.txt") }
        #expect(reports.count == 5 - taken)
    }
}
