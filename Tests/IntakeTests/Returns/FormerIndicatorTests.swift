// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// `indicators-before.csv`, the indicators of the round before.
struct FormerIndicatorTests {
    private static let name = "returns/communities/indicators-before.csv"

    private func contents(_ rows: String) throws -> WorkspaceContents {
        var files = GoodWorkspace.files
        files[Self.name] = rows
        return try read(files)
    }

    @Test func `the rows are those of the round before, without its notes and comments`() throws {
        let contents = try contents(
            "ref,measure,better,2008/09 actual,comment,change reason\nKI 1,Visits[^a],higher,1200[^b],Well.,Counted twice.\n"
        )
        #expect(contents.diagnostics.map(\.line).filter { $0.contains("before") } == [])
        let former = try #require(contents.round?.returns.first { $0.directorate == "communities" }?.formerIndicators)
        #expect(former.map(\.reference) == ["KI 1"])
        #expect(former[0].measure.plainWords == "Visits")
        #expect(former[0].figures.values.map(\.notes) == [[]])
        #expect(!former[0].comment.isWritten)
        #expect(former[0].changeReason.plainWords == "Counted twice.")
    }

    @Test func `a mistake in it is reported at its place`() throws {
        let lines = try contents("ref,measure,better,2008/09 actual\nKI 1,Visits,up,1200\n").diagnostics.map(\.line)
        #expect(lines.contains { $0.hasPrefix("error \(Self.name)!C2") || $0.contains("\(Self.name):2") }, "\(lines)")
    }

    @Test func `an exempt row of it stays exempt`() throws {
        let contents = try contents("ref,measure,better,2008/09 actual,exempt\nKI 1,Visits,higher,1200,3\n")
        let former = contents.round?.returns.first { $0.directorate == "communities" }?.formerIndicators
        #expect(former?.map(\.exemption) == [Exemption([3])])
    }
}
