// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Monitoring
import UnicodeText

/// Finds the location of words in a file, from the location of the text that holds them on; `nil` if they are not there as they were parsed.
///
/// - Parameters:
///   - start: where the text begins.
///   - length: how long the text is, in bytes.
///   - words: stretches that follow one another; the last is the one to be located.
package typealias WordLocator = (_ start: SourceLocation, _ length: Int, _ words: [String]) -> SourceLocation?

/// Reads a round as a careful colleague would before it is sent on: whether the texts say what the tables say, whether rows make sense, whether
/// something is said twice.
///
/// Nothing that it finds makes a paper wrong by itself, so that no finding is an error. It prefers silence to a false alarm: where a sentence
/// can be read in two ways, nothing is reported.
///
/// ```
/// diagnostics += review(round) { start, length, words in texts.location(of: words, from: start, length: length) }
/// ```
///
/// - Parameters:
///   - round: the whole round, with what is exempt: whoever reports the diagnostics hides what may not be quoted, as in all others.
///   - today: the day on which the round is looked at; `nil` to ask nothing that depends on it.
///   - dictionary: gives the dictionary when the first word is looked up, or `nil` if the machine has none, which is reported; without it no
///     word is looked up.
///   - locate: finds words in the files; without it a finding is at the paragraph.
/// - Returns: the findings in no order, as many of a file as ``DiagnosticList`` keeps.
package func review(
    _ round: MonitoringRound,
    on today: CalendarDate? = nil,
    spelling dictionary: (() -> (any ReviewDictionary)?)? = nil,
    locating locate: @escaping WordLocator = { _, _, _ in nil }
) -> [Diagnostic] {
    let reviewer = Reviewer(round: round, today: today, dictionary: dictionary, locate: locate)
    reviewer.review()
    return reviewer.findings.all
}

/// One review and what it has found so far.
final class Reviewer {
    let round: MonitoringRound
    private let today: CalendarDate?
    private let locate: WordLocator
    private(set) var findings = DiagnosticList()
    private let dates: DateRules
    private let councilStems: Set<String>
    private let language: LanguageRules
    private let vocabulary = Vocabulary.ofReview()

    init(
        round: MonitoringRound,
        today: CalendarDate?,
        dictionary: (() -> (any ReviewDictionary)?)?,
        locate: @escaping WordLocator
    ) {
        self.round = round
        self.today = today
        self.locate = locate
        dates = DateRules(round)
        language = LanguageRules(round, dictionary: dictionary)
        let names = [round.council.name, round.council.shortName]
        councilStems = Set(
            names.flatMap { Tokenizer.tokens(of: $0.scalars) }.map(\.stem)
        )
    }

    func review() {
        var everyRow: [ReviewedRow] = []
        for directorateReturn in round.returns { everyRow += review(directorateReturn) }
        review(round.papers, index: RowIndex(everyRow))
        if language.lacksDictionary { findings.report(.noDictionary, at: nil) }
        guard let today else { return }
        let rules = PublicationRules(council: round.council, today: today)
        for paper in round.papers { rules.check(paper) { self.findings.report($0, at: $1) } }
    }

    private func review(_ directorateReturn: DirectorateReturn) -> [ReviewedRow] {
        let comparators = round.council.comparators
        let indicators = directorateReturn.indicators.map { ReviewedRow($0, comparators: comparators) }
        let activities = directorateReturn.items.filter { $0.actual != nil || $0.forecast != nil }
        let index = RowIndex(indicators + activities.map { ReviewedRow($0) })
        var repetitions = RepetitionRules()
        var text = ReviewedText()
        let statement = Document(directorateReturn.statement, in: vocabulary)
        text.add(statement)
        review(statement, index: index)
        repetitions.add(statement)
        for (row, indicator) in directorateReturn.indicators.enumerated() {
            let isExempt = indicator.exemption != nil
            let comment = review(
                indicator.comment,
                isExempt: isExempt,
                index: index,
                own: row,
                &repetitions,
                reference: indicator.reference
            )
            for document in comment { text.add(document) }
            text.add(Document(indicator.measure, as: .label, isExempt: isExempt, in: vocabulary))
        }
        var next = indicators.count
        for item in directorateReturn.items {
            let hasFigures = item.actual != nil || item.forecast != nil
            let own = hasFigures ? next : nil
            let isExempt = item.exemption != nil
            let comment = review(
                item.comment,
                isExempt: isExempt,
                index: index,
                own: own,
                &repetitions,
                reference: item.reference
            )
            for document in comment { text.add(document) }
            for label in [item.title, item.outcome] {
                text.add(Document(label, as: .label, isExempt: isExempt, in: vocabulary))
            }
            if hasFigures { next += 1 }
        }
        repetitions.report { self.report($0, at: $1, in: $2, near: $3) }
        for table in directorateReturn.tables {
            let introduction = Document(table.introduction, in: vocabulary)
            review(introduction, index: index)
            text.add(introduction)
        }
        for note in directorateReturn.notes { text.add(Document(note.text, in: vocabulary)) }
        check(text)
        RowRules(round: round, directorateReturn: directorateReturn, rows: indicators) {
            self.findings.report($0, at: $1)
        }
        .check()
        return index.rows
    }

    private func review(_ papers: [PaperSource], index: RowIndex) {
        // A file for several bodies is several papers of one text.
        var files: Set<String> = []
        for paper in papers where files.insert(paper.file).inserted {
            var repetitions = RepetitionRules()
            let texts = [paper.summary, paper.body] + paper.implications.map(\.text) + paper.appendices.map(\.text)
            var read = ReviewedText()
            for text in texts {
                let document = Document(text, in: vocabulary)
                review(document, index: index)
                repetitions.add(document)
                read.add(document)
            }
            for text in paper.recommendations.map(\.text) + paper.backgroundPapers {
                read.add(Document(text, in: vocabulary))
            }
            check(read)
            repetitions.report { self.report($0, at: $1, in: $2, near: $3) }
            RecommendationRules(council: round.council).check(paper) { self.findings.report($0, at: $1) }
        }
    }

    private func review(
        _ comment: Comment,
        isExempt: Bool,
        index: RowIndex,
        own: Int?,
        _ repetitions: inout RepetitionRules,
        reference: String?
    ) -> [Document] {
        guard case .own(let reason, let response) = comment else { return [] }
        let documents = [reason, response].filter { !$0.isEmpty }.map {
            Document($0, isExempt: isExempt, in: vocabulary)
        }
        for document in documents {
            review(document, index: index, own: own)
            repetitions.add(comment: document, of: reference)
        }
        return documents
    }

    /// Reads a return or a paper for its words.
    private func check(_ text: ReviewedText) {
        language.check(text) { message, place in self.report(message, in: place.passage, at: place.token) }
    }

    /// Holds a text against the rows and the calendar.
    private func review(_ document: Document, index: RowIndex, own: Int? = nil) {
        for passage in document.passages {
            if passage.kind == .quotation || passage.kind == .label { continue }
            dates.check(passage) { self.report($0, in: passage, at: $1) }
            if passage.kind == .heading { continue }
            review(passage, index: index, own: own)
        }
    }

    private func review(_ passage: Passage, index: RowIndex, own: Int?) {
        guard passage.hasNumbers || !passage.traits.isDisjoint(with: .claims) else { return }
        let reader = MentionReader(tokens: passage.tokens, yearKind: round.round.year.kind)
        var previous = 0..<0
        var bases = BaseRules()
        for statement in passage.statements(reader) {
            let before = previous
            let context = { passage.context(after: before) }
            let arithmetic = ArithmeticRules(statement: statement) { message, mention in
                self.report(message, of: mention, in: statement)
            }
            let reported = arithmetic.check()
            var isContradicted = !reported.isEmpty
            let rules = FigureRules(index: index, councilStems: councilStems) { message, mention in
                isContradicted = true
                self.report(message, of: mention, in: statement)
            }
            rules.check(statement, context: context, own: own, reported: reported)
            // The same fall is not told by its figure and by its word.
            if !isContradicted {
                let rows = SentenceRows(index: index)
                TrendRules(rows: rows, yearKind: reader.yearKind).check(statement, context: context, own: own) {
                    message,
                    token in
                    self.report(message, in: passage, at: token)
                }
                TargetRules(rows: rows).check(statement, context: context, own: own) { message, token in
                    self.report(message, in: passage, at: token)
                }
                FractionRules(index: index).check(statement, context: context) { message, token in
                    self.report(message, in: passage, at: token)
                }
            }
            bases.add(statement) { self.report($0, of: $1, in: $2) }
            previous = statement.range
        }
    }

    // MARK: - Reporting

    private func report(_ message: Diagnostic.Message, of mention: Mention, in statement: Statement) {
        let location = statement.passage.location
        if findings.isFull(location.sourceFile) { return findings.report(message, at: location) }
        report(
            message,
            at: statement.passage.location,
            in: statement.passage,
            near: statement.landmarks(of: mention)
        )
    }

    private func report(_ message: Diagnostic.Message, in passage: Passage, at token: Int) {
        if findings.isFull(passage.location.sourceFile) { return findings.report(message, at: passage.location) }
        report(message, at: passage.location, in: passage, near: passage.landmarks(at: token))
    }

    private func report(
        _ message: Diagnostic.Message,
        at location: SourceLocation,
        in passage: Passage,
        near words: [String]
    ) {
        let length = passage.scalars.count * 2
        findings.report(message, at: locate(location, length, words) ?? location)
    }
}

extension Passage {
    /// What stands before a token and the token itself, to find its place in the file.
    func landmarks(at token: Int) -> [String] {
        let lower = max(0, token - 3)
        let word = words(token..<(token + 1))
        return lower == token ? [word] : [words(lower..<token), word]
    }
}
