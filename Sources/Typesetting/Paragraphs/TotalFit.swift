// SPDX-License-Identifier: Apache-2.0

import Geometry
import ResourceLimits
import TextShaping

/// Finds the best lines for a stretch of atoms that holds no forced break.
///
/// A line that is short of the measure by a part `s` of it costs `s²`; the last line costs nothing for being short. The
/// costs of other faults are in the same coin.
struct TotalFit {
    /// A place where a line may end, with the best way to come to it.
    private struct Breakpoint {
        /// The line ends before this atom.
        var end: Int
        /// The next line begins with this atom.
        var next: Int
        /// From the beginning of the stretch to the end of the line, and to the beginning of the next.
        var endWidth: Length
        var nextWidth: Length
        /// Whether the line ends inside a word: after a hyphen or a slash.
        var isInWord: Bool
        /// How a hyphen divides the atom before ``end``, with which the next line begins again.
        var division: Division?
        /// How many spaces stand before it.
        var spaces: Int
        /// With one more for each word that is hyphenated.
        var lines = Int.max
        var cost = Double.infinity
        var previous = 0
    }

    /// To end a line inside a word costs as much as a line that is a fifth too short.
    private static let inWordCost = 0.04
    /// To hyphenate a word costs a line, so that it is done only where it saves more or cannot be helped; on two lines in a
    /// row it costs something more.
    private static let repeatedHyphenCost = 0.2
    /// To leave a word alone on the last line costs as much as a line that is half empty.
    private static let runtCost = 0.25
    /// A last line longer than this part of the measure is no runt, though it be one word.
    private static let runtWidth = 0.33

    private let measure: Length
    private var breakpoints: [Breakpoint]

    /// - Parameter divisions: where hyphens may divide atoms, by their indices, in the order of the text.
    init(atoms: ArraySlice<ShapedText.Atom>, divisions: [Int: [Division]] = [:], measure: Length) {
        self.measure = measure
        breakpoints = Self.breakpoints(of: atoms, divisions: divisions)
    }

    /// The lines from first to last; one, without atoms, where there are none.
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

    /// Tries every line that ends at a breakpoint and goes into the measure. As few lines as can be come first, then
    /// the least cost; of equals the later beginning wins, so that the result is the same on every run.
    private mutating func findBestWay(to index: Int) {
        let isLast = index == breakpoints.count - 1
        var best = breakpoints[index]
        var examined = 0
        defer { WorkMeter.count(examined) }
        for start in (0..<index).reversed() {
            examined += 1
            let from = breakpoints[start]
            let width = best.endWidth - from.nextWidth
            // A line may be too long only where no line that ends here is shorter. Letters without width would let every line go into
            // the measure.
            if width > measure || index - start > Limits.mostBreaksInLine, start < index - 1 { break }
            let slack = Double((measure - width).units) / Double(max(1, measure.units))
            var lines = from.lines + 1
            var cost = from.cost + (isLast ? 0 : slack * slack)
            if best.isInWord, !isLast { cost += Self.inWordCost }
            if best.division != nil {
                lines += 1
                if from.division != nil { cost += Self.repeatedHyphenCost }
            }
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

    /// The beginning, every place where a line may end, and the end.
    private static func breakpoints(
        of atoms: ArraySlice<ShapedText.Atom>,
        divisions: [Int: [Division]]
    ) -> [Breakpoint] {
        var width = Length.zero
        var spaces = 0
        // Spaces at either end are no part of any line.
        var first = atoms.startIndex
        while first < atoms.endIndex, atoms[first].kind == .space { first += 1 }
        var last = atoms.endIndex
        while last > first, atoms[last - 1].kind == .space { last -= 1 }
        var breakpoints = [
            Breakpoint(
                end: first,
                next: first,
                endWidth: .zero,
                nextWidth: .zero,
                isInWord: false,
                spaces: 0,
                lines: 0,
                cost: 0
            )
        ]
        for index in first..<last {
            let atom = atoms[index]
            let before = width
            width += atom.piece.width
            switch atom.kind {
            case .space:
                spaces += 1
                breakpoints.append(
                    Breakpoint(
                        end: index,
                        next: index + 1,
                        endWidth: before,
                        nextWidth: width,
                        isInWord: false,
                        spaces: spaces
                    )
                )
            case .breakable where index > first:
                breakpoints.append(
                    Breakpoint(
                        end: index,
                        next: index,
                        endWidth: before,
                        nextWidth: before,
                        isInWord: true,
                        spaces: spaces
                    )
                )
            case .breakable, .joined, .lineBreak: break
            }
            for division in divisions[index] ?? [] {
                breakpoints.append(
                    Breakpoint(
                        end: index + 1,
                        next: index,
                        endWidth: before + division.head.width,
                        nextWidth: width - division.tail.width,
                        isInWord: true,
                        division: division,
                        spaces: spaces
                    )
                )
            }
        }
        breakpoints.append(
            Breakpoint(end: last, next: last, endWidth: width, nextWidth: width, isInWord: false, spaces: spaces)
        )
        return breakpoints
    }
}
