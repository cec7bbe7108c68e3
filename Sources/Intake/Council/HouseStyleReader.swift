// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Geometry
import Layouts
import Monitoring
import WorkspaceFiles

/// Reads `house-style` of `council.yaml`: how the council's papers look and speak.
struct HouseStyleReader {
    let findings: DiagnosticCollector
    let pictures: PictureReader
    /// The themes that papers may be set in, by their names: any of them may be asked for in place of the council's own.
    let themes: [String: Theme]

    /// The house style without its theme, which is checked with the themes.
    func style(_ form: FilledForm) -> HouseStyle {
        var style = HouseStyle()
        if let missing = form.choice(HouseStyleForm.missing, of: HouseStyle.Missing.self) { style.missing = missing }
        if let header = form.choice(HouseStyleForm.header, of: HouseStyle.Header.self) { style.header = header }
        style.appendixPages = form.wholeNumber(HouseStyleForm.appendixPages)
        style.logo = form.group(HouseStyleForm.logo).flatMap(logo)
        style.sentenceWords = form.wholeNumber(HouseStyleForm.sentenceWords)
        style.readingAge = form.wholeNumber(HouseStyleForm.readingAge)
        if style.header == .plain, form.mentions(HouseStyleForm.logo), !form.mentions(HouseStyleForm.header) {
            findings.report(.logoWithoutMasthead, at: form.location(of: HouseStyleForm.logo))
        }
        return style
    }

    private func logo(_ form: FilledForm) -> HouseStyle.Logo? {
        let shows = form.text(LogoForm.shows)
        guard let picture = form.text(LogoForm.picture) else { return nil }
        if let problem = PictureName.problem(with: picture.string, example: "picture: logo.png") {
            findings.report(problem, at: picture.location)
            return nil
        }
        guard let image = pictures.image(picture.string, namedAt: picture.location), let shows else { return nil }
        return HouseStyle.Logo(image: image, alternativeText: shows.string)
    }

    /// What the council has set of the rules, each by its name.
    func rules(_ form: FilledForm) -> RuleSettings {
        var settings = RuleSettings()
        for (entry, text) in form.namedTexts(HouseStyleForm.rules) {
            guard let rule = Rule(rawValue: entry.key.lowercased()) else {
                // What may be meant as a mark holds papers up.
                let file = entry.location.sourceFile
                let isLikeMark = findings.screen?.resemblesMark(entry.key, about: file.subject) == true
                findings.report(isLikeMark ? .nearlyMark(entry.key) : .unknownRule(entry.key), at: entry.location)
                continue
            }
            let name: DiagnosticText = "`\(own: rule.rawValue)`"
            guard let level = form.choice(text, of: RuleSettings.Level.self, as: name, breaking: .invalidRuleSetting)
            else { continue }
            if rule.isWaivable {
                settings[rule] = level
            } else if rule.severity.rawValue != level.rawValue {
                findings.report(.fixedRule(rule, level), at: entry.location)
            }
        }
        return settings
    }

    /// The accent colour, or `nil` if the council has none of its own, or one in which words cannot be read.
    func accent(_ form: FilledForm) -> Colour? {
        guard let text = form.text(HouseStyleForm.accent), let colour = form.colour(text) else { return nil }
        let grounds = themes.sorted { $0.key < $1.key }.flatMap(\.value.accentGrounds)
        let faintest = grounds.min { colour.contrast(with: $0) < colour.contrast(with: $1) }
        guard let faintest, !colour.isLegible(on: faintest) else { return colour }
        findings.report(
            .paleAccent(colour, on: faintest, nearest: colour.nearestLegible(on: grounds)),
            at: text.location
        )
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static func nearlyMark(_ name: String) -> Self {
        Self(
            .unknownName,
            "there is no rule `\(name.shortened)`",
            hint:
                "if it says that something is not for publication, mark that where it stands; otherwise delete this line"
        )
    }

    fileprivate static func unknownRule(_ name: String) -> Self {
        Self(
            .invalidRuleSetting,
            "there is no rule `\(name.shortened)`",
            hint: NearestName.of(name, among: Rule.allCases.filter(\.isWaivable).map(\.rawValue))
                .map { "did you mean `\(own: $0)`?" }
                ?? "the names of the rules are in the findings of `cleardays check`"
        )
    }

    fileprivate static func fixedRule(_ rule: Rule, _ level: RuleSettings.Level) -> Self {
        let kind = rule.severity == .error ? "is an error, and" : "is about what may be exempt or about waivers, and"
        let change = level == .off ? "be turned off" : "be made \(level.phrase)"
        return Self(
            .fixedRule,
            "`\(own: rule.rawValue)` \(own: kind) cannot \(own: change)",
            hint: "delete this line: the rule stays as it is"
        )
    }

    fileprivate static func paleAccent(_ accent: Colour, on ground: Colour, nearest: Colour?) -> Self {
        let place = ground == .white ? "white paper" : "the bands of tables, \(ground)"
        return Self(
            .lowContrast,
            "words in the accent colour \(accent) do not stand out enough from \(own: place): "
                + "\(own: accent.contrastInTenths(with: ground)) to 1",
            hint: nearest.map { "the nearest that does, by 4.5 to 1, is `\"\($0)\"`" }
                ?? "the bands of a theme are too dark for any: make them lighter"
        )
    }

    fileprivate static var logoWithoutMasthead: Self {
        Self(
            .unreadFile,
            "the logo is printed nowhere: it stands in the masthead",
            hint: "add `header: masthead`, or `header: plain` to keep it for later"
        )
    }
}

extension RuleSettings.Level {
    /// What a rule is made by it, in a sentence.
    fileprivate var phrase: String {
        switch self {
        case .off, .advice: rawValue
        case .warning: "a warning"
        case .error: "an error"
        }
    }
}
