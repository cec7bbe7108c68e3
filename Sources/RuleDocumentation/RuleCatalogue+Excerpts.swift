// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A line or two of an example, and what is reported of them.
package struct ExampleExcerpt: Sendable, Equatable {
    /// A line of a file; its number is `nil` where that says nothing.
    package struct Line: Sendable, Equatable {
        /// Counted from one.
        package var number: Int?
        /// As it stands in the file; the end of a very long one is left out.
        package var text: String
    }

    /// The file, the sheet or the paragraph, or `nil` if it is of none.
    package var place: String?
    /// At most two, the one that is reported last; empty where the file is no text.
    package var lines: [Line] = []
    /// What is reported, or `nil` for an example that passes.
    package var message: String?
    /// What is said to do about it.
    package var hint: String?
    /// The example in words, where no line of it can be shown.
    package var words: String?
}

extension RuleCatalogue {
    /// How many lines of an example are shown.
    private static let mostLines = 2

    /// What the first example of a rule's mistake shows, or `nil` if there is none that can be run.
    package func mistake(_ rule: Rule) throws(MissingStretch) -> ExampleExcerpt? {
        guard let example = entry(of: rule)?.fires.first else { return nil }
        return try excerpt(of: example, for: rule)
    }

    /// What one example of a rule's mistake shows: the line that is reported, below the names of its columns if it is a row of a table.
    package func excerpt(of example: RuleExample, for rule: Rule) throws(MissingStretch) -> ExampleExcerpt? {
        guard let report = example.reports?.first(where: { $0.hasPrefix(rule.rawValue + " ") }) else { return nil }
        let finding = ReportedLine(report.dropFirst(rule.rawValue.count + 1))
        var excerpt = ExampleExcerpt(
            place: finding.place,
            message: finding.message,
            hint: finding.hint,
            words: example.shows?.trimmingEnd
        )
        guard let path = finding.path, let number = finding.line else { return excerpt }
        if let file = example.files[path], file?.text == nil { return excerpt }
        guard let text = try texts(of: example)[path] ?? base(path) else { return excerpt }
        let lines = text.lines
        guard lines.indices.contains(number - 1) else { return excerpt }
        if path.hasSuffix(".csv"), number > 1 { excerpt.lines.append(.init(number: 1, text: lines[0].shortened)) }
        excerpt.lines.append(.init(number: number, text: lines[number - 1].shortened))
        return excerpt
    }

    /// What the first example that a rule passes over shows: the lines that differ from the mistake, or else from the workspace that examples change.
    package func counterexample(_ rule: Rule) throws(MissingStretch) -> ExampleExcerpt? {
        guard let entry = entry(of: rule), let example = entry.passes.first else { return nil }
        if let shows = example.shows { return ExampleExcerpt(words: shows.trimmingEnd) }
        var excerpt = ExampleExcerpt()
        let others = try entry.fires.first.map { (example) throws(MissingStretch) in try texts(of: example) } ?? [:]
        for (path, text) in try texts(of: example).sorted(by: { $0.key < $1.key }) {
            let own = text.lines
            guard let known = (others[path] ?? base(path))?.lines else {
                if excerpt.lines.isEmpty {
                    excerpt.place = path
                    excerpt.lines = own.prefix(Self.mostLines).map { .init(number: nil, text: $0.shortened) }
                }
                continue
            }
            let changed = own.difference(from: known).insertions.compactMap { change -> String? in
                guard case .insert(_, let line, _) = change else { return nil }
                return line.trimmingEnd.isEmpty ? nil : line
            }
            guard !changed.isEmpty, excerpt.lines.isEmpty || excerpt.place == nil else { continue }
            excerpt.place = path
            excerpt.lines = changed.prefix(Self.mostLines).map { .init(number: nil, text: $0.shortened) }
        }
        return excerpt.lines.isEmpty ? nil : excerpt
    }
}

/// A finding as `reports` has it, without its rule: `returns/people/statement.md:1:7 (text): words (hint)`.
struct ReportedLine {
    /// The path, or the sheet or paragraph of a file, or `nil` where it is of no file.
    var place: String?
    /// The path of a text file whose line is known.
    var path: String?
    var line: Int?
    var message: String
    var hint: String?

    init(_ report: Substring) {
        let place: Substring
        if let colon = report.firstRange(of: ": ") {
            place = report[..<colon.lowerBound]
            message = String(report[colon.upperBound...])
        } else {
            place = "-"
            message = String(report)
        }
        if let open = Self.openingOfHint(in: message) {
            hint = String(message[message.index(after: open)...].dropLast())
            message = String(message[..<message.index(before: open)])
        }
        guard place != "-" else { return }
        // The column or key in brackets, then the numbers of the line and of the place in it.
        var rest = place
        if rest.hasSuffix(")"), let open = rest.lastIndex(of: "("), open > rest.startIndex {
            rest = rest[..<rest.index(before: open)]
        }
        var numbers: [Int] = []
        while numbers.count < 2, let colon = rest.lastIndex(of: ":") {
            guard let number = Int(rest[rest.index(after: colon)...]) else { break }
            numbers.insert(number, at: 0)
            rest = rest[..<colon]
        }
        self.place = String(rest)
        if let number = numbers.first { (path, line) = (String(rest), number) }
    }

    /// Where the bracket opens that closes at the end of a text, behind a space.
    private static func openingOfHint(in text: String) -> String.Index? {
        guard text.hasSuffix(")") else { return nil }
        var depth = 0
        for index in text.indices.reversed() {
            if text[index] == ")" { depth += 1 }
            if text[index] == "(" { depth -= 1 }
            if depth == 0 {
                return index > text.startIndex && text[text.index(before: index)] == " " ? index : nil
            }
        }
        return nil
    }
}

extension String {
    /// Without the space at its end.
    package var trimmingEnd: String {
        var text = Substring(self)
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }

    /// The lines, without the empty one behind the last line end.
    fileprivate var lines: [String] {
        var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    fileprivate var shortened: String { count > 160 ? prefix(159) + "…" : self }
}
