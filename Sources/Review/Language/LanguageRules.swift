// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Reads a text for its words: short forms, spellings, dashes, links, the length of its sentences.
///
/// Each rule has one finding of a text where it can, with how often: a text that is full of something is not told so on every line.
struct LanguageRules {
    /// Reports a message about a token of a passage.
    typealias Report = (Diagnostic.Message, TextPlace) -> Void

    private let style: HouseStyle
    private let isEnglish: Bool
    private let abbreviations: AbbreviationRules
    private let spelling: SpellingRules?

    /// - Parameter dictionary: gives the dictionary when the first word is looked up, or `nil` if there is none.
    init(_ round: MonitoringRound, dictionary: (() -> (any ReviewDictionary)?)?) {
        style = round.council.houseStyle
        isEnglish = round.council.language.prefix { $0 != "-" }.lowercased() == "en"
        abbreviations = AbbreviationRules(round)
        spelling = dictionary.map { SpellingRules(round, dictionary: $0) }
    }

    /// Whether words were to be looked up and there is no dictionary.
    var lacksDictionary: Bool { spelling?.lacksDictionary ?? false }

    func check(_ text: ReviewedText, report: Report) {
        LinkRules().check(text, report: report)
        DashRules().check(text, report: report)
        CapitalRules(shortForms: abbreviations.known).check(text, report: report)
        // What follows knows English words.
        guard isEnglish else { return }
        abbreviations.check(text, isWord: { spelling?.isInDictionary($0) ?? false }, report: report)
        let census = WordCensus(text)
        TermRules().check(text, census: census, report: report)
        PhraseRules().check(text, report: report)
        PositionRules().check(text, report: report)
        ReadabilityRules(style: style).check(text, report: report)
        spelling?.check(text, census: census, report: report)
    }
}
