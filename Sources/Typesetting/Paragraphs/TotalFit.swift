// SPDX-License-Identifier: Apache-2.0

import Geometry
import ResourceLimits
import TextShaping

/// Finds the best lines for a range of atoms without a forced break: the total fit of Knuth and Plass (1981).
///
/// Every place at which a line may end is a breakpoint. From the first to the last, each breakpoint gets the best predecessor: the one
/// from which the fewest lines, and among these the least cost, lead to it. A line that is short of the measure by a part `s` of it costs
/// `s²`; the last line costs nothing for being short. The costs of other faults are in the same unit.
struct TotalFit {
    /// The cost of ending a line inside a word, at a hyphen or a slash that is printed anyway: that of a line that is a fifth too short.
    private static let inWordCost = 0.04
    /// The additional cost of hyphens at the ends of two lines in a row. A hyphen itself costs a line, so that a word is hyphenated only
    /// if that saves more or is inevitable.
    private static let repeatedHyphenCost = 0.2
    /// The number of lines that a line end between words that belong together costs: more than a hyphen does, which costs one.
    private static let tieLines = 3
    /// The cost of a word, or a value of several, alone on the last line: that of a line that is half empty.
    private static let runtCost = 0.25
    /// The part of the measure from which on a last line of one word is long enough.
    private static let runtWidth = 0.33

    private let measure: Length
    private var breakpoints: [Breakpoint]

    /// - Parameter divisions: where hyphens may divide atoms, by their indices, in the order of the text.
    init(atoms: ArraySlice<ShapedText.Atom>, divisions: [Int: [Division]] = [:], measure: Length) {
        self.measure = measure
        breakpoints = BreakpointCollector.breakpoints(of: atoms, divisions: divisions)
    }

    /// The lines from first to last; a single empty one if there are no atoms.
    consuming func lines() -> [Line] {
        for index in breakpoints.indices.dropFirst() { findBestWay(to: index) }
        var lines: [Line] = []
        var index = breakpoints.count - 1
        while index > 0 {
            let end = breakpoints[index]
            let start = breakpoints[end.previous]
            lines.append(
                Line(
                    atoms: start.next..<max(start.next, end.end),
                    width: end.endWidth - start.nextWidth,
                    divisionAtStart: start.division,
                    divisionAtEnd: end.division
                )
            )
            index = end.previous
        }
        return lines.reversed()
    }

    /// Tries every line that ends at a breakpoint and fits into the measure. Fewer lines win, then the lower cost, then the later
    /// beginning, so that the result is the same on every run.
    private mutating func findBestWay(to index: Int) {
        let isLast = index == breakpoints.count - 1
        var best = breakpoints[index]
        var examined = 0
        defer { WorkMeter.count(examined) }
        for start in (0..<index).reversed() {
            examined += 1
            let from = breakpoints[start]
            let width = best.endWidth - from.nextWidth
            // A line may be too long only if no shorter line ends here. The limit is for letters without width, with which every line
            // would fit.
            if width > measure || index - start > Limits.mostBreaksInLine, start < index - 1 { break }
            let slack = Double((measure - width).units) / Double(max(1, measure.units))
            var lines = from.lines + 1
            var cost = from.cost + (isLast ? 0 : slack * slack)
            if best.isInWord, !isLast { cost += Self.inWordCost }
            if best.division != nil {
                lines += 1
                if from.division != nil { cost += Self.repeatedHyphenCost }
            }
            if best.isTied { lines += Self.tieLines }
            let isRunt = isLast && start > 0 && best.spaces == from.spaces && 1 - slack < Self.runtWidth
            if isRunt { cost += Self.runtCost }
            if (lines, cost) < (best.lines, best.cost) {
                best.lines = lines
                best.cost = cost
                best.previous = start
            }
        }
        breakpoints[index] = best
    }
}

/// A place at which a line may end, with the best way to it.
private struct Breakpoint {
    /// The atom before which the line ends.
    var end: Int
    /// The first atom of the next line.
    var next: Int
    /// The widths from the beginning of the range to the end of the line, and to the beginning of the next.
    var endWidth: Length
    var nextWidth: Length
    /// Whether the line ends inside a word: after a hyphen or a slash.
    var isInWord = false
    /// Whether it is a space between words that belong together.
    var isTied = false
    /// How a hyphen divides the atom before ``end``, with which the next line begins again.
    var division: Division?
    /// The number of spaces before it, without those between words that belong together.
    var spaces: Int
    /// The number of lines up to it, and more for each hyphenated word and each parted value.
    var lines = Int.max
    var cost = Double.infinity
    var previous = 0
}

/// Collects the breakpoints of a range of atoms.
private struct BreakpointCollector {
    private var breakpoints: [Breakpoint] = []
    /// The width and the number of spaces up to the current atom.
    private var width = Length.zero
    private var spaces = 0

    /// The beginning, every place at which a line may end, and the end.
    static func breakpoints(of atoms: ArraySlice<ShapedText.Atom>, divisions: [Int: [Division]]) -> [Breakpoint] {
        // Spaces at either end are not part of any line.
        var first = atoms.startIndex
        while first < atoms.endIndex, atoms[first].kind == .space { first += 1 }
        var last = atoms.endIndex
        while last > first, atoms[last - 1].kind == .space { last -= 1 }
        var collector = BreakpointCollector()
        collector.append(end: first, next: first, endWidth: .zero, nextWidth: .zero)
        collector.breakpoints[0].lines = 0
        collector.breakpoints[0].cost = 0
        for index in first..<last {
            collector.add(atoms[index], at: index, isFirst: index == first, divisions[index] ?? [])
        }
        collector.append(end: last, next: last, endWidth: collector.width, nextWidth: collector.width)
        return collector.breakpoints
    }

    private mutating func add(_ atom: ShapedText.Atom, at index: Int, isFirst: Bool, _ divisions: [Division]) {
        let before = width
        width += atom.piece.width
        switch atom.kind {
        case .space:
            // Words that belong together are one word of the last line: "Annex 1." is as lonely on it as "Annexes."
            if !atom.isTied { spaces += 1 }
            append(end: index, next: index + 1, endWidth: before, nextWidth: width, isTied: atom.isTied)
        case .breakable where !isFirst:
            append(end: index, next: index, endWidth: before, nextWidth: before, isInWord: true)
        case .breakable, .joined, .lineBreak: break
        }
        for division in divisions {
            append(
                end: index + 1,
                next: index,
                endWidth: before + division.head.width,
                nextWidth: width - division.tail.width,
                isInWord: true,
                division: division
            )
        }
    }

    private mutating func append(
        end: Int,
        next: Int,
        endWidth: Length,
        nextWidth: Length,
        isInWord: Bool = false,
        isTied: Bool = false,
        division: Division? = nil
    ) {
        breakpoints.append(
            Breakpoint(
                end: end,
                next: next,
                endWidth: endWidth,
                nextWidth: nextWidth,
                isInWord: isInWord,
                isTied: isTied,
                division: division,
                spaces: spaces
            )
        )
    }
}
