// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import Testing

/// Where the data of charts are.
extension FigureTests {
    /// The words of the note under a figure's title, and the targets of its links.
    private func note(_ figure: Figure) -> (words: String, targets: [String]) {
        let inlines = figure.caption[1].inlines
        let targets = inlines.compactMap { inline -> String? in
            guard case .link(let link) = inline, case .anchor(let name) = link.target else { return nil }
            return name
        }
        return (inlines.plainText, targets)
    }

    @Test mutating func `the note of a chart leads to the returns that have its data, if the paper appends them`()
        throws
    {
        fixture.round.returns[0].items = [Fixture.item("arts", "Open it", status: .done)]
        addRoads([.onCourse])
        var (words, targets) = try note(figure("chart status", ("of", "actions")))
        #expect(words.hasSuffix("Data: the returns of Communities and Roads."))
        #expect(targets == ["communities", "roads"])
        fixture.round.papers[0].appendices = []
        (words, targets) = try note(figure("chart status", ("of", "actions")))
        #expect(words.hasSuffix("the worst status first."))
        #expect(targets == [])
        #expect(try fixture.composed().diagnostics.map(\.message) == [])
    }
}
