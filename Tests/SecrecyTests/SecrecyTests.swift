// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// A secret in every place of a workspace, marked rightly and nearly rightly: it changes no public byte, and no report quotes it.
struct SecrecyTests {
    @Test(arguments: Trial.all)
    func `a secret is in no public byte and in no report`(trial: Trial) throws {
        var faults = try faults(of: trial.planting, in: trial.output)
        if !faults.isEmpty, trial.planting.members.count > 1 {
            let named = try trial.planting.alone.flatMap { planting in
                try self.faults(of: planting, in: trial.output).map { "\(planting.testDescription): \($0)" }
            }
            faults = named.isEmpty ? faults : named
        }
        #expect(faults == [])
    }

    private func faults(of planting: Planting, in output: PublicOutput) throws -> [String] {
        planting.outcome == .refused && output.holdsUpAll
            ? try faultsWhereRefused(output, planting) : try faultsWhereMade(output, planting)
    }

    /// What one workspace gives with one secret of each pair.
    private func collect(
        _ output: PublicOutput,
        _ planting: Planting,
        _ secret: (Planting.Member) -> Secret
    ) throws -> PublicOutput.Collected {
        let folder = try TemporaryFolder()
        try planting.round(secret).write(to: folder)
        return try output.collect(folder)
    }

    /// Nothing is made, so that one secret tells as much as two.
    private func faultsWhereRefused(_ output: PublicOutput, _ planting: Planting) throws -> [String] {
        let collected = try collect(output, planting) { $0.pair.alternate($0.placement.number) }
        return try places(of: planting.members.map { $0.pair.alternate($0.placement.number) }, in: collected)
            + [collected.papers, collected.restricted].flatMap(\.keys).map { "\($0) is made" }
    }

    private func faultsWhereMade(_ output: PublicOutput, _ planting: Planting) throws -> [String] {
        let first = try collect(output, planting, \.pair.first)
        let second = try collect(output, planting, \.pair.second)
        var found =
            try places(of: planting.members.map(\.pair.first), in: first)
            + places(of: planting.members.map(\.pair.second), in: second)
        found += differences("a paper", first.papers, second.papers)
        guard planting.outcome == .published else { return found }
        // Times, lengths and columns are no words. Where there are mistakes, reports say what they can.
        found += differences(
            "a report",
            first.reports.mapValues(\.withoutNumbers),
            second.reports.mapValues(\.withoutNumbers)
        )
        if first.papers.isEmpty || first.restricted.isEmpty {
            found.append("nothing is made: \(first.reports.mapValues { String(decoding: $0, as: UTF8.self) })")
        } else if output.name == "trees, HTML and data" {
            let restricted = first.restricted.values.map { Data($0.lowercase.utf8) }
            for member in planting.members where member.placement.isPrinted {
                if restricted.contains(where: { !member.pair.first.signs(inLowercase: $0).isEmpty }) { continue }
                found.append("\(member.placement.name) is printed nowhere")
            }
        }
        return found
    }

    @Test(arguments: Array(LostMark.all.enumerated()))
    func `a secret whose mark is lost is held back, and is in no report`(number: Int, mark: LostMark) throws {
        let folder = try TemporaryFolder()
        let secret = Secret.first
        var round = SecretRound()
        mark.marked(secret, &round)
        try round.write(to: folder)
        var collected = PublicOutput.Collected()
        let first = try SecretProgram.run(["render", "round"], in: folder)
        try collected.add(first, as: "render")
        #expect(first.status == 0, "\(first.errors)")
        round = SecretRound()
        mark.unmarked(secret, &round)
        try round.write(to: folder)
        try addProblems(in: folder, to: &collected)
        // What `check` and `release` print are these problems; the program itself is asked for every fourth.
        var commands = [["render"], ["watch", "--once"]]
        if Placement.triesAll || number % 4 == 0 {
            commands += [["check"], ["check", "--format", "json"], ["release"]]
        }
        for command in commands {
            let outcome = try SecretProgram.run([command[0], "round"] + command.dropFirst(), in: folder)
            try collected.add(outcome, as: command.joined(separator: " "))
            #expect(outcome.status == 1, "\(command): \(outcome.output)\(outcome.errors)")
        }
        try collected.addPapers(in: "out", of: folder)
        #expect(collected.papers.count == 2)
        let preview = try PublicOutput.preview(folder)
        collected.reports.merge(preview.reports) { first, _ in first }
        collected.papers.merge(preview.papers) { first, _ in first }
        #expect(String(decoding: preview.reports["preview /"] ?? [], as: UTF8.self).contains("held back"))
        let found = try places(of: [secret], in: collected)
        #expect(found == [])
    }

    /// Composes a workspace once for each command that only tells of problems: each has errors.
    private func addProblems(in folder: TemporaryFolder, to collected: inout PublicOutput.Collected) throws {
        let program = try SecretProgram.files.get()
        let workspace = folder.path + "/round"
        let checked = try check(workspace, with: program, readingCache: SecretProgram.readingCache).diagnostics
        collected.add(checked, of: "check: ")
        #expect(checked.holdsErrors)
        let restricted = folder.path + "/out-restricted"
        let report = try release(ReleaseRequest(workspace: workspace, restrictedFolder: restricted), with: program)
        collected.add(report.diagnostics, of: "release: ")
        #expect(report.released == [])
        #expect(report.diagnostics.holdsErrors)
    }

    /// Where a secret stands and may not.
    private func places(of secrets: [Secret], in collected: PublicOutput.Collected) throws -> [String] {
        var found: [String] = []
        for (name, report) in collected.reports {
            let text = Data((Array(name.utf8) + report).lowercase.utf8)
            for secret in secrets where !secret.signs(inLowercase: text).isEmpty {
                found.append("\(secret.word) is quoted by \(name): \(String(decoding: report, as: UTF8.self))")
            }
        }
        for (name, bytes) in collected.papers {
            let text = Data((Array(name.utf8) + (try PublicText.of(bytes, named: name))).lowercase.utf8)
            for secret in secrets where !secret.signs(inLowercase: text).isEmpty {
                found.append("\(secret.word) is in \(name)")
            }
        }
        return found
    }

    /// What depends on the secret and may not.
    private func differences(_ kind: String, _ first: [String: [UInt8]], _ second: [String: [UInt8]]) -> [String] {
        Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.map { name in
            let texts = [first, second].compactMap {
                $0[name].map { String(decoding: $0.prefix(2_000), as: UTF8.self) }
            }
            return "\(kind) depends on the secret, \(name): \(name.hasSuffix(".pdf") ? [] : texts)"
        }
    }

    /// Every second pair of them, unless all are asked for: each takes as long as a paper.
    private static let besideMistakes = Placement.all.filter { Placement.triesAll || $0.number / 2 % 2 == 0 }

    /// A third of them beside a mistake in the paper's header too, which holds up more.
    private static let plantingsBesideMistakes =
        Planting.together(besideMistakes.filter(\.isBesideContact))
        + Planting.together(besideMistakes.filter { !$0.isBesideContact })

    /// What is for everybody may be quoted beside a secret, the secret beside it may not.
    @Test(arguments: plantingsBesideMistakes)
    func `a secret is in no report of mistakes beside it`(planting: Planting) throws {
        let secrets = planting.members.map { $0.pair.alternate($0.placement.number) }
        var round = planting.round { $0.pair.alternate($0.placement.number) }
        round.plantMistakes()
        if planting.members[0].placement.isBesideContact { round.set("contact", " pubcontact") }
        let folder = try TemporaryFolder()
        try round.write(to: folder)
        let collected = try PublicOutput.cabinetPaper([.tree], of: folder)
        #expect(try places(of: secrets, in: collected) == [])
        #expect(collected.reports["text"]?.isEmpty == false)
    }

    @Test func `mistakes in all that is for everybody are quoted beside what is exempt`() throws {
        var round = SecretRound()
        round.setCell("actions.csv", row: 2, "exempt", "3")
        round.setCell("activity.csv", row: 2, "exempt", "3")
        round.setCell("indicators.csv", row: 2, "exempt", "3")
        round.plantMistakes()
        let folder = try TemporaryFolder()
        try round.write(to: folder)
        let text = String(
            decoding: try PublicOutput.cabinetPaper([.tree], of: folder).reports["text"] ?? [],
            as: UTF8.self
        )
        for word in SecretRound.mistakes {
            #expect(text.contains("`\(word)`"), "the message quotes \(word)")
            #expect(text.components(separatedBy: word).count > 2, "the excerpt quotes \(word)")
        }
        #expect(SecretRound.mistakes.count == 10)
    }

    @Test func `there are more than 300 placements, each with a name of its own`() {
        let names = Placement.all.map(\.name)
        #expect(names.count > 300)
        #expect(Set(names).count == names.count)
        #expect(Placement.all.count { $0.outcome == .published } > 150)
    }

    @Test func `every output is tried with secrets of both kinds`() {
        for output in PublicOutput.all {
            let taken = Placement.all.filter { output.takes($0) }.map(\.outcome)
            #expect(Set(taken).isSuperset(of: [.published, .refused]), "\(output.name)")
        }
    }

    /// Secrets share workspaces; none of them goes through an output less for that.
    @Test func `every secret goes through the same outputs as if each had a workspace of its own`() {
        var counts: [String: Int] = [:]
        for output in PublicOutput.all {
            let planted = Trial.all.filter { $0.output.name == output.name }.flatMap(\.planting.members)
            let numbers = planted.map(\.placement.number).sorted()
            #expect(numbers == Placement.all.filter(output.takes).map(\.number))
            counts[output.name] = numbers.count
        }
        let besideMistakes = Self.plantingsBesideMistakes.flatMap(\.members).map(\.placement.number).sorted()
        #expect(besideMistakes == Self.besideMistakes.map(\.number))
        guard !Placement.triesAll else { return }
        #expect(
            counts == [
                "trees, HTML and data": 671, "trees as JSON": 33, "PDFs": 84, "PDFs with data": 84, "images": 12,
                "check and render": 23, "preview": 67,
                "watch": 22, "circulate and diff": 11,
            ]
        )
        #expect(besideMistakes.count == 336)
        #expect(LostMark.all.count == 80)
    }

    @Test func `no two secrets of a workspace can be taken for one another`() {
        let ofPairs = Secret.pairs.flatMap { [$0.first, $0.second] }
        // The words in other scripts are the same in all of them.
        let signs = ofPairs.flatMap { secret in secret.signs.filter { $0 != secret.foreign } }
        #expect(Set(signs).count == signs.count)
        for planting in Trial.all.map(\.planting) {
            #expect(Set(planting.members.map(\.pair)).count == planting.members.count)
            #expect(planting.members.count == 1 || planting.members.allSatisfy { $0.placement.outcome == .published })
        }
    }

    @Test func `the layouts that are left out change no paper`() throws {
        let folder = try TemporaryFolder()
        try SecretRound().write(to: folder)
        let request = PublicationRequest(workspace: folder.path + "/round", formats: [.treeJSON, .html])
        let reduced = try publish(request, with: SecretProgram.files.get())
        let whole = try publish(request, with: Repository.program)
        #expect(reduced.files.map(\.name) == whole.files.map(\.name))
        #expect(reduced.files.map(\.bytes) == whole.files.map(\.bytes))
        #expect(!whole.files.isEmpty)
    }
}

extension Placement {
    /// Whether it is tried beside a mistake in the paper's header.
    fileprivate var isBesideContact: Bool { number % 3 == 0 }
}

/// What can be read in a public file, however it is written.
private enum PublicText {
    static func of(_ bytes: [UInt8], named name: String) throws -> [UInt8] {
        if name.hasSuffix(".png") { return [] }
        guard name.hasSuffix(".pdf") else { return bytes }
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "paper.pdf")
        let text = try Command.text(ofPDF: folder.path + "/paper.pdf")
        _ = try Command.run("/usr/bin/pdfdetach", ["-saveall", "paper.pdf"], in: folder.path)
        // With their names, and without the compression that they have in the file.
        let attached = try folder.names().filter { $0 != "paper.pdf" }.flatMap { name in
            try Array("\n\(name)\n".utf8) + folder.bytes(of: name)
        }
        return Array(text.utf8) + attached
    }
}

extension [UInt8] {
    /// The same with each number as one sign, and no plural of pages: times, lengths and columns are no words.
    fileprivate var withoutNumbers: [UInt8] {
        var rest: [UInt8] = []
        for byte in self {
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            if isDigit, rest.last == UInt8(ascii: "0") { continue }
            if byte == UInt8(ascii: "s"), rest.suffix(5).elementsEqual(" page".utf8) { continue }
            rest.append(isDigit ? UInt8(ascii: "0") : byte)
        }
        return rest
    }
}
