// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import OpenData
import PaperTree
import Publishing
import TestSupport

/// A way by which something of a workspace comes to somebody who may not know all of it.
///
/// What the program makes later (a page for the web, data, a preview) joins ``all`` by one line.
struct PublicOutput: Sendable {
    /// What came out.
    struct Collected {
        /// Files that are for everybody, by their names: the same bytes whatever the secret is.
        var papers: [String: [UInt8]] = [:]
        /// What is said of problems, in files and in terminals: numbers may differ, words may not.
        var reports: [String: [UInt8]] = [:]
        /// Files that are not for publication.
        var restricted: [String: [UInt8]] = [:]
    }

    let name: String
    /// Which placements go through it, since each costs time: every so-manieth, beginning with a number of its own.
    let every: Int
    let first: Int
    /// Whether one mistake holds up every paper, rather than those that it is in.
    var holdsUpAll = true
    /// Takes the workspace `round` of a folder that is made for it alone.
    let collect: @Sendable (TemporaryFolder) throws -> Collected

    func takes(_ placement: Placement) -> Bool { placement.number % every == first }

    static let all = [
        // Composed once for all of them.
        PublicOutput(name: "trees, HTML and data", every: 1, first: 0) {
            try cabinetPaper([.tree, .html, .data], of: $0)
        },
        PublicOutput(name: "trees as JSON", every: 20, first: 11) { try papers([.treeJSON], of: $0) },
        PublicOutput(name: "PDFs", every: 8, first: 3) { try papers([.pdf], of: $0) },
        PublicOutput(name: "PDFs with data", every: 8, first: 5) { try papers([.pdf], attachesData: true, of: $0) },
        PublicOutput(name: "images", every: 60, first: 2) { try papers([.png], of: $0) },
        PublicOutput(name: "check and render", every: 30, first: 7, collect: checkAndRender),
        PublicOutput(name: "watch", every: 30, first: 17, holdsUpAll: false, collect: watch),
        PublicOutput(name: "preview", every: 10, first: 4, holdsUpAll: false, collect: preview),
        PublicOutput(name: "circulate and diff", every: 60, first: 28, collect: circulateAndCompare),
    ]

    /// The paper with its appendix, or everything where it has not even a name.
    static func cabinetPaper(
        _ formats: Set<PublicationRequest.Format>,
        of folder: TemporaryFolder
    ) throws -> Collected {
        do {
            return try papers(formats, of: folder, ["cabinet"])
        } catch let error as PublicationError where error.kind == .usage {
            return try papers(formats, of: folder)
        }
    }

    /// Made in this process.
    private static func papers(
        _ formats: Set<PublicationRequest.Format>,
        attachesData: Bool = false,
        of folder: TemporaryFolder,
        _ names: [String] = []
    ) throws -> Collected {
        let request = PublicationRequest(
            workspace: folder.path + "/round",
            papers: names,
            formats: formats,
            attachesData: attachesData
        )
        return try collect(publish(request, with: SecretProgram.files.get(), readingCache: SecretProgram.readingCache))
    }

    /// The files of a publication, and its problems as terminals and programs are told of them.
    static func collect(_ publication: Publication) throws -> Collected {
        var collected = Collected()
        for file in publication.files {
            collected.add(file.bytes, as: file.name, isPublic: file.edition != .restricted)
        }
        for file in publication.data { collected.add(file.bytes, as: file.name, isPublic: true) }
        collected.add(publication.diagnostics)
        return collected
    }

    /// Made by the real program.
    private static func checkAndRender(_ folder: TemporaryFolder) throws -> Collected {
        var collected = Collected()
        try collected.add(SecretProgram.run(["check", "round"], in: folder), as: "check")
        try collected.add(SecretProgram.run(["check", "round", "--format", "json"], in: folder), as: "check as JSON")
        try collected.add(SecretProgram.run(["render", "round"], in: folder), as: "render")
        for name in ["out", "out-restricted"] { try collected.addPapers(in: name, of: folder) }
        return collected
    }

    /// Made by the watch folder; the return is also dropped into its inbox.
    private static func watch(_ folder: TemporaryFolder) throws -> Collected {
        try FileManager.default.createDirectory(atPath: folder.path + "/inbox", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: folder.path + "/round/returns/care",
            toPath: folder.path + "/inbox/care"
        )
        var collected = Collected()
        let watch = try SecretProgram.run(
            [
                "watch", "round", "--once", "--settle", "0.01", "--inbox", "inbox", "--health-file", "health.json",
                "--log-format", "json",
            ],
            in: folder
        )
        try collected.add(watch, as: "watch")
        for name in ["out", "out-restricted"] { try collected.addPapers(in: name, of: folder) }
        collected.reports["health"] = try folder.bytes(of: "health.json")
        for name in try folder.names(in: "inbox/failed") where name.hasSuffix(".txt") {
            collected.reports["drop"] = try folder.bytes(of: "inbox/failed/" + name)
        }
        return collected
    }

    /// A draft that went out, and what has changed since.
    private static func circulateAndCompare(_ folder: TemporaryFolder) throws -> Collected {
        var collected = Collected()
        let kept = try SecretProgram.run(["circulate", "round", "--paper", "cabinet", "--as", "one"], in: folder)
        try collected.add(kept, as: "circulate")
        let drafts = "round/circulated/cabinet/01-one/"
        for name in ["public", "restricted"] { try collected.addPapers(in: drafts + name, of: folder) }
        if kept.status == 0 {
            try folder.edit("round/" + SecretRound.paper, "The plans were checked.", "The plans were read.")
        }
        let diff = try SecretProgram.run(["diff", "round", "--paper", "cabinet", "--proof"], in: folder)
        try collected.add(diff, as: "diff")
        try collected.addPapers(in: "out", of: folder)
        return collected
    }
}

extension PublicOutput.Collected {
    fileprivate mutating func add(_ bytes: [UInt8], as name: String, isPublic: Bool) {
        if isPublic { papers[name] = bytes } else { restricted[name] = bytes }
    }

    /// Adds problems as `check` prints them: the same text, and the same JSON.
    mutating func add(_ diagnostics: [Diagnostic], of command: String = "") {
        reports[command + "text"] = Array(TerminalRenderer(isColoured: false).render(diagnostics).utf8)
        reports[command + "JSON"] = Array(JSONRenderer().render(diagnostics).utf8)
    }

    mutating func add(_ outcome: Command.Outcome, as name: String) throws {
        reports[name + ": output"] = Array(outcome.output.utf8)
        reports[name + ": errors"] = Array(outcome.errors.utf8)
    }

    /// Takes what stands in a folder, which may not be there: papers, and what is said of them.
    mutating func addPapers(in place: String, of folder: TemporaryFolder) throws {
        for name in (try? folder.names(in: place)) ?? [] {
            let bytes = try folder.bytes(of: "\(place)/\(name)")
            if name.hasSuffix(".pdf") {
                add(bytes, as: "\(place)/\(name)", isPublic: !place.hasSuffix("restricted"))
            } else {
                reports["\(place)/\(name)"] = bytes
            }
        }
    }
}
