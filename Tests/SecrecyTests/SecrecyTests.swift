// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport
import Testing

/// A secret in every place of a workspace, marked rightly and nearly rightly: it changes no public byte, and no report quotes it.
struct SecrecyTests {
    /// What one workspace gives with one secret in one place.
    private func collect(_ output: PublicOutput, _ placement: Placement, _ secret: Secret) throws
        -> PublicOutput.Collected
    {
        var round = SecretRound()
        placement.put(secret, &round)
        let folder = try TemporaryFolder()
        try round.write(to: folder)
        return try output.collect(folder)
    }

    @Test(arguments: Placement.all)
    func `a secret is in no public byte and in no report`(placement: Placement) throws {
        var faults: [String] = []
        for output in PublicOutput.all where output.takes(placement) {
            let found =
                placement.outcome == .refused && output.holdsUpAll
                ? try faultsWhereRefused(output, placement) : try faultsWhereMade(output, placement)
            faults += found.map { "\(output.name): \($0)" }
        }
        #expect(faults == [])
    }

    /// Nothing is made, so that one secret tells as much as two.
    private func faultsWhereRefused(_ output: PublicOutput, _ placement: Placement) throws -> [String] {
        let secret = placement.number % 2 == 0 ? Secret.first : .second
        let collected = try collect(output, placement, secret)
        return try places(of: secret, in: collected)
            + [collected.papers, collected.restricted].flatMap(\.keys).map { "\($0) is made" }
    }

    private func faultsWhereMade(_ output: PublicOutput, _ placement: Placement) throws -> [String] {
        let first = try collect(output, placement, .first)
        let second = try collect(output, placement, .second)
        var found = try places(of: .first, in: first) + places(of: .second, in: second)
        found += differences("a paper", first.papers, second.papers)
        guard placement.outcome == .published else { return found }
        // Times, lengths and columns are no words. Where there are mistakes, reports say what they can.
        found += differences(
            "a report",
            first.reports.mapValues(\.withoutNumbers),
            second.reports.mapValues(\.withoutNumbers)
        )
        if first.papers.isEmpty || first.restricted.isEmpty {
            found.append("nothing is made: \(first.reports.mapValues { String(decoding: $0, as: UTF8.self) })")
        } else if placement.isPrinted, output.name == "trees, HTML and data",
            first.restricted.values.allSatisfy({ Secret.first.signs(in: $0).isEmpty })
        {
            found.append("it is printed nowhere")
        }
        return found
    }

    @Test(arguments: LostMark.all)
    func `a secret whose mark is lost is held back, and is in no report`(mark: LostMark) throws {
        let folder = try TemporaryFolder()
        let secret = Secret.first
        var round = SecretRound()
        mark.marked(secret, &round)
        try round.write(to: folder)
        var collected = PublicOutput.Collected()
        let first = try Command.cleardays("render", "round", in: folder.path)
        try collected.add(first, as: "render")
        #expect(first.status == 0, "\(first.errors)")
        round = SecretRound()
        mark.unmarked(secret, &round)
        try round.write(to: folder)
        for command in [["check"], ["check", "--format", "json"], ["render"], ["release"], ["watch", "--once"]] {
            let program = Repository.folder + "/.build/debug/cleardays"
            let outcome = try Command.run(program, [command[0], "round"] + command.dropFirst(), in: folder.path)
            try collected.add(outcome, as: command.joined(separator: " "))
            #expect(outcome.status == 1, "\(command): \(outcome.output)\(outcome.errors)")
        }
        try collected.addPapers(in: "out", of: folder)
        #expect(collected.papers.count == 2)
        let preview = try PublicOutput.preview(folder)
        collected.reports.merge(preview.reports) { first, _ in first }
        collected.papers.merge(preview.papers) { first, _ in first }
        #expect(String(decoding: preview.reports["preview /"] ?? [], as: UTF8.self).contains("held back"))
        let found = try places(of: secret, in: collected)
        #expect(found == [])
    }

    /// Where a secret stands and may not.
    private func places(of secret: Secret, in collected: PublicOutput.Collected) throws -> [String] {
        var found: [String] = []
        for (name, report) in collected.reports where !secret.signs(in: Array(name.utf8) + report).isEmpty {
            found.append("it is quoted by \(name): \(String(decoding: report, as: UTF8.self))")
        }
        for (name, bytes) in collected.papers {
            let text = try PublicText.of(bytes, named: name)
            if !secret.signs(in: Array(name.utf8) + text).isEmpty { found.append("it is in \(name)") }
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

    /// What is for everybody may be quoted beside a secret, the secret beside it may not.
    @Test(arguments: besideMistakes)
    func `a secret is in no report of mistakes beside it`(placement: Placement) throws {
        let secret = placement.number % 2 == 0 ? Secret.first : .second
        var round = SecretRound()
        placement.put(secret, &round)
        round.plantMistakes()
        if placement.number % 3 == 0 { round.set("contact", " pubcontact") }
        let folder = try TemporaryFolder()
        try round.write(to: folder)
        let collected = try PublicOutput.cabinetPaper([.tree], of: folder)
        #expect(try places(of: secret, in: collected) == [])
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
}

/// What can be read in a public file, however it is written.
private enum PublicText {
    static func of(_ bytes: [UInt8], named name: String) throws -> [UInt8] {
        if name.hasSuffix(".png") { return [] }
        guard name.hasSuffix(".pdf") else { return bytes }
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "paper.pdf")
        return Array(try Command.text(ofPDF: folder.path + "/paper.pdf").utf8)
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
