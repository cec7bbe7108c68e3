// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What waivers make of a list of diagnostics.
package struct AppliedWaivers {
    /// The diagnostics that no waiver is for.
    package var kept: [Diagnostic] = []
    /// Those that a waiver is for, with the waiver.
    package var waived: [(diagnostic: Diagnostic, waiver: Waiver)] = []
    /// The waivers that are for no diagnostic of the list.
    package var unused: [Waiver] = []
    /// The waivers that would be for several places, with how many; they waive nothing.
    package var blanket: [(waiver: Waiver, places: Int)] = []
}

extension SourceTexts {
    /// Takes the findings out of a list that are waived.
    ///
    /// A waiver of a row or a block is for one finding of its rule, which may be told at several places of it; for two it would be blanket.
    /// A waiver with words is for one place: the line, row or block with the words, and in it the finding that is within them if there are several
    /// of its rule. Findings of the same message in lines that read alike are one place. An error is never waived, whatever a waiver says.
    package func applying(_ waivers: [Waiver], to diagnostics: [Diagnostic]) -> AppliedWaivers {
        var result = AppliedWaivers()
        if waivers.isEmpty {
            result.kept = diagnostics
            return result
        }
        let candidates = Dictionary(grouping: diagnostics.indices.filter { diagnostics[$0].isWaivable }) {
            diagnostics[$0].rule
        }
        var search = PlaceSearch(texts: self)
        var owners: [Int: Waiver] = [:]
        for waiver in waivers {
            let own = candidates[waiver.rule, default: []]
            switch waiver.reach {
            case .rows(let rows):
                let matches = own.filter { index in
                    guard let location = diagnostics[index].location else { return false }
                    return location.textName == waiver.location.textName && rows.contains(location.row)
                }
                if matches.isEmpty { result.unused.append(waiver) }
                let places = Set(matches.map { diagnostics[$0].message }).count
                if places > 1 {
                    result.blanket.append((waiver, places))
                } else {
                    for index in matches { owners[index] = owners[index] ?? waiver }
                }
            case .words(let words):
                let subject = waiver.location.sourceFile.subject
                let near = own.filter { diagnostics[$0].subject == subject }
                let (matches, places) = search.matches(of: words, among: near.map { ($0, diagnostics[$0]) })
                if matches.isEmpty { result.unused.append(waiver) }
                if places > 1 {
                    result.blanket.append((waiver, places))
                } else {
                    for index in matches { owners[index] = owners[index] ?? waiver }
                }
            }
        }
        for (index, diagnostic) in diagnostics.enumerated() {
            if let waiver = owners[index] {
                result.waived.append((diagnostic, waiver))
            } else {
                result.kept.append(diagnostic)
            }
        }
        return result
    }
}

extension Diagnostic {
    fileprivate var isWaivable: Bool { severity != .error && !isExposure && rule.isWaivable }
}

/// Finds the places of words among those of diagnostics, with the words of each line compared once.
private struct PlaceSearch {
    let texts: SourceTexts
    private var indices: [String: LineIndex] = [:]
    private var compared: [Lines: ComparedWords] = [:]

    /// Lines of a text.
    private struct Lines: Hashable {
        var text: String
        var range: Range<Int>
    }

    /// A diagnostic and the words that it was found by.
    private struct Match {
        var index: Int
        var diagnostic: Diagnostic
        /// The place in which the words are.
        var lines: Lines
        /// What is there.
        var text: String
        /// Whether the finding is within the words.
        var isWithin: Bool
    }

    init(texts: SourceTexts) { self.texts = texts }

    /// The diagnostics, by their indices, at whose place some words are, and at how many places that is.
    mutating func matches(
        of words: String,
        among diagnostics: [(index: Int, diagnostic: Diagnostic)]
    ) -> (indices: [Int], places: Int) {
        let wanted = ComparedWords(words)
        if wanted.isEmpty { return ([], 0) }
        var found: [Match] = []
        // Words of the line come before those of the whole block or key.
        for isWhole in [false, true] where found.isEmpty {
            found = diagnostics.compactMap { match($0.index, $0.diagnostic, wanted, inWholePart: isWhole) }
        }
        if found.isEmpty {
            let named = diagnostics.filter { $0.diagnostic.location?.isNamed(words) == true }
            return (named.map(\.index), Set(named.map(\.diagnostic.location)).count)
        }
        let within = found.filter(\.isWithin)
        if !within.isEmpty { found = within }
        // Findings within the words of one line are what the words were written for.
        var places: Set<String> = []
        for match in found {
            let isInWords = match.isWithin && Set(found.map(\.lines)).count == 1
            places.insert(isInWords ? "" : "\(match.diagnostic.message)\n\(match.text)")
        }
        return (found.map(\.index), places.count)
    }

    private mutating func match(
        _ index: Int,
        _ diagnostic: Diagnostic,
        _ wanted: ComparedWords,
        inWholePart isWhole: Bool
    ) -> Match? {
        guard let location = diagnostic.location, location.row > 0, let text = texts[location.textName] else {
            return nil
        }
        let lineIndex = indices[location.textName] ?? text.lines
        indices[location.textName] = lineIndex
        let range = isWhole ? texts.part(at: location, of: lineIndex.count) : location.row..<(location.row + 1)
        let lines = Lines(text: location.textName, range: range)
        let words = compared[lines] ?? ComparedWords(text, lines: range, index: lineIndex)
        compared[lines] = words
        let occurrences = words.occurrences(of: wanted)
        if occurrences.isEmpty { return nil }
        let column = if case .cell(_, let column, _) = location.position { column } else { location.column }
        let isWithin = column > 0 && occurrences.contains { words.covers($0, location.row, column) }
        return Match(index: index, diagnostic: diagnostic, lines: lines, text: words.string, isWithin: isWithin)
    }
}

extension SourceLocation {
    /// Whether the key or column, or for a whole file its name, is called so.
    fileprivate func isNamed(_ words: String) -> Bool {
        if let field, field.lowercased() == words.lowercased() { return true }
        guard row == 0 else { return false }
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.lowercased() == words.lowercased() || position.cellReference?.lowercased() == words.lowercased()
    }
}
