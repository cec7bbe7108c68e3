// SPDX-License-Identifier: Apache-2.0

extension [Theme.FigureStyle.ToneStyle] {
    /// The styles of the series of a chart, in which each that has the tone of an earlier one has a pattern that no other series has: two words
    /// of a council for "not on course" are told apart without colour.
    ///
    /// A chart of more series than there are patterns has one that no other series of its fill has.
    ///
    /// - Parameter repeats: whether each series has the tone of an earlier one.
    package func toldApart(where repeats: [Bool]) -> [Theme.FigureStyle.ToneStyle] {
        var styles = self
        var used = Set(zip(self, repeats).filter { !$1 }.map(\.0.pattern))
        let patterns = Theme.FigureStyle.ToneStyle.Pattern.allCases.filter { $0 != .plain }
        for index in indices where repeats[index] {
            let others = styles[..<index].filter { $0.fill == styles[index].fill }.map(\.pattern)
            guard
                let pattern = patterns.first(where: { !used.contains($0) })
                    ?? patterns.first(where: { !others.contains($0) })
            else { continue }
            if styles[index].pattern == .plain { styles[index].patternColour = styles[index].textColour }
            styles[index].pattern = pattern
            used.insert(pattern)
        }
        return styles
    }
}
