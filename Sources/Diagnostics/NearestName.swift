// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Finds the known name that a misspelt one most likely means.
package enum NearestName {
    /// The nearest of `names` to `name`, if one is near enough to be worth suggesting: at most a third of the
    /// longer name's letters differ. None is suggested among very many names, or for a name that is nothing that somebody typed.
    package static func of<Names: Sequence<String>>(_ name: String, among names: Names) -> String? {
        guard name.utf8.count <= Limits.longestNameCompared else { return nil }
        let wanted = Array(name.lowercased().unicodeScalars)
        var best: (name: String, distance: Int)?
        for (index, candidate) in names.enumerated() {
            WorkMeter.count(1)
            if index == Limits.mostNamesCompared { return nil }
            if candidate.utf8.count > Limits.longestNameCompared { continue }
            let letters = Array(candidate.lowercased().unicodeScalars)
            let allowed = max(1, max(wanted.count, letters.count) / 3)
            if abs(wanted.count - letters.count) > allowed { continue }
            let distance = editDistance(wanted, letters)
            if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// A hint that names the nearest of the known names, or lists them where none is near and they are few.
    ///
    /// - Parameter source: where the known names come from; they count as a quotation unless it is said.
    package static func hint<Names: Collection<String>>(
        for name: String,
        among names: Names,
        from source: DiagnosticText.Source = .anywhere
    ) -> DiagnosticText? {
        if let nearest = of(name, among: names) { return "did you mean `\(nearest, from: source)`?" }
        if names.isEmpty || names.count > 12 { return nil }
        return "known: \(names.inBackticks, from: source)"
    }

    /// The least number of single-letter insertions, deletions, changes and swaps of neighbours (Damerau 1964,
    /// optimal string alignment).
    private static func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        WorkMeter.count(first.count * second.count)
        if first.isEmpty || second.isEmpty { return first.count + second.count }
        var beforeLast = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        for (row, letter) in first.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(second.count + 1)
            for (column, other) in second.enumerated() {
                var distance = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
                    distance = min(distance, beforeLast[column - 1] + 1)
                }
                current.append(distance)
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }
}
