// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Monitoring
import TestSupport
import Testing

@testable import Publishing

/// A return that has not come is one finding, whatever papers say of it.
struct AwaitedReturnTests {
    private static let returns = "ws/returns/community-services"
    private static let told =
        "error missing-return returns/community-services: the return of `Community Services`, due on 15 October 2025, has not come (ask Owen Marsden, Director, and put it into this folder)"

    /// The starter without its only return, to which the paper refers twice.
    private func workspace() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        try FileManager.default.removeItem(atPath: folder.path + "/" + Self.returns)
        try folder.edit("ws/round.yaml", "as-at:", "returns-due: 2025-10-15\nas-at:")
        try folder.edit("ws/papers/cabinet.md", "gives the detail of each.", "gives the detail of each: [](#l1).")
        return folder
    }

    private func lines(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map {
            "\($0.severity.rawValue) \($0.rule.rawValue) \($0.location.map { "\($0)" } ?? "-"): \($0.message) (\($0.hint ?? ""))"
        }
    }

    @Test(arguments: [false, true])
    func `a return that has not come is one error with the day and whom to ask`(hasFolder: Bool) throws {
        let folder = try workspace()
        if hasFolder {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/" + Self.returns,
                withIntermediateDirectories: true
            )
        }
        let checked = try check(folder.path + "/ws", with: Repository.program)
        #expect(lines(checked.diagnostics) == [Self.told])
        #expect(checked.completeness?.returns.map(\.hasCome) == [false])
        let made = try publish(PublicationRequest(workspace: folder.path + "/ws"), with: Repository.program)
        #expect(made.files.isEmpty)
        #expect(lines(made.diagnostics) == [Self.told])
    }

    @Test func `a slip in the paper is told all the same`() throws {
        let folder = try workspace()
        try folder.edit("ws/papers/cabinet.md", "[](#l1)", "[](#apendix-1)")
        let rules = try check(folder.path + "/ws", with: Repository.program).diagnostics.map(\.rule)
        #expect(rules == [.unknownReference, .missingReturn])
    }

    @Test func `a return that cannot be read is what is told, and not the papers that lack it`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        try folder.write("declares: [\n", to: Self.returns + "/return.yaml")
        let diagnostics = try check(folder.path + "/ws", with: Repository.program).diagnostics
        #expect(diagnostics.map { $0.location?.file } == ["returns/community-services/return.yaml"])
    }

    @Test func `a paper that can do without is made, with a warning`() throws {
        let folder = try workspace()
        let paper = try folder.text(of: "ws/papers/cabinet.md")
            .replacing("appendices:\n  - { title: Directorate returns, of: all-directorates }\n", with: "")
            .replacing("[](#appendix-1) gives the detail of each: [](#l1).", with: "That is all.")
        try folder.write(paper, to: "ws/papers/cabinet.md")
        let checked = try check(folder.path + "/ws", with: Repository.program)
        #expect(checked.diagnostics.map(\.rule).contains(.missingReturn))
        #expect(!checked.diagnostics.map(\.rule).contains(.awaitedReturn))
        #expect(checked.diagnostics.filter { $0.rule == .missingReturn }.map(\.severity) == [.warning])
    }
}
