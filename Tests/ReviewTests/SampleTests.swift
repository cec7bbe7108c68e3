// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

/// The review of whole rounds: it is silent where all is right, and finds figures that were changed.
struct SampleTests {
    @Test(arguments: ["wealdshire", "fenwick", "morhelyg"])
    func `nothing is found in a sample`(name: String) throws {
        let folder = try SampleRounds.copy(name)
        let reports = try ReviewedRound.diagnostics(of: folder.path + "/round").map(\.report)
        #expect(reports == [])
    }

    @Test(arguments: ["place", "environment", "resources", "housing-communities"])
    func `nothing is found in a sample of workbooks and documents`(directorate: String) throws {
        let found = try ReviewedRound.diagnostics(of: Repository.folder + "/samples/fenwick-vale-2026-q3")
        #expect(found.filter { $0.subject == .directorateReturn(directorate) }.map(\.report) == [])
    }

    @Test func `nothing is found in another round of true sentences that are easily taken for false ones`() throws {
        let workspace = Repository.folder + "/Tests/ReviewTests/Fixtures/clean-round"
        let reports = try ReviewedRound.diagnostics(of: workspace).map(\.report)
        #expect(reports == [])
    }

    /// Sixty figures are changed one at a time, a digit of each; the helper prints how many of the changes are found, and which are not.
    @Test func `four of five changes of a figure that contradict a table are found`() throws {
        var generator = SeededGenerator(seed: 18)
        let changed = try RestatedFigure.all().shuffled(using: &generator).prefix(60)
        var found = 0
        var missed: [String] = []
        for figure in changed {
            let folder = try SampleRounds.copy(figure.sample)
            let name = "round/" + figure.file
            let number = figure.slip(using: &generator)
            let text = try #require(
                figure.changing(try folder.text(of: name), to: number),
                "\(figure.file) does not have `\(figure.before)\(figure.number)\(figure.after)` once"
            )
            try folder.write(text, to: name)
            let reports = try ReviewedRound.diagnostics(of: folder.path + "/round")
            if reports.contains(where: { $0.location?.file == figure.file }) {
                found += 1
            } else {
                missed.append("\(figure.sample): \(figure.before)\(figure.number)→\(number)\(figure.after)")
            }
        }
        print("found \(found) of \(changed.count) changed figures; not found:\n" + missed.joined(separator: "\n"))
        #expect(changed.count == 60)
        #expect(found >= 48)
    }
}
