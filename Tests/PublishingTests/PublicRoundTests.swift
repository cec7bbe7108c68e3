// SPDX-License-Identifier: Apache-2.0

import Intake
import Monitoring
import TestSupport
import Testing

@testable import Publishing

/// The public round holds no exempt word in any field that it has, or will have.
struct PublicRoundTests {
    /// Every text in a value, by the way to it through types and fields.
    private func texts(in value: Any, at path: String = "") -> [(path: String, text: String)] {
        if let text = value as? String { return [(path, text)] }
        let mirror = Mirror(reflecting: value)
        return mirror.children.flatMap { child in
            texts(in: child.value, at: path + "/" + (child.label ?? ""))
        }
    }

    @Test func `no exempt word is in any field of the public round, and each is in the whole one`() throws {
        let folder = try ExemptWorkspace.make()
        let contents = try readWorkspace(at: folder.path + "/round", programLayouts: Repository.program.layouts)
        let round = try #require(contents.round)
        let whole = texts(in: round)
        let open = texts(in: PublicRound(redacting: round))
        #expect(open.count > 200)
        for (place, word) in ExemptWorkspace.words {
            #expect(whole.contains { $0.text.contains(word) }, "\(place)")
            let leaks = open.filter { $0.text.lowercased().contains(word.lowercased()) }
            #expect(leaks.isEmpty, "\(place): \(leaks.map(\.path))")
        }
        let marked = open.filter { $0.text.unicodeScalars.contains(ExemptWorkspace.character) }
        #expect(marked.isEmpty, "\(marked.map(\.path))")
    }

    @Test func `figures of an exempt row are in no field of the public round`() throws {
        let folder = try ExemptWorkspace.make()
        let contents = try readWorkspace(at: folder.path + "/round", programLayouts: Repository.program.layouts)
        let round = try #require(contents.round)
        func figures(_ round: MonitoringRound) -> Int {
            round.returns.flatMap(\.indicators).filter { $0.exemption != nil }.map(\.figures.count).reduce(0, +)
        }
        #expect(figures(round) == 4)
        #expect(figures(PublicRound(redacting: round).content) == 0)
    }

    @Test func `a note stays where open words mark it, too, or nothing does`() throws {
        let folder = try ExemptWorkspace.make()
        let path = "round/returns/community-services/"
        func notes() throws -> [String] {
            let contents = try readWorkspace(at: folder.path + "/round", programLayouts: Repository.program.layouts)
            return PublicRound(redacting: try #require(contents.round)).content.returns.flatMap(\.notes).map(\.name)
                .sorted()
        }
        #expect(try notes() == ["flood"])
        try folder.edit(path + "statement.md", "paying its way.", "paying its way.[^buyer]")
        #expect(try notes() == ["buyer", "flood"])
        try folder.edit(path + "statement.md", "[^buyer]", "")
        try folder.edit(
            path + "return.yaml",
            "  buyer: ",
            "  spare: Nobody marks it.\n  other: One.\n  buyer: See[^other] "
        )
        #expect(try notes() == ["flood", "spare"])
    }
}
