// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits

/// The texts of all files that were read, from which the excerpts of diagnostics are taken, also of those that later stages find.
///
/// A report goes into logs and to people who may not know what is exempt. So nothing is quoted of a file that may hold exempt information,
/// but the parts of it that are for everybody: a row, a key with its value, a block of prose. A reader that has understood a file says
/// where its parts begin (``divide(_:at:)``), and a part is quoted if
///
/// - no line of it holds anything like a mark, and nothing in it was marked (``suspect(_:of:)``, ``hide(at:)``)
/// - every mark in the files about the same subject was understood (``keepTogether(_:)``), and no error is in a part that is not quoted
/// - and the words stand in it, letter for letter, as a message has them: so no message can carry words from elsewhere.
package struct SourceTexts: Sendable {
    /// By their names: a workbook has a text for each of its sheets.
    private var texts: [String: SourceText] = [:]
    /// The files, and folders with a stroke behind them, of which nothing is quoted, whatever else is known of them; also single texts.
    private var hidden: Set<String> = []
    /// By text, the lines or rows that hold something like a mark, or something marked.
    private var suspects: [String: Set<Int>] = [:]
    /// The files of these texts.
    private var suspectFiles: Set<String> = []
    /// Those of them that hold more like a mark than a first row that names a column `exempt` or `Exempt under paragraph`, as that of every workbook
    /// does that is handed out.
    private var markedFiles: Set<String> = []
    /// By text, the first lines of its parts, ascending.
    private var divisions: [String: [Int]] = [:]
    private var undivided: Set<SourceFile.Subject> = []
    /// Whether a key or a column is one that the program names: the location of a diagnostic may name it also in a hidden file.
    private let isProgramField: @Sendable (String) -> Bool

    /// No texts yet.
    package init(isProgramField: @escaping @Sendable (String) -> Bool = { _ in false }) {
        self.isProgramField = isProgramField
    }

    /// A file's text, or `nil` if it was not read.
    subscript(file: String) -> SourceText? { texts[file] }

    /// Every text that was read, by its name.
    package var all: [SourceText] { texts.sorted { $0.key < $1.key }.map(\.value) }

    mutating func insert(_ text: SourceText) { texts[text.name] = text }

    /// Lets nothing of a file be quoted, or, with a stroke behind its name, of any file in a folder.
    package mutating func hide(_ file: String) { hidden.insert(file) }

    /// Lets nothing be quoted of the part of a text in which a location is; without a line, of the text.
    mutating func hide(at location: SourceLocation) {
        if location.row > 0 { return suspect([location.row], of: location.textName, in: location.file) }
        hide(location.textName)
        if location.textName != location.file {
            suspectFiles.insert(location.file)
            markedFiles.insert(location.file)
        }
    }

    /// Lets nothing be quoted of the parts of a text that have these lines or rows; of a text without parts, nothing at all.
    mutating func suspect(_ lines: [Int], of text: SourceText) {
        if !lines.isEmpty { suspect(lines, of: text.name, in: text.file) }
    }

    private mutating func suspect(_ lines: [Int], of text: String, in file: String) {
        suspects[text, default: []].formUnion(lines)
        suspectFiles.insert(file)
        let isOfRows = text != file || file.lowercased().hasSuffix(".csv")
        if !isOfRows || lines != [1] { markedFiles.insert(file) }
    }

    /// Divides a text, or what of it was read last, into parts that do not share a line.
    ///
    /// - Parameter lines: the first line of each part; unless they ascend, nothing is divided.
    mutating func divide(_ text: String, at lines: [Int]) {
        let all = divisions[text, default: []] + lines
        guard zip(all, all.dropFirst()).allSatisfy({ $0 < $1 }) else { return }
        divisions[text] = all
    }

    /// Lets no parts be told apart in the files about a subject: a mark in them was not understood, or may be lost.
    mutating func keepTogether(_ subject: SourceFile.Subject) { undivided.insert(subject) }

    /// Whether a file may hold exempt information.
    func mayHoldExempt(_ file: String) -> Bool { isHidden(file) || suspectFiles.contains(file) }

    /// Whether a file holds something like a mark, or something marked.
    func holdsMarks(_ file: String) -> Bool { suspectFiles.contains(file) }

    /// Whether a sheet of a file holds something like a mark, or something marked.
    func holdsMarks(_ file: String, sheet: String) -> Bool {
        suspects[SourceLocation.textName(file: file, sheet: sheet)] != nil
    }

    private func isHidden(_ file: String) -> Bool {
        hidden.contains(file) || file.lastIndex(of: "/").map { hidden.contains(String(file[...$0])) } == true
    }

    /// Whether any file may hold exempt information.
    private var mayAnyHoldExempt: Bool { !hidden.isEmpty || !suspects.isEmpty }

    /// What may be quoted at a location.
    private enum Quotable {
        case everything
        /// The lines of one part.
        case part(Range<Int>)
        case nothing
    }

    /// - Parameter unclear: the subjects in whose files no parts are told apart.
    private func quotable(at location: SourceLocation?, unclear: Set<SourceFile.Subject> = []) -> Quotable {
        // A diagnostic without a location may be about any file.
        guard let location else { return mayAnyHoldExempt ? .nothing : .everything }
        let name = location.textName
        guard !isHidden(location.file), !hidden.contains(name) else { return .nothing }
        guard let suspects = suspects[name] else {
            // A workbook as a whole is quoted if no sheet of it holds anything like a mark.
            return name == location.file && suspectFiles.contains(name) ? .nothing : .everything
        }
        guard !unclear.contains(location.sourceFile.subject), let starts = divisions[name],
            let index = starts.lastIndex(where: { $0 <= location.row })
        else { return .nothing }
        let part = starts[index]..<(index + 1 < starts.count ? starts[index + 1] : .max)
        return suspects.contains(where: part.contains) ? .nothing : .part(part)
    }

    /// The lines of the part of a text in which a location is: a row, a key with its value, a block. The line alone if the text is not divided.
    ///
    /// - Parameter count: how many lines the text has.
    func part(at location: SourceLocation, of count: Int) -> Range<Int> {
        guard let starts = divisions[location.textName], let index = starts.lastIndex(where: { $0 <= location.row })
        else { return location.row..<(location.row + 1) }
        let end = index + 1 < starts.count ? starts[index + 1] : count + 1
        return starts[index]..<max(end, starts[index] + 1)
    }

    /// Finds words in these texts.
    package var wordFinder: WordFinder { WordFinder(texts: self) }

    /// The diagnostics, each with the line that it is about unless it has an excerpt already or its line is unknown, and without what may
    /// not be quoted. A location is always kept.
    package func excerpting(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var lines = LineCache()
        let unclear = unclearSubjects(diagnostics)
        return diagnostics.map { diagnostic in
            let quotable = quotable(at: diagnostic.location, unclear: unclear)
            let diagnostic = redacted(diagnostic, quoting: quotable, &lines)
            guard let location = diagnostic.location, location.row > 0, diagnostic.excerpt == nil,
                let text = texts[location.textName]
            else { return diagnostic }
            if case .nothing = quotable { return diagnostic }
            if case .cell(_, let column, let row) = location.position {
                guard let cell = text.cell(column: column, row: row), !cell.isEmpty else { return diagnostic }
                return diagnostic.excerpting(cell.unicodeScalars.map { $0 == "\n" ? "↵" : $0 })
            }
            guard let line = lines.line(location.row, of: text), location.column <= line.count + 1 else {
                return diagnostic
            }
            // What ends a line within a paragraph of a document.
            return diagnostic.excerpting(line.map { $0 == "\u{2028}" ? "↵" : $0 })
        }
    }

    /// The subjects in whose files a mark was not understood and something may be exempt: an error beside a mark may be about what the
    /// mark is meant for.
    private func unclearSubjects(_ diagnostics: [Diagnostic]) -> Set<SourceFile.Subject> {
        let suspect = Set(texts.values.filter { mayHoldExempt($0.file) }.map(\.sourceFile.subject))
        var unclear = undivided.intersection(suspect)
        for diagnostic in diagnostics where diagnostic.severity == .error {
            guard let location = diagnostic.location, suspectFiles.contains(location.file),
                case .nothing = quotable(at: location)
            else { continue }
            unclear.insert(location.sourceFile.subject)
        }
        return unclear
    }

    private func redacted(_ diagnostic: Diagnostic, quoting quotable: Quotable, _ lines: inout LineCache) -> Diagnostic
    {
        var part: String?
        var hidesPlace = false
        switch quotable {
        case .everything: break
        case .part(let range):
            part = diagnostic.location.flatMap { texts[$0.textName] }.map { lines.lines(range, of: $0) }
        case .nothing: hidesPlace = true
        }
        return diagnostic.redacted(
            hiding: { words, source in
                switch source {
                case .program: false
                case .place: hidesPlace || part.map { !$0.holds(words.withoutEllipsis) } ?? false
                case .derived: hidesPlace
                case .file(let file): isHidden(file) || markedFiles.contains(file)
                case .anywhere: mayAnyHoldExempt
                }
            },
            hidesPlace: hidesPlace,
            isOwnField: isProgramField
        )
    }
}

extension String {
    /// Whether words stand in the text as they are, but for line ends and runs of white space.
    fileprivate func holds(_ words: some StringProtocol) -> Bool {
        if contains(words) { return true }
        guard words.contains(where: \.isWhitespace) else { return false }
        func folded(_ text: some StringProtocol) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return folded(self).contains(folded(words))
    }
}

/// The lines of texts, found once for the many problems that may be in one line.
private struct LineCache {
    private var indices: [String: LineIndex] = [:]
    private var last: (name: String, line: Int, scalars: [Unicode.Scalar])?
    private var part: (name: String, range: Range<Int>, text: String)?

    private mutating func index(of text: SourceText) -> LineIndex {
        let index = indices[text.name] ?? text.lines
        indices[text.name] = index
        return index
    }

    /// The characters of a line, or `nil` if there is no such line.
    mutating func line(_ line: Int, of text: SourceText) -> [Unicode.Scalar]? {
        if let last, last.name == text.name, last.line == line { return last.scalars }
        let scalars = index(of: text).line(line, of: text.bytes, atMost: Limits.longestQuotedLine)
            .map { Array($0.unicodeScalars) }
        last = scalars.map { (text.name, line, $0) }
        return scalars
    }

    /// The text of lines, of which the last may be beyond the end.
    mutating func lines(_ range: Range<Int>, of text: SourceText) -> String {
        if let part, part.name == text.name, part.range == range { return part.text }
        let index = index(of: text)
        let start = index.range(range.lowerBound)?.lowerBound ?? text.bytes.count
        let end = index.range(range.upperBound)?.lowerBound ?? text.bytes.count
        let words = String(decoding: text.bytes[start..<max(start, end)], as: UTF8.self)
        part = (text.name, range, words)
        return words
    }
}
